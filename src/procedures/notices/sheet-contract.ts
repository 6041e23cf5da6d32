import { defineSheet } from '../../platform/sheets/model.ts';
import { words } from './words.ts';

/** The list of notices as a workbook. */
export const noticeSheet = defineSheet({
  name: 'notices',
  title: words.title,
  guide: [],
  columns: [
    { key: 'title', title: words['field.title'], kind: 'text', example: '', width: 44 },
    { key: 'kind', title: words['field.kind'], kind: 'text', example: '', width: 14 },
    { key: 'placeName', title: words['field.place'], kind: 'text', example: '', width: 18 },
    { key: 'postedOn', title: words['field.postedOn'], kind: 'date', example: '', width: 12 },
    { key: 'endsOn', title: words['field.endsOn'], kind: 'date', example: '', width: 12 },
    { key: 'state', title: words['field.state'], kind: 'text', example: '', width: 12 },
    { key: 'rowCount', title: words['field.rowCount'], kind: 'integer', example: '', width: 8 },
    { key: 'objections', title: words['field.objections'], kind: 'integer', example: '', width: 8 },
    { key: 'openObjections', title: words['field.openObjections'], kind: 'integer', example: '', width: 10 },
    { key: 'sheets', title: words['field.sheets'], kind: 'integer', example: '', width: 8 },
    { key: 'makerName', title: words['field.maker'], kind: 'text', example: '', width: 14 },
  ],
});

/** The list of objections as a workbook. */
export const objectionSheet = defineSheet({
  name: 'objections',
  title: words['objections.title'],
  guide: [],
  columns: [
    { key: 'ticket', title: words['field.ticket'], kind: 'id', example: '', width: 14 },
    { key: 'noticeTitle', title: words['field.title'], kind: 'text', example: '', width: 40 },
    { key: 'placeName', title: words['field.place'], kind: 'text', example: '', width: 18 },
    { key: 'receivedOn', title: words['field.receivedOn'], kind: 'date', example: '', width: 12 },
    { key: 'answerBy', title: words['field.answerBy'], kind: 'date', example: '', width: 12 },
    { key: 'channel', title: words['field.channel'], kind: 'text', example: '', width: 10 },
    { key: 'concerns', title: words['field.concerns'], kind: 'text', example: '', width: 12 },
    { key: 'name', title: words['field.name'], kind: 'text', example: '', width: 12 },
    { key: 'phoneMasked', title: words['field.phone'], kind: 'text', example: '', width: 16 },
    { key: 'statement', title: words['field.statement'], kind: 'text', example: '', width: 50 },
    { key: 'outcome', title: words['field.outcome'], kind: 'text', example: '', width: 10 },
    { key: 'answer', title: words['field.answer'], kind: 'text', example: '', width: 50 },
    { key: 'answeredOn', title: words['field.answeredOn'], kind: 'date', example: '', width: 12 },
    { key: 'answererName', title: words['field.answerer'], kind: 'text', example: '', width: 14 },
  ],
});
