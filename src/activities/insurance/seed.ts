import { sql } from 'kysely';
import { loadPast, type PastRow } from '../../platform/db/load.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { seededId } from '../../platform/pure/ids.ts';
import { addDays, atNine, type LocalDate, localDate } from '../../platform/pure/period.ts';
import { lossOf, payBy } from './claim-rules.ts';
import { amountColumns, headColumns, insuredColumns } from './column-rules.ts';
import { amountsOf, type InsuranceLine, type LineAmounts, payers, unitOf } from './rules.ts';

/** A household of the demo’s register. */
export interface DemoInsured {
  readonly id: string;
  readonly name: string;
}

export interface DemoInsuranceVillage {
  readonly place: number;
  readonly isPastoral: boolean;
  readonly households: readonly DemoInsured[];
}

export interface DemoInsuranceSpan {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly insurer: { readonly county: number; readonly id: string; readonly name: string };
  /** who took the insurer’s list in, who reported losses, and who surveyed and paid them */
  readonly officeBy: string;
  readonly villageBy: string;
  readonly insurerBy: string;
}

type Table = 'insurance_policy' | 'insurance_insured' | 'insurance_claim' | 'insurance_claim_line';

export type DemoInsurance = Readonly<Record<Table, readonly PastRow[]>>;

/** villages that are insured, households of them that are, and policies with a loss */
const shares = { villages: 0.83, households: 0.62, losses: 0.2 } as const;
const lines: readonly InsuranceLine[] = ['cattle', 'sheep', 'maize', 'grassland'];
const sums: Readonly<Partial<Record<InsuranceLine, bigint>>> = {
  cattle: 800_000n,
  sheep: 80_000n,
  maize: 50_000n,
  grassland: 10_000n,
};
const demoTerms = { centralBp: 3_500, regionBp: 2_500, cityBp: 500, bannerBp: 500, holderBp: 3_000 };
const demoShares = { central: 3_500, region: 2_500, city: 500, banner: 500, holder: 3_000 };
const rateBp = 600;
/** made up for the demo, as everything in it */
const source = '示例数据，分担比例非正式文件';

/** The policies of one village, year by year, and what was lost under them. The same random numbers make the same. */
export function demoInsurance(
  random: () => number,
  village: DemoInsuranceVillage,
  span: DemoInsuranceSpan,
): DemoInsurance {
  const made = { insurance_policy: [], insurance_insured: [], insurance_claim: [], insurance_claim_line: [] };
  if (random() >= shares.villages) return made;
  const making: Making = { random, span, place: village.place, ...made };
  const line = village.isPastoral ? (random() < 0.5 ? 'sheep' : 'cattle') : 'maize';
  const insured = village.households.filter(() => random() < shares.households);
  for (let year = Number(span.from.slice(0, 4)); year <= Number(span.until.slice(0, 4)); year += 1) {
    const startsOn = localDate(`${year}-05-01`);
    if (startsOn < span.from || startsOn > span.until || insured.length === 0) continue;
    addPolicy(making, { line, startsOn, insured });
  }
  return made;
}

/** Loads what was made for villages, with the insurer and the terms of the lines. */
export async function loadDemoInsurance(
  tx: Tx,
  span: DemoInsuranceSpan,
  villages: readonly DemoInsurance[],
): Promise<void> {
  const { id, county, name } = span.insurer;
  await sql`insert into insurance_insurer (id, county, name, enrolled_on, recorded_at, recorded_by)
    values (${id}, ${county}, ${name}, ${span.from}, ${tx.now}, ${tx.actor.accountId}) on conflict do nothing`.execute(
    tx.db,
  );
  const { centralBp, regionBp, cityBp, bannerBp, holderBp } = demoTerms;
  await sql`insert into insurance_terms (id, line, starts_on, central_bp, region_bp, city_bp, banner_bp, holder_bp, season_from,
      season_to, source, recorded_at, recorded_by)
    select id, line, '2018-01-01', ${centralBp}, ${regionBp}, ${cityBp}, ${bannerBp}, ${holderBp}, null, null,
      ${source}, ${tx.now}, ${tx.actor.accountId}
    from unnest(${lines.map(() => newRecordId(tx))}::uuid[], ${[...lines]}::text[]) as l (id, line) on conflict do nothing`.execute(
    tx.db,
  );
  const tables: readonly Table[] = ['insurance_policy', 'insurance_insured', 'insurance_claim', 'insurance_claim_line'];
  for (const table of tables)
    await loadPast(
      tx,
      table,
      villages.flatMap((one) => one[table]),
    );
}

/** What a household of the demo lost, what stood insured before it, and what the insurer paid. */
export interface DemoLoss {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly householdId: string;
  readonly name: string;
  readonly sumFen: bigint;
  readonly paidFen: bigint;
  readonly paidOn: LocalDate;
}

/** The heaviest loss of each banner that the insurer paid between two days. */
export async function listDemoLosses(
  tx: Tx,
  paid: { readonly from: LocalDate; readonly until: LocalDate },
): Promise<readonly DemoLoss[]> {
  const { rows } = await sql<DemoLoss>`
    select distinct on (l.county) l.county, l.id, l.insured_place as place, l.household_id, l.name, i.sum_fen, l.agreed_fen as paid_fen,
      l.paid_on
    from insurance_claim_line as l join insurance_insured as i on i.county = l.county and i.id = l.insured_id
    where l.paid_on between ${paid.from} and ${paid.until} and l.household_id is not null
    order by l.county, l.agreed_fen::numeric / i.sum_fen desc, l.agreed_fen desc, l.id`.execute(tx.db);
  return rows;
}

interface Making extends Record<Table, PastRow[]> {
  readonly random: () => number;
  readonly span: DemoInsuranceSpan;
  readonly place: number;
}

interface Season {
  readonly line: InsuranceLine;
  readonly startsOn: LocalDate;
  readonly insured: readonly DemoInsured[];
}

function addPolicy(making: Making, { line, startsOn, insured }: Season): void {
  const { random, span, place } = making;
  const county = Math.floor(place / 1_000_000);
  const recordedAt = atNine(startsOn);
  const id = idAt(random, recordedAt);
  const endsOn = addDays(localDate(`${Number(startsOn.slice(0, 4)) + 1}-05-01`), -1);
  const unitSumFen = sums[line] ?? 50_000n;
  const days = { line, startsOn, endsOn };
  const head = { number: `NX${startsOn.slice(0, 4)}${place}`, ...days, unitSumFen, rateBp, deductibleBp: 0 };
  const policy = { county, id, place, insurerId: span.insurer.id, ...days, unit: unitOf(line), inForce: true };
  const rows = insured.flatMap((one) => {
    const units = 1 + Math.floor(random() * (line === 'cattle' ? 9 : 40));
    const amounts = amountsOf(units, { unitSumFen, rateBp, shares: demoShares });
    if (!amounts.ok) return [];
    const own = { id: idAt(random, recordedAt), householdId: one.id, name: one.name, units };
    const place = { insuredPlace: policy.place, cooperativeId: null, signedOn: null };
    const row = insuredColumns(policy, { ...own, ...place, amounts: amounts.value, matched: 'number' });
    return [{ units, amounts: amounts.value, own, row }];
  });
  const total = totalOf(rows.map(({ amounts }) => amounts));
  const terms = { ...demoTerms, id, line, startsOn, seasonFrom: null, seasonTo: null, source };
  making.insurance_policy.push({
    recordedAt,
    row: {
      ...{ county, id, place, insurer_id: span.insurer.id, holder_kind: rows.length > 1 ? 'village' : 'household' },
      ...{ cooperative_id: null, ...headColumns(head, terms), lines: rows.length, ...amountColumns(total) },
      units: rows.reduce((sum, { units }) => sum + units, 0),
      ...{ state: 'in_force', digest: null, made_by: null, issued_on: startsOn, issued_by: span.officeBy },
      ...{ source: 'import', import_id: id, previous_id: null },
    },
  });
  const lost = random() < shares.losses ? rows.slice(0, 3).map(({ own }) => own) : [];
  const claimed = addClaim(making, { head, policyId: id, lines: lost });
  making.insurance_insured.push(
    ...rows.map(({ row, own }) => ({ row: { ...row, claimed_fen: claimed.get(own.id) ?? 0n }, recordedAt })),
  );
}

interface Loss {
  readonly policyId: string;
  readonly head: {
    readonly number: string;
    readonly line: InsuranceLine;
    readonly startsOn: LocalDate;
    readonly unitSumFen: bigint;
  };
  readonly lines: readonly {
    readonly id: string;
    readonly householdId: string;
    readonly name: string;
    readonly units: number;
  }[];
}

/** A loss that was reported, surveyed and paid, mostly in time. Returns what each of the insured got. */
function addClaim(making: Making, { policyId, head, lines: lost }: Loss): ReadonlyMap<string, bigint> {
  const { random, span, place } = making;
  const county = Math.floor(place / 1_000_000);
  const occurredOn = addDays(head.startsOn, 20 + Math.floor(random() * 120));
  const reportedOn = addDays(occurredOn, 1);
  const agreedOn = addDays(reportedOn, 25);
  const paidOn = addDays(agreedOn, random() < 0.8 ? 6 : 15);
  if (paidOn > span.until || lost.length === 0) return new Map();
  const recordedAt = atNine(paidOn);
  const id = idAt(random, recordedAt);
  const rows = lost.map((line) => {
    const units = Math.max(1, Math.floor(line.units / 3));
    const lossBp = 5_000 + Math.floor(random() * 5) * 1_000;
    const fen = lossOf({ units, lossBp }, { unitSumFen: head.unitSumFen, deductibleBp: 0 });
    return {
      ...{ county, id: idAt(random, recordedAt), place, insured_place: place, insurer_id: span.insurer.id },
      ...{ claim_id: id, insured_id: line.id, household_id: line.householdId, name: line.name, reported_units: units },
      ...{ surveyed_units: units, loss_bp: lossBp, computed_fen: fen, agreed_fen: fen, paid_on: paidOn },
    };
  });
  making.insurance_claim_line.push(...rows.map((row) => ({ row, recordedAt })));
  making.insurance_claim.push({
    recordedAt,
    row: {
      ...{ county, id, place, insurer_id: span.insurer.id, policy_id: policyId, policy_number: head.number },
      ...{ line: head.line, unit: unitOf(head.line), cause: unitOf(head.line) === 'mu' ? 'hail' : 'disease' },
      ...{ occurred_on: occurredOn, told_at: atNine(reportedOn), reported_on: reportedOn, statement: '村民报案' },
      ...{ state: 'paid', lines: rows.length, agreed_fen: rows.reduce((sum, { agreed_fen }) => sum + agreed_fen, 0n) },
      ...{ surveyed_on: addDays(reportedOn, 4), surveyed_by: span.insurerBy, digest: null, agreed_on: agreedOn },
      ...{
        due_on: payBy(agreedOn, 10),
        paid_on: paidOn,
        paid_by: span.insurerBy,
        voucher: `PF${head.number.slice(2)}`,
      },
      ...{ closed_for: null, made_by: span.villageBy },
    },
  });
  return new Map(rows.map((row) => [row.insured_id, row.agreed_fen]));
}

function totalOf(all: readonly LineAmounts[]): LineAmounts {
  const sum = (key: keyof LineAmounts) => all.reduce((total, one) => total + one[key], 0n);
  const [central, region, city, banner, holder] = payers.map(sum);
  const parts = { central: central ?? 0n, region: region ?? 0n, city: city ?? 0n, banner: banner ?? 0n };
  return { sumFen: sum('sumFen'), premiumFen: sum('premiumFen'), ...parts, holder: holder ?? 0n };
}

function idAt(random: () => number, at: Date): string {
  return seededId(at.getTime(), random);
}
