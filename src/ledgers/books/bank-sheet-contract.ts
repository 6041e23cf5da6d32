import { defineSheet } from '../../platform/sheets/model.ts';
import type { WordPair } from '../../platform/words.ts';
import { words } from './words.ts';

/** How banks head a column in their exports, of the counter and of the web. */
function titlesOf([chinese, english]: WordPair): readonly string[] {
  return [...chinese.split('\u3001'), ...english.split(', ')];
}

/** A bank statement, under the heads that banks give its columns. */
export const bankSheet = defineSheet({
  name: 'bank_statement',
  title: words['sheet.bank'],
  guide: [words['bank.guide']],
  columns: [
    {
      key: 'occurredOn',
      title: words['bank.day'],
      // banks write the time behind the day
      kind: 'text',
      aliases: titlesOf(words['bank.titles.occurredOn']),
      required: true,
      maxLength: 30,
      example: '2019-03-05',
    },
    {
      key: 'received',
      title: words['bank.received'],
      kind: 'yuan',
      aliases: titlesOf(words['bank.titles.received']),
      example: '1200.50',
    },
    { key: 'paid', title: words['bank.paid'], kind: 'yuan', aliases: titlesOf(words['bank.titles.paid']), example: '' },
    {
      key: 'balance',
      title: words['bank.balance'],
      kind: 'yuan',
      aliases: titlesOf(words['bank.titles.balance']),
      example: '50000.00',
    },
    {
      key: 'counterparty',
      title: words['bank.counterparty'],
      kind: 'text',
      aliases: titlesOf(words['bank.titles.counterparty']),
      maxLength: 100,
      example: words['bank.example'][0],
      personal: true,
    },
    {
      key: 'memo',
      title: words['bank.memo'],
      kind: 'text',
      aliases: titlesOf(words['bank.titles.memo']),
      maxLength: 200,
      example: words['bank.exampleMemo'][0],
      width: 24,
    },
    {
      key: 'serial',
      title: words['bank.serial'],
      kind: 'text',
      aliases: titlesOf(words['bank.titles.serial']),
      maxLength: 60,
      example: '',
    },
  ],
});

/** The list of the page: lines with what they are matched with. */
export const bankListSheet = defineSheet({
  name: 'bank_lines',
  title: words['sheet.bank'],
  guide: [],
  columns: [
    ...bankSheet.columns.map(({ key, title, kind }) => ({ key, title, kind, example: '' })),
    { key: 'voucher', title: words['bank.voucher'], kind: 'text', example: '', width: 16 },
    { key: 'matchedByName', title: words['bank.matchedBy'], kind: 'text', example: '' },
  ],
});
