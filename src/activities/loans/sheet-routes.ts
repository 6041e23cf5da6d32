import { noteTakenOut } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { ListDocument } from '../../platform/documents/model.ts';
import { renderPdf } from '../../platform/documents/pdf.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { formatYuan } from '../../platform/pure/money.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import type { ExportRow } from '../../platform/sheets/cells-out.ts';
import { writeList } from '../../platform/sheets/export.ts';
import type { SheetSpec } from '../../platform/sheets/model.ts';
import { type Language, speak } from '../../platform/words.ts';
import { exportApplications } from './application-contract.ts';
import { listApplications } from './application-store.ts';
import { exportLoans, printSchedule } from './contract.ts';
import { formatPpm } from './eligibility-rules.ts';
import { listLines } from './payment-store.ts';
import { applicationSheet, loanSheet, subsidySheet } from './sheet-contract.ts';
import { ageOfLoan } from './standing-rules.ts';
import { findLoan, listLoans } from './store.ts';
import { exportSubsidyLines } from './subsidy-contract.ts';
import { listSubsidyLines } from './subsidy-store.ts';
import { words } from './words.ts';

const mostExported = 100_000;
const whole = { limit: mostExported, offset: 0 };
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const routes: readonly Handler[] = [
  handle(exportLoans, async ({ tx, query, language }) => {
    const { rows } = await listLoans(tx, { ...query, ...whole });
    noteTakenOut(tx, 'loan', { ...query, exported: rows.length });
    const today = todayInShanghai(tx.now);
    const lines = rows.map((row) => ({
      ...{ contractNumber: row.contractNumber, borrowerName: row.borrowerName, placeName: row.placeName },
      ...{ kind: say(language, `code.kind.${row.kind}`), bankName: row.bankName, principalFen: row.principalFen },
      ...{ rate: formatPpm(row.ratePpm), startsOn: row.startsOn, endsOn: row.endsOn },
      ...{ outstandingFen: row.outstandingFen, overdueFen: row.overdueFen },
      ...{ age: say(language, `code.age.${ageOfLoan(row, today)}`), state: say(language, `code.loan.${row.state}`) },
    }));
    return ok(await workbook(tx, { spec: loanSheet, rows: lines, language }));
  }),

  handle(exportApplications, async ({ tx, query, language }) => {
    const { rows } = await listApplications(tx, { ...query, ...whole });
    noteTakenOut(tx, 'loan_application', { ...query, exported: rows.length });
    const lines = rows.map((row) => ({
      ...{ borrowerName: row.borrowerName, placeName: row.placeName, kind: say(language, `code.kind.${row.kind}`) },
      ...{ appliedOn: row.appliedOn, amountFen: row.amountFen, termMonths: row.termMonths },
      ...{
        purpose: say(language, `code.purpose.${row.purpose}`),
        state: say(language, `code.application.${row.state}`),
      },
      refusals: row.refusals.map((code) => say(language, `code.refusal.${code}`)).join(' '),
      bankName: row.bankName,
    }));
    return ok(await workbook(tx, { spec: applicationSheet, rows: lines, language }));
  }),

  handle(exportSubsidyLines, async ({ tx, query, language }) => {
    const { rows } = await listSubsidyLines(tx, { ...query, ...whole });
    noteTakenOut(tx, 'loan_subsidy_line', { ...query, exported: rows.length });
    const lines = rows.map((row) => ({
      ...{ borrowerName: row.borrowerName, placeName: row.placeName, quarterOn: row.quarterOn, days: row.days },
      ...{ amountFen: row.amountFen, state: say(language, `code.line.${row.state}`), dispute: row.dispute },
      ...{ answer: row.answer, paidOn: row.paidOn },
    }));
    return ok(await workbook(tx, { spec: subsidySheet, rows: lines, language }));
  }),

  handle(printSchedule, async ({ tx, params, language }) => {
    const loan = await findLoan(tx, params);
    if (!loan) return refuse({ code: 'not_found' });
    const lines = await listLines(tx, loan);
    noteTakenOut(tx, 'loan', { printed: loan.id });
    const sum = (pick: (line: (typeof lines)[number]) => bigint): string =>
      formatYuan(lines.reduce((total, line) => total + pick(line), 0n));
    const columns = ['number', 'dueOn', 'payBy', 'principal', 'interest', 'sum', 'paidOn'] as const;
    const document: ListDocument = {
      ...{ kind: 'list', title: say(language, 'print.title'), locale: language, subtitle: loan.bankName },
      footer: { printedBy: tx.actor.name, printedAt: tx.now },
      blocks: [
        {
          kind: 'paragraph',
          text: [
            `${say(language, 'field.borrower')} ${loan.borrowerName}`,
            `${say(language, 'field.contractNumber')} ${loan.contractNumber}`,
            `${say(language, 'field.principal')} ${formatYuan(loan.principalFen)}`,
            `${say(language, 'field.rate')} ${formatPpm(loan.ratePpm)}`,
          ].join('  '),
        },
        {
          kind: 'table',
          columns: columns.map((key, at) => ({
            title: say(language, `print.${key}`),
            align: at >= 3 && at <= 5 ? 'right' : 'left',
          })),
          rows: lines.map((line) => [
            ...[
              String(line.number),
              line.dueOn,
              line.payBy,
              formatYuan(line.principalFen),
              formatYuan(line.interestFen),
            ],
            ...[formatYuan(line.principalFen + line.interestFen), line.settledOn ?? ''],
          ]),
          totals: [
            ...[say(language, 'print.total'), '', '', sum(({ principalFen }) => principalFen)],
            ...[sum(({ interestFen }) => interestFen), sum((line) => line.principalFen + line.interestFen), ''],
          ],
        },
      ],
    };
    const fileName = `${say(language, 'print.title')}-${loan.contractNumber}.pdf`;
    return ok({ fileName, contentType: 'application/pdf', content: await renderPdf(document) });
  }),
];

interface Sheet {
  readonly spec: SheetSpec;
  readonly rows: readonly ExportRow[];
  readonly language: Language;
}

async function workbook(tx: Tx, { spec, rows, language }: Sheet) {
  const pieces: Buffer[] = [];
  const list = writeList({ spec, rows, language, exportedBy: tx.actor.name, exportedAt: tx.now });
  for await (const piece of list) pieces.push(piece);
  const fileName = `${speak(spec.title, language)}.xlsx`;
  return { fileName, contentType: xlsxType, content: Buffer.concat(pieces) };
}

function say(language: Language, key: keyof typeof words): string {
  return speak(words[key], language);
}
