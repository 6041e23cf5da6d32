import { sql } from 'kysely';
import { listParameterRows } from '../../measure/public.ts';
import { type NewRow, record, revise } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import {
  type BreachCode,
  type Composition,
  type CompositionCheck,
  type CompositionLimits,
  checkCounts,
  compositionLimitsOn,
} from './composition-rules.ts';
import type { CooperativeRow } from './store.ts';

/** A breach of composition: found on a day, to be cured by a day, cured or still open. */
export interface BreachRow {
  readonly county: number;
  readonly id: string;
  readonly code: BreachCode;
  readonly foundOn: string;
  readonly cureBy: string;
  readonly curedOn: string | null;
  readonly actual: number;
  readonly bound: number;
  readonly members: number;
  readonly revision: number;
}

interface Key {
  readonly county: number;
  readonly id: string;
}

/** How many members of each kind there are on a day. */
export async function countComposition(tx: Tx, cooperative: Key, on: string): Promise<Composition> {
  const { rows } = await sql<Composition>`
    select count(*) as members, count(*) filter (where kind = 'farmer') as farmers,
      count(*) filter (where kind = 'unit') as units, count(*) filter (where kind = 'collective') as collectives,
      count(*) filter (where kind = 'cooperative') as cooperatives, 0 as public_affairs
    from membership where county = ${cooperative.county} and cooperative_id = ${cooperative.id}
      and joined_on <= ${on}::date and (left_on is null or left_on > ${on}::date)`.execute(tx.db);
  const [counts] = rows;
  if (!counts) throw new Error('a count has one row');
  return counts;
}

/** All breaches, open ones first. */
export async function listBreaches(tx: Tx, cooperative: Key): Promise<readonly BreachRow[]> {
  const { rows } = await sql<BreachRow>`
    select county, id, code, found_on, cure_by, cured_on, actual, bound, members, revision from composition_breach
    where county = ${cooperative.county} and cooperative_id = ${cooperative.id}
    order by cured_on is not null, found_on desc, code limit 200`.execute(tx.db);
  return rows;
}

/**
 * Looks at the members as they are today and keeps the breaches in step: new ones are opened with their day of cure,
 * those that are over are closed. Called after every join, exit and change of status; of two at once the second waits
 * for the first and counts both.
 */
export async function recheckComposition(tx: Tx, cooperative: CooperativeRow): Promise<CompositionCheck> {
  const { county, id, kind, place } = cooperative;
  await sql`select 1 from cooperative where county = ${county} and id = ${id} for no key update`.execute(tx.db);
  const today = todayInShanghai(tx.now);
  const limits = await readLimits(tx, today);
  const counts = await countComposition(tx, cooperative, today);
  const check = checkCounts(counts, { kind, on: today, limits });
  const dissolved = cooperative.dissolvedOn !== null && cooperative.dissolvedOn <= today;
  const found = dissolved ? [] : check.breaches;
  const open = (await listBreaches(tx, cooperative)).filter((breach) => breach.curedOn === null);
  for (const breach of open.filter(({ code }) => !found.some((one) => one.code === code))) {
    const key = { county, id: breach.id, revision: breach.revision };
    await revise(tx, 'composition_breach', { key, set: { cured_on: today }, reason: tx.act });
  }
  for (const breach of found.filter(({ code }) => !open.some((one) => one.code === code))) {
    const row = { found_on: today, cure_by: check.cureBy, cured_on: null, members: counts.members, ...breach };
    const id7 = newRecordId(tx);
    await record(tx, 'composition_breach', { county, place, id: id7, cooperative_id: id, ...row } as NewRow);
  }
  return check;
}

/** The thresholds in force on a day; those of the law where no parameter says otherwise. */
export async function readLimits(tx: Tx, on: string): Promise<CompositionLimits> {
  return compositionLimitsOn(await listParameterRows(tx), on);
}
