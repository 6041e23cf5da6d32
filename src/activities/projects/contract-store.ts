import { sql } from 'kysely';
import { type RecordKey, record, revise } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { headOf, type Party, partyColumns } from './rules.ts';
import type { ProjectRow } from './store.ts';

export interface ContractRow extends Party {
  readonly county: number;
  readonly id: string;
  readonly projectId: string;
  readonly awardId: string;
  readonly number: string;
  readonly amountFen: bigint;
  readonly paidFen: bigint;
  readonly signedOn: string;
  readonly startsOn: string;
  readonly throughOn: string;
  readonly accountCounty: number;
  readonly accountId: string;
  readonly documentId: string | null;
  readonly commitmentId: string;
  readonly endedOn: string | null;
  readonly endedReason: string | null;
  readonly revision: number;
}

const columns = sql`county, id, project_id, award_id, number, party_kind, party_county, party_id, party_name, amount_fen, paid_fen,
  signed_on, starts_on, through_on, account_county, account_id, document_id, commitment_id, ended_on, ended_reason, revision`;

export async function listContracts(tx: Tx, project: RecordKey): Promise<readonly ContractRow[]> {
  const { rows } = await sql<ContractRow>`
    select ${columns} from project_contract
    where county = ${project.county} and project_id = ${project.id} order by signed_on, number`.execute(tx.db);
  return rows;
}

/** A contract, held until the transaction ends. */
export async function holdContract(tx: Tx, key: RecordKey): Promise<ContractRow | undefined> {
  const { rows } = await sql<ContractRow>`
    select ${columns} from project_contract where county = ${key.county} and id = ${key.id} for update`.execute(tx.db);
  return rows[0];
}

export type NewContract = Party &
  Omit<ContractRow, 'county' | 'projectId' | 'paidFen' | 'endedOn' | 'endedReason' | 'revision'>;

export async function recordContract(tx: Tx, project: ProjectRow, contract: NewContract): Promise<void> {
  await record(tx, 'project_contract', {
    ...{ ...headOf(project), id: contract.id, award_id: contract.awardId, number: contract.number },
    ...{ ...partyColumns(contract), amount_fen: contract.amountFen, paid_fen: 0n, signed_on: contract.signedOn },
    ...{ starts_on: contract.startsOn, through_on: contract.throughOn },
    ...{ account_county: contract.accountCounty, account_id: contract.accountId, document_id: contract.documentId },
    ...{ commitment_id: contract.commitmentId, ended_on: null, ended_reason: null },
  });
}

/** Adds to what a held contract has been paid; more than its amount is refused by its constraint. */
export async function countContract(tx: Tx, contract: ContractRow, paidFen: bigint): Promise<boolean> {
  const { county, id, revision } = contract;
  const set = { paid_fen: contract.paidFen + paidFen };
  return (await revise(tx, 'project_contract', { key: { county, id, revision }, set, reason: 'paid' })) !== undefined;
}

/** Ends a contract: nothing more is paid under it. False when it changed meanwhile. */
export async function endContract(tx: Tx, key: RecordKey, reason: string): Promise<boolean> {
  const set = { ended_on: todayInShanghai(tx.now), ended_reason: reason };
  return (await revise(tx, 'project_contract', { key, set, reason })) !== undefined;
}
