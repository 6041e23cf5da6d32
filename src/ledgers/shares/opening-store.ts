import { sql } from 'kysely';
import { digestOf } from '../../platform/db/digest.ts';
import { noteAct, type RecordKey } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import { toCodeText } from '../../platform/pure/text.ts';
import { checkRows } from '../../platform/sheets/check.ts';
import { type Decision, type ImportPlan, planImport, type ValidRow } from '../../platform/sheets/import.ts';
import { readRows } from '../../platform/sheets/read.ts';
import type { Language } from '../../platform/words.ts';
import { proposeMember } from '../../registers/cooperatives/member-rules.ts';
import {
  type CooperativeRow,
  joinMembers,
  listMembers,
  type MemberEntry,
  type MembershipRow,
  memberIdHash,
  memberSetting,
} from '../../registers/cooperatives/public.ts';
import { listShareClasses, type ShareClassRow } from './class-store.ts';
import { openingSheet } from './opening-sheet-contract.ts';
import { checkLot, type ShareSource } from './rules.ts';
import { type NewLot, postShares } from './share-store.ts';
import { signText } from './signature-store.ts';

export interface OpeningOrder {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly language: Language;
  /** the day as of which the balances stand */
  readonly openedOn: string;
  readonly mode: 'check' | 'take';
}

export interface OpeningRow {
  readonly id: string;
  readonly openedOn: string;
  readonly entryId: string;
  readonly fileName: string;
  readonly members: number;
  readonly lots: number;
  readonly shares: number;
  readonly paidFen: bigint;
  readonly digest: string;
  readonly recordedAt: Date;
  readonly recordedBy: string;
}

/** The opening entry of a cooperative, where it came in with balances. */
export async function findOpening(tx: Tx, cooperative: RecordKey): Promise<OpeningRow | undefined> {
  const { rows } = await sql<OpeningRow>`
    select id, opened_on, entry_id, file_name, members, lots, shares, paid_fen, digest, recorded_at, recorded_by
    from share_opening where county = ${cooperative.county} and cooperative_id = ${cooperative.id}`.execute(tx.db);
  return rows[0];
}

/**
 * Takes over an existing cooperative from one workbook: members, classes, shares and amounts paid go in as one entry,
 * signed over its contents, all or nothing. Refused where shares have moved already.
 */
export async function openFromWorkbook(
  tx: Tx,
  cooperative: CooperativeRow,
  order: OpeningOrder,
): Promise<Result<ImportPlan, Refusal>> {
  if (await hasMoved(tx, cooperative)) return refuse(refusal('opening_too_late', 'file'));
  const reading = await readRows(order.bytes, openingSheet, { language: order.language });
  if (!reading.ok) return refuse({ ...reading.refusal, field: 'file' });
  const { county, id: cooperativeId } = cooperative;
  const intake = new Intake(tx, cooperative, {
    openedOn: order.openedOn,
    classes: await listShareClasses(tx, { county, cooperativeId }),
    members: await listMembers(tx, { county, cooperativeId, on: order.openedOn }),
    hashes: await listHashes(tx, cooperative),
  });
  const rows = checkRows(reading.value.rows(), openingSheet);
  const plan = await planImport({ spec: openingSheet, rows, decide: (row) => intake.decide(row) });
  if (plan.inserted + plan.rejected === 0) return refuse({ code: 'import_empty', field: 'file' });
  if (order.mode === 'check') return ok(plan);
  if (plan.rejected > 0) return refuse({ code: 'import_rejected', field: 'file', values: { count: plan.rejected } });
  const written = await writeOpening(tx, cooperative, { intake, order });
  return written.ok ? ok(plan) : written;
}

async function hasMoved(tx: Tx, cooperative: RecordKey): Promise<boolean> {
  const { rows } = await sql`select 1 from share_move
    where county = ${cooperative.county} and cooperative_id = ${cooperative.id} limit 1`.execute(tx.db);
  return rows.length > 0;
}

async function writeOpening(
  tx: Tx,
  cooperative: CooperativeRow,
  { intake, order }: { readonly intake: Intake; readonly order: OpeningOrder },
): Promise<Result<true, Refusal>> {
  const { county, place, id: cooperativeId } = cooperative;
  const entries = intake.newcomers();
  if (entries.length > 0) {
    const joined = await joinMembers(tx, { cooperative, entries });
    if (!joined.ok) return joined;
  }
  const members = await listMembers(tx, { county, cooperativeId, on: order.openedOn });
  const lots = intake.lots(members);
  const id = newRecordId(tx);
  const posted = await postShares(tx, {
    cooperative,
    occurredOn: order.openedOn,
    memo: order.fileName.slice(0, 200) || id,
    source: { type: 'share_opening', id },
    opening: true,
    lots,
    changes: [],
  });
  if (!posted.ok) return posted;
  const contents = lots.map(({ membership, share, ...lot }) => ({
    ...lot,
    member: membership.number,
    share: share.id,
  }));
  const digest = digestOf({ cooperative: cooperativeId, openedOn: order.openedOn, lots: contents });
  const paidFen = lots.reduce((sum, lot) => sum + lot.paidFen, 0n);
  const shares = lots.reduce((sum, lot) => sum + lot.shares, 0);
  const holders = new Set(lots.map((lot) => lot.membership.id)).size;
  await sql`insert into share_opening (county, id, place, cooperative_id, opened_on, entry_id, file_name, members, lots, shares,
      paid_fen, digest, signature, recorded_at, recorded_by)
    values (${county}, ${id}, ${place}, ${cooperativeId}, ${order.openedOn}, ${posted.value.entryId}, ${order.fileName.slice(0, 200)},
      ${holders}, ${lots.length}, ${shares}, ${paidFen}, ${digest}, ${signText(tx, digest)}, ${tx.now}, ${tx.actor.accountId})`.execute(
    tx.db,
  );
  noteAct(tx, 'cooperative', { key: cooperative, place, note: { opening: id, digest, lots: lots.length } });
  return ok(true);
}

async function listHashes(tx: Tx, cooperative: RecordKey): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; hash: string }>`
    select id, encode(id_number_hash, 'hex') as hash from membership
    where county = ${cooperative.county} and cooperative_id = ${cooperative.id} and id_number_hash is not null
      and left_on is null`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row.hash]));
}

type Row = ValidRow<typeof openingSheet>;

interface Known {
  readonly openedOn: string;
  readonly classes: readonly ShareClassRow[];
  readonly members: readonly MembershipRow[];
  /** of the members’ resident ids, by membership */
  readonly hashes: ReadonlyMap<string, string>;
}

interface PlannedLot {
  readonly number: string;
  readonly share: ShareClassRow;
  readonly lot: Omit<NewLot, 'membership' | 'share'>;
}

/** Decides the rows one by one and gathers who is new and what everybody holds. */
class Intake {
  readonly #tx: Tx;
  readonly #cooperative: CooperativeRow;
  readonly #known: Known;
  readonly #members: ReadonlyMap<string, MembershipRow>;
  readonly #newcomers = new Map<string, MemberEntry>();
  readonly #planned: PlannedLot[] = [];

  constructor(tx: Tx, cooperative: CooperativeRow, known: Known) {
    this.#tx = tx;
    this.#cooperative = cooperative;
    this.#known = known;
    this.#members = new Map(known.members.map((member) => [member.number, member]));
  }

  decide(row: Row): Decision {
    const { values } = row;
    const number = toCodeText(values.number);
    const share = this.#known.classes.find((one) => one.name === values.className.trim());
    if (!share) return rejected('className', { code: 'opening_class_unknown' });
    const holder = this.#holder(number, row);
    if (!holder.ok) return rejected(holder.refusal.field ?? 'number', holder.refusal);
    const lot = this.#lotOf(row, share);
    const checked = checkLot({ ...lot, opening: true }, share, holder.value);
    if (!checked.ok) return rejected(sheetKey(checked.refusal.field), checked.refusal);
    this.#planned.push({ number, share, lot });
    return { action: 'insert' };
  }

  newcomers(): readonly MemberEntry[] {
    return [...this.#newcomers.values()];
  }

  lots(members: readonly MembershipRow[]): readonly NewLot[] {
    const byNumber = new Map(members.map((member) => [member.number, member]));
    return this.#planned.map(({ number, share, lot }) => {
      const membership = byNumber.get(number);
      if (!membership) throw new Error(`member ${number} was joined and is not there`);
      return { ...lot, membership, share };
    });
  }

  #holder(number: string, { values }: Row): Result<{ readonly kind: string }, Refusal> {
    const known = this.#members.get(number);
    const idNumber = values.idNumber === undefined ? undefined : toCodeText(values.idNumber);
    if (known) {
      const hash = this.#known.hashes.get(known.id);
      const typed = idNumber && !idNumber.includes('*') ? memberIdHash(this.#tx, idNumber).toString('hex') : undefined;
      const same = typed === undefined || hash === undefined || typed === hash;
      return same ? ok(known) : refuse(refusal('member_row_person', 'idNumber'));
    }
    const earlier = this.#newcomers.get(number);
    if (earlier) return earlier.name === values.name ? ok(earlier) : refuse(refusal('opening_member_twice', 'number'));
    const entry: MemberEntry = {
      id: newRecordId(this.#tx),
      number,
      name: values.name,
      kind: values.kind as MemberEntry['kind'],
      unitKind: (values.unitKind ?? null) as MemberEntry['unitKind'],
      idNumber: idNumber ?? null,
      creditCode: values.creditCode ?? null,
      memberPlace: this.#cooperative.place,
      joinedOn: values.joinedOn ?? this.#known.openedOn,
      joinedBy: 'opening',
    };
    const proposed = proposeMember(entry, memberSetting(this.#tx, this.#cooperative));
    if (!proposed.ok) return proposed;
    this.#newcomers.set(number, entry);
    return ok(entry);
  }

  #lotOf({ values }: Row, share: ShareClassRow): PlannedLot['lot'] {
    return {
      lotId: newRecordId(this.#tx),
      kind: 'opening',
      source: values.source as ShareSource,
      sourceDocument: values.document ?? null,
      valuationId: null,
      fromLotId: null,
      acquiredOn: values.acquiredOn ?? this.#known.openedOn,
      expiresOn: values.expiresOn ?? null,
      shares: values.shares,
      agreedFen: values.agreed ?? larger(BigInt(Math.max(0, values.shares)) * share.parFen, values.paid),
      paidFen: values.paid,
    };
  }
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

function sheetKey(field: string | undefined): string {
  const keys: Readonly<Record<string, string>> = { classId: 'className', paidFen: 'paid' };
  return keys[field ?? ''] ?? field ?? '';
}

function rejected(key: string, { code, values }: Pick<Refusal, 'code' | 'values'>): Decision {
  return { action: 'reject', errors: [{ key, code, ...(values ? { values } : {}) }] };
}
