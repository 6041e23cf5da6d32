import { defineSheet } from '../../platform/sheets/model.ts';
import { words } from './words.ts';

/** The report as an Excel list: one row for each figure. */
export const reportSheetSpec = defineSheet({
  name: 'monthly_report',
  title: words.title,
  guide: [],
  columns: [
    { key: 'clause', title: words['column.clause'], kind: 'text', example: '7.2', width: 8 },
    { key: 'name', title: words['column.name'], kind: 'text', example: '', width: 36 },
    { key: 'code', title: words['column.code'], kind: 'text', example: '', width: 32 },
    { key: 'unit', title: words['column.unit'], kind: 'text', example: '', width: 8 },
    { key: 'value', title: words['column.value'], kind: 'decimal', example: '', width: 14 },
    { key: 'previous', title: words['column.previous'], kind: 'decimal', example: '', width: 14 },
    { key: 'lastYear', title: words['column.lastYear'], kind: 'decimal', example: '', width: 14 },
    { key: 'rowCount', title: words['column.rowCount'], kind: 'integer', example: '', width: 10 },
    { key: 'exceptions', title: words['column.exceptions'], kind: 'text', example: '', width: 24 },
    { key: 'formula', title: words['column.formula'], kind: 'text', example: '', width: 60 },
  ],
});

/** The records behind one figure. */
export const rowsSheetSpec = defineSheet({
  name: 'figure_rows',
  title: words['rows.title'],
  guide: [],
  columns: [
    { key: 'placeCode', title: words['column.placeCode'], kind: 'id', example: '', width: 14 },
    { key: 'title', title: words['rows.record'], kind: 'text', example: '', width: 20 },
    { key: 'placeName', title: words['column.place'], kind: 'text', example: '', width: 20 },
    { key: 'occurredOn', title: words['column.occurredOn'], kind: 'date', example: '', width: 12 },
    { key: 'endedOn', title: words['column.endedOn'], kind: 'date', example: '', width: 12 },
    { key: 'quantity', title: words['column.quantity'], kind: 'decimal', example: '', width: 14 },
    { key: 'unit', title: words['column.unit'], kind: 'text', example: '', width: 8 },
    { key: 'recordType', title: words['column.recordType'], kind: 'text', example: '', width: 22 },
    { key: 'recordId', title: words['column.recordId'], kind: 'text', example: '', width: 38 },
  ],
});
