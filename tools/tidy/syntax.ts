import { type ESTree, parseSync } from 'vite';

export type Node = ESTree.Node;

export type FunctionNode = ESTree.Function | ESTree.ArrowFunctionExpression;

export interface Import {
  /** as written; absent where the name is known only at run time */
  readonly specifier: string | undefined;
  readonly line: number;
}

/** A string, template or piece of JSX text; the places filled in at run time are marked with {@link gap}. */
export interface Text {
  readonly text: string;
  readonly line: number;
}

export const gap = '\u0000';

export interface Source {
  readonly path: string;
  /** all nodes in the order of the text, each before those inside it */
  readonly nodes: readonly Node[];
  readonly imports: readonly Import[];
  readonly texts: readonly Text[];
  readonly comments: readonly Text[];
  readonly errors: readonly Text[];
  lineAt(offset: number): number;
  codeOf(node: { start: number; end: number }): string;
}

/** Parses TypeScript or JavaScript with the parser that vite brings; what does not parse is listed in `errors`. */
export function parseSource(path: string, text: string): Source {
  const lineAt = lineFinder(text);
  const { program, comments, errors } = parseSync(path, text, { sourceType: 'module', preserveParens: false });
  const nodes: Node[] = [];
  collect(program, nodes);
  return {
    path,
    nodes,
    lineAt,
    codeOf: (node) => text.slice(node.start, node.end),
    imports: nodes.flatMap((node) => readImport(node, lineAt(node.start))),
    texts: nodes.flatMap((node) => readText(node, lineAt)),
    comments: comments.map((comment) => ({ text: comment.value, line: lineAt(comment.start) })),
    errors: errors.map((error) => ({ text: error.message, line: lineAt(error.labels[0]?.start ?? 0) })),
  };
}

type LineAt = (offset: number) => number;

function collect(value: unknown, nodes: Node[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (isNode(value)) nodes.push(value);
  for (const child of Object.values(value)) collect(child, nodes);
}

function isNode(value: object): value is Node {
  return 'type' in value && 'start' in value;
}

/** All the ways to name another module; types count as imports. */
function readImport(node: Node, line: number): Import[] {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'TSImportType':
      return [{ specifier: node.source.value, line }];
    case 'ExportNamedDeclaration':
      return node.source ? [{ specifier: node.source.value, line }] : [];
    case 'ImportExpression':
      return [{ specifier: plainText(node.source), line }];
    default:
      return [];
  }
}

function readText(node: Node, lineAt: LineAt): Text[] {
  if (node.type === 'Literal' && typeof node.value === 'string')
    return [{ text: node.value, line: lineAt(node.start) }];
  if (node.type === 'JSXText') return [{ text: node.value, line: lineAt(node.start + node.value.search(/\S|$/)) }];
  if (node.type !== 'TemplateLiteral') return [];
  const text = node.quasis.map((part) => part.value.cooked ?? part.value.raw).join(gap);
  return [{ text, line: lineAt(node.start) }];
}

/** The functions with a body that a file holds. */
export function functionsOf(source: Source): FunctionNode[] {
  return source.nodes.filter(isFunction);
}

export function isFunction(node: Node): node is FunctionNode {
  return (
    node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression'
  );
}

/** The value of a string or of a template without gaps. */
export function plainText(node: ESTree.Expression): string | undefined {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0)
    return node.quasis[0]?.value.cooked ?? undefined;
  return undefined;
}

function lineFinder(text: string): LineAt {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
