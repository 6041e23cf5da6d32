import { sql } from 'kysely';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type LocalDate, localDate, todayInShanghai } from '../../platform/pure/period.ts';
import { dueTimes, type RentLine, type RentTerms, rentSchedule } from '../../platform/pure/rent.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import type { ValidRow } from '../../platform/sheets/import.ts';
import type { transferSheet } from './columns-contract.ts';
import { recordRents, rentRows } from './rent-store.ts';
import { isArea } from './rules.ts';
import { findNamedHolders, type ImportSteps, type NamedHolder } from './sheet-store.ts';
import type { ParcelHead } from './store.ts';
import type { TransferFields } from './transfer-contract.ts';
import { proposeTransfer, rentOfArea, type Stretch, takePart } from './transfer-rules.ts';
import { type NewTransfer, recordTransfers } from './transfer-store.ts';

type Spec = typeof transferSheet;
type TransferLine = ValidRow<Spec>;

/** What is taken of a parcel and when, on record and by the rows before. */
interface Taken extends Stretch {
  readonly startsOn: string;
  readonly throughOn: string;
}

interface Look {
  readonly parcels: ReadonlyMap<string, ParcelHead>;
  readonly takers: ReadonlyMap<string, { readonly id: string; readonly name: string }>;
  readonly known: ReadonlySet<string>;
  readonly taken: ReadonlyMap<string, Taken[]>;
}

type Proposed = NewTransfer & { readonly lines: readonly RentLine[] };

/** How a workbook of transfers goes in: contracts on record stay, land that would be let twice is refused row by row. */
export function transferSteps(tx: Tx): (writes: boolean) => ImportSteps<Spec> {
  const today = todayInShanghai(tx.now);
  return (writes) => {
    // what earlier rows of the file took, also before they are written
    const taken = new Map<string, Taken[]>();
    let look: Look = { parcels: new Map(), takers: new Map(), known: new Set(), taken };
    let proposals: Proposed[] = [];
    return {
      async prepare(rows) {
        proposals = [];
        const parcels = await findParcels(tx, rows, writes);
        await readTaken(tx, parcels, taken);
        const takers = await findNamedHolders(tx, rows.flatMap(wantedTaker));
        look = { parcels, takers, taken, known: await findKnown(tx, rows) };
      },
      decide(row) {
        if (look.known.has(keyOf(row, row.values.number))) return { action: 'unchanged' };
        const proposed = propose(tx, row, { ...look, today });
        if (!proposed.ok) {
          const { code, field, values } = proposed.refusal;
          return {
            action: 'reject',
            errors: [{ code, ...(field ? { key: field } : {}), ...(values ? { values } : {}) }],
          };
        }
        proposals.push(proposed.value);
        return { action: 'insert' };
      },
      ...(writes ? { apply: () => write(tx, proposals) } : {}),
    };
  };
}

async function write(tx: Tx, proposals: readonly Proposed[]): Promise<void> {
  await recordTransfers(tx, proposals);
  const rents = proposals.flatMap(({ parcel, id, lines }) => {
    const householdId = parcel.holderKind === 'household' ? parcel.holderId : null;
    return rentRows(tx, { county: parcel.county, place: parcel.place, id, householdId }, lines);
  });
  await recordRents(tx, rents);
}

function keyOf({ values }: TransferLine, number: string): string {
  return `${values.place}:${number}`;
}

function wantedTaker({ values }: TransferLine): NamedHolder[] {
  const { takerKind: kind, taker, place } = values;
  return kind === 'household' || kind === 'cooperative' ? [{ kind, place: Number(place), key: taker.trim() }] : [];
}

function propose(tx: Tx, line: TransferLine, look: Look & { readonly today: LocalDate }): Result<Proposed, Refusal> {
  const { values } = line;
  const parcel = look.parcels.get(keyOf(line, values.parcel));
  if (!parcel) return refuse({ code: 'transfer_parcel_unknown', field: 'parcel' });
  const fields = fieldsOf(values);
  if (!isArea(fields.areaMu)) return refuse({ code: 'land_area', field: 'areaMu' });
  if (!isTerms(fields)) return refuse({ code: 'transfer_terms', field: 'periodMonths' });
  const listed = look.takers.get(`${fields.takerKind}:${values.place}:${values.taker.trim()}`);
  const isListed = fields.takerKind === 'household' || fields.takerKind === 'cooperative';
  if (isListed && !listed) return refuse({ code: 'transfer_taker_unknown', field: 'taker' });
  const taker = listed ?? { id: null, name: values.taker.trim() };
  const dates = { startsOn: localDate(fields.startsOn), throughOn: localDate(fields.throughOn) };
  const terms: RentTerms = { ...fields, ...dates, rentFen: rentOfArea(fields.rentPerMuFen, fields.areaMu) };
  const lines = rentSchedule(terms);
  if (!lines.ok) return lines;
  const checked = proposeTransfer({ ...fields, ...terms, takerId: taker.id }, parcel, look.today);
  if (!checked.ok) return checked;
  const others = look.taken.get(parcel.id) ?? [];
  const inTerm = others.filter((one) => one.startsOn <= fields.throughOn && one.throughOn >= fields.startsOn);
  const part = takePart(fields.areaMu, { areaMu: parcel.areaMu, taken: inTerm });
  if (!part.ok) return part;
  others.push(...part.value.map((one) => ({ ...one, startsOn: fields.startsOn, throughOn: fields.throughOn })));
  return ok({ parcel, id: newRecordId(tx), fields, taker, part: part.value, lines: lines.value });
}

function fieldsOf(values: TransferLine['values']): TransferFields {
  return {
    number: values.number,
    kind: values.kind as TransferFields['kind'],
    takerKind: values.takerKind as TransferFields['takerKind'],
    takerId: null,
    takerName: values.taker,
    payerName: values.payerName ?? null,
    areaMu: Number(values.areaMu),
    purpose: values.purpose as TransferFields['purpose'],
    filingNumber: values.filingNumber ?? null,
    signedOn: values.signedOn,
    startsOn: values.startsOn,
    throughOn: values.throughOn,
    rentPerMuFen: values.rentPerMuFen,
    periodMonths: values.periodMonths ?? 12,
    instalments: values.instalments ?? 1,
    dueAt: dueTimes.find((one) => one === values.dueAt) ?? 'start',
    dueDays: values.dueDays ?? 10,
    stepBp: null,
    stepPeriods: null,
    note: values.note ?? null,
  };
}

/** The bounds that the form keeps by its shape. */
function isTerms({ periodMonths, instalments, dueDays, rentPerMuFen }: TransferFields): boolean {
  const within = (value: number, least: number, most: number) => value >= least && value <= most;
  return within(periodMonths, 1, 1200) && within(instalments, 1, 12) && within(dueDays, 0, 365) && rentPerMuFen >= 0n;
}

async function findParcels(
  tx: Tx,
  rows: readonly TransferLine[],
  holds: boolean,
): Promise<ReadonlyMap<string, ParcelHead>> {
  const found = await sql<ParcelHead>`
    select p.county, p.id, p.place, p.number, p.name, p.kind, p.area_mu, p.tenure, p.tenure_until, p.holder_kind, p.holder_name,
      p.holder_id, p.listed_on, p.left_on, p.revision, null::date as let_through, 0 as let_up_to_mu
    from land_parcel as p where (p.place, p.number) in (
      select * from unnest(${rows.map(({ values }) => Number(values.place))}::bigint[],
        ${rows.map(({ values }) => values.parcel)}::text[]))
    order by p.id ${holds ? sql`for update of p` : sql``}`.execute(tx.db);
  return new Map(found.rows.map((row) => [`${row.place}:${row.number}`, row]));
}

/** Reads what is taken of parcels that no earlier row of the file was about. */
async function readTaken(tx: Tx, parcels: ReadonlyMap<string, ParcelHead>, taken: Map<string, Taken[]>): Promise<void> {
  const fresh = [...parcels.values()].filter(({ id }) => !taken.has(id));
  for (const { id } of fresh) taken.set(id, []);
  const { rows } = await sql<{ parcelId: string; lo: number; hi: number; startsOn: string; throughOn: string }>`
    select t.parcel_id, lower(s) as lo, upper(s) as hi, t.starts_on, coalesce(t.closed_on, t.through_on) as through_on
    from land_transfer as t, unnest(t.part) as s
    where t.county = any(${[...new Set(fresh.map(({ county }) => county))]}::int[])
      and t.parcel_id = any(${fresh.map(({ id }) => id)}::uuid[])`.execute(tx.db);
  for (const { parcelId, lo, hi, startsOn, throughOn } of rows) {
    taken.get(parcelId)?.push({ from: lo, to: hi, startsOn, throughOn });
  }
}

async function findKnown(tx: Tx, rows: readonly TransferLine[]): Promise<ReadonlySet<string>> {
  const found = await sql<{ place: number; number: string }>`
    select place, number from land_transfer where (place, number) in (
      select * from unnest(${rows.map(({ values }) => Number(values.place))}::bigint[],
        ${rows.map(({ values }) => values.number)}::text[]))`.execute(tx.db);
  return new Set(found.rows.map(({ place, number }) => `${place}:${number}`));
}
