import { MAIN_NAMESPACE, OFFICE_RELATIONS, XML_HEAD } from './package-parts.ts';
import { cellName } from './rewrite.ts';
import { words } from './words.ts';
import { type Relation, readRelations, relationsPath, type Workbook } from './workbook.ts';
import { attribute, escapeXml, tagsOf } from './xml.ts';
import { unpack } from './zip-read.ts';

export interface CellComment {
  readonly column: number;
  readonly row: number;
  readonly text: string;
}

/** By this author, or by the words they begin with where a program drops the authors, our own marks are known. */
const MARK_AUTHOR = 'Silian check';
const MARKS = words['sheet.mark'].map((mark) => `>${escapeXml(mark.trim())}`);
const NOTE_AUTHOR = 'Silian';
const MAX_PART_BYTES = 64 * 1024 * 1024;
const VML_CONTENT = 'application/vnd.openxmlformats-officedocument.vmlDrawing';
const COMMENTS_CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const RELATIONS_NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';

export interface CommentPatch {
  /** parts to write instead of, or beside, those of the workbook */
  readonly parts: ReadonlyMap<string, string>;
  /** id of the drawing relation, where the worksheet has to name it newly */
  readonly newDrawingId: string | undefined;
}

export interface NewComments {
  readonly comments: readonly CellComment[];
  /** relation of the drawing that the sheet names for its comments and controls */
  readonly drawingId: string | undefined;
}

/**
 * The parts that change when the comments of one sheet are replaced: those of an earlier import go,
 * the new ones come, all others stay. Shapes of controls in the same drawing stay too.
 */
export function patchComments(
  workbook: Workbook,
  sheetPath: string,
  { comments, drawingId }: NewComments,
): CommentPatch {
  const relations = readRelations(textOf(workbook, relationsPath(sheetPath)), sheetPath);
  const oldComments = relations.find(({ type }) => type === 'comments');
  const oldDrawing = relations.find(({ id, type }) => type === 'vmlDrawing' && id === drawingId);
  if (comments.length === 0 && oldComments === undefined) return { parts: new Map(), newDrawingId: undefined };
  const commentsPath = oldComments?.target ?? freePath(workbook, 'xl/silian-comments', 'xml');
  const drawingPath = oldDrawing?.target ?? freePath(workbook, 'xl/drawings/silian-comments', 'vml');
  const added: Relation[] = [];
  if (oldComments === undefined) added.push({ id: freeId(relations, 1), type: 'comments', target: commentsPath });
  if (oldDrawing === undefined) added.push({ id: freeId(relations, 2), type: 'vmlDrawing', target: drawingPath });
  const old = splitComments(textOf(workbook, commentsPath));
  const parts = new Map([
    [commentsPath, commentsXml(old, comments, MARK_AUTHOR)],
    [drawingPath, drawingXml(textOf(workbook, drawingPath), { removed: old.removed, comments })],
  ]);
  if (added.length > 0) {
    parts.set(relationsPath(sheetPath), withRelations(textOf(workbook, relationsPath(sheetPath)), added));
    const types = '[Content_Types].xml';
    parts.set(types, withTypes(textOf(workbook, types), oldComments === undefined ? commentsPath : undefined));
  }
  return { parts, newDrawingId: added.find(({ type }) => type === 'vmlDrawing')?.id };
}

/** Comments and their shapes for a sheet that has none yet. */
export function newComments(comments: readonly CellComment[]): { comments: string; drawing: string } {
  const none: OldComments = splitComments('');
  return {
    comments: commentsXml(none, comments, NOTE_AUTHOR),
    drawing: drawingXml('', { removed: none.removed, comments }),
  };
}

interface OldComments {
  readonly authors: readonly string[];
  /** elements as they stand, prefix included */
  readonly kept: readonly string[];
  /** addresses of those that go */
  readonly removed: ReadonlySet<string>;
  readonly rootTag: string;
  readonly prefix: string;
}

function splitComments(xml: string): OldComments {
  const authors: string[] = [];
  const kept: string[] = [];
  const removed = new Set<string>();
  let rootTag = `<comments xmlns="${MAIN_NAMESPACE}">`;
  let prefix = '';
  let from = 0;
  let reference = '';
  let isOurs = false;
  for (const tag of tagsOf(xml)) {
    const raw = xml.slice(tag.from, tag.to);
    if (tag.name === 'comments' && !tag.isClosing) {
      rootTag = raw;
      prefix = /^<(\w+:)?/.exec(raw)?.[1] ?? '';
    }
    if (tag.name === 'author' && tag.isClosing) authors.push(xml.slice(from, tag.from));
    if (tag.name === 'author' && tag.isEmpty) authors.push('');
    if (tag.name === 'author') from = tag.to;
    if (tag.name !== 'comment') continue;
    if (!tag.isClosing) {
      from = tag.from;
      reference = attribute(tag.attributes, 'ref') ?? '';
      const author = authors[Number(attribute(tag.attributes, 'authorId') ?? -1)];
      isOurs = author === MARK_AUTHOR;
    }
    if (!tag.isClosing && !tag.isEmpty) continue;
    const comment = xml.slice(from, tag.to);
    if (isOurs || MARKS.some((mark) => comment.includes(mark))) removed.add(reference);
    else kept.push(comment);
  }
  return { authors, kept, removed, rootTag, prefix };
}

function commentsXml(old: OldComments, comments: readonly CellComment[], by: string): string {
  const p = old.prefix;
  const authors = old.authors.includes(by) ? old.authors : [...old.authors, by];
  const author = authors.indexOf(by);
  const taken = new Set(old.kept.map((comment) => /\sref="([^"]*)"/.exec(comment)?.[1]));
  const fresh = comments
    .filter(({ column, row }) => !taken.has(cellName(column, row)))
    .map(({ column, row, text }) => {
      const run = `<${p}r><${p}t xml:space="preserve">${escapeXml(text)}</${p}t></${p}r>`;
      return `<${p}comment ref="${cellName(column, row)}" authorId="${author}"><${p}text>${run}</${p}text></${p}comment>`;
    });
  const listed = authors.map((name) => `<${p}author>${name}</${p}author>`).join('');
  const list = [...old.kept, ...fresh].join('');
  return `${XML_HEAD}${old.rootTag}<${p}authors>${listed}</${p}authors><${p}commentList>${list}</${p}commentList></${p}comments>`;
}

const NEW_DRAWING =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>';

function drawingXml(
  old: string,
  { removed, comments }: { removed: ReadonlySet<string>; comments: readonly CellComment[] },
): string {
  const kept = withoutShapes(old.trim() === '' ? NEW_DRAWING : old, removed);
  const close = kept.lastIndexOf('</xml>');
  const at = close === -1 ? kept.length : close;
  const shapes = comments.map(shapeXml).join('');
  return kept.slice(0, at) + shapes + (close === -1 ? '</xml>' : kept.slice(at));
}

/** Takes out the note shapes of the cells given; shapes never stand inside each other. */
function withoutShapes(xml: string, cells: ReadonlySet<string>): string {
  if (cells.size === 0) return xml;
  return xml
    .split(/(?=<v:shape[\s>])/)
    .map((part) => {
      const end = part.indexOf('</v:shape>');
      const row = /<x:Row>\s*(\d+)/.exec(part)?.[1];
      const column = /<x:Column>\s*(\d+)/.exec(part)?.[1];
      if (end === -1 || row === undefined || column === undefined) return part;
      const isGone = cells.has(cellName(Number(column) + 1, Number(row) + 1));
      return isGone ? part.slice(end + '</v:shape>'.length) : part;
    })
    .join('');
}

function shapeXml({ column, row }: CellComment, index: number): string {
  const anchor = [column, 15, Math.max(0, row - 2), 10, column + 3, 15, row + 2, 4].join(', ');
  return `<v:shape id="_x0000_s${90_000 + index}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:1.5pt;width:180pt;height:60pt;z-index:${index + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column - 1}</x:Column></x:ClientData></v:shape>`;
}

function withRelations(xml: string, added: readonly Relation[]): string {
  const listed = added
    .map(({ id, type, target }) => `<Relationship Id="${id}" Type="${OFFICE_RELATIONS}/${type}" Target="/${target}"/>`)
    .join('');
  const close = xml.lastIndexOf('</Relationships>');
  if (close !== -1) return xml.slice(0, close) + listed + xml.slice(close);
  return `${XML_HEAD}<Relationships xmlns="${RELATIONS_NAMESPACE}">${listed}</Relationships>`;
}

function withTypes(xml: string, commentsPath: string | undefined): string {
  const hasVml = /Extension\s*=\s*["']vml["']/i.test(xml);
  const defaults = hasVml ? '' : `<Default Extension="vml" ContentType="${VML_CONTENT}"/>`;
  const override =
    commentsPath === undefined ? '' : `<Override PartName="/${commentsPath}" ContentType="${COMMENTS_CONTENT}"/>`;
  const open = /<Types[^>]*>/.exec(xml);
  const at = open === null ? 0 : open.index + open[0].length;
  const close = xml.lastIndexOf('</Types>');
  return xml.slice(0, at) + defaults + xml.slice(at, close) + override + xml.slice(close);
}

function textOf(workbook: Workbook, path: string): string {
  const entry = workbook.archive.entries.get(path);
  const part = entry === undefined ? undefined : unpack(workbook.archive, entry, MAX_PART_BYTES);
  return part?.ok === true ? part.value.toString('utf8') : '';
}

function freePath(workbook: Workbook, stem: string, extension: string): string {
  for (let number = 1; ; number += 1) {
    const path = `${stem}${number}.${extension}`;
    if (!workbook.archive.entries.has(path)) return path;
  }
}

function freeId(relations: readonly Relation[], offset: number): string {
  const taken = new Set(relations.map(({ id }) => id));
  for (let number = relations.length + offset; ; number += 1) {
    const id = `rIdSilian${number}`;
    if (!taken.has(id)) return id;
  }
}
