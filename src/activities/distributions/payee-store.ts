import { sql } from 'kysely';
import { type RecordKey, record, revise } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { MembershipRow } from '../../registers/cooperatives/public.ts';
import { maskCard } from '../../registers/households/rules.ts';

export interface PayeeRow {
  readonly county: number;
  readonly id: string;
  readonly membershipId: string;
  readonly holder: string;
  readonly bankName: string;
  readonly accountMasked: string;
  readonly entitledBy: string | null;
  readonly revision: number;
}

/** The account recorded for a member; undefined where only the household’s card is known, or nothing. */
export async function findPayee(
  tx: Tx,
  of: { readonly county: number; readonly membershipId: string },
): Promise<PayeeRow | undefined> {
  const { rows } = await sql<PayeeRow>`
    select county, id, membership_id, holder, bank_name, account_masked, entitled_by, revision from payee_account
    where county = ${of.county} and membership_id = ${of.membershipId}`.execute(tx.db);
  return rows[0];
}

export interface PayeeFields {
  readonly holder: string;
  readonly bankName: string;
  /** digits as `readCard` gives them */
  readonly account: string;
  readonly entitledBy: string | null;
}

export async function recordPayee(
  tx: Tx,
  member: MembershipRow,
  payee: PayeeFields & { readonly id: string },
): Promise<void> {
  await record(tx, 'payee_account', {
    county: member.county,
    id: payee.id,
    place: member.place,
    member_place: member.memberPlace,
    cooperative_id: member.cooperativeId,
    membership_id: member.id,
    ...sealed(tx, payee),
  });
}

export async function correctPayee(
  tx: Tx,
  key: RecordKey,
  change: { readonly fields: PayeeFields; readonly reason: string },
): Promise<boolean> {
  return (
    (await revise(tx, 'payee_account', { key, set: sealed(tx, change.fields), reason: change.reason })) !== undefined
  );
}

/** The account is sealed; its keyed hash is that of household cards, so that the same account is found on both sides. */
function sealed(tx: Tx, { holder, bankName, account, entitledBy }: PayeeFields) {
  return {
    holder,
    bank_name: bankName,
    account: tx.vault.seal(account),
    account_hash: tx.vault.fingerprint('bank_card', account),
    account_masked: maskCard(account),
    entitled_by: entitledBy,
  };
}
