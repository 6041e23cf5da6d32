import type { Tx } from '../../platform/db/transact.ts';
import { formatYuan } from '../../platform/pure/money.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { checkRows } from '../../platform/sheets/check.ts';
import { writeList } from '../../platform/sheets/export.ts';
import { readRows } from '../../platform/sheets/read.ts';
import { type Language, speak, type WordPair } from '../../platform/words.ts';
import { batchName, csvCell, type Matching, matchReturned, type ReportedPayment, referenceOf } from './bank-rules.ts';
import { type BankLine, type BatchRow, openBankLines } from './payout-store.ts';
import { bankSheet, returnSheet } from './sheet-contract.ts';
import type { DistributionRow } from './store.ts';
import { words } from './words.ts';

/** The file for the bank: who, which account, how much, with our reference for each line. */
export async function writeBankFile(
  tx: Tx,
  batch: BatchRow,
  order: { readonly row: DistributionRow; readonly language: Language; readonly format: 'xlsx' | 'csv' },
): Promise<Uint8Array> {
  const { row, language, format } = order;
  const purpose = speak(words['bank.purposeText'], language, { cooperative: row.cooperativeName, year: row.year });
  const lines = (await openBankLines(tx, batch)).map((line) => ({
    reference: referenceOf(batchName(batch), line.ordinal),
    ...{ holder: line.holder, account: line.account, bankName: line.bankName, amountFen: line.amountFen, purpose },
  }));
  if (format === 'csv') {
    const head = bankSheet.columns.map(({ title }) => csvCell(speak(title, language)));
    const rows = lines.map((line) =>
      [
        line.reference,
        line.holder,
        line.account,
        line.bankName,
        formatYuan(line.amountFen).replaceAll(',', ''),
        purpose,
      ].map(csvCell),
    );
    // spreadsheets take a file without the mark for one in the local code page
    return Buffer.from(`\uFEFF${[head, ...rows].map((cells) => cells.join(',')).join('\r\n')}\r\n`, 'utf8');
  }
  const pieces: Buffer[] = [];
  const list = writeList({ spec: bankSheet, rows: lines, language, exportedBy: tx.actor.name, exportedAt: tx.now });
  for await (const piece of list) pieces.push(piece);
  return Buffer.concat(pieces);
}

const signs = { paid: split(words['bank.signs.paid']), returned: split(words['bank.signs.returned']) };

function split(pair: WordPair): readonly string[] {
  return pair.flatMap((text) => text.split(' '));
}

/** Reads a return file, in any layout that has the columns of `returnSheet`, and matches it with what was sent. */
export async function readReturnFile(
  tx: Tx,
  sent: readonly BankLine[],
  file: { readonly bytes: Uint8Array; readonly language: Language; readonly batch: BatchRow },
): Promise<Result<Matching, Refusal>> {
  const reading = await readRows(file.bytes, returnSheet, { language: file.language });
  if (!reading.ok) return refuse({ ...reading.refusal, field: 'file' });
  const reported: ReportedPayment[] = [];
  for await (const row of checkRows(reading.value.rows(), returnSheet)) {
    // a row with a broken cell says nothing that could be relied on: it stays among those that match nothing
    const { reference, account, amountFen, result, note } = row.values ?? {};
    reported.push({ rowNumber: row.rowNumber, reference, account, amountFen, result, note });
  }
  if (reported.length === 0) return refuse({ code: 'payout_file_empty', field: 'file', values: { by: tx.actor.name } });
  return ok(matchReturned(sent, reported, { batch: batchName(file.batch), signs }));
}
