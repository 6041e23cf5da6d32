import { findParameter } from '../../measure/public.ts';
import { isUniqueViolation } from '../../platform/db/connection.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { findPlace, listChildPlaces, type PlaceRow } from '../../registers/places/public.ts';
import { seasonOf } from './column-rules.ts';
import * as contract from './coverage-contract.ts';
import { coverageOf, type VillageCoverage, villagesShort } from './coverage-rules.ts';
import { listGapHouseholds, listGapVillages, listVillageCoverage } from './coverage-store.ts';
import { countWaiting } from './queue-store.ts';
import { findInsuredPlace, listRenewals, recordReminder } from './renewal-store.ts';
import { renewBy } from './rules.ts';
import { listTerms } from './terms-store.ts';

export const routes: readonly Handler[] = [
  handle(contract.showCoverage, async ({ tx, query, decide }) => {
    const asked = askedPlace(tx, query.place);
    const refused = decide('insurance.oversee', { place: asked });
    if (refused) return refuse(refused);
    const place = await findPlace(tx, asked as Place);
    if (!place) return refuse({ code: 'not_found', field: 'place' });
    const on = query.on ?? todayInShanghai(tx.now);
    const villages = await listVillageCoverage(tx, { place: asked, on });
    const below = await listChildPlaces(tx, asked);
    const targetBp = (await findParameter(tx, 'insured_village_ratio_bp', on))?.value ?? null;
    const total = rowOf(place, villages);
    const rows = below
      .map((one) =>
        rowOf(
          one,
          villages.filter((village) => isWithin(village, one.code)),
        ),
      )
      .filter((row) => row.villages > 0);
    const short = targetBp === null ? 0 : villagesShort(total, targetBp);
    return ok({ on, targetBp, short, total, rows, waiting: await countWaiting(tx) });
  }),

  handle(contract.listGapVillages, async ({ tx, query, decide }) => {
    const place = askedPlace(tx, query.place);
    const refused = decide('insurance.oversee', { place });
    if (refused) return refuse(refused);
    const found = await listGapVillages(tx, { place, on: query.on ?? todayInShanghai(tx.now) }, query);
    return ok({ rows: found.rows.map((row) => ({ ...row })), total: found.total });
  }),

  handle(contract.listGapHouseholds, async ({ tx, query, decide }) => {
    const { place } = query;
    const refused = decide('insurance.oversee', { place });
    if (refused) return refuse(refused);
    const found = await listGapHouseholds(tx, { place, on: query.on ?? todayInShanghai(tx.now) }, query);
    return ok({ rows: found.rows.map((row) => ({ ...row, units: [...row.units] })), total: found.total });
  }),

  handle(contract.listRenewals, async ({ tx, query }) => ok(await showRenewals(tx, query))),

  handle(contract.remindInsured, async ({ tx, params, body, decide }) => {
    const insured = await findInsuredPlace(tx, params);
    if (!insured) return refuse({ code: 'not_found' });
    const refused = decide('insurance.remind', { place: insured.place });
    if (refused) return refuse(refused);
    return onceADay(async () => {
      await recordReminder(tx, { ...params, ...insured }, { ...body, on: todayInShanghai(tx.now) });
      return ok({ county: params.county, id: body.id });
    });
  }),
];

type RenewalQuery = Parameters<typeof listRenewals>[2];

/** Whose insurance ends, with the day until which to insure anew: the season of the line decides where it has one. */
export async function showRenewals(tx: Tx, query: RenewalQuery) {
  const today = todayInShanghai(tx.now);
  const days = (await findParameter(tx, 'insurance_renewal_days', today))?.value ?? 30;
  const { rows, total } = await listRenewals(tx, { today, days }, query);
  const terms = await listTerms(tx);
  const seasons = new Map(
    [...Map.groupBy(terms, ({ line }) => line)].map(([line, [latest]]) => [line, seasonOf(latest)]),
  );
  return {
    rows: rows.map(({ renewed: _, ...row }) => ({ ...row, renewBy: renewBy(row.endsOn, seasons.get(row.line)) })),
    total,
  };
}

function askedPlace(tx: Tx, place: number | undefined): number {
  return place ?? headOf(tx);
}

/** The place of whoever asks: the one whose range is his. */
function headOf(tx: Tx): number {
  return tx.actor.range?.lo ?? 0;
}

function rowOf(place: PlaceRow, villages: readonly VillageCoverage[]) {
  const { villagesBp, householdsBp, headBp, muBp, ...counts } = coverageOf(villages);
  const ratios = {
    ...{ villagesBp: villagesBp ?? null, householdsBp: householdsBp ?? null },
    ...{ headBp: headBp ?? null, muBp: muBp ?? null },
  };
  return { place: place.code, name: place.name, ...counts, ...ratios };
}

function isWithin({ place }: VillageCoverage, code: number): boolean {
  const { lo, hi } = placeRange(code as Place);
  return place >= lo && place <= hi;
}

async function onceADay<T>(work: () => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal>> {
  try {
    return await work();
  } catch (error) {
    if (isUniqueViolation(error, 'insurance_reminder_once')) return refuse({ code: 'insurance_told_today' });
    throw error;
  }
}
