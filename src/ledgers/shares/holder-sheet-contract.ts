import { defineSheet } from '../../platform/sheets/model.ts';
import { memberKinds } from '../../registers/cooperatives/composition-rules.ts';
import { words as cooperativeWords } from '../../registers/cooperatives/words.ts';
import { words } from './words.ts';

/** The share register as it is exported, one row a member. */
export const holderSheet = defineSheet({
  name: 'holders',
  title: words['holders.title'],
  guide: [],
  columns: [
    { key: 'number', title: cooperativeWords['field.number'], kind: 'id', example: '', width: 10 },
    { key: 'name', title: cooperativeWords['field.memberName'], kind: 'text', example: '', width: 16 },
    {
      key: 'kind',
      title: cooperativeWords['field.memberKind'],
      kind: 'code',
      codes: memberKinds.map((code) => ({ code, words: cooperativeWords[`code.memberKind.${code}`] })),
      example: '',
      width: 12,
    },
    { key: 'memberPlaceName', title: cooperativeWords['field.memberPlace'], kind: 'text', example: '', width: 16 },
    { key: 'shares', title: words['field.shares'], kind: 'integer', example: '', width: 12 },
    { key: 'agreedFen', title: words['field.agreedFen'], kind: 'yuan', example: '', width: 16 },
    { key: 'paidFen', title: words['field.paidFen'], kind: 'yuan', example: '', width: 16 },
    { key: 'on', title: words['field.on'], kind: 'date', example: '', width: 12 },
  ],
});
