import { OFFICE_RELATIONS } from './package-parts.ts';
import { attribute, tagsOf } from './xml.ts';

const ERROR_COLUMN_WIDTH = 48;

/** What stands before the rows, with a wide column for the errors; the stated area goes, it would be too small. */
export function withErrorColumn(xml: string, column: number, prefix: string): string {
  const plain = xml.replace(new RegExp(`<${prefix}dimension\\b[^>]*/>`), '');
  const element = `<${prefix}col min="${column}" max="${column}" width="${ERROR_COLUMN_WIDTH}" customWidth="1"/>`;
  let last = 0;
  for (const tag of tagsOf(plain)) {
    if (tag.name === 'col') last = Math.max(last, Number(attribute(tag.attributes, 'max') ?? 0));
    if (tag.name === 'cols' && tag.isClosing) {
      return last >= column ? plain : plain.slice(0, tag.from) + element + plain.slice(tag.from);
    }
    if (tag.name === 'sheetData') {
      return `${plain.slice(0, tag.from)}<${prefix}cols>${element}</${prefix}cols>${plain.slice(tag.from)}`;
    }
  }
  return plain;
}

/** What the schema places behind the drawing of comments. */
const AFTER_LEGACY_DRAWING = new Set([
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'AlternateContent',
  'webPublishItems',
  'tableParts',
  'extLst',
]);

/** What stands after the rows, naming the drawing of the comments where the sheet had none. */
export function withLegacyDrawing(xml: string, id: string | undefined, prefix: string): string {
  if (id === undefined) return xml;
  const element = `<${prefix}legacyDrawing xmlns:r="${OFFICE_RELATIONS}" r:id="${id}"/>`;
  let depth = 0;
  for (const tag of tagsOf(xml)) {
    const isEnd = tag.name === 'worksheet' && tag.isClosing;
    const isLater = depth === 0 && !tag.isClosing && AFTER_LEGACY_DRAWING.has(tag.name);
    if (isEnd || isLater) return xml.slice(0, tag.from) + element + xml.slice(tag.from);
    if (tag.name === 'sheetData' || tag.isEmpty) continue;
    depth += tag.isClosing ? -1 : 1;
  }
  return xml;
}
