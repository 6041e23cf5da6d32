import { sql } from 'kysely';
import { digestOf } from '../../platform/db/digest.ts';
import { type RecordKey, record, revise } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { toJsonFen } from '../../platform/pure/money.ts';
import type { LocalDate } from '../../platform/pure/period.ts';
import { drawAnew } from './draw-store.ts';
import type { DisclosedItem } from './figures-rules.ts';
import type { DisclosedPeriod, DisclosureForm, DisclosureState, Signature } from './rules.ts';
import type { Unit } from './source-store.ts';

export interface DisclosureRow extends DisclosedPeriod {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly cooperativeId: string | null;
  readonly form: DisclosureForm;
  readonly dueOn: LocalDate;
  readonly state: Exclude<DisclosureState, 'open'>;
  /** as stored: read with `itemView` of the contract */
  readonly items: unknown;
  readonly digest: string;
  readonly madeOn: string;
  readonly madeBy: string;
  readonly makerName: string;
  readonly checkedOn: string | null;
  readonly checkerName: string | null;
  readonly publishedOn: string | null;
  readonly noticeId: string | null;
  readonly recordedBy: string;
  readonly revision: number;
}

export async function findDisclosure(tx: Tx, key: RecordKey): Promise<DisclosureRow | undefined> {
  const { rows } = await sql<DisclosureRow>`
    select d.county, d.id, d.place, d.cooperative_id, d.form, d.period, d.starts_on, d.ends_on, d.due_on, d.state, d.items, d.digest,
      d.made_on, d.made_by, coalesce(m.name, '') as maker_name, d.checked_on, k.name as checker_name, d.published_on, d.notice_id,
      d.recorded_by, d.revision
    from disclosure as d left join account as m on m.id = d.made_by left join account as k on k.id = d.checked_by
    where d.county = ${key.county} and d.id = ${key.id}`.execute(tx.db);
  return rows[0];
}

/** The id of the disclosure that a unit has for a period. */
export async function findDisclosureId(
  tx: Tx,
  unit: Unit,
  { period, startsOn }: DisclosedPeriod,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from disclosure where county = ${unit.county} and place = ${unit.place} and period = ${period}
      and starts_on = ${startsOn} and cooperative_id is not distinct from ${unit.cooperativeId}::uuid`.execute(tx.db);
  return rows[0]?.id;
}

/** What a disclosure says, and of whom and when: the finance group signs exactly this. */
export interface Drawn extends DisclosedPeriod {
  readonly place: number;
  readonly cooperativeId: string | null;
  readonly items: readonly DisclosedItem[];
}

function digestDrawn(drawn: Drawn): string {
  const { place, cooperativeId, period, startsOn, endsOn, items } = drawn;
  return digestOf({ place, cooperativeId, period, startsOn, endsOn, items: stored(items) });
}

/** Of the same disclosure drawn up now; an empty text where nothing can be drawn up any more. */
export async function findDigestNow(tx: Tx, disclosure: DisclosureRow): Promise<string> {
  const items = await drawAnew(tx, disclosure);
  return items ? digestDrawn({ ...disclosure, items }) : '';
}

/** Records a new one; a second for the same period meets `disclosure_once`. */
export async function recordDisclosure(
  tx: Tx,
  disclosure: Drawn & {
    readonly county: number;
    readonly id: string;
    readonly form: DisclosureForm;
    readonly dueOn: string;
  },
  madeOn: string,
): Promise<void> {
  const { county, id, place, cooperativeId, form, period, startsOn, endsOn, dueOn, items } = disclosure;
  await record(tx, 'disclosure', {
    county,
    id,
    place,
    cooperative_id: cooperativeId,
    form,
    period,
    starts_on: startsOn,
    ends_on: endsOn,
    due_on: dueOn,
    state: 'proposed',
    items: stored(items),
    digest: digestDrawn(disclosure),
    made_on: madeOn,
    made_by: tx.actor.accountId,
  });
}

/** Draws the figures up anew; false when somebody changed the record meanwhile. */
export async function redraw(tx: Tx, key: RecordKey, drawn: Drawn & { readonly madeOn: string }): Promise<boolean> {
  const set = {
    state: 'proposed',
    items: stored(drawn.items),
    digest: digestDrawn(drawn),
    made_on: drawn.madeOn,
    made_by: tx.actor.accountId,
  };
  return (await revise(tx, 'disclosure', { key, set, reason: 'drawn up anew' })) !== undefined;
}

/** Changes what is said about items, and no figure. */
export async function remarkItems(tx: Tx, key: RecordKey, drawn: Drawn): Promise<boolean> {
  const set = { items: stored(drawn.items), digest: digestDrawn(drawn) };
  return (await revise(tx, 'disclosure', { key, set, reason: 'remark' })) !== undefined;
}

/** Writes what the finance group signed, on exactly the revision given; the person who drew it up meets a check. */
export async function checkDisclosure(
  tx: Tx,
  disclosure: DisclosureRow,
  check: { readonly revision: number; readonly signedOn: string; readonly signatures: readonly Signature[] },
): Promise<boolean> {
  const { county, id, place, cooperativeId, digest, madeBy } = disclosure;
  const set = { state: 'checked', checked_on: check.signedOn, checked_by: tx.actor.accountId };
  const key = { county, id, revision: check.revision };
  if (!(await revise(tx, 'disclosure', { key, set, reason: 'checked' }))) return false;
  for (const { memberId, opinion, remark } of check.signatures) {
    const signatureId = newRecordId(tx);
    await sql`
      insert into disclosure_signature (county, id, place, cooperative_id, disclosure_id, member_id, disclosure_revision, digest,
        opinion, remark, signed_on, made_by, recorded_at, recorded_by)
      values (${county}, ${signatureId}, ${place}, ${cooperativeId}, ${id}, ${memberId}, ${check.revision}, ${digest}, ${opinion},
        ${remark}, ${check.signedOn}, ${madeBy}, ${tx.now}, ${tx.actor.accountId})`.execute(tx.db);
    tx.trail.push({
      table: 'disclosure_signature',
      county,
      place,
      id: signatureId,
      after: { member_id: memberId, opinion },
    });
  }
  return true;
}

export async function publishDisclosure(
  tx: Tx,
  key: RecordKey,
  notice: { readonly noticeId: string; readonly publishedOn: string },
): Promise<boolean> {
  const set = { state: 'published', published_on: notice.publishedOn, notice_id: notice.noticeId };
  return (await revise(tx, 'disclosure', { key, set, reason: 'published' })) !== undefined;
}

export async function returnDisclosure(tx: Tx, key: RecordKey, reason: string): Promise<boolean> {
  const set = { state: 'returned', checked_on: null, checked_by: null, published_on: null, notice_id: null };
  return (await revise(tx, 'disclosure', { key, set, reason })) !== undefined;
}

export interface StoredSignature extends Signature {
  readonly name: string;
  readonly signedOn: string;
}

/** What the finance group said to the figures as they stand. */
export async function listSignatures(tx: Tx, disclosure: DisclosureRow): Promise<readonly StoredSignature[]> {
  const { county, id, digest } = disclosure;
  const { rows } = await sql<StoredSignature>`
    select s.member_id, coalesce(m.name, '') as name, s.opinion, s.remark, s.signed_on
    from disclosure_signature as s
    left join finance_group_member as m on m.county = s.county and m.id = s.member_id
    where s.county = ${county} and s.disclosure_id = ${id} and s.digest = ${digest} and s.disclosure_revision = (
      select max(l.disclosure_revision) from disclosure_signature as l where l.county = s.county and l.disclosure_id = s.disclosure_id)
    order by s.opinion, m.name, s.id`.execute(tx.db);
  return rows;
}

/** Amounts as JSON keeps them without losing a digit. */
function stored(items: readonly DisclosedItem[]) {
  return items.map((item) => ({ ...item, amountFen: item.amountFen === null ? null : toJsonFen(item.amountFen) }));
}
