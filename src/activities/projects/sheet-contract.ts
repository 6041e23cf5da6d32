import { defineSheet } from '../../platform/sheets/model.ts';
import { words } from './words.ts';

export const projectSheet = defineSheet({
  name: 'projects',
  title: words.title,
  guide: [],
  columns: [
    { key: 'number', title: words['field.number'], kind: 'id', example: '', width: 16 },
    { key: 'name', title: words['field.name'], kind: 'text', example: '', width: 34 },
    { key: 'placeName', title: words['field.place'], kind: 'text', example: '', width: 18 },
    { key: 'cooperativeName', title: words['field.cooperative'], kind: 'text', example: '', width: 30 },
    { key: 'kind', title: words['field.kind'], kind: 'text', example: '', width: 12 },
    { key: 'budgetFen', title: words['field.budget'], kind: 'yuan', example: '', width: 16 },
    { key: 'contractedFen', title: words['field.contracted'], kind: 'yuan', example: '', width: 16 },
    { key: 'paidFen', title: words['field.paid'], kind: 'yuan', example: '', width: 16 },
    { key: 'assetBookedFen', title: words['field.assetBooked'], kind: 'yuan', example: '', width: 16 },
    { key: 'step', title: words['field.step'], kind: 'text', example: '', width: 12 },
    { key: 'state', title: words['field.state'], kind: 'text', example: '', width: 12 },
    { key: 'proposedOn', title: words['field.proposedOn'], kind: 'date', example: '', width: 12 },
  ],
});

export const orderSheet = defineSheet({
  name: 'payment_orders',
  title: words['title.orders'],
  guide: [],
  columns: [
    { key: 'projectName', title: words['field.project'], kind: 'text', example: '', width: 34 },
    { key: 'placeName', title: words['field.place'], kind: 'text', example: '', width: 18 },
    { key: 'payeeName', title: words['field.payee'], kind: 'text', example: '', width: 24 },
    { key: 'purpose', title: words['field.purpose'], kind: 'text', example: '', width: 14 },
    { key: 'amountFen', title: words['field.amount'], kind: 'yuan', example: '', width: 16 },
    { key: 'invoiceNumber', title: words['field.invoice'], kind: 'id', example: '', width: 22 },
    { key: 'approvals', title: words['field.approvals'], kind: 'integer', example: '', width: 8 },
    { key: 'state', title: words['field.state'], kind: 'text', example: '', width: 12 },
    { key: 'askedOn', title: words['field.askedOn'], kind: 'date', example: '', width: 12 },
    { key: 'paidOn', title: words['field.paidOn'], kind: 'date', example: '', width: 12 },
  ],
});

export const alertSheet = defineSheet({
  name: 'misuse_alerts',
  title: words['title.alerts'],
  guide: [],
  columns: [
    { key: 'rule', title: words['field.rule'], kind: 'text', example: '', width: 22 },
    { key: 'placeName', title: words['field.place'], kind: 'text', example: '', width: 18 },
    { key: 'payeeName', title: words['field.payee'], kind: 'text', example: '', width: 24 },
    { key: 'amountFen', title: words['field.amount'], kind: 'yuan', example: '', width: 16 },
    { key: 'entries', title: words['field.entries'], kind: 'integer', example: '', width: 8 },
    { key: 'occurredOn', title: words['field.occurredOn'], kind: 'date', example: '', width: 12 },
    { key: 'foundOn', title: words['field.foundOn'], kind: 'date', example: '', width: 12 },
    { key: 'state', title: words['field.state'], kind: 'text', example: '', width: 12 },
    { key: 'misuse', title: words['field.misuse'], kind: 'text', example: '', width: 14 },
    { key: 'result', title: words['field.result'], kind: 'text', example: '', width: 34 },
  ],
});

export const sampleSheet = defineSheet({
  name: 'audit_sample',
  title: words['title.samples'],
  guide: [],
  columns: [
    { key: 'number', title: words['field.ordinal'], kind: 'integer', example: '', width: 8 },
    { key: 'placeName', title: words['field.place'], kind: 'text', example: '', width: 18 },
    { key: 'paidOn', title: words['field.paidOn'], kind: 'date', example: '', width: 12 },
    { key: 'payeeName', title: words['field.payee'], kind: 'text', example: '', width: 24 },
    { key: 'purpose', title: words['field.purpose'], kind: 'text', example: '', width: 14 },
    { key: 'amountFen', title: words['field.amount'], kind: 'yuan', example: '', width: 16 },
    { key: 'payment', title: words['field.entry'], kind: 'id', example: '', width: 46 },
    { key: 'files', title: words['field.files'], kind: 'integer', example: '', width: 8 },
    { key: 'verdict', title: words['field.verdict'], kind: 'text', example: '', width: 12 },
    { key: 'note', title: words['field.note'], kind: 'text', example: '', width: 34 },
  ],
});

export const findingSheet = defineSheet({
  name: 'findings',
  title: words['title.findings'],
  guide: [],
  columns: [
    { key: 'number', title: words['field.number'], kind: 'id', example: '', width: 16 },
    { key: 'placeName', title: words['field.place'], kind: 'text', example: '', width: 18 },
    { key: 'source', title: words['field.source'], kind: 'text', example: '', width: 12 },
    { key: 'misuse', title: words['field.misuse'], kind: 'text', example: '', width: 14 },
    { key: 'title', title: words['field.title'], kind: 'text', example: '', width: 34 },
    { key: 'amountFen', title: words['field.amount'], kind: 'yuan', example: '', width: 16 },
    { key: 'recoveredFen', title: words['field.recovered'], kind: 'yuan', example: '', width: 16 },
    { key: 'responsible', title: words['field.responsible'], kind: 'text', example: '', width: 20 },
    { key: 'foundOn', title: words['field.foundOn'], kind: 'date', example: '', width: 12 },
    { key: 'dueOn', title: words['field.dueOn'], kind: 'date', example: '', width: 12 },
    { key: 'state', title: words['field.state'], kind: 'text', example: '', width: 12 },
    { key: 'closedOn', title: words['field.closedOn'], kind: 'date', example: '', width: 12 },
    { key: 'reopened', title: words['field.reopened'], kind: 'integer', example: '', width: 8 },
  ],
});
