import { ok, type Refusal, type Result, refusal, refuse } from '../platform/pure/result.ts';

/** One article of an official text, raw: with its number, spaces and line breaks. */
export interface TextArticle {
  readonly number: number;
  /** 0 in a text without chapters */
  readonly chapter: number;
  /** the raw heading before this article where a chapter begins; empty elsewhere */
  readonly chapterHeading: string;
  readonly text: string;
}

export interface SplitText {
  /** what stands before the first chapter or article: addressees, title, date */
  readonly preface: string;
  readonly articles: readonly TextArticle[];
}

export type SplitRefusal = Refusal<
  'text_without_articles' | 'article_gap' | 'article_twice' | 'chapter_gap' | 'chapter_empty'
>;

/**
 * Splits an official text into chapters and articles. Headings (第三条, 第 3 条, 第 三 章 …) count at the start of a line,
 * after the end of a sentence or right after a chapter's heading (the first chapter's anywhere); elsewhere they are
 * references. Numbers have to run from 1 without gaps; `joinMeasure` gives the text back to the letter.
 */
export function splitMeasure(text: string): Result<SplitText, SplitRefusal> {
  const marks = findMarks(text);
  if (!marks.ok) return marks;
  const [first] = marks.value;
  if (!first || !marks.value.some((mark) => mark.kind === 'article')) return refuse(refusal('text_without_articles'));
  const articles: TextArticle[] = [];
  let chapter = 0;
  let heading = '';
  for (const [index, mark] of marks.value.entries()) {
    const raw = text.slice(mark.at, marks.value[index + 1]?.at);
    if (mark.kind === 'chapter') {
      if (heading !== '') return refuse(refusal('chapter_empty', 'file', { number: chapter }));
      chapter = mark.number;
      heading = raw;
    } else {
      articles.push({ number: mark.number, chapter, chapterHeading: heading, text: raw });
      heading = '';
    }
  }
  if (heading !== '') return refuse(refusal('chapter_empty', 'file', { number: chapter }));
  return ok({ preface: text.slice(0, first.at), articles });
}

/** The inverse of {@link splitMeasure}. */
export function joinMeasure({ preface, articles }: SplitText): string {
  return preface + articles.map((article) => article.chapterHeading + article.text).join('');
}

/** 二十二 → 22, 一百零三 → 103, １２ → 12; undefined for anything else. */
export function parseChineseNumber(text: string): number | undefined {
  const plain = text.replace(/\s/g, '').replace(/[０-９]/g, (wide) => String(wide.charCodeAt(0) - 0xff10));
  if (/^\d{1,3}$/.test(plain)) return Number(plain);
  const [all, hundreds, tens, ten, ones] =
    /^(?:([一二三四五六七八九])百[零〇]?)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(plain) ?? [];
  if (!all) return undefined;
  const tenth = ten === undefined ? 0 : tens === undefined ? 1 : digit(tens);
  return digit(hundreds) * 100 + tenth * 10 + digit(ones);
}

interface Mark {
  readonly kind: 'chapter' | 'article';
  readonly number: number;
  readonly at: number;
}

const headings = /第\s*([\d０-９〇零一二三四五六七八九十百][\s\d０-９〇零一二三四五六七八九十百]*)(?:(章)|条)/g;

function findMarks(text: string): Result<Mark[], SplitRefusal> {
  const marks: Mark[] = [];
  const next = { chapter: 1, article: 1 };
  for (const match of text.matchAll(headings)) {
    const kind = match[2] === undefined ? 'article' : 'chapter';
    const number = parseChineseNumber(match[1] ?? '');
    const standing = standingOf(text, match.index, marks.at(-1));
    const opens = kind === 'chapter' && marks.length === 0;
    if (number === undefined || (standing === 'inside' && !opens)) continue;
    if (number === next[kind]) {
      marks.push({ kind, number, at: match.index });
      next[kind] += 1;
    } else if (standing === 'line') {
      return refuse(misplaced(kind, number, next[kind]));
    }
  }
  return ok(marks);
}

/**
 * Where a heading stands: at the start of a line it must be one; after a sentence, or behind a chapter's heading that
 * lost its line break, it is one only if its number is the next.
 */
function standingOf(text: string, at: number, before: Mark | undefined): 'line' | 'sentence' | 'inside' {
  const lead = /(^|[\n\r]|[^\s])[^\S\n\r]*$/u.exec(text.slice(Math.max(0, at - 40), at))?.[1] ?? '';
  if (lead === '' || lead === '\n' || lead === '\r') return 'line';
  if (/[。；！？]/.test(lead)) return 'sentence';
  const followsChapter = before?.kind === 'chapter' && !/[。\n\r]/.test(text.slice(before.at, at).trim());
  return followsChapter ? 'sentence' : 'inside';
}

function misplaced(kind: Mark['kind'], found: number, expected: number): SplitRefusal {
  if (kind === 'chapter') return refusal('chapter_gap', 'file', { found, expected });
  return found < expected
    ? refusal('article_twice', 'file', { found, expected })
    : refusal('article_gap', 'file', { found, expected });
}

/** Code points of the digits from one to nine. */
const digits = [0x4e00, 0x4e8c, 0x4e09, 0x56db, 0x4e94, 0x516d, 0x4e03, 0x516b, 0x4e5d];

function digit(text: string | undefined): number {
  return digits.indexOf(text?.codePointAt(0) ?? 0) + 1;
}
