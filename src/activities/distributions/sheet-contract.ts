import { defineSheet } from '../../platform/sheets/model.ts';
import { words } from './words.ts';

/** The list of distributions as a workbook. */
export const distributionSheet = defineSheet({
  name: 'distributions',
  title: words.title,
  guide: [],
  columns: [
    { key: 'cooperativeName', title: words['field.cooperative'], kind: 'text', example: '', width: 34 },
    { key: 'placeName', title: words['field.place'], kind: 'text', example: '', width: 18 },
    { key: 'year', title: words['field.year'], kind: 'integer', example: '', width: 8 },
    { key: 'state', title: words['field.state'], kind: 'text', example: '', width: 12 },
    { key: 'members', title: words['field.members'], kind: 'integer', example: '', width: 8 },
    { key: 'surplusFen', title: words['field.surplus'], kind: 'yuan', example: '', width: 16 },
    { key: 'totalFen', title: words['field.total'], kind: 'yuan', example: '', width: 16 },
    { key: 'paidFen', title: words['field.paid'], kind: 'yuan', example: '', width: 16 },
    { key: 'inFlightFen', title: words['field.inFlight'], kind: 'yuan', example: '', width: 16 },
    { key: 'unclaimedFen', title: words['field.unclaimed'], kind: 'yuan', example: '', width: 16 },
    { key: 'declaredOn', title: words['field.declaredOn'], kind: 'date', example: '', width: 12 },
  ],
});

/** The lines of a distribution as a workbook. */
export const lineSheet = defineSheet({
  name: 'dividends',
  title: words['tab.lines'],
  guide: [],
  columns: [
    { key: 'number', title: words['field.number'], kind: 'id', example: '', width: 10 },
    { key: 'name', title: words['field.name'], kind: 'text', example: '', width: 16 },
    { key: 'placeName', title: words['field.memberPlace'], kind: 'text', example: '', width: 18 },
    { key: 'poor', title: words['field.poor'], kind: 'text', example: '', width: 10 },
    { key: 'patronageFen', title: words['field.patronage'], kind: 'yuan', example: '', width: 16 },
    { key: 'contributionFen', title: words['field.contribution'], kind: 'yuan', example: '', width: 16 },
    { key: 'shares', title: words['field.shares'], kind: 'text', example: '', width: 12 },
    { key: 'patronageRefundFen', title: words['field.refund'], kind: 'yuan', example: '', width: 16 },
    { key: 'remainderFen', title: words['field.remainder'], kind: 'yuan', example: '', width: 16 },
    { key: 'givenOnFen', title: words['field.givenOn'], kind: 'yuan', example: '', width: 14 },
    { key: 'reserveQuantifiedFen', title: words['field.reserveQuantified'], kind: 'yuan', example: '', width: 16 },
    { key: 'totalFen', title: words['field.total'], kind: 'yuan', example: '', width: 16 },
    { key: 'changedFen', title: words['field.changed'], kind: 'yuan', example: '', width: 14 },
    { key: 'paidFen', title: words['field.paid'], kind: 'yuan', example: '', width: 16 },
  ],
});

/** What the bank gets: accounts in clear. */
export const bankSheet = defineSheet({
  name: 'bank_file',
  title: words['bank.title'],
  guide: [],
  columns: [
    { key: 'reference', title: words['bank.reference'], kind: 'id', example: '', width: 18 },
    { key: 'holder', title: words['bank.holder'], kind: 'text', example: '', width: 18 },
    { key: 'account', title: words['bank.account'], kind: 'id', example: '', width: 26 },
    { key: 'bankName', title: words['bank.bankName'], kind: 'text', example: '', width: 30 },
    { key: 'amountFen', title: words['bank.amount'], kind: 'yuan', example: '', width: 16 },
    { key: 'purpose', title: words['bank.purpose'], kind: 'text', example: '', width: 30 },
  ],
});

/** What the bank sends back: the same lines with their outcome. Other columns are left alone. */
export const returnSheet = defineSheet({
  name: 'bank_return',
  title: words['bank.returned'],
  guide: [],
  columns: [
    { key: 'reference', title: words['bank.reference'], kind: 'id', example: 'A1B2C301-00001', width: 18 },
    { key: 'account', title: words['bank.account'], kind: 'id', example: '6228480000000000000', width: 26 },
    { key: 'amountFen', title: words['bank.amount'], kind: 'yuan', example: '1234.50', width: 16 },
    {
      key: 'result',
      title: words['bank.result'],
      kind: 'text',
      required: true,
      example: words['bank.paid'][0],
      width: 14,
    },
    { key: 'note', title: words['bank.note'], kind: 'text', example: '', width: 30 },
  ],
});

/** Guaranteed returns as a workbook. */
export const returnsSheet = defineSheet({
  name: 'returns',
  title: words['returns.title'],
  guide: [],
  columns: [
    { key: 'number', title: words['field.contractNumber'], kind: 'id', example: '', width: 18 },
    { key: 'payer', title: words['field.payer'], kind: 'text', example: '', width: 30 },
    { key: 'cooperativeName', title: words['field.cooperative'], kind: 'text', example: '', width: 30 },
    { key: 'placeName', title: words['field.place'], kind: 'text', example: '', width: 18 },
    { key: 'subject', title: words['field.subject'], kind: 'text', example: '', width: 36 },
    { key: 'principalFen', title: words['field.principal'], kind: 'yuan', example: '', width: 16 },
    { key: 'promisedFen', title: words['field.promised'], kind: 'yuan', example: '', width: 16 },
    { key: 'paidFen', title: words['field.paidIn'], kind: 'yuan', example: '', width: 16 },
    { key: 'arrearsFen', title: words['field.arrears'], kind: 'yuan', example: '', width: 16 },
    { key: 'nextDueOn', title: words['field.nextDueOn'], kind: 'date', example: '', width: 12 },
  ],
});
