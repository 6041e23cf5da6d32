import { defineSheet } from '../../platform/sheets/model.ts';
import type { WordPair } from '../../platform/words.ts';
import { words } from './words.ts';

/** What banks call a column, one after another. */
function titlesOf([zh]: WordPair): readonly string[] {
  return zh.split(' ');
}

/** What banks send: one line for each payment they booked. */
export const statementSheet = defineSheet({
  name: 'loan-statement',
  title: words['sheet.statement'],
  guide: [words['sheet.guide.once'], words['sheet.guide.split']],
  unique: ['contractNumber', 'receipt'],
  columns: [
    {
      key: 'contractNumber',
      title: words['field.contractNumber'],
      kind: 'id',
      required: true,
      example: 'NX2018-000123',
      width: 20,
      aliases: titlesOf(words['sheet.titles.contractNumber']),
    },
    {
      key: 'borrowerName',
      title: words['field.borrower'],
      kind: 'text',
      required: true,
      example: words['sheet.example.name'][0],
      width: 14,
      aliases: titlesOf(words['sheet.titles.borrower']),
    },
    {
      key: 'receipt',
      title: words['field.receipt'],
      kind: 'id',
      required: true,
      example: '20180810000456',
      width: 20,
      aliases: titlesOf(words['sheet.titles.receipt']),
    },
    {
      key: 'paidOn',
      title: words['field.paidOn'],
      kind: 'date',
      required: true,
      example: '2018-08-10',
      width: 12,
      aliases: titlesOf(words['sheet.titles.paidOn']),
    },
    {
      key: 'principalFen',
      title: words['field.principalPaid'],
      kind: 'yuan',
      example: '0.00',
      width: 14,
      aliases: titlesOf(words['sheet.titles.principal']),
    },
    {
      key: 'interestFen',
      title: words['field.interestPaid'],
      kind: 'yuan',
      example: '555.83',
      width: 14,
      aliases: titlesOf(words['sheet.titles.interest']),
    },
    {
      key: 'balanceFen',
      title: words['field.balance'],
      kind: 'yuan',
      example: '50000.00',
      width: 14,
      aliases: titlesOf(words['sheet.titles.balance']),
    },
  ],
});

/** The list of loans as a workbook. */
export const loanSheet = defineSheet({
  name: 'loans',
  title: words.title,
  guide: [],
  columns: [
    { key: 'contractNumber', title: words['field.contractNumber'], kind: 'id', example: '', width: 20 },
    { key: 'borrowerName', title: words['field.borrower'], kind: 'text', example: '', width: 14 },
    { key: 'placeName', title: words['field.place'], kind: 'text', example: '', width: 18 },
    { key: 'kind', title: words['field.kind'], kind: 'text', example: '', width: 12 },
    { key: 'bankName', title: words['field.bank'], kind: 'text', example: '', width: 26 },
    { key: 'principalFen', title: words['field.principal'], kind: 'yuan', example: '', width: 16 },
    { key: 'rate', title: words['field.rate'], kind: 'text', example: '', width: 10 },
    { key: 'startsOn', title: words['field.startsOn'], kind: 'date', example: '', width: 12 },
    { key: 'endsOn', title: words['field.endsOn'], kind: 'date', example: '', width: 12 },
    { key: 'outstandingFen', title: words['field.outstanding'], kind: 'yuan', example: '', width: 16 },
    { key: 'overdueFen', title: words['field.overdue'], kind: 'yuan', example: '', width: 14 },
    { key: 'age', title: words['field.age'], kind: 'text', example: '', width: 12 },
    { key: 'state', title: words['field.state'], kind: 'text', example: '', width: 10 },
  ],
});

/** Applications as a workbook. */
export const applicationSheet = defineSheet({
  name: 'loan-applications',
  title: words['applications.title'],
  guide: [],
  columns: [
    { key: 'borrowerName', title: words['field.borrower'], kind: 'text', example: '', width: 14 },
    { key: 'placeName', title: words['field.place'], kind: 'text', example: '', width: 18 },
    { key: 'kind', title: words['field.kind'], kind: 'text', example: '', width: 12 },
    { key: 'appliedOn', title: words['field.appliedOn'], kind: 'date', example: '', width: 12 },
    { key: 'amountFen', title: words['field.amount'], kind: 'yuan', example: '', width: 16 },
    { key: 'termMonths', title: words['field.termMonths'], kind: 'integer', example: '', width: 8 },
    { key: 'purpose', title: words['field.purpose'], kind: 'text', example: '', width: 12 },
    { key: 'state', title: words['field.state'], kind: 'text', example: '', width: 10 },
    { key: 'refusals', title: words['field.refusals'], kind: 'text', example: '', width: 30 },
    { key: 'bankName', title: words['field.bank'], kind: 'text', example: '', width: 26 },
  ],
});

/** Lines of a claim as a workbook. */
export const subsidySheet = defineSheet({
  name: 'loan-subsidies',
  title: words['subsidies.title'],
  guide: [],
  columns: [
    { key: 'borrowerName', title: words['field.borrower'], kind: 'text', example: '', width: 14 },
    { key: 'placeName', title: words['field.place'], kind: 'text', example: '', width: 18 },
    { key: 'quarterOn', title: words['field.quarter'], kind: 'date', example: '', width: 12 },
    { key: 'days', title: words['field.days'], kind: 'integer', example: '', width: 8 },
    { key: 'amountFen', title: words['field.subsidy'], kind: 'yuan', example: '', width: 14 },
    { key: 'state', title: words['field.state'], kind: 'text', example: '', width: 12 },
    { key: 'dispute', title: words['field.dispute'], kind: 'text', example: '', width: 30 },
    { key: 'answer', title: words['field.answer'], kind: 'text', example: '', width: 30 },
    { key: 'paidOn', title: words['field.paidOn'], kind: 'date', example: '', width: 12 },
  ],
});
