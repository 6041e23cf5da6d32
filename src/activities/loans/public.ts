import type { RecordKey } from '../../platform/db/history.ts';
import { listColumn } from '../../platform/db/titles.ts';
import type { Tx } from '../../platform/db/transact.ts';

/** Contract numbers of loans by id. */
export function listLoanTitles(tx: Tx, keys: readonly RecordKey[]): Promise<ReadonlyMap<string, string>> {
  return listColumn(tx, { table: 'loan', column: 'contract_number' }, keys);
}

/** Who applied, by application. */
export function listApplicationTitles(tx: Tx, keys: readonly RecordKey[]): Promise<ReadonlyMap<string, string>> {
  return listColumn(tx, { table: 'loan_application', column: 'borrower_name' }, keys);
}
