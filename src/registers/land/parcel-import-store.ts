import { sql } from 'kysely';
import type { NewRow } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { Row } from '../../platform/db/tx.ts';
import { type LocalDate, todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import type { ValidRow } from '../../platform/sheets/import.ts';
import type { parcelSheet } from './columns-contract.ts';
import { isArea, type ParcelDraft, proposeParcel } from './rules.ts';
import { findNamedHolders, type ImportSteps, type NamedHolder } from './sheet-store.ts';
import { recordParcels, reviseParcel } from './store.ts';

type Spec = typeof parcelSheet;
type ParcelLine = ValidRow<Spec>;

interface KnownParcel extends ParcelDraft {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly number: string;
  readonly revision: number;
  readonly leftOn: string | null;
  readonly letUpToMu: number;
  readonly name: string;
  readonly location: string | null;
  readonly holderName: string;
  readonly areaMu: number;
  readonly measuredMu: number | null;
  readonly certificateNumber: string | null;
  readonly note: string | null;
}

type Held = ReadonlyMap<string, { readonly id: string; readonly name: string }>;
type Proposal =
  | { readonly action: 'insert'; readonly row: NewRow }
  | { readonly action: 'update'; readonly known: KnownParcel; readonly set: Row }
  | { readonly action: 'unchanged' };

/** How a workbook of parcels goes in: matched by village and number; a row that says nothing new changes nothing. */
export function parcelSteps(tx: Tx): (writes: boolean) => ImportSteps<Spec> {
  const today = todayInShanghai(tx.now);
  return (writes) => {
    const state = { known: new Map<string, KnownParcel>(), held: new Map() as Held, names: new Map<number, string>() };
    const proposals = new Map<number, Proposal>();
    return {
      async prepare(rows) {
        proposals.clear();
        state.known = await findKnown(tx, rows, writes);
        state.held = await findNamedHolders(tx, rows.flatMap(wantedHolder));
        state.names = await findNames(tx, rows);
      },
      decide(row) {
        const proposed = propose(tx, row, { ...state, today });
        if (!proposed.ok) {
          const { code, field, values } = proposed.refusal;
          return {
            action: 'reject',
            errors: [{ code, ...(field ? { key: field } : {}), ...(values ? { values } : {}) }],
          };
        }
        proposals.set(row.rowNumber, proposed.value);
        return { action: proposed.value.action };
      },
      ...(writes ? { apply: () => write(tx, [...proposals.values()]) } : {}),
    };
  };
}

async function write(tx: Tx, proposals: readonly Proposal[]): Promise<void> {
  await recordParcels(
    tx,
    proposals.flatMap((one) => (one.action === 'insert' ? [one.row] : [])),
  );
  for (const one of proposals) {
    if (one.action !== 'update') continue;
    const { county, id, revision } = one.known;
    const done = await reviseParcel(tx, { county, id, revision }, { set: one.set, reason: 'import' });
    if (!done) throw Object.assign(new Error('a parcel changed during the import'), { code: '40001' });
  }
}

function wantedHolder({ values }: ParcelLine): NamedHolder[] {
  const { holderKind: kind, holder, place } = values;
  if (holder === undefined || (kind !== 'household' && kind !== 'cooperative')) return [];
  return [{ kind, place: Number(place), key: holder.trim() }];
}

interface Look {
  readonly known: ReadonlyMap<string, KnownParcel>;
  readonly held: Held;
  readonly names: ReadonlyMap<number, string>;
  readonly today: LocalDate;
}

/** Decides what a row does; blank cells leave what is known. */
function propose(tx: Tx, { values }: ParcelLine, look: Look): Result<Proposal, Refusal> {
  const place = Number(values.place);
  const known = look.known.get(`${place}:${values.number}`);
  if (known && known.leftOn !== null) return refuse({ code: 'parcel_left', field: 'number' });
  const areas = ['areaMu', 'measuredMu'] as const;
  const wide = areas.find((key) => values[key] !== undefined && !isArea(Number(values[key])));
  if (wide) return refuse({ code: 'land_area', field: wide });
  const areaMu = Number(values.areaMu);
  if (known && areaMu < known.letUpToMu) {
    return refuse({ code: 'parcel_let_more', field: 'areaMu', values: { let: known.letUpToMu.toFixed(2) } });
  }
  const holder = holderOf(values, known, look);
  if (!holder) return refuse({ code: 'parcel_holder_unknown', field: 'holder' });
  const draft = draftOf(values, known, look.today);
  const checked = proposeParcel({ ...draft, holderId: holder.id }, look.today);
  if (!checked.ok) return checked;
  const cells: Row = {
    name: values.name.trim(),
    kind: draft.kind,
    location: values.location ?? known?.location ?? null,
    area_mu: areaMu,
    measured_mu: values.measuredMu === undefined ? (known?.measuredMu ?? null) : Number(values.measuredMu),
    tenure: draft.tenure,
    tenure_until: draft.tenureUntil,
    holder_kind: draft.holderKind,
    holder_name: holder.name,
    holder_id: holder.id,
    certificate_number: values.certificateNumber ?? known?.certificateNumber ?? null,
    note: values.note ?? known?.note ?? null,
    listed_on: draft.listedOn,
  };
  if (known) {
    const isSame = Object.entries(cells).every(([key, value]) => columnsOf(known)[key] === value);
    return ok(isSame ? { action: 'unchanged' } : { action: 'update', known, set: cells });
  }
  const blank = { boundary: null, drawn_mu: null, west: null, south: null, east: null, north: null };
  const key = { county: Math.floor(place / 1_000_000), id: newRecordId(tx), place, number: values.number };
  return ok({ action: 'insert', row: { ...key, ...blank, ...cells } });
}

function draftOf(values: ParcelLine['values'], known: KnownParcel | undefined, today: LocalDate): ParcelDraft {
  return {
    kind: values.kind as ParcelDraft['kind'],
    tenure: values.tenure as ParcelDraft['tenure'],
    tenureUntil: values.tenureUntil ?? known?.tenureUntil ?? null,
    holderKind: values.holderKind as ParcelDraft['holderKind'],
    holderId: null,
    listedOn: values.listedOn ?? known?.listedOn ?? today,
  };
}

/** Who holds it by the row; the same holder as before where the cell is blank. */
function holderOf(
  { holderKind, holder, place }: ParcelLine['values'],
  known: KnownParcel | undefined,
  { held, names }: Look,
): { readonly id: string | null; readonly name: string } | undefined {
  if (holderKind === 'collective') return { id: null, name: names.get(Number(place)) ?? '' };
  const text = holder?.trim();
  if (!text) return known?.holderKind === holderKind ? { id: known.holderId, name: known.holderName } : undefined;
  return holderKind === 'other' ? { id: null, name: text } : held.get(`${holderKind}:${place}:${text}`);
}

function columnsOf(known: KnownParcel): Row {
  return Object.fromEntries(
    Object.entries(known).map(([key, value]) => [key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
  );
}

async function findKnown(tx: Tx, rows: readonly ParcelLine[], holds: boolean): Promise<Map<string, KnownParcel>> {
  const today = todayInShanghai(tx.now);
  const found = await sql<KnownParcel>`
    select p.county, p.id, p.place, p.number, p.revision, p.left_on, p.name, p.kind, p.location, p.area_mu, p.measured_mu,
      p.tenure, p.tenure_until, p.holder_kind, p.holder_name, p.holder_id, p.certificate_number, p.note, p.listed_on,
      (select coalesce(max(upper(part)), 0) / 100.0 from land_transfer as t where t.county = p.county and t.parcel_id = p.id
        and coalesce(t.closed_on, t.through_on) >= ${today}::date) as let_up_to_mu
    from land_parcel as p
    join unnest(${rows.map(({ values }) => Number(values.place))}::bigint[], ${rows.map(({ values }) => values.number)}::text[])
      as w (place, number) on p.county = w.place / 1000000 and p.place = w.place and p.number = w.number
    order by p.id ${holds ? sql`for update of p` : sql``}`.execute(tx.db);
  return new Map(found.rows.map((row) => [`${row.place}:${row.number}`, row]));
}

async function findNames(tx: Tx, rows: readonly ParcelLine[]): Promise<Map<number, string>> {
  const places = [...new Set(rows.map(({ values }) => Number(values.place)))];
  const found = await sql<{ code: number; name: string }>`
    select code, name from place where code = any(${places}::bigint[])`.execute(tx.db);
  return new Map(found.rows.map(({ code, name }) => [code, name]));
}
