import { insertRows } from '../../platform/db/columns.ts';
import { loadPast, type PastRow } from '../../platform/db/load.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { Row } from '../../platform/db/tx.ts';
import { boundaryAreaMu, parseBoundary } from '../../platform/pure/boundary.ts';
import { seededId } from '../../platform/pure/ids.ts';
import { addDays, addMonths, atNine, type LocalDate, localDate } from '../../platform/pure/period.ts';
import { type RentTerms, rentSchedule } from '../../platform/pure/rent.ts';
import { boxOf } from './outline-rules.ts';
import { rentOfArea } from './transfer-rules.ts';

/** One demo village with whoever holds and takes its land. */
export interface DemoLandVillage {
  readonly place: number;
  /** grassland or farmland */
  readonly isPastoral: boolean;
  readonly households: readonly { readonly id: string; readonly name: string }[];
  readonly cooperative?: { readonly id: string; readonly name: string };
  /** where the first outline lies: longitude and latitude of its south-western corner */
  readonly corner?: readonly [longitude: number, latitude: number];
}

export interface DemoLandSpan {
  readonly from: LocalDate;
  readonly until: LocalDate;
  /** account that records for the village */
  readonly villageBy: string;
}

export interface DemoLand {
  readonly parcels: readonly PastRow[];
  readonly transfers: readonly PastRow[];
  readonly rents: readonly PastRow[];
  /** rows of a journal, complete */
  readonly payments: readonly Row[];
  readonly capacities: readonly PastRow[];
  readonly herds: readonly PastRow[];
  readonly projects: readonly PastRow[];
  readonly reforms: readonly PastRow[];
}

type Making = { -readonly [K in keyof DemoLand]: K extends 'payments' ? Row[] : PastRow[] } & {
  readonly random: () => number;
  readonly village: DemoLandVillage;
  readonly span: DemoLandSpan;
  readonly base: { readonly county: number; readonly place: number };
};

/** So many holders of a village have their land on the register. */
const mostHolders = 12;
/** degrees from one outline to the next: none reaches its neighbour */
const pitch = 0.016;
const metresPerDegree = 111_195;
const squareMetresPerMu = 10_000 / 15;

/** The land of one demo village: parcels, who took them, what was paid, and what grazes there. */
export function demoLand(random: () => number, village: DemoLandVillage, span: DemoLandSpan): DemoLand {
  const made: Making = {
    ...{ random, village, span, base: { county: Math.floor(village.place / 1_000_000), place: village.place } },
    ...{ parcels: [], transfers: [], rents: [], payments: [], capacities: [], herds: [], projects: [], reforms: [] },
  };
  for (const [at, holder] of village.households.slice(0, mostHolders).entries()) addHolding(made, holder, at);
  if (random() < 0.2) addProject(made);
  addReform(made);
  const { parcels, transfers, rents, payments, capacities, herds, projects, reforms } = made;
  return { parcels, transfers, rents, payments, capacities, herds, projects, reforms };
}

/** Loads what was made for the villages of a banner, in few statements. */
export async function loadDemoLand(tx: Tx, villages: readonly DemoLand[]): Promise<void> {
  const all = (key: Exclude<keyof DemoLand, 'payments'>) => villages.flatMap((one) => one[key]);
  await loadPast(tx, 'land_parcel', all('parcels'));
  await loadPast(tx, 'land_transfer', all('transfers'));
  await loadPast(tx, 'land_rent', all('rents'));
  const payments = villages.flatMap((one) => one.payments);
  await insertRows(tx, { table: 'land_rent_payment', types: 'land_rent_payment' }, payments);
  await loadPast(tx, 'grass_capacity', all('capacities'));
  await loadPast(tx, 'herd_count', all('herds'));
  await loadPast(tx, 'land_project', all('projects'));
  await loadPast(tx, 'forest_reform', all('reforms'));
}

interface Holder {
  readonly id: string;
  readonly name: string;
}

interface Held {
  readonly id: string;
  readonly holder: Holder;
  readonly kind: string;
  readonly areaMu: number;
  readonly at: number;
}

function addHolding(made: Making, holder: Holder, at: number): void {
  const { random, village, span, base } = made;
  const id = nextId(made);
  const kind = village.isPastoral ? 'grassland' : 'cropland';
  const areaMu = Math.round((village.isPastoral ? 600 + random() * 2400 : 8 + random() * 40) * 100) / 100;
  made.parcels.push({
    row: {
      ...base,
      id,
      number: String(at + 1).padStart(4, '0'),
      name: village.isPastoral ? `${holder.name}家草场` : `${holder.name}家承包地`,
      kind,
      area_mu: areaMu,
      ...outlineOf(made, at, areaMu),
      tenure: 'household_contract',
      tenure_until: '2027-12-31',
      holder_kind: 'household',
      holder_name: holder.name,
      holder_id: holder.id,
      certificate_number: random() < 0.9 ? `NMG${base.place}${String(at + 1).padStart(5, '0')}` : null,
      listed_on: '2017-12-31',
    },
    recordedAt: atNine(span.from),
  });
  const held = { id, holder, kind, areaMu, at };
  if (village.isPastoral) addGrazing(made, held);
  if (random() < 0.45) addTransfer(made, held);
}

/** A square as large as the parcel, in rows of four. */
function outlineOf({ village }: Making, at: number, areaMu: number): Row {
  if (!village.corner) return { boundary: null, drawn_mu: null, west: null, south: null, east: null, north: null };
  const narrowing = Math.cos((village.corner[1] * Math.PI) / 180);
  const side = Math.sqrt((areaMu * squareMetresPerMu) / narrowing) / metresPerDegree;
  const west = village.corner[0] + (at % 4) * pitch;
  const south = village.corner[1] + Math.floor(at / 4) * pitch;
  const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
  const [w, s, e, n] = [round(west), round(south), round(west + side), round(south + side)];
  const coordinates = [
    [
      [w, s],
      [e, s],
      [e, n],
      [w, n],
      [w, s],
    ],
  ];
  const boundary = JSON.stringify({ type: 'Polygon', coordinates });
  const parsed = parseBoundary(boundary);
  if (!parsed.ok) throw new Error(`a demo outline: ${parsed.refusal.code}`);
  return { boundary, drawn_mu: boundaryAreaMu(parsed.value), ...boxOf(parsed.value) };
}

/** What the parcel carries and what grazes there, each year; one herd in five is too large. */
function addGrazing(made: Making, { id, holder, areaMu }: Held): void {
  const { random, span, base } = made;
  const perMu = 0.03 + random() * 0.03;
  for (const year of yearsOf(span)) {
    const units = Math.round(areaMu * perMu * 100) / 100;
    const capacity = { ...base, id: nextId(made), parcel_id: id, year, sheep_units: units };
    const setOn = atNine(later(localDate(`${year}-01-10`), span.from));
    const documentNumber = `旗草发〔${year}〕3号`;
    made.capacities.push({
      row: { ...capacity, document_number: documentNumber, holds_from: `${year}-01-01` },
      recordedAt: setOn,
    });
    const countedOn = localDate(`${year}-06-30`);
    if (countedOn > span.until) continue;
    const sheep = Math.max(1, Math.round(units * (random() < 0.2 ? 1.1 + random() * 0.4 : 0.6 + random() * 0.35)));
    const others = { goats: 0, cattle: 0, horses: 0, donkeys: 0, camels: 0 };
    const counted = { year, counted_on: countedOn, sheep, ...others, sheep_units: sheep };
    const of = { holder_kind: 'household', holder_name: holder.name, holder_id: holder.id };
    made.herds.push({ row: { ...base, id: nextId(made), ...of, ...counted }, recordedAt: atNine(countedOn) });
  }
}

/** A lease to the cooperative or an enterprise, with the rent it brought up to the end of the demo. */
function addTransfer(made: Making, { id: parcelId, holder, kind, areaMu, at }: Held): void {
  const { random, village, span, base } = made;
  const id = nextId(made);
  const startsOn = addMonths(localDate('2018-01-01'), Math.floor(random() * 12));
  const perMuFen = BigInt(Math.round((village.isPastoral ? 4 + random() * 4 : 180 + random() * 160) * 100));
  const taken = random() < 0.7 ? areaMu : Math.round(areaMu * 50) / 100;
  const inShares = village.cooperative !== undefined && random() < 0.2;
  const terms: RentTerms = {
    startsOn,
    throughOn: addDays(addMonths(startsOn, 60), -1),
    rentFen: rentOfArea(perMuFen, taken),
    periodMonths: 12,
    instalments: 1,
    dueAt: 'start',
    dueDays: 15,
    stepBp: null,
    stepPeriods: null,
  };
  const taker = village.cooperative ?? { id: null, name: village.isPastoral ? '蒙草生态公司' : '绿源农牧业公司' };
  made.transfers.push({
    row: {
      ...base,
      id,
      parcel_id: parcelId,
      land_kind: kind,
      number: `${startsOn.slice(0, 4)}-${String(at + 1).padStart(3, '0')}`,
      kind: inShares ? 'shares' : 'lease',
      ...{ grantor_kind: 'household', grantor_name: holder.name, grantor_id: holder.id, household_id: holder.id },
      ...{ taker_kind: village.cooperative ? 'cooperative' : 'enterprise', taker_name: taker.name, taker_id: taker.id },
      area_mu: taken,
      part: `{[0,${Math.round(taken * 100)})}`,
      purpose: village.isPastoral ? 'grazing' : 'planting',
      ...{ signed_on: addDays(startsOn, -10), starts_on: startsOn, through_on: terms.throughOn },
      ...{ rent_per_mu_fen: perMuFen, rent_fen: terms.rentFen, period_months: 12, instalments: 1 },
      ...{ due_at: 'start', due_days: 15 },
    },
    recordedAt: atNine(later(startsOn, span.from)),
  });
  addRents(made, { id, holder, terms });
}

/** Most of what fell due was paid in time; a little not at all. */
function addRents(
  made: Making,
  { id, holder, terms }: { readonly id: string; readonly holder: Holder; readonly terms: RentTerms },
): void {
  const { random, span, base } = made;
  const lines = rentSchedule(terms);
  if (!lines.ok) throw new Error(`a demo transfer has terms: ${lines.refusal.code}`);
  for (const line of lines.value) {
    const rentId = nextId(made);
    const isPaid = line.dueOn <= span.until && random() < 0.93 && line.amountFen > 0n;
    const row = {
      ...{ ...base, id: rentId, transfer_id: id, household_id: holder.id, number: line.number },
      ...{ starts_on: line.startsOn, through_on: line.throughOn, due_on: line.dueOn },
      ...{ amount_fen: line.amountFen, paid_fen: 0n },
    };
    const recordedAt = atNine(later(terms.startsOn, span.from));
    if (!isPaid) {
      made.rents.push({ row, recordedAt });
      continue;
    }
    const paidOn = later(addDays(line.dueOn, -Math.floor(random() * 10)), span.from);
    const paidAt = new Date(atNine(paidOn).getTime() + 3_600_000);
    const paid = { set: { paid_fen: line.amountFen }, recordedAt: paidAt, reason: 'payment' };
    made.rents.push({ row, recordedAt, later: paid });
    made.payments.push({
      ...{ ...base, id: nextId(made), transfer_id: id, rent_id: rentId, household_id: holder.id },
      ...{ due_on: line.dueOn, rent_receipt_id: nextId(made), amount_fen: line.amountFen, paid_on: paidOn },
      ...{ method: 'bank', recorded_at: paidAt, recorded_by: span.villageBy },
    });
  }
}

function addProject(made: Making): void {
  const { random, village, span, base } = made;
  const approvedOn = addDays(span.from, 60 + Math.floor(random() * 200));
  const [startedOn, finishedOn] = [addDays(approvedOn, 45), addDays(approvedOn, 200)];
  const isAccepted = addDays(finishedOn, 40) <= span.until;
  made.projects.push({
    row: {
      ...{ ...base, id: nextId(made), name: village.isPastoral ? '饲草料地整治项目' : '高标准基本农田建设项目' },
      kind: village.isPastoral ? 'comprehensive' : 'basic_farmland',
      industry: village.isPastoral ? '肉羊养殖' : '青贮玉米',
      ...{
        area_mu: 300 + Math.floor(random() * 900),
        invest_fen: BigInt(40 + Math.floor(random() * 200)) * 1_000_000n,
      },
      document_number: `旗自然资发〔${approvedOn.slice(0, 4)}〕${1 + Math.floor(random() * 40)}号`,
      ...{ approved_on: approvedOn, started_on: startedOn, finished_on: finishedOn },
      accepted_on: isAccepted ? addDays(finishedOn, 40) : null,
      accepted_document: isAccepted ? '验收意见书' : null,
    },
    recordedAt: atNine(span.until),
  });
}

/** Most villages have their certificates; some are on the way. */
function addReform(made: Making): void {
  const { random, span, base } = made;
  const steps = ['survey', 'plan', 'rights', 'certificates', 'accepted'].slice(0, 2 + Math.floor(random() * 4));
  for (const [at, step] of steps.entries()) {
    const reachedOn = addDays(span.from, -700 + at * 160);
    const row = { step, reached_on: reachedOn, document_number: `林改〔${reachedOn.slice(0, 4)}〕${at + 1}号` };
    made.reforms.push({ row: { ...base, id: nextId(made), ...row }, recordedAt: atNine(span.from) });
  }
}

function yearsOf({ from, until }: DemoLandSpan): readonly number[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(until.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

function nextId({ random, span }: Making): string {
  return seededId(atNine(span.from).getTime(), random);
}

function later(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b;
}
