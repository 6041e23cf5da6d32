import { findParameter } from '../../measure/public.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { findCooperative } from '../../registers/cooperatives/public.ts';
import { listPovertyStates } from '../../registers/households/public.ts';
import { findParcel } from '../../registers/land/public.ts';
import { type Coin, holdCap, returnCoins, spendCap, spendCoins } from './coin-store.ts';
import { amountOf, capKeyOf, checkBy, parcelYearKey, proposeApplication, rateOn, unitKeyOf } from './rules.ts';
import { findScheme, listRates, type SchemeRow } from './scheme-store.ts';
import { findApplicant, listUnits, type RewardRow, recordReward, releaseUnits } from './store.ts';

export interface Asked {
  readonly id: string;
  readonly place: number;
  readonly schemeId: string;
  readonly householdId?: string | null | undefined;
  readonly cooperativeId?: string | null | undefined;
  readonly producedOn: string;
  readonly units: readonly { readonly key: string; readonly quantity: number; readonly total?: number | undefined }[];
}

export interface Applied {
  readonly amountFen: bigint;
  readonly checkBy: string;
}

/** Asks for a reward: what it is for is used up in the same transaction, or the whole application is refused. */
export async function applyForReward(tx: Tx, asked: Asked): Promise<Result<Applied, Refusal>> {
  const scheme = await findScheme(tx, asked.schemeId);
  if (!scheme) return refuse({ code: 'not_found', field: 'schemeId' });
  const applicant = await findAsking(tx, asked);
  if (!applicant.ok) return applicant;
  const today = todayInShanghai(tx.now);
  const { poor, applicantKind } = applicant.value;
  const proposed = proposeApplication(scheme, { ...asked, applicantKind, isPoor: poor === 'yes' }, today);
  if (!proposed.ok) return proposed;
  const rateFen = rateOn(await listRates(tx, scheme.id), asked.producedOn);
  if (rateFen === undefined) return refuse({ code: 'reward_rate_missing', field: 'producedOn' });
  const coins = await coinsOf(tx, scheme, { asked, holderId: applicant.value.applicantId });
  if (!coins.ok) return coins;
  const spent = await spendCoins(tx, scheme.unitKind, coins.value);
  if (spent.length > 0)
    return refuse({ code: 'reward_unit_used', field: 'units', values: { keys: shown(asked, spent) } });
  const { units } = proposed.value;
  const capKey = capKeyOf({ ...asked, applicantId: applicant.value.applicantId });
  const leftFen = scheme.capFen === null ? undefined : await holdCap(tx, { key: capKey, capFen: scheme.capFen });
  const amountFen = amountOf(units, rateFen, leftFen);
  if (amountFen === 0n) return refuse({ code: 'reward_cap_reached', field: 'units' });
  if (scheme.capFen !== null) await spendCap(tx, capKey, amountFen);
  const days = (await findParameter(tx, 'reward_check_days', today))?.value ?? 5;
  const due = checkBy(today, days);
  await recordReward(
    tx,
    {
      ...{ county: Math.floor(asked.place / 1_000_000), id: asked.id, place: asked.place, schemeId: scheme.id },
      ...{ kind: scheme.kind, unitKind: scheme.unitKind, applicantKind, poor, name: applicant.value.name },
      ...{ householdId: asked.householdId ?? null, cooperativeId: asked.cooperativeId ?? null },
      ...{ producedOn: asked.producedOn, units, rateFen, amountFen, appliedOn: today, checkBy: due },
    },
    coins.value,
  );
  return ok({ amountFen, checkBy: due });
}

interface Asking {
  readonly applicantKind: 'household' | 'cooperative';
  readonly applicantId: string;
  readonly name: string;
  readonly poor: 'yes' | 'no' | 'unknown';
}

/** A household or a cooperative of the village, one of the two. */
async function findAsking(tx: Tx, asked: Asked): Promise<Result<Asking, Refusal>> {
  const county = Math.floor(asked.place / 1_000_000);
  const { householdId, cooperativeId, producedOn } = asked;
  if ((householdId ? 1 : 0) + (cooperativeId ? 1 : 0) !== 1)
    return refuse({ code: 'reward_who', field: 'householdId' });
  if (cooperativeId) {
    const found = await findCooperative(tx, { county, id: cooperativeId });
    if (found?.place !== asked.place) return refuse({ code: 'not_found', field: 'cooperativeId' });
    return ok({ applicantKind: 'cooperative', applicantId: found.id, name: found.name, poor: 'unknown' });
  }
  const household = { county, id: householdId ?? '' };
  const found = await findApplicant(tx, household);
  if (found?.place !== asked.place) return refuse({ code: 'not_found', field: 'householdId' });
  const state = (await listPovertyStates(tx, [household], producedOn)).get(household.id);
  const poor = state === undefined ? 'unknown' : state === 'registered' || state === 'relapsed' ? 'yes' : 'no';
  return ok({ applicantKind: 'household', applicantId: household.id, name: found.name, poor });
}

/** What is used up: of a parcel its mu in that year, of a production record its quantity, of an animal itself. */
async function coinsOf(
  tx: Tx,
  scheme: SchemeRow,
  { asked, holderId }: { readonly asked: Asked; readonly holderId: string },
): Promise<Result<readonly Coin[], Refusal>> {
  const coins: Coin[] = [];
  for (const [at, { key, quantity, total }] of asked.units.entries()) {
    if (scheme.unitKind !== 'parcel_year') {
      const all = scheme.unitKind === 'ear_tag' ? 1 : (total ?? quantity);
      coins.push({ key: unitKeyOf(key), quantity, total: all });
      continue;
    }
    const county = Math.floor(asked.place / 1_000_000);
    const parcel = isUuid(key) ? await findParcel(tx, { county, id: key }) : undefined;
    if (!parcel || parcel.leftOn !== null) return refuse({ code: 'not_found', field: `units.${at}.key` });
    if (parcel.holderId !== holderId) return refuse({ code: 'reward_parcel_of_others', field: `units.${at}.key` });
    coins.push({ key: parcelYearKey(parcel.id, asked.producedOn), quantity, total: parcel.areaMu });
  }
  return ok(coins);
}

function isUuid(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}

function shown({ units }: Asked, keys: readonly string[]): string {
  const used = units.filter(({ key }) => keys.some((one) => one === unitKeyOf(key) || one.startsWith(key)));
  return used
    .slice(0, 5)
    .map(({ key }) => key)
    .join(' ');
}

/** What an application used is free again: units and what it took of the year’s most. */
export async function releaseReward(tx: Tx, reward: RewardRow): Promise<void> {
  const units = await listUnits(tx, reward);
  await returnCoins(tx, reward.unitKind, units);
  await releaseUnits(tx, reward.county, units);
  const applicantId = reward.householdId ?? reward.cooperativeId ?? '';
  const key = capKeyOf({ schemeId: reward.schemeId, applicantId, producedOn: reward.producedOn });
  await spendCap(tx, key, -reward.amountFen);
}
