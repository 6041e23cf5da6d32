import { defineSheet } from '../../platform/sheets/model.ts';
import { actKinds, actStates } from './rules.ts';
import { words } from './words.ts';

/** The list of acts as a workbook. */
export const actSheet = defineSheet({
  name: 'membership-acts',
  title: words.title,
  guide: [],
  columns: [
    { key: 'occurredOn', title: words['field.occurredOn'], kind: 'date', example: '', width: 12 },
    { key: 'cooperativeName', title: words['field.cooperative'], kind: 'text', example: '', width: 30 },
    {
      key: 'kind',
      title: words['field.kind'],
      kind: 'code',
      codes: actKinds.map((code) => ({ code, words: words[`kind.${code}`] })),
      example: '',
      width: 12,
    },
    { key: 'memberNumber', title: words['field.memberNumber'], kind: 'id', example: '', width: 10 },
    { key: 'memberName', title: words['field.member'], kind: 'text', example: '', width: 14 },
    { key: 'toName', title: words['field.toMember'], kind: 'text', example: '', width: 14 },
    { key: 'totalShares', title: words['field.shares'], kind: 'integer', example: '', width: 12 },
    { key: 'totalFen', title: words['field.amount'], kind: 'yuan', example: '', width: 16 },
    { key: 'documentNumber', title: words['field.documentNumber'], kind: 'text', example: '', width: 24 },
    {
      key: 'state',
      title: words['field.state'],
      kind: 'code',
      codes: actStates.map((code) => ({ code, words: words[`state.${code}`] })),
      example: '',
      width: 12,
    },
    { key: 'madeByName', title: words['field.madeBy'], kind: 'text', example: '', width: 14 },
  ],
});
