import { defineSheet } from '../../platform/sheets/model.ts';
import { words } from './words.ts';

/** Requests as a list for the office. */
export const useSheet = defineSheet({
  name: 'land_uses',
  title: words.title,
  guide: [],
  columns: [
    { key: 'placeName', title: words['field.place'], kind: 'text', example: '', width: 16 },
    { key: 'number', title: words['field.number'], kind: 'id', example: '', width: 14 },
    { key: 'applicantName', title: words['field.applicantName'], kind: 'text', example: '', width: 22 },
    { key: 'applicantKind', title: words['field.applicantKind'], kind: 'text', example: '', width: 14 },
    { key: 'projectName', title: words['field.projectName'], kind: 'text', example: '', width: 24 },
    { key: 'purpose', title: words['field.purpose'], kind: 'text', example: '', width: 12 },
    { key: 'landClass', title: words['field.landClass'], kind: 'text', example: '', width: 14 },
    { key: 'areaMu', title: words['field.areaMu'], kind: 'decimal', unit: words['unit.mu'], example: '', width: 12 },
    { key: 'requestedOn', title: words['field.requestedOn'], kind: 'date', example: '', width: 12 },
    { key: 'department', title: words['field.department'], kind: 'text', example: '', width: 20 },
    { key: 'dueOn', title: words['field.dueOn'], kind: 'date', example: '', width: 12 },
    { key: 'guarantee', title: words['field.guarantee'], kind: 'text', example: '', width: 14 },
    {
      key: 'waitingDays',
      title: words['field.waitingDays'],
      kind: 'integer',
      unit: words['unit.days'],
      example: '',
      width: 10,
    },
    {
      key: 'grantedMu',
      title: words['field.grantedMu'],
      kind: 'decimal',
      unit: words['unit.mu'],
      example: '',
      width: 12,
    },
    { key: 'answeredOn', title: words['field.answeredOn'], kind: 'date', example: '', width: 12 },
    { key: 'securedOn', title: words['field.securedOn'], kind: 'date', example: '', width: 12 },
  ],
});
