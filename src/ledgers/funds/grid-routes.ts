import { findParameter } from '../../measure/public.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import { ok } from '../../platform/pure/result.ts';
import { type Grid, layGrid } from './grid-rules.ts';
import { listGridCells } from './grid-store.ts';
import * as contract from './order-contract.ts';
import type { GridState } from './order-rules.ts';

export const gridRoutes: readonly Handler[] = [
  handle(contract.getGrid, async ({ tx, query }) => ok(await readGrid(tx, query))),
];

interface GridQuery {
  readonly place?: number | undefined;
  readonly firstYear?: number | undefined;
  readonly lastYear?: number | undefined;
  readonly state?: GridState | undefined;
}

/** The years asked for, at most ten; this year where none is said. */
export async function readGrid(tx: Tx, query: GridQuery): Promise<Grid> {
  const thisYear = Number(todayInShanghai(tx.now).slice(0, 4));
  const to = query.lastYear ?? thisYear;
  const from = Math.max(query.firstYear ?? Math.min(2018, to), to - 9);
  const range = query.place === undefined ? (tx.actor.range ?? { lo: 0, hi: 0 }) : placeRange(query.place as Place);
  const grants = new Map<number, bigint | null>();
  for (let year = from; year <= to; year += 1) {
    const grant = await findParameter(tx, 'key_poor_village_grant_fen', `${year}-12-31`);
    grants.set(year, grant?.value === null || grant?.value === undefined ? null : BigInt(grant.value));
  }
  return layGrid(await listGridCells(tx, { lo: range.lo, hi: range.hi, from, to }), { grants, state: query.state });
}
