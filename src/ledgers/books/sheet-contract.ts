import { defineSheet, type SheetColumn, type SheetSpec } from '../../platform/sheets/model.ts';
import type { WordPair } from '../../platform/words.ts';
import { cardKinds, cardMethods } from './card-rules.ts';
import { equityColumns } from './equity-rules.ts';
import { memberColumns } from './member-rules.ts';
import { voucherSeries, voucherStates } from './voucher-rules.ts';
import { words } from './words.ts';

function text(key: string, title: WordPair, width?: number): SheetColumn {
  return { key, title, kind: 'text', example: '', ...(width === undefined ? {} : { width }) };
}

function yuan(key: string, title: WordPair): SheetColumn {
  return { key, title, kind: 'yuan', example: '', width: 16 };
}

function code(key: string, title: WordPair, codes: readonly { code: string; words: WordPair }[]): SheetColumn {
  return { key, title, kind: 'code', codes, example: '', width: 10 };
}

const series = voucherSeries.map((one) => ({ code: one, words: words[`code.series.${one}`] }));
const states = voucherStates.map((one) => ({ code: one, words: words[`code.state.${one}`] }));
const day: SheetColumn = { key: 'occurredOn', title: words['field.occurredOn'], kind: 'date', example: '' };
const number: SheetColumn = { key: 'number', title: words['field.number'], kind: 'integer', example: '', width: 8 };
const memo = text('memo', words['field.memo'], 30);
const quantity: SheetColumn = { key: 'quantity', title: words['field.quantity'], kind: 'decimal', example: '' };
const account = [text('code', words['field.code'], 10), text('accountName', words['sheet.accountName'], 28)];

/** The workbooks of a set of books: as the page shows them, without its grouping. */
export const balanceSheet = defineSheet({
  name: 'trial_balance',
  title: words['sheet.balances'],
  guide: [],
  columns: [
    ...account,
    yuan('openingDebit', words['balances.openingDebit']),
    yuan('openingCredit', words['balances.openingCredit']),
    yuan('debit', words['balances.debit']),
    yuan('credit', words['balances.credit']),
    yuan('closingDebit', words['balances.closingDebit']),
    yuan('closingCredit', words['balances.closingCredit']),
  ],
});

export const ledgerSheet = defineSheet({
  name: 'detail_ledger',
  title: words['sheet.ledger'],
  guide: [],
  columns: [
    day,
    code('series', words['field.series'], series),
    number,
    memo,
    ...account,
    text('sub', words['field.sub'], 20),
    yuan('debit', words['field.debitFen']),
    yuan('credit', words['field.creditFen']),
    yuan('balance', words['ledger.balance']),
    { key: 'quantity', title: words['field.quantity'], kind: 'decimal', example: '' },
  ],
});

export const generalSheet = defineSheet({
  name: 'general_ledger',
  title: words['sheet.general'],
  guide: [],
  columns: [
    { key: 'month', title: words['general.month'], kind: 'month', example: '' },
    yuan('debit', words['field.debitFen']),
    yuan('credit', words['field.creditFen']),
    yuan('yearDebit', words['general.yearDebit']),
    yuan('yearCredit', words['general.yearCredit']),
    yuan('balance', words['ledger.balance']),
  ],
});

export const voucherSheet = defineSheet({
  name: 'vouchers',
  title: words['sheet.vouchers'],
  guide: [],
  columns: [
    day,
    code('series', words['field.series'], series),
    number,
    code('state', words['field.state'], states),
    memo,
    ...account,
    text('sub', words['field.sub'], 20),
    yuan('debit', words['field.debitFen']),
    yuan('credit', words['field.creditFen']),
    text('madeByName', words['field.madeBy'], 12),
    text('checkedByName', words['field.checkedBy'], 12),
  ],
});

/** All vouchers of a book, line by line, as they leave it. */
export const journalSheet = defineSheet({
  name: 'journal',
  title: words['sheet.vouchers'],
  guide: [],
  columns: [
    ...voucherSheet.columns.filter(({ key }) => key !== 'state'),
    quantity,
    { key: 'papers', title: words['field.papers'], kind: 'integer', example: '' },
  ],
});

const item = [text('row', words['statement.row'], 6), text('item', words['statement.item'], 34)];

/** A statement with its own titles of the two columns. */
export function statementSheet(first: WordPair, second: WordPair): SheetSpec {
  return defineSheet({
    name: 'statement',
    title: words['sheet.statement'],
    guide: [],
    columns: [...item, yuan('first', first), yuan('second', second)],
  });
}

export const equitySheet = defineSheet({
  name: 'equity',
  title: words['statement.equity'],
  guide: [],
  columns: [
    text('item', words['statement.item'], 34),
    ...equityColumns.map((column) => yuan(column, words[`column.equity.${column}`])),
    yuan('total', words['column.equity.total']),
  ],
});

export const memberSheet = defineSheet({
  name: 'member_account',
  title: words['sheet.member'],
  guide: [],
  columns: [
    day,
    memo,
    ...memberColumns.map((column) => yuan(column, words[`member.${column}`])),
    text('product', words['trade.product'], 14),
    { key: 'quantity', title: words['member.tradeQuantity'], kind: 'decimal', example: '' },
    text('unit', words['trade.unit'], 8),
    yuan('tradeAmount', words['member.tradeAmount']),
  ],
});

export const membersSheet = defineSheet({
  name: 'member_accounts',
  title: words['sheet.members'],
  guide: [],
  columns: [
    text('number', words['member.number'], 10),
    { ...text('name', words['member.name'], 16), personal: true },
    yuan('contribution', words['member.contribution']),
    yuan('reserve', words['member.reserve']),
    yuan('due', words['member.due']),
    yuan('current', words['member.current']),
  ],
});

export const tradeSheet = defineSheet({
  name: 'member_trades',
  title: words['sheet.trades'],
  guide: [],
  columns: [
    day,
    text('memberNumber', words['member.number'], 10),
    { ...text('memberName', words['member.name'], 16), personal: true },
    code('direction', words['trade.direction'], [
      { code: 'delivers', words: words['code.direction.delivers'] },
      { code: 'takes', words: words['code.direction.takes'] },
    ]),
    text('product', words['trade.product'], 14),
    { key: 'quantity', title: words['field.quantity'], kind: 'decimal', example: '' },
    text('unit', words['trade.unit'], 8),
    yuan('amount', words['trade.amountFen']),
  ],
});

export const eventSheet = defineSheet({
  name: 'business_events',
  title: words['sheet.events'],
  guide: [],
  columns: [
    day,
    text('kind', words['event.kind'], 26),
    memo,
    text('product', words['trade.product'], 14),
    quantity,
    text('unit', words['trade.unit'], 8),
    yuan('amount', words['field.totalFen']),
    code('series', words['field.series'], series),
    number,
    code('state', words['field.state'], states),
    text('madeByName', words['field.madeBy'], 12),
  ],
});

export const cardSheet = defineSheet({
  name: 'asset_cards',
  title: words['sheet.cards'],
  guide: [],
  columns: [
    text('name', words['field.name'], 26),
    code(
      'kind',
      words['card.kind'],
      cardKinds.map((one) => ({ code: one, words: words[`role.${one}`] })),
    ),
    text('subsidiaryName', words['code.subKind.asset'], 18),
    { ...day, key: 'addedOn', title: words['card.addedOn'] },
    yuan('cost', words['card.costFen']),
    yuan('residual', words['card.residualFen']),
    yuan('charged', words['card.chargedFen']),
    code(
      'method',
      words['card.method'],
      cardMethods.map((one) => ({ code: one, words: words[`card.method.${one}`] })),
    ),
    { key: 'lifeMonths', title: words['card.lifeMonths'], kind: 'integer', example: '' },
    { key: 'lifeUnits', title: words['card.lifeUnits'], kind: 'integer', example: '' },
    { ...day, key: 'disposedOn', title: words['card.disposedOn'] },
  ],
});
