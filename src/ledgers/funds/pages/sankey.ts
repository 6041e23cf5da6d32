import type { ReplyOf } from '../../../platform/http/contract.ts';
import { flowTiers, type getFlows } from '../trace-contract.ts';

export type Flows = ReplyOf<typeof getFlows>;
export type FlowNode = Flows['nodes'][number];
export type FlowLink = Flows['links'][number];

export interface PlacedNode {
  readonly node: FlowNode;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  /** as wide as its label may be */
  readonly room: number;
}

export interface PlacedLink {
  readonly link: FlowLink;
  readonly from: FlowNode;
  readonly to: FlowNode;
  readonly path: string;
}

export interface Picture {
  readonly nodes: readonly PlacedNode[];
  readonly links: readonly PlacedLink[];
  readonly width: number;
  readonly height: number;
}

export const nodeWidth = 12;
/** between a node and its label */
export const labelGap = 4;
/** columns fill the page, and no label meets the next column */
const pictureWidth = 1_040;
const leastColumn = 190;
const textSize = 13;
const gap = 4;
/** a line of text beside every node, however little it holds */
const leastRow = 16;
const innerHeight = 420;

/**
 * Places nodes in columns by tier, the largest on top, and ribbons between them as thick as their amounts. Lengths are
 * for drawing only; what is held stands in the last column. Nodes without height still get a line.
 */
export function layOut({ nodes, links }: Flows): Picture {
  const tiers = flowTiers.filter((tier) => tier !== 'held' && nodes.some((node) => node.tier === tier));
  const columnOf = (node: FlowNode) => (node.tier === 'held' ? tiers.length - 1 : tiers.indexOf(node.tier));
  const columns = tiers.map((_, at) => nodes.filter((node) => columnOf(node) === at));
  const scale = scaleOf(columns);
  const columnWidth = Math.max(leastColumn, Math.floor(pictureWidth / Math.max(1, columns.length)));
  const placed = new Map<string, PlacedNode>();
  columns.forEach((column, at) => {
    let y = 24;
    for (const node of column.toSorted(bySize)) {
      const height = Math.max(1, Number(node.amountFen) * scale);
      placed.set(node.id, { node, x: at * columnWidth, y, height, room: columnWidth - nodeWidth - 2 * labelGap });
      y += Math.max(leastRow, height) + gap;
    }
  });
  const height = Math.max(...[...placed.values()].map((one) => one.y + Math.max(leastRow, one.height)), 0) + 24;
  const drawn = drawLinks(links, { placed, scale });
  return { nodes: [...placed.values()], links: drawn, width: Math.max(1, columns.length) * columnWidth, height };
}

function scaleOf(columns: readonly (readonly FlowNode[])[]): number {
  const scales = columns.map((column) => {
    const total = column.reduce((sum, { amountFen }) => sum + Number(amountFen), 0);
    return total === 0 ? Number.POSITIVE_INFINITY : (innerHeight - gap * (column.length - 1)) / total;
  });
  const least = Math.min(...scales);
  return Number.isFinite(least) && least > 0 ? least : 0;
}

function drawLinks(
  links: readonly FlowLink[],
  { placed, scale }: { readonly placed: ReadonlyMap<string, PlacedNode>; readonly scale: number },
): readonly PlacedLink[] {
  const left = new Map<string, number>();
  const entered = new Map<string, number>();
  const topOf = (id: string) => placed.get(id)?.y ?? 0;
  return links
    .toSorted((a, b) => topOf(a.from) - topOf(b.from) || topOf(a.to) - topOf(b.to))
    .flatMap((link) => {
      const from = placed.get(link.from);
      const to = placed.get(link.to);
      if (!from || !to) return [];
      const thick = Math.max(0.5, Number(link.amountFen) * scale);
      const y1 = from.y + (left.get(link.from) ?? 0);
      const y2 = to.y + (entered.get(link.to) ?? 0);
      left.set(link.from, (left.get(link.from) ?? 0) + thick);
      entered.set(link.to, (entered.get(link.to) ?? 0) + thick);
      const [x1, x2] = [from.x + nodeWidth, to.x];
      const middle = (x1 + x2) / 2;
      const path = `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}V${y2 + thick}C${middle} ${y2 + thick} ${middle} ${y1 + thick} ${x1} ${y1 + thick}Z`;
      return [{ link, from: from.node, to: to.node, path }];
    });
}

/** A label that ends before the next column; Chinese characters are as wide as they are high. */
export function shorten(name: string, room: number): string {
  let width = 0;
  let end = 0;
  for (const character of name) {
    width += character > '\u2e7f' ? textSize : textSize * 0.55;
    if (width > room) return `${name.slice(0, Math.max(0, end - 1))}…`;
    end += character.length;
  }
  return name;
}

function bySize(a: FlowNode, b: FlowNode): number {
  if (a.tier !== b.tier) return a.tier === 'held' ? 1 : -1;
  return a.amountFen < b.amountFen ? 1 : -1;
}

/** The list of movements behind a ribbon. */
export function entriesOf({ filters }: FlowLink): string | undefined {
  return filters === null ? undefined : `/fund-movements?${new URLSearchParams(filters).toString()}`;
}
