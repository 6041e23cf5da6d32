import { defineSheet } from '../../platform/sheets/model.ts';
import { words } from './words.ts';

export const policySheet = defineSheet({
  name: 'insurance_policy_list',
  title: words.title,
  guide: [],
  columns: [
    { key: 'number', title: words['field.number'], kind: 'id', example: '', width: 22 },
    { key: 'insurerName', title: words['field.insurer'], kind: 'text', example: '', width: 22 },
    { key: 'placeName', title: words['field.place'], kind: 'text', example: '', width: 16 },
    { key: 'line', title: words['field.line'], kind: 'text', example: '', width: 12 },
    { key: 'holderKind', title: words['field.holderKind'], kind: 'text', example: '', width: 12 },
    { key: 'lines', title: words['field.lines'], kind: 'integer', example: '', width: 8 },
    { key: 'units', title: words['field.units'], kind: 'decimal', example: '', width: 12 },
    { key: 'sumFen', title: words['field.sum'], kind: 'yuan', example: '', width: 16 },
    { key: 'premiumFen', title: words['field.premium'], kind: 'yuan', example: '', width: 14 },
    { key: 'holderFen', title: words['field.holderPart'], kind: 'yuan', example: '', width: 14 },
    { key: 'startsOn', title: words['field.startsOn'], kind: 'date', example: '', width: 12 },
    { key: 'endsOn', title: words['field.endsOn'], kind: 'date', example: '', width: 12 },
    { key: 'state', title: words['field.state'], kind: 'text', example: '', width: 12 },
  ],
});

export const claimSheet = defineSheet({
  name: 'insurance_claims',
  title: words['claims.title'],
  guide: [],
  columns: [
    { key: 'policyNumber', title: words['field.number'], kind: 'id', example: '', width: 22 },
    { key: 'insurerName', title: words['field.insurer'], kind: 'text', example: '', width: 22 },
    { key: 'placeName', title: words['field.place'], kind: 'text', example: '', width: 16 },
    { key: 'line', title: words['field.line'], kind: 'text', example: '', width: 12 },
    { key: 'cause', title: words['field.cause'], kind: 'text', example: '', width: 12 },
    { key: 'occurredOn', title: words['field.occurredOn'], kind: 'date', example: '', width: 12 },
    { key: 'reportedOn', title: words['field.reportedOn'], kind: 'date', example: '', width: 12 },
    { key: 'state', title: words['field.state'], kind: 'text', example: '', width: 12 },
    { key: 'lines', title: words['field.lines'], kind: 'integer', example: '', width: 8 },
    { key: 'agreedFen', title: words['field.agreed'], kind: 'yuan', example: '', width: 14 },
    { key: 'dueOn', title: words['field.dueOn'], kind: 'date', example: '', width: 12 },
    { key: 'paidOn', title: words['field.paidOn'], kind: 'date', example: '', width: 12 },
    { key: 'days', title: words['field.days'], kind: 'integer', example: '', width: 8 },
  ],
});

export const renewalSheet = defineSheet({
  name: 'insurance_renewals',
  title: words['renewals.title'],
  guide: [],
  columns: [
    { key: 'placeName', title: words['field.place'], kind: 'text', example: '', width: 16 },
    { key: 'name', title: words['field.name'], kind: 'text', example: '', width: 16 },
    { key: 'phoneMasked', title: words['field.phone'], kind: 'id', example: '', width: 16 },
    { key: 'line', title: words['field.line'], kind: 'text', example: '', width: 12 },
    { key: 'policyNumber', title: words['field.number'], kind: 'id', example: '', width: 22 },
    { key: 'endsOn', title: words['field.endsOn'], kind: 'date', example: '', width: 12 },
    { key: 'renewBy', title: words['field.renewBy'], kind: 'date', example: '', width: 12 },
    { key: 'light', title: words['field.renewal'], kind: 'text', example: '', width: 12 },
    { key: 'toldOn', title: words['field.toldOn'], kind: 'date', example: '', width: 12 },
  ],
});

export const alertSheet = defineSheet({
  name: 'insurance_alerts',
  title: words['alerts.title'],
  guide: [],
  columns: [
    { key: 'kind', title: words['field.alertKind'], kind: 'text', example: '', width: 20 },
    { key: 'placeName', title: words['field.place'], kind: 'text', example: '', width: 16 },
    { key: 'name', title: words['field.about'], kind: 'text', example: '', width: 22 },
    { key: 'found', title: words['field.found'], kind: 'text', example: '', width: 14 },
    { key: 'expected', title: words['field.expected'], kind: 'text', example: '', width: 14 },
    { key: 'foundOn', title: words['field.foundOn'], kind: 'date', example: '', width: 12 },
    { key: 'state', title: words['field.state'], kind: 'text', example: '', width: 12 },
    { key: 'result', title: words['field.result'], kind: 'text', example: '', width: 30 },
  ],
});

export const riskSheet = defineSheet({
  name: 'risk_requests',
  title: words['risk.title'],
  guide: [],
  columns: [
    { key: 'placeName', title: words['field.place'], kind: 'text', example: '', width: 16 },
    { key: 'name', title: words['field.name'], kind: 'text', example: '', width: 16 },
    { key: 'lossFen', title: words['field.loss'], kind: 'yuan', example: '', width: 14 },
    { key: 'insuredFen', title: words['field.insuredPart'], kind: 'yuan', example: '', width: 14 },
    { key: 'valueFen', title: words['field.value'], kind: 'yuan', example: '', width: 14 },
    { key: 'amountFen', title: words['field.riskAmount'], kind: 'yuan', example: '', width: 14 },
    { key: 'askedOn', title: words['field.askedOn'], kind: 'date', example: '', width: 12 },
    { key: 'paidOn', title: words['field.paidOn'], kind: 'date', example: '', width: 12 },
    { key: 'state', title: words['field.state'], kind: 'text', example: '', width: 12 },
  ],
});
