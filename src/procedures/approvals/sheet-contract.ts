import { defineSheet } from '../../platform/sheets/model.ts';
import { words } from './words.ts';

/** The list of approvals as a workbook. */
export const approvalSheet = defineSheet({
  name: 'approvals',
  title: words.title,
  guide: [],
  columns: [
    { key: 'title', title: words['field.title'], kind: 'text', example: '', width: 44 },
    { key: 'placeName', title: words['field.place'], kind: 'text', example: '', width: 18 },
    { key: 'makerName', title: words['field.maker'], kind: 'text', example: '', width: 14 },
    { key: 'askedOn', title: words['field.askedOn'], kind: 'date', example: '', width: 12 },
    { key: 'dueOn', title: words['field.dueOn'], kind: 'date', example: '', width: 12 },
    { key: 'workdays', title: words['field.workdays'], kind: 'integer', example: '', width: 10 },
    { key: 'state', title: words['field.state'], kind: 'text', example: '', width: 10 },
    { key: 'deciderName', title: words['field.decider'], kind: 'text', example: '', width: 14 },
    { key: 'decidedOn', title: words['field.decidedOn'], kind: 'date', example: '', width: 12 },
    { key: 'opinion', title: words['field.opinion'], kind: 'text', example: '', width: 40 },
    { key: 'digest', title: words['field.digest'], kind: 'id', example: '', width: 66 },
  ],
});
