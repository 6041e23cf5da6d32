import { checkMembers, headRelation, type Person } from './rules.ts';

/** A number as a sheet brings it: in full with its keyed hash, or as an export masked it. */
export interface SecretCell {
  readonly text: string;
  readonly hash: string | undefined;
}

/** Fields of one kind by name, as the columns of the tables hold them; a blank cell is not there. */
export type Cells = Readonly<Record<string, string | number | boolean>>;

/** One row of the sheet: one person with the household it stands in. */
export interface ImportRow {
  readonly rowNumber: number;
  readonly place: number;
  readonly number: string;
  readonly home: Cells;
  readonly phone: SecretCell | undefined;
  readonly bankCard: SecretCell | undefined;
  /** as it is stored, and as the sheet has it */
  readonly name: string;
  readonly nameOriginal: string;
  readonly idNumber: SecretCell;
  /** what the number tells; absent where it has stars */
  readonly identity: Person | undefined;
  readonly relation: string;
  readonly person: Cells;
  readonly joinedOn: string | undefined;
}

export interface KnownStay {
  readonly id: string;
  readonly revision: number;
  readonly hash: string;
  readonly masked: string;
  readonly name: string;
  readonly relation: string;
  readonly joinedOn: string;
  readonly person: Readonly<Record<string, unknown>>;
}

export interface KnownHome {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly number: string;
  readonly revision: number;
  readonly leftOn: string | null;
  readonly phone: { readonly hash: string | null; readonly masked: string | null };
  readonly bankCard: { readonly hash: string | null; readonly masked: string | null };
  readonly home: Readonly<Record<string, unknown>>;
  readonly stays: readonly KnownStay[];
}

/** Who holds a number; name and village only inside the range. */
export interface Holder {
  readonly householdId: string;
  readonly code: 'resident_duplicate' | 'resident_elsewhere' | 'resident_died';
  readonly values: Readonly<Record<string, string>>;
}

export interface RowFault {
  readonly rowNumber: number;
  readonly key: string;
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

export interface HomeChange {
  readonly cells: Cells;
  readonly phone: SecretCell | undefined;
  readonly bankCard: SecretCell | undefined;
}

export interface StayChange {
  readonly rowNumber: number;
  readonly stay: KnownStay;
  /** fields that differ; `name`, `relation` and `joinedOn` among them */
  readonly changed: Cells;
  /** the new name as the sheet has it */
  readonly nameOriginal: string;
}

/** What is to become of the rows of one household. Rows are in exactly one of faults, inserts, updates, unchanged. */
export interface HomeProposal {
  readonly known: KnownHome | undefined;
  readonly place: number;
  readonly number: string;
  readonly homeChange: HomeChange | undefined;
  readonly inserts: readonly ImportRow[];
  readonly updates: readonly StayChange[];
  readonly unchanged: readonly number[];
  readonly faults: readonly RowFault[];
}

/**
 * Decides what the rows of one household do: people are matched by their number, never by name; blank cells leave what
 * is known; a household keeps exactly one head, else none of its new or newly related rows is taken.
 */
export function proposeHome(
  rows: readonly ImportRow[],
  known: KnownHome | undefined,
  holders: ReadonlyMap<string, Holder>,
): HomeProposal {
  const [first] = rows;
  const { place = 0, number = '' } = first ?? {};
  const plan: Plan = { faults: [], inserts: [], updates: [], unchanged: [] };
  const closed = known?.leftOn != null;
  for (const row of rows) {
    if (closed) plan.faults.push({ rowNumber: row.rowNumber, key: 'number', code: 'household_closed' });
    else placeRow(plan, row, { known, holders });
  }
  const change = closed ? undefined : mergeHome(plan, rows, known);
  keepOneHead(plan, known);
  const took = plan.inserts.length + plan.updates.length + plan.unchanged.length > 0;
  return {
    known,
    place,
    number,
    homeChange: took ? change : undefined,
    ...settle(plan, known && took ? change : undefined),
  };
}

interface Plan {
  faults: RowFault[];
  inserts: ImportRow[];
  updates: StayChange[];
  unchanged: number[];
}

interface Knowledge {
  readonly known: KnownHome | undefined;
  readonly holders: ReadonlyMap<string, Holder>;
}

function placeRow(plan: Plan, row: ImportRow, { known, holders }: Knowledge): void {
  const { rowNumber, idNumber } = row;
  const stays = known?.stays ?? [];
  if (idNumber.hash === undefined) {
    const alike = stays.filter((stay) => stay.masked === idNumber.text);
    const [stay, ...others] = alike.length > 1 ? alike.filter(({ name }) => name === row.name) : alike;
    if (stay === undefined || others.length > 0)
      plan.faults.push({ rowNumber, key: 'idNumber', code: 'masked_unknown' });
    else compare(plan, row, stay);
    return;
  }
  const stay = stays.find(({ hash }) => hash === idNumber.hash);
  const holder = holders.get(idNumber.hash);
  if (stay) compare(plan, row, stay);
  else if (holder !== undefined)
    plan.faults.push({ rowNumber, key: 'idNumber', code: holder.code, values: holder.values });
  else plan.inserts.push(row);
}

function compare(plan: Plan, row: ImportRow, stay: KnownStay): void {
  const known: Readonly<Record<string, unknown>> = {
    ...stay.person,
    name: stay.name,
    relation: stay.relation,
    joinedOn: stay.joinedOn,
  };
  const wanted: Cells = {
    ...row.person,
    name: row.name,
    relation: row.relation,
    ...(row.joinedOn === undefined ? {} : { joinedOn: row.joinedOn }),
  };
  const changed = differing(wanted, known);
  if (Object.keys(changed).length === 0) plan.unchanged.push(row.rowNumber);
  else plan.updates.push({ rowNumber: row.rowNumber, stay, changed, nameOriginal: row.nameOriginal });
}

/** The household's own cells: the first that is filled in counts, one that says otherwise is a fault of its row. */
function mergeHome(plan: Plan, rows: readonly ImportRow[], known: KnownHome | undefined): HomeChange | undefined {
  const cells: Record<string, string | number | boolean> = {};
  let [phone, bankCard]: (SecretCell | undefined)[] = [];
  let merged: Cells | undefined;
  for (const row of rows) {
    const isMerged = row.home === merged;
    const differs = isMerged
      ? undefined
      : Object.keys(row.home).find((key) => key in cells && cells[key] !== row.home[key]);
    const otherPhone = phone && row.phone && phone.text !== row.phone.text;
    const otherCard = bankCard && row.bankCard && bankCard.text !== row.bankCard.text;
    const key = differs ?? (otherPhone ? 'phone' : otherCard ? 'bankCard' : undefined);
    if (key !== undefined) reject(plan, { rowNumber: row.rowNumber, key, code: 'household_cells_differ' });
    const unknown = unknownMask(row.phone, known?.phone)
      ? 'phone'
      : unknownMask(row.bankCard, known?.bankCard)
        ? 'bankCard'
        : undefined;
    if (unknown !== undefined) reject(plan, { rowNumber: row.rowNumber, key: unknown, code: 'masked_unknown' });
    if (key !== undefined || unknown !== undefined) continue;
    if (!isMerged) Object.assign(cells, row.home);
    merged = row.home;
    phone ??= row.phone;
    bankCard ??= row.bankCard;
  }
  const change = {
    cells: known ? differing(cells, known.home) : cells,
    phone: newSecret(phone, known?.phone),
    bankCard: newSecret(bankCard, known?.bankCard),
  };
  const changes = Object.keys(change.cells).length > 0 || change.phone !== undefined || change.bankCard !== undefined;
  return known === undefined || changes ? change : undefined;
}

function keepOneHead(plan: Plan, known: KnownHome | undefined): void {
  const relations = new Map(plan.updates.map(({ stay, changed }) => [stay.id, changed.relation]));
  const members = [
    ...(known?.stays ?? []).map(({ id, relation }) => ({ id, relation: String(relations.get(id) ?? relation) })),
    ...plan.inserts.map((row) => ({ id: String(row.rowNumber), relation: row.relation })),
  ];
  const touched = [
    ...plan.inserts.map(({ rowNumber }) => rowNumber),
    ...plan.updates.filter(({ changed }) => changed.relation !== undefined).map(({ rowNumber }) => rowNumber),
  ];
  if (touched.length === 0) return;
  const checked = checkMembers(members);
  if (checked.ok) return;
  for (const rowNumber of touched) reject(plan, { rowNumber, key: 'relation', code: checked.refusal.code });
}

/** A row whose only news is about its household counts as an update. */
function settle(
  plan: Plan,
  homeUpdate: HomeChange | undefined,
): Omit<HomeProposal, 'known' | 'place' | 'number' | 'homeChange'> {
  const isNews = homeUpdate !== undefined && plan.updates.length === 0;
  return { ...plan, unchanged: isNews ? plan.unchanged.slice(1) : plan.unchanged };
}

/** Whoever stops being head goes before whoever becomes it. */
export function stopsBeingHead({ stay, changed }: StayChange): boolean {
  return stay.relation === headRelation && changed.relation !== undefined;
}

function reject(plan: Plan, fault: RowFault): void {
  plan.inserts = plan.inserts.filter((row) => row.rowNumber !== fault.rowNumber);
  plan.updates = plan.updates.filter((update) => update.rowNumber !== fault.rowNumber);
  plan.unchanged = plan.unchanged.filter((rowNumber) => rowNumber !== fault.rowNumber);
  if (!plan.faults.some((known) => known.rowNumber === fault.rowNumber)) plan.faults.push(fault);
}

function differing(wanted: Cells, known: Readonly<Record<string, unknown>>): Cells {
  return Object.fromEntries(Object.entries(wanted).filter(([key, value]) => (known[key] ?? undefined) !== value));
}

type KnownSecret = { readonly hash: string | null; readonly masked: string | null };

function unknownMask(cell: SecretCell | undefined, known: KnownSecret | undefined): boolean {
  return cell !== undefined && cell.hash === undefined && cell.text !== known?.masked;
}

function newSecret(cell: SecretCell | undefined, known: KnownSecret | undefined): SecretCell | undefined {
  return cell?.hash === undefined || cell.hash === known?.hash ? undefined : cell;
}

/** The fields of a household that a change fills; telephone and card in clear. */
export function fieldsOf(change: HomeChange | undefined): Cells {
  if (!change) return {};
  const { cells, phone, bankCard } = change;
  return { ...cells, ...(phone ? { phone: phone.text } : {}), ...(bankCard ? { bankCard: bankCard.text } : {}) };
}
