import { defineSheet } from '../../platform/sheets/model.ts';
import { words } from './words.ts';

export const rewardSheet = defineSheet({
  name: 'rewards',
  title: words.title,
  guide: [],
  columns: [
    { key: 'name', title: words['field.name'], kind: 'text', example: '', width: 18 },
    { key: 'placeName', title: words['field.place'], kind: 'text', example: '', width: 16 },
    { key: 'schemeTitle', title: words['field.scheme'], kind: 'text', example: '', width: 28 },
    { key: 'kind', title: words['field.kind'], kind: 'text', example: '', width: 12 },
    { key: 'producedOn', title: words['field.producedOn'], kind: 'date', example: '', width: 12 },
    { key: 'units', title: words['field.units'], kind: 'decimal', example: '', width: 10 },
    { key: 'amountFen', title: words['field.amount'], kind: 'yuan', example: '', width: 14 },
    { key: 'appliedOn', title: words['field.appliedOn'], kind: 'date', example: '', width: 12 },
    { key: 'checkBy', title: words['field.checkBy'], kind: 'date', example: '', width: 12 },
    { key: 'state', title: words['field.state'], kind: 'text', example: '', width: 12 },
    { key: 'paidOn', title: words['field.paidOn'], kind: 'date', example: '', width: 12 },
  ],
});

/** What the bank pays from: the account in full stands here and nowhere else. */
export const bankSheet = defineSheet({
  name: 'reward_payments',
  title: words['bank.title'],
  guide: [],
  columns: [
    { key: 'ordinal', title: words['bank.ordinal'], kind: 'integer', example: '', width: 8 },
    { key: 'name', title: words['field.name'], kind: 'text', example: '', width: 18 },
    { key: 'bankName', title: words['field.bankName'], kind: 'text', example: '', width: 22 },
    { key: 'card', title: words['field.card'], kind: 'id', example: '', width: 26 },
    { key: 'amountFen', title: words['field.amount'], kind: 'yuan', example: '', width: 14 },
  ],
});
