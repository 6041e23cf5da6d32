import { sql } from 'kysely';
import type { Row, Tx } from '../platform/db/tx.ts';
import type { SplitText } from './text-rules.ts';

/** One import of the official text. */
export interface TextImport {
  readonly importId: string;
  readonly sourceName: string;
  readonly importedAt: Date;
  readonly articles: number;
}

/** Keeps an official text piece by piece; earlier imports stay. */
export async function recordOfficialText(
  tx: Tx,
  { importId, sourceName, split }: { importId: string; sourceName: string; split: SplitText },
): Promise<void> {
  const preface = { number: 0, chapter: 0, chapterHeading: '', text: split.preface };
  const rows = [preface, ...split.articles].map(({ number, chapter, chapterHeading, text }) => ({
    importId,
    article: number,
    chapter,
    chapterHeading,
    text,
    sourceName,
    recordedAt: tx.now,
    recordedBy: tx.actor.accountId,
  }));
  await tx.db.insertInto('officialText').values(rows).execute();
  noteReference(tx, 'official_text', { id: importId, after: { sourceName, articles: split.articles.length } });
}

/** Imports, newest first. */
export async function listTextImportRows(
  tx: Tx,
  page: { limit: number; offset: number },
): Promise<readonly TextImport[]> {
  const { rows } = await sql<TextImport>`
    select import_id, min(source_name) as source_name, min(recorded_at) as imported_at,
      count(*) filter (where article > 0) as articles
    from official_text group by import_id
    order by imported_at desc, import_id desc limit ${page.limit} offset ${page.offset}`.execute(tx.db);
  return rows;
}

export async function countTextImports(tx: Tx): Promise<number> {
  const { rows } = await sql<{ imports: number }>`
    select count(distinct import_id) as imports from official_text`.execute(tx.db);
  return rows[0]?.imports ?? 0;
}

/** The newest official text of one article, with the heading of its chapter where it opens one. */
export async function findOfficialArticle(
  tx: Tx,
  article: number,
): Promise<{ text: string; sourceName: string; importedAt: Date } | undefined> {
  const row = await tx.db
    .selectFrom('officialText')
    .select(['text', 'sourceName', 'recordedAt'])
    .where('article', '=', article)
    .orderBy('recordedAt', 'desc')
    .orderBy('importId', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { text: row.text, sourceName: row.sourceName, importedAt: row.recordedAt };
}

/** Puts the write of a city-wide row into the audit event; it belongs to the writer's whole range. */
export function noteReference(tx: Tx, table: string, { id, after }: { id: string; after: Row }): void {
  const place = tx.actor.range?.lo ?? 0;
  tx.trail.push({ table, county: Math.floor(place / 1_000_000), place, id, after });
}
