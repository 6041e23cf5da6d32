import { defineSheet } from '../../platform/sheets/model.ts';
import { words } from './words.ts';

/** The list of meetings as a workbook. */
export const assemblySheet = defineSheet({
  name: 'assemblies',
  title: words.title,
  guide: [],
  columns: [
    { key: 'title', title: words['field.title'], kind: 'text', example: '', width: 40 },
    { key: 'placeName', title: words['field.place'], kind: 'text', example: '', width: 18 },
    { key: 'cooperativeName', title: words['field.cooperative'], kind: 'text', example: '', width: 30 },
    { key: 'form', title: words['field.form'], kind: 'text', example: '', width: 18 },
    { key: 'organ', title: words['field.organ'], kind: 'text', example: '', width: 14 },
    { key: 'heldOn', title: words['field.heldOn'], kind: 'date', example: '', width: 12 },
    { key: 'entitled', title: words['field.entitled'], kind: 'integer', example: '', width: 10 },
    { key: 'present', title: words['field.present'], kind: 'integer', example: '', width: 10 },
    { key: 'motions', title: words['field.motions'], kind: 'integer', example: '', width: 8 },
    { key: 'passed', title: words['field.passed'], kind: 'integer', example: '', width: 8 },
    { key: 'state', title: words['field.state'], kind: 'text', example: '', width: 10 },
  ],
});
