import { attribute, tagsOf, type XmlTag } from './xml.ts';

/** The fill of rejected cells. An unusual red: by it a later import knows which cells it marked itself. */
export const REJECTED_COLOR = 'FFFFB3B3';

const RESERVED_FILLS = 2;

interface Section {
  /** of the opening tag */
  readonly open: XmlTag;
  /** where the closing tag begins */
  readonly end: number;
  readonly items: string[];
}

/**
 * Adds to a style sheet, style by style as cells ask for them, the same style with the red fill, and without it. The
 * sheet of the office keeps all its own styles under their numbers.
 */
export class StylePatch {
  readonly #xml: string;
  readonly #fills: Section;
  readonly #formats: Section;
  readonly #prefix: string;
  readonly #redFill: number;
  readonly #marked: ReadonlySet<number>;
  readonly #added: string[] = [];
  readonly #redOf = new Map<number, number>();
  readonly #plainOf = new Map<number, number>();

  private constructor(xml: string, fills: Section, formats: Section) {
    this.#xml = xml;
    this.#fills = fills;
    this.#formats = formats;
    this.#prefix = /^<(\w+:)?/.exec(xml.slice(formats.open.from))?.[1] ?? '';
    const redFills = new Set(fills.items.flatMap((fill, index) => (fill.includes(REJECTED_COLOR) ? [index] : [])));
    // The first two fills are the program's own whatever stands there.
    this.#redFill = [...redFills][0] ?? Math.max(fills.items.length, RESERVED_FILLS);
    this.#marked = new Set(formats.items.flatMap((xf, index) => (redFills.has(fillOf(xf)) ? [index] : [])));
  }

  /** `undefined` when the style sheet lacks its fills or cell formats. */
  static of(xml: string): StylePatch | undefined {
    const fills = sectionOf(xml, 'fills', 'fill');
    const formats = sectionOf(xml, 'cellXfs', 'xf');
    return fills === undefined || formats === undefined ? undefined : new StylePatch(xml, fills, formats);
  }

  /** Whether an earlier import marked cells in this workbook. */
  get hasMarks(): boolean {
    return this.#marked.size > 0;
  }

  isMarked(style: number): boolean {
    return this.#marked.has(style);
  }

  red(style: number): number {
    return this.isMarked(style) ? style : this.#variant(style, this.#redOf, this.#redFill);
  }

  /** The style without our red; the fill that was there before the mark is not known any more. */
  plain(style: number): number {
    return this.isMarked(style) ? this.#variant(style, this.#plainOf, 0) : style;
  }

  toXml(): string {
    const p = this.#prefix;
    const missing = Math.max(0, this.#redFill - this.#fills.items.length);
    const padding = `<${p}fill><${p}patternFill patternType="gray125"/></${p}fill>`;
    const isFillNew = this.#redFill >= this.#fills.items.length;
    const fill = `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${REJECTED_COLOR}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`;
    const patches = [
      { section: this.#fills, added: isFillNew ? [...Array<string>(missing).fill(padding), fill] : [] },
      { section: this.#formats, added: this.#added },
    ].toSorted((a, b) => b.section.open.from - a.section.open.from);
    return patches.reduce((xml, { section, added }) => {
      const { open, end, items } = section;
      const count = items.length + added.length;
      const tag = xml.slice(open.from, open.to).replace(/\scount\s*=\s*["']\d*["']/, ` count="${count}"`);
      return xml.slice(0, open.from) + tag + xml.slice(open.to, end) + added.join('') + xml.slice(end);
    }, this.#xml);
  }

  #variant(style: number, known: Map<number, number>, fill: number): number {
    const earlier = known.get(style);
    if (earlier !== undefined) return earlier;
    const base = this.#formats.items[style] ?? this.#formats.items[0] ?? `<${this.#prefix}xf/>`;
    const number = this.#formats.items.length + this.#added.length;
    this.#added.push(withFill(base, fill));
    known.set(style, number);
    return number;
  }
}

function withFill(xf: string, fill: number): string {
  const tagEnd = xf.indexOf('>');
  const isHollow = xf[tagEnd - 1] === '/';
  const tag = xf
    .slice(0, isHollow ? tagEnd - 1 : tagEnd)
    .replace(/\s(fillId|applyFill)\s*=\s*["'][^"']*["']/g, '')
    .trimEnd();
  return `${tag} fillId="${fill}" applyFill="1"${xf.slice(isHollow ? tagEnd - 1 : tagEnd)}`;
}

function fillOf(xf: string): number {
  return Number(attribute(xf.slice(0, xf.indexOf('>')), 'fillId') ?? 0);
}

/** A list of elements: where it stands and the text of each item. */
function sectionOf(xml: string, name: string, itemName: string): Section | undefined {
  let open: XmlTag | undefined;
  let itemFrom = -1;
  const items: string[] = [];
  for (const tag of tagsOf(xml)) {
    if (tag.name === name && !tag.isClosing && !tag.isEmpty) open = tag;
    else if (tag.name === name && tag.isClosing && open !== undefined) return { open, end: tag.from, items };
    else if (open !== undefined && tag.name === itemName) {
      if (tag.isEmpty) items.push(xml.slice(tag.from, tag.to));
      else if (tag.isClosing) items.push(xml.slice(itemFrom, tag.to));
      else itemFrom = tag.from;
    }
  }
  return undefined;
}
