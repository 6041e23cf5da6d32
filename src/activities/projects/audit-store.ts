import { sql } from 'kysely';
import { digestOf } from '../../platform/db/digest.ts';
import { type RecordKey, record, recordMany, revise } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import { drawSample } from './audit-rules.ts';

export interface SampleRow {
  readonly county: number;
  readonly id: string;
  readonly title: string;
  readonly seed: string;
  readonly drawnFor: number;
  readonly drawnForName: string;
  readonly paidFrom: string;
  readonly paidThrough: string;
  readonly leastFen: bigint;
  readonly population: number;
  readonly populationFen: bigint;
  readonly populationDigest: string;
  readonly size: number;
  readonly drawnOn: string;
  readonly looked: number;
  readonly objected: number;
  readonly place: number;
  readonly revision: number;
}

const samples = sql`select s.county, s.id, s.place, s.title, s.seed, s.drawn_for, coalesce(p.name, '') as drawn_for_name, s.paid_from,
  s.paid_through, s.least_fen, s.population, s.population_fen, s.population_digest, s.size, s.drawn_on, s.revision,
  (select count(*) from audit_sample_item i where i.county = s.county and i.sample_id = s.id and i.verdict <> 'open') as looked,
  (select count(*) from audit_sample_item i where i.county = s.county and i.sample_id = s.id and i.verdict = 'objected') as objected
  from audit_sample s left join place p on p.code = s.drawn_for`;

export async function listSamples(
  tx: Tx,
  query: { readonly q?: string | undefined; readonly limit: number; readonly offset: number },
): Promise<{ rows: readonly SampleRow[]; total: number }> {
  const like = `%${(query.q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<SampleRow>`${samples} where s.title like ${like} order by s.drawn_on desc, s.id desc
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{
    total: number;
  }>`select count(*) as total from audit_sample s where s.title like ${like}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

export async function findSample(tx: Tx, key: RecordKey): Promise<SampleRow | undefined> {
  const { rows } = await sql<SampleRow>`${samples} where s.county = ${key.county} and s.id = ${key.id}`.execute(tx.db);
  return rows[0];
}

/** What is drawn from: the payments of these days at this place, of at least this amount. */
export interface Population {
  readonly drawnFor: number;
  readonly paidFrom: string;
  readonly paidThrough: string;
  readonly leastFen: bigint;
}

export interface Candidate {
  readonly key: string;
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly paidOn: string;
  readonly payeeName: string;
  readonly amountFen: bigint;
}

export async function listPopulation(tx: Tx, of: Population): Promise<readonly Candidate[]> {
  const { lo, hi } = placeRange(of.drawnFor as Place);
  const { rows } = await sql<Candidate>`
    select county || '/' || id as key, county, id, coalesce(used_place, place) as place, occurred_on as paid_on,
      coalesce(payee_name, '') as payee_name, amount_fen
    from fund_movement where kind = 'payment' and occurred_on between ${of.paidFrom} and ${of.paidThrough}
      and amount_fen >= ${of.leastFen} and coalesce(used_place, place) between ${lo} and ${hi}
    order by county, id`.execute(tx.db);
  return rows;
}

function digestPopulation(all: readonly Candidate[]): string {
  return digestOf(all.map(({ key, amountFen }) => [key, amountFen]));
}

export interface SampleDraft extends Population {
  readonly id: string;
  readonly title: string;
  readonly seed: string;
  readonly size: number;
}

/** Draws a sample and keeps it with everything that is needed to draw it again. It stands at the auditor’s own seat. */
export async function recordSample(
  tx: Tx,
  draft: SampleDraft,
): Promise<{ readonly county: number; readonly population: number; readonly size: number }> {
  const all = await listPopulation(tx, draft);
  const drawn = drawSample(all, draft.size, draft.seed);
  const place = tx.actor.range?.lo ?? draft.drawnFor;
  const county = Math.floor(place / 1_000_000);
  await record(tx, 'audit_sample', {
    ...{ county, id: draft.id, place, title: draft.title, seed: draft.seed, drawn_for: draft.drawnFor },
    ...{ paid_from: draft.paidFrom, paid_through: draft.paidThrough, least_fen: draft.leastFen },
    ...{ population: all.length, population_fen: all.reduce((sum, { amountFen }) => sum + amountFen, 0n) },
    ...{ population_digest: digestPopulation(all), size: drawn.length, drawn_on: todayInShanghai(tx.now) },
  });
  const items = drawn.map((one, at) => ({
    ...{ county, id: newRecordId(tx), place, sample_id: draft.id, number: at + 1 },
    ...{ payment_county: one.county, payment_id: one.id, payment_place: one.place, paid_on: one.paidOn },
    ...{ payee_name: one.payeeName, amount_fen: one.amountFen, verdict: 'open', note: null },
  }));
  await recordMany(tx, 'audit_sample_item', items);
  return { county, population: all.length, size: drawn.length };
}

/** Whether the seed of a sample still draws the very same payments. */
export async function isSameDraw(tx: Tx, sample: SampleRow, items: readonly ItemRow[]): Promise<boolean> {
  const all = await listPopulation(tx, sample);
  if (digestPopulation(all) !== sample.populationDigest) return false;
  const drawn = drawSample(all, sample.size, sample.seed);
  return drawn.every(({ id }, at) => items[at]?.paymentId === id);
}

export interface ItemRow {
  readonly id: string;
  readonly number: number;
  readonly paymentCounty: number;
  readonly paymentId: string;
  readonly paymentPlace: number;
  readonly placeName: string;
  readonly paidOn: string;
  readonly payeeName: string;
  readonly amountFen: bigint;
  readonly purpose: string | null;
  readonly orderId: string | null;
  readonly orderCounty: number | null;
  /** files attached to the order */
  readonly files: number;
  readonly verdict: 'open' | 'in_order' | 'objected';
  readonly note: string | null;
  readonly revision: number;
}

export async function listItems(tx: Tx, sample: RecordKey): Promise<readonly ItemRow[]> {
  const { rows } = await sql<ItemRow>`
    select i.id, i.number, i.payment_county, i.payment_id, i.payment_place, coalesce(p.name, '') as place_name, i.paid_on,
      i.payee_name, i.amount_fen, m.purpose, o.id as order_id, o.county as order_county, i.verdict, i.note, i.revision,
      (select count(*) from attachment f where f.county = o.county and f.subject_type = 'payment_order' and f.subject_id = o.id) as files
    from audit_sample_item i
    left join fund_movement m on m.county = i.payment_county and m.id = i.payment_id
    left join payment_order o on o.payment_id = i.payment_id
    left join place p on p.code = i.payment_place
    where i.county = ${sample.county} and i.sample_id = ${sample.id} order by i.number`.execute(tx.db);
  return rows;
}

/** False when somebody judged it meanwhile. */
export async function judgeItem(
  tx: Tx,
  key: RecordKey,
  judgement: { readonly verdict: 'in_order' | 'objected'; readonly note: string | null },
): Promise<boolean> {
  const { verdict, note } = judgement;
  return (await revise(tx, 'audit_sample_item', { key, set: { verdict, note }, reason: verdict })) !== undefined;
}
