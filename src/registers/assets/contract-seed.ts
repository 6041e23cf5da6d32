import type { PastRow } from '../../platform/db/load.ts';
import type { Row } from '../../platform/db/tx.ts';
import { seededId } from '../../platform/pure/ids.ts';
import { addDays, addMonths, atNine, type LocalDate } from '../../platform/pure/period.ts';
import { type RentLine, type RentTerms, rentSchedule } from '../../platform/pure/rent.ts';

export interface DemoAssetVillage {
  readonly place: number;
  /** grassland or farmland */
  readonly isPastoral: boolean;
  /** names of its residents: the tenants */
  readonly people: readonly string[];
}

export interface DemoAssetSpan {
  readonly from: LocalDate;
  readonly until: LocalDate;
  /** accounts that confirm and report for the village, and for the township */
  readonly villageBy: string;
  readonly townshipBy: string;
}

/** What everything of one demo village is made from. */
export interface Demo {
  readonly random: () => number;
  readonly village: DemoAssetVillage;
  readonly span: DemoAssetSpan;
  readonly base: { readonly county: number; readonly place: number };
  readonly contracts: PastRow[];
  readonly rents: PastRow[];
  readonly payments: Row[];
}

export interface Letting {
  readonly assetId: string;
  readonly serial: number;
  readonly kind: string;
  /** of a poverty project: let to a cooperative */
  readonly isProject: boolean;
  /** of a year */
  readonly yuan: number;
}

/** A contract that ends on the day given, with the rent it brought up to the end of the demo. */
export function addContract(made: Demo, letting: Letting, throughOn: LocalDate): void {
  const { random, span, base, village } = made;
  const terms = termsOf(made, letting, throughOn);
  const id = nextId(made);
  const signedOn = addDays(terms.startsOn, -12);
  const { rentFen, periodMonths, instalments, dueAt, dueDays } = terms;
  made.contracts.push({
    row: {
      ...base,
      id,
      asset_id: letting.assetId,
      number: `${signedOn.slice(0, 4)}-${String(letting.serial).padStart(2, '0')}`,
      kind: letting.kind,
      tenant_kind: letting.isProject ? 'cooperative' : 'household',
      tenant_name: letting.isProject
        ? '惠农种养殖专业合作社'
        : pick(random, village.people.length > 0 ? village.people : ['村民']),
      decision_number: `${signedOn.slice(0, 4)}年第${1 + Math.floor(random() * 9)}次村民代表会议`,
      signed_on: signedOn,
      starts_on: terms.startsOn,
      through_on: throughOn,
      rent_fen: rentFen,
      period_months: periodMonths,
      instalments,
      due_at: dueAt,
      due_days: dueDays,
      deposit_fen: 0n,
    },
    recordedAt: atNine(later(signedOn, span.from)),
  });
  const lines = rentSchedule(terms);
  if (!lines.ok) throw new Error(`a demo contract has terms: ${lines.refusal.code}`);
  for (const line of lines.value) addRent(made, { contractId: id, signedOn }, line);
}

function termsOf({ random, span }: Demo, { yuan }: Letting, throughOn: LocalDate): RentTerms {
  const years = pick(random, throughOn > addMonths(span.until, 30) ? [5] : [3, 3, 5]);
  return {
    startsOn: addDays(addMonths(throughOn, -12 * years), 1),
    throughOn,
    rentFen: BigInt(Math.round(yuan / 100)) * 10_000n,
    periodMonths: 12,
    instalments: random() < 0.3 ? 2 : 1,
    dueAt: 'start',
    dueDays: 15,
    stepBp: null,
    stepPeriods: null,
  };
}

/** Most of what fell due was paid in time; a little only in part, a little not at all. */
function addRent(made: Demo, of: { contractId: string; signedOn: LocalDate }, line: RentLine): void {
  const { random, span, base } = made;
  const rentId = nextId(made);
  const recordedAt = atNine(later(of.signedOn, span.from));
  const luck = random();
  const isDue = line.dueOn <= span.until;
  const paidFen = !isDue || luck > 0.96 ? 0n : luck > 0.91 ? line.amountFen / 2n : line.amountFen;
  const row = {
    ...base,
    id: rentId,
    contract_id: of.contractId,
    number: line.number,
    starts_on: line.startsOn,
    through_on: line.throughOn,
    due_on: line.dueOn,
    amount_fen: line.amountFen,
    paid_fen: 0n,
  };
  if (paidFen === 0n) {
    made.rents.push({ row, recordedAt });
    return;
  }
  const paidOn = addDays(line.dueOn, -Math.floor(random() * 12));
  const paidAt = new Date(atNine(later(paidOn, span.from)).getTime() + 3_600_000);
  made.rents.push({ row, recordedAt, later: { set: { paid_fen: paidFen }, recordedAt: paidAt, reason: 'payment' } });
  made.payments.push({
    ...base,
    id: nextId(made),
    contract_id: of.contractId,
    rent_id: rentId,
    due_on: line.dueOn,
    receipt_id: nextId(made),
    amount_fen: paidFen,
    paid_on: paidOn,
    method: random() < 0.7 ? 'bank' : 'cash',
    recorded_at: paidAt,
    recorded_by: span.villageBy,
  });
}

export function nextId({ random, span }: Demo): string {
  return seededId(atNine(span.from).getTime(), random);
}

export function pick<T>(random: () => number, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)] as T;
}

function later(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b;
}
