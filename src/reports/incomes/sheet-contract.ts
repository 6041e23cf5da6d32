import { defineSheet } from '../../platform/sheets/model.ts';
import { incomeKinds } from './rules.ts';
import { words } from './words.ts';

export const incomeSheet = defineSheet({
  name: 'household_income',
  title: words.title,
  guide: [],
  columns: [
    { key: 'occurredOn', title: words['field.occurredOn'], kind: 'date', example: '', width: 14 },
    {
      key: 'kind',
      title: words['field.kind'],
      kind: 'code',
      codes: incomeKinds.map((code) => ({ code, words: words[`kind.${code}`] })),
      example: '',
      width: 16,
    },
    { key: 'title', title: words['field.entry'], kind: 'text', example: '', width: 40 },
    {
      key: 'amountFen',
      title: words['field.amount'],
      kind: 'yuan',
      unit: words['unit.yuan'],
      example: '',
      width: 16,
    },
  ],
});
