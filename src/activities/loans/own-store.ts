import { sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';

export interface OwnApplication {
  readonly id: string;
  readonly appliedOn: string;
  readonly amountFen: bigint;
  readonly state: string;
  readonly refusals: string[];
  readonly bankName: string | null;
}

/** What the household that reads has applied for: row-level security leaves its own rows. */
export async function listOwnApplications(tx: Tx): Promise<readonly OwnApplication[]> {
  const { rows } = await sql<OwnApplication>`
    select a.id, a.applied_on, a.amount_fen, a.state, a.refusals, b.name as bank_name
    from loan_application a left join loan_lender b on b.id = a.bank_id order by a.applied_on desc, a.id limit 50`.execute(
    tx.db,
  );
  return rows;
}

export interface OwnConsent {
  readonly id: string;
  readonly bankName: string;
  readonly fields: string[];
  readonly givenOn: string;
  readonly endsOn: string;
  readonly withdrawnOn: string | null;
}

/** Which bank may see what of it, and until when. */
export async function listOwnConsents(tx: Tx): Promise<readonly OwnConsent[]> {
  const { rows } = await sql<OwnConsent>`
    select c.id, b.name as bank_name, c.fields, c.given_on, c.ends_on, c.withdrawn_on
    from loan_consent c join loan_lender b on b.id = c.bank_id order by c.given_on desc, c.id limit 50`.execute(tx.db);
  return rows;
}
