import { defineSheet } from '../../platform/sheets/model.ts';
import { words } from './words.ts';

/** The relief lists as a workbook. */
export const reliefSheet = defineSheet({
  name: 'reliefs',
  title: words.title,
  guide: [],
  columns: [
    { key: 'title', title: words['field.title'], kind: 'text', example: '', width: 34 },
    { key: 'cooperativeName', title: words['field.cooperative'], kind: 'text', example: '', width: 34 },
    { key: 'placeName', title: words['field.place'], kind: 'text', example: '', width: 18 },
    { key: 'documentNumber', title: words['field.document'], kind: 'id', example: '', width: 18 },
    { key: 'state', title: words['field.state'], kind: 'text', example: '', width: 12 },
    { key: 'lines', title: words['field.lines'], kind: 'integer', example: '', width: 8 },
    { key: 'totalFen', title: words['field.total'], kind: 'yuan', example: '', width: 16 },
    { key: 'paidOn', title: words['field.paidOn'], kind: 'date', example: '', width: 12 },
  ],
});
