/** One tag of a small part: `name` without its prefix, `attributes` as written, `from`–`to` its place in the text. */
export interface XmlTag {
  readonly name: string;
  readonly isClosing: boolean;
  readonly isEmpty: boolean;
  readonly attributes: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The tags of a small XML part in order; comments, declarations and text are passed over. Linear in the length of the
 * text whatever it holds, and it knows no entities but the five of XML: nothing in a file can make it grow.
 */
export function* tagsOf(xml: string): Generator<XmlTag> {
  for (let from = xml.indexOf('<'); from !== -1; ) {
    if (xml.startsWith('<!--', from)) {
      from = next(xml, xml.indexOf('-->', from));
      continue;
    }
    if (xml.startsWith('<![CDATA[', from)) {
      from = next(xml, xml.indexOf(']]>', from));
      continue;
    }
    const close = endOfTag(xml, from);
    if (close === -1) return;
    const first = xml.charCodeAt(from + 1);
    if (first !== 0x21 && first !== 0x3f) yield readTag(xml, from, close);
    from = xml.indexOf('<', close);
  }
}

/** The value of an attribute, entities resolved; `undefined` where there is none. `id` finds `r:id` too. */
export function attribute(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at !== -1; at = attributes.indexOf(name, at + 1)) {
    const before = at === 0 ? ' ' : (attributes[at - 1] ?? ' ');
    if (!/[\s:]/.test(before)) continue;
    const equals = skipSpace(attributes, at + name.length);
    if (attributes[equals] !== '=') continue;
    const open = skipSpace(attributes, equals + 1);
    const quote = attributes[open] ?? '';
    const close = quote === '"' || quote === "'" ? attributes.indexOf(quote, open + 1) : -1;
    return close === -1 ? undefined : decodeEntities(attributes.slice(open + 1, close));
  }
  return undefined;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x[0-9a-f]{1,6}|#\d{1,7}|amp|lt|gt|quot|apos);/gi, (whole) => {
    const name = whole.slice(1, -1).toLowerCase();
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const point = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

/** The text of a cell: entities and the `_x000D_` form of characters that XML cannot hold. */
export function decodeCellText(text: string): string {
  const plain = decodeEntities(text);
  if (!plain.includes('_x')) return plain;
  return plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** For text and attributes. Characters that XML forbids, and lone surrogates, are left out. */
export function escapeXml(text: string): string {
  return /[&<>"\r\n\t\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(text)
    ? text
        .replace(/[^\P{Cc}\t\n\r]|[\p{Cs}\uFFFE\uFFFF]/gu, '')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll('\r', '&#13;')
    : text;
}

/** For the text of a cell: what looks like a `_x0041_` escape is escaped itself, so that it is read as it was written. */
export function escapeCellText(text: string): string {
  return escapeXml(text.includes('_x') ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : text);
}

function readTag(xml: string, from: number, close: number): XmlTag {
  const isClosing = xml.charCodeAt(from + 1) === 0x2f;
  const isEmpty = xml.charCodeAt(close - 1) === 0x2f;
  const inner = xml.slice(from + (isClosing ? 2 : 1), isEmpty ? close - 1 : close);
  const nameEnd = /[\s/]/.exec(inner)?.index ?? inner.length;
  const fullName = inner.slice(0, nameEnd);
  const name = fullName.slice(fullName.indexOf(':') + 1);
  return { name, isClosing, isEmpty, attributes: inner.slice(nameEnd), from, to: close + 1 };
}

/** Where the `>` of the tag stands; one inside quotes does not end it. */
function endOfTag(xml: string, from: number): number {
  let quote = 0;
  for (let at = from + 1; at < xml.length; at += 1) {
    const char = xml.charCodeAt(at);
    if (quote !== 0) {
      if (char === quote) quote = 0;
    } else if (char === 0x22 || char === 0x27) {
      quote = char;
    } else if (char === 0x3e) {
      return at;
    }
  }
  return -1;
}

function next(xml: string, end: number): number {
  return end === -1 ? -1 : xml.indexOf('<', end);
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (/\s/.test(text[at] ?? '')) at += 1;
  return at;
}
