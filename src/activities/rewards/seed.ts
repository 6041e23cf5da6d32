import { sql } from 'kysely';
import { loadPast, type PastRow } from '../../platform/db/load.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { seededId } from '../../platform/pure/ids.ts';
import { addDays, atNine, type LocalDate, localDate } from '../../platform/pure/period.ts';
import { demoBatch } from './batch-seed.ts';
import { checkBy, type SchemeKind } from './rules.ts';

export interface DemoRewardVillage {
  readonly place: number;
  readonly households: readonly { readonly id: string; readonly name: string; readonly poor: 'yes' | 'no' }[];
}

export interface DemoRewardSpan {
  readonly from: LocalDate;
  readonly until: LocalDate;
  /** the clerk who applied and the township’s officer who checked */
  readonly villageBy: string;
  readonly townshipBy: string;
}

/** A scheme of the demo for one banner. */
export interface DemoScheme {
  readonly id: string;
  readonly place: number;
  readonly kind: SchemeKind;
  readonly title: string;
  readonly output: string;
  readonly rateFen: bigint;
}

export interface DemoRewards {
  readonly reward: readonly PastRow[];
  readonly reward_unit: readonly PastRow[];
}

const titles = [
  ['subsidy', '基础母牛扩群奖补', '头基础母牛', 50_000n],
  ['investment', '标准化养殖以奖代投', '头育肥牛', 30_000n],
] as const;
/** made up for the demo, as everything in it */
const documentNumber = '示例〔2018〕12号';
/** part of the poor households that applied */
const share = 0.12;
const checkDays = 5;

/** The schemes of a banner. */
export function demoSchemes(random: () => number, banner: number, from: LocalDate): readonly DemoScheme[] {
  return titles.map(([kind, title, output, rateFen]) => {
    return { id: idAt(random, atNine(from)), place: banner, kind, title, output, rateFen };
  });
}

/** What the households of one village applied for, and what the township said. Nothing is paid: money moves elsewhere. */
export function demoRewards(
  random: () => number,
  village: DemoRewardVillage,
  { span, schemes }: { readonly span: DemoRewardSpan; readonly schemes: readonly DemoScheme[] },
): DemoRewards {
  const made: { reward: PastRow[]; reward_unit: PastRow[] } = { reward: [], reward_unit: [] };
  for (const household of village.households) {
    if (household.poor !== 'yes' || random() >= share) continue;
    const scheme = schemes[Math.floor(random() * schemes.length)];
    if (scheme) addReward(made, { random, span, scheme, place: village.place, household });
  }
  return made;
}

/** Loads the schemes and what was made for villages; each ear tag is used up by its reward. */
export async function loadDemoRewards(
  tx: Tx,
  schemes: readonly DemoScheme[],
  villages: readonly DemoRewards[],
): Promise<void> {
  for (const { id, place, kind, title, output, rateFen } of schemes) {
    await sql`insert into reward_scheme (id, place, county, kind, title, document_number, unit_kind, output, applicants,
        least_units, cap_fen, fund_document_id, starts_on, ends_on, revision, recorded_at, recorded_by)
      values (${id}, ${place}, ${Math.floor(place / 1_000_000)}, ${kind}, ${title}, ${documentNumber}, 'ear_tag', ${output},
        'poor_household', 1, null, null, '2018-03-01', '2020-12-31', 1, ${tx.now}, ${tx.actor.accountId})`.execute(
      tx.db,
    );
    await sql`insert into reward_rate (id, scheme_id, starts_on, rate_fen, source, recorded_at, recorded_by)
      values (${id}, ${id}, '2018-03-01', ${rateFen}, ${documentNumber}, ${tx.now}, ${tx.actor.accountId})`.execute(
      tx.db,
    );
  }
  const units = villages.flatMap((one) => one.reward_unit);
  const rewards = villages.flatMap((one) => one.reward);
  const [first] = schemes;
  const ordered = first ? await demoBatch(tx, first, rewards) : { rewards, batch: [], transfers: [] };
  await loadPast(tx, 'reward', ordered.rewards);
  await loadPast(tx, 'reward_unit', units);
  await loadPast(tx, 'reward_batch', ordered.batch);
  await loadPast(tx, 'reward_transfer', ordered.transfers);
  const taken = units.filter(({ row }) => row.released === false);
  await sql`insert into reward_coin (unit_kind, unit_key, total, used)
    select 'ear_tag', key, 1, 1 from unnest(${taken.map(({ row }) => String(row.unit_key))}::text[]) as u (key)
    on conflict do nothing`.execute(tx.db);
}

interface Asking {
  readonly random: () => number;
  readonly span: DemoRewardSpan;
  readonly scheme: DemoScheme;
  readonly place: number;
  readonly household: DemoRewardVillage['households'][number];
}

function addReward(made: { reward: PastRow[]; reward_unit: PastRow[] }, asking: Asking): void {
  const { random, span, scheme, place, household } = asking;
  const county = Math.floor(place / 1_000_000);
  const begins = span.from > '2018-04-01' ? span.from : localDate('2018-04-01');
  const days = Math.max(1, Math.floor((Date.parse(span.until) - Date.parse(begins)) / 86_400_000) - 30);
  const appliedOn = addDays(begins, Math.floor(random() * days));
  if (appliedOn > span.until) return;
  const dueOn = checkBy(appliedOn, checkDays);
  const checkedOn = addDays(dueOn, random() < 0.85 ? -1 : 4);
  const isChecked = checkedOn <= span.until;
  const isAccepted = isChecked && random() < 0.9;
  const units = 1 + Math.floor(random() * 4);
  const recordedAt = atNine(isChecked ? checkedOn : appliedOn);
  const id = idAt(random, recordedAt);
  const finding = isAccepted ? '现场核实，耳标相符' : '耳标不符';
  made.reward.push({
    recordedAt,
    row: {
      ...{ county, id, place, scheme_id: scheme.id, kind: scheme.kind, unit_kind: 'ear_tag' },
      ...{ applicant_kind: 'household', household_id: household.id, cooperative_id: null, name: household.name },
      ...{ poor: household.poor, produced_on: addDays(appliedOn, -15), units, rate_fen: scheme.rateFen },
      ...{ amount_fen: scheme.rateFen * BigInt(units), applied_on: appliedOn, check_by: dueOn },
      state: isChecked ? (isAccepted ? 'checked' : 'refused') : 'applied',
      ...(isChecked
        ? { checked_on: checkedOn, checked_by: span.townshipBy, finding }
        : { checked_on: null, checked_by: null, finding: null }),
      ...{ list_id: null, batch_id: null, payment_id: null, paid_on: null, paid_by: null },
      ...{ closed_for: isChecked && !isAccepted ? finding : null, made_by: span.villageBy },
    },
  });
  for (let at = 0; at < units; at += 1) {
    const tag = `1506${String(Math.floor(random() * 1e11)).padStart(11, '0')}`;
    const own = { county, id: idAt(random, recordedAt), place, reward_id: id, cooperative_id: null };
    const row = { ...own, unit_kind: 'ear_tag', unit_key: tag, quantity: 1, released: isChecked && !isAccepted };
    made.reward_unit.push({ row, recordedAt });
  }
}

function idAt(random: () => number, at: Date): string {
  return seededId(at.getTime(), random);
}
