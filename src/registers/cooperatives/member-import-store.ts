import { sql } from 'kysely';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { parsePlace } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { toCodeText } from '../../platform/pure/text.ts';
import type { ExportRow } from '../../platform/sheets/cells-out.ts';
import { checkRows } from '../../platform/sheets/check.ts';
import { type Decision, type ImportPlan, planImport, type ValidRow } from '../../platform/sheets/import.ts';
import { readRows } from '../../platform/sheets/read.ts';
import type { Language } from '../../platform/words.ts';
import { recheckComposition } from './composition-store.ts';
import { decideMember, type ImportedMember, type KnownMember } from './member-import-rules.ts';
import { type MemberDraft, proposeMember } from './member-rules.ts';
import { correctMember, memberIdHash, type NewMember, recordMembers } from './member-store.ts';
import { memberSetting } from './register-store.ts';
import { memberSheet } from './sheet-contract.ts';
import type { CooperativeRow } from './store.ts';

export interface MemberImport {
  readonly bytes: Uint8Array;
  readonly language: Language;
  /** `check` writes nothing; `all` takes everything or nothing; `good` leaves the rejected rows out */
  readonly mode: 'check' | 'all' | 'good';
}

type Row = ValidRow<typeof memberSheet>;

/** Imports a list of members into one organisation. Rows known already change nothing, so the same file may come again. */
export async function importMembers(
  tx: Tx,
  cooperative: CooperativeRow,
  order: MemberImport,
): Promise<Result<ImportPlan, Refusal>> {
  const reading = await readRows(order.bytes, memberSheet, { language: order.language });
  if (!reading.ok) return refuse({ ...reading.refusal, field: 'file' });
  const intake = new Intake(tx, cooperative, {
    known: await listKnown(tx, cooperative),
    villages: await listVillageNames(tx),
  });
  const rows = checkRows(reading.value.rows(), memberSheet, { place: (text) => intake.readPlace(text) });
  const plan = await planImport({ spec: memberSheet, rows, decide: (row) => intake.decide(row) });
  if (plan.inserted + plan.updated + plan.unchanged + plan.rejected === 0)
    return refuse({ code: 'import_empty', field: 'file' });
  if (order.mode === 'check') return ok(plan);
  if (order.mode === 'all' && plan.rejected > 0)
    return refuse({ code: 'import_rejected', field: 'file', values: { count: plan.rejected } });
  await intake.write();
  return ok(plan);
}

/** Decides row by row against the members known, the rows before included, and gathers what is to be written. */
class Intake {
  readonly #tx: Tx;
  readonly #cooperative: CooperativeRow;
  readonly #villages: ReadonlyMap<string, number | undefined>;
  readonly #known = new Map<string, KnownMember>();
  readonly #named = new Set<string>();
  readonly #inserts: NewMember[] = [];
  readonly #updates: {
    readonly known: KnownMember;
    readonly member: NewMember;
    readonly idNumber: string | null | undefined;
  }[] = [];

  constructor(
    tx: Tx,
    cooperative: CooperativeRow,
    base: { readonly known: readonly KnownMember[]; readonly villages: ReadonlyMap<string, number | undefined> },
  ) {
    this.#tx = tx;
    this.#cooperative = cooperative;
    this.#villages = base.villages;
    for (const member of base.known) this.#remember(member);
  }

  readPlace(text: string): Result<string, Refusal> {
    const name = text.trim();
    const named = this.#villages.get(name);
    if (named !== undefined) return ok(String(named));
    if (this.#villages.has(name)) return refuse({ code: 'place_ambiguous' });
    const code = parsePlace(name);
    return code.ok ? ok(String(code.value)) : refuse({ code: 'place_unknown' });
  }

  decide(row: Row): Decision {
    const typed = this.#typed(row);
    const decision = decideMember(typed, this.#candidates(typed));
    if (decision.action === 'reject') return rejected(decision.key, decision);
    const known = decision.action === 'insert' ? undefined : decision.known;
    // another row of this file is the same member already
    if (known && this.#named.has(known.id))
      return rejected('number', { code: 'member_row_other', values: { other: known.number } });
    const proposed = proposeMember(this.#draftOf(typed, known), memberSetting(this.#tx, this.#cooperative));
    if (!proposed.ok) return rejected(proposed.refusal.field ?? '', proposed.refusal);
    if (known) this.#named.add(known.id);
    if (decision.action === 'unchanged') return { action: 'unchanged' };
    const id = known?.id ?? newRecordId(this.#tx);
    const phone = typed.phone ?? known?.phone ?? null;
    const member: NewMember = { ...proposed.value, id, phone, joinedBy: 'opening' };
    if (known) {
      const idNumber = typed.idHash === undefined ? undefined : member.idNumber;
      this.#updates.push({ known, member, idNumber });
    } else {
      this.#inserts.push(member);
      this.#remember(knownOf(member, typed.idHash ?? null));
      this.#named.add(id);
    }
    return { action: known ? 'update' : 'insert' };
  }

  async write(): Promise<void> {
    const reason = 'import';
    if (this.#inserts.length > 0) await recordMembers(this.#tx, this.#cooperative, this.#inserts);
    for (const { known, member, idNumber } of this.#updates) {
      const key = { county: this.#cooperative.county, id: known.id, revision: known.revision };
      const fields = { ...member, phone: member.phone ?? null };
      const done = await correctMember(this.#tx, key, { fields, idNumber, reason });
      // somebody changed the member between the look and the write: the transaction is tried anew
      if (!done) throw Object.assign(new Error('a member changed during the import'), { code: '40001' });
    }
    if (this.#inserts.length + this.#updates.length > 0) await recheckComposition(this.#tx, this.#cooperative);
  }

  #remember(member: KnownMember): void {
    for (const key of keysOf(member)) this.#known.set(key, member);
  }

  #candidates(row: ImportedMember): readonly KnownMember[] {
    const keys = keysOf({ ...row, idHash: row.idHash ?? null, creditCode: row.creditCode ?? null });
    return [...new Set(keys.flatMap((key) => this.#known.get(key) ?? []))];
  }

  #typed({ values }: Row): ImportedMember {
    const idNumber = values.idNumber === undefined ? undefined : toCodeText(values.idNumber);
    const isNumber = idNumber !== undefined && !idNumber.includes('*');
    return {
      number: toCodeText(values.number),
      kind: values.kind as ImportedMember['kind'],
      unitKind: values.unitKind as ImportedMember['unitKind'],
      name: values.name,
      idNumber,
      idHash: isNumber ? memberIdHash(this.#tx, idNumber).toString('hex') : undefined,
      creditCode: values.creditCode === undefined ? undefined : toCodeText(values.creditCode),
      phone: values.phone,
      memberPlace: values.memberPlace === undefined ? undefined : Number(values.memberPlace),
      joinedOn: values.joinedOn,
    };
  }

  #draftOf(typed: ImportedMember, known: KnownMember | undefined): MemberDraft {
    const { number, kind, name, joinedOn } = typed;
    return {
      number,
      kind,
      name,
      joinedOn,
      unitKind: typed.unitKind ?? known?.unitKind ?? null,
      idNumber: typed.idHash === undefined ? null : (typed.idNumber ?? null),
      creditCode: typed.creditCode ?? known?.creditCode ?? null,
      memberPlace: typed.memberPlace ?? known?.memberPlace ?? this.#cooperative.place,
    };
  }
}

function keysOf(member: Pick<KnownMember, 'number' | 'idHash' | 'creditCode'> & { leftOn?: string | null }): string[] {
  const keys = [`number ${member.number}`];
  if (member.leftOn) return keys;
  if (member.idHash !== null) keys.push(`person ${member.idHash}`);
  if (member.creditCode !== null) keys.push(`unit ${member.creditCode}`);
  return keys;
}

function rejected(key: string, { code, values }: Pick<Refusal, 'code' | 'values'>): Decision {
  return { action: 'reject', errors: [{ key, code, ...(values ? { values } : {}) }] };
}

function knownOf(member: NewMember, idHash: string | null): KnownMember {
  const { id, number, kind, unitKind, name, creditCode, memberPlace, joinedOn } = member;
  const rest = { revision: 0, idHash, idMasked: null, phone: member.phone ?? null, leftOn: null };
  return { id, number, kind, unitKind, name, creditCode, memberPlace, joinedOn, ...rest };
}

async function listKnown(tx: Tx, cooperative: CooperativeRow): Promise<readonly KnownMember[]> {
  const { rows } = await sql<KnownMember>`
    select id, revision, number, kind, unit_kind, name, encode(id_number_hash, 'hex') as id_hash,
      id_number_masked as id_masked, credit_code, phone, member_place, joined_on, left_on
    from membership where county = ${cooperative.county} and cooperative_id = ${cooperative.id}`.execute(tx.db);
  return rows;
}

/** Villages by name, whole banner of the cooperative; undefined for a name that several bear. */
async function listVillageNames(tx: Tx): Promise<ReadonlyMap<string, number | undefined>> {
  const { rows } = await sql<{ code: number; name: string; nameOfficial: string }>`
    select code, name, name_official from place where level = 'village' and ends_on is null limit 20000`.execute(tx.db);
  const byName = new Map<string, number | undefined>();
  for (const { code, name, nameOfficial } of rows) {
    for (const one of new Set([name, nameOfficial])) byName.set(one, byName.has(one) ? undefined : code);
  }
  return byName;
}

/** The members as the sheet shows them, by id of the list’s rows. */
export async function exportMemberRows(
  tx: Tx,
  cooperative: { readonly county: number; readonly id: string },
  ids: readonly string[],
): Promise<readonly ExportRow[]> {
  const { rows } = await sql<ExportRow>`
    select m.number, m.name, m.kind, m.id_number_masked as id_number, m.credit_code, m.unit_kind,
      m.member_place::text as member_place, m.joined_on, m.phone
    from unnest(${ids}::uuid[]) with ordinality as k (id, rank)
    join membership as m on m.county = ${cooperative.county} and m.id = k.id order by k.rank`.execute(tx.db);
  return rows;
}
