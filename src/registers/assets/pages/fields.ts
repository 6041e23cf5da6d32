import { dueTimes, paymentMethods } from '../../../platform/pure/rent.ts';
import type { Field, FormValues } from '../../../platform/ui/form-fields.ts';
import type { PlaceSource } from '../../../platform/ui/places.ts';
import { contractKinds, tenantKinds } from '../lease-rules.ts';
import { assetClasses, assetKinds, claimStates, fundingSources, knownBy, leaveKinds, useStates } from '../rules.ts';
import { words } from '../words.ts';
import { codeChoices } from './codes.ts';

const mu = words['unit.mu'];

/** The inputs of an asset; a new one also says where it is. */
export function assetFields(places?: PlaceSource): readonly Field[] {
  const isPoverty = (values: FormValues) => values.povertyProject === true;
  return [
    ...(places
      ? [{ key: 'place', kind: 'place' as const, level: 'village' as const, label: words['field.place'], places }]
      : []),
    { key: 'number', kind: 'text', label: words['field.number'] },
    { key: 'name', kind: 'text', label: words['field.name'] },
    { key: 'class', kind: 'code', label: words['field.class'], codes: codeChoices('class', assetClasses) },
    { key: 'kind', kind: 'code', label: words['field.kind'], codes: codeChoices('kind', assetKinds) },
    { key: 'location', kind: 'text', label: words['field.location'] },
    { key: 'acquiredOn', kind: 'date', label: words['field.acquiredOn'] },
    { key: 'listedOn', kind: 'date', label: words['field.listedOn'], help: words['help.listedOn'] },
    { key: 'knownBy', kind: 'code', label: words['field.knownBy'], codes: codeChoices('knownBy', knownBy) },
    {
      key: 'bookAreaMu',
      kind: 'decimal',
      label: words['field.bookAreaMu'],
      unit: mu,
      section: words['section.value'],
    },
    { key: 'areaMu', kind: 'decimal', label: words['field.areaMu'], unit: mu, help: words['help.verified'] },
    { key: 'bookValueFen', kind: 'yuan', label: words['field.bookValueFen'] },
    { key: 'verifiedValueFen', kind: 'yuan', label: words['field.verifiedValueFen'], help: words['help.verified'] },
    { key: 'quantity', kind: 'decimal', label: words['field.quantity'] },
    { key: 'unit', kind: 'text', label: words['field.unit'] },
    { key: 'bounds', kind: 'note', label: words['field.bounds'] },
    { key: 'boundary', kind: 'note', label: words['field.boundary'], help: words['help.boundary'] },
    {
      key: 'useState',
      kind: 'code',
      label: words['field.useState'],
      codes: codeChoices('useState', useStates),
      section: words['section.origin'],
    },
    {
      key: 'claimState',
      kind: 'code',
      label: words['field.claimState'],
      codes: codeChoices('claimState', claimStates),
    },
    { key: 'certificateNumber', kind: 'text', label: words['field.certificateNumber'] },
    { key: 'povertyProject', kind: 'switch', label: words['field.povertyProject'] },
    {
      key: 'fundingSource',
      kind: 'code',
      label: words['field.fundingSource'],
      codes: codeChoices('fundingSource', fundingSources),
    },
    { key: 'fundingDocument', kind: 'text', label: words['field.fundingDocument'] },
    { key: 'projectName', kind: 'text', label: words['field.projectName'], shown: isPoverty },
    { key: 'note', kind: 'note', label: words['field.note'] },
  ];
}

export const leaveFields: readonly Field[] = [
  { key: 'leftOn', kind: 'date', label: words['field.leftOn'] },
  { key: 'leftKind', kind: 'code', label: words['field.leftKind'], codes: codeChoices('leftKind', leaveKinds) },
  { key: 'leftDocument', kind: 'text', label: words['field.leftDocument'] },
  { key: 'reason', kind: 'note', label: words['field.reason'], wide: true },
];

export const contractFormFields: readonly Field[] = [
  { key: 'number', kind: 'text', label: words['field.contractNumber'], section: words['section.parties'] },
  { key: 'kind', kind: 'code', label: words['field.contractKind'], codes: codeChoices('contractKind', contractKinds) },
  { key: 'tenantKind', kind: 'code', label: words['field.tenantKind'], codes: codeChoices('tenantKind', tenantKinds) },
  { key: 'tenantName', kind: 'text', label: words['field.tenantName'] },
  { key: 'decisionNumber', kind: 'text', label: words['field.decisionNumber'] },
  { key: 'signedOn', kind: 'date', label: words['field.signedOn'] },
  { key: 'startsOn', kind: 'date', label: words['field.startsOn'], section: words['section.term'] },
  { key: 'throughOn', kind: 'date', label: words['field.throughOn'] },
  { key: 'rentFen', kind: 'yuan', label: words['field.rentFen'] },
  { key: 'periodMonths', kind: 'integer', label: words['field.periodMonths'], unit: words['unit.months'] },
  { key: 'instalments', kind: 'integer', label: words['field.instalments'], unit: words['unit.times'] },
  { key: 'dueAt', kind: 'code', label: words['field.dueAt'], codes: codeChoices('dueAt', dueTimes) },
  { key: 'dueDays', kind: 'integer', label: words['field.dueDays'], unit: words['unit.days'] },
  { key: 'stepBp', kind: 'integer', label: words['field.stepBp'] },
  { key: 'stepPeriods', kind: 'integer', label: words['field.stepPeriods'], unit: words['unit.periods'] },
  { key: 'depositFen', kind: 'yuan', label: words['field.depositFen'] },
  { key: 'note', kind: 'note', label: words['field.note'], wide: true },
];

/** The usual contract: a year's rent at once, within ten days of its beginning. */
export const usualTerms = { kind: 'lease', periodMonths: 12, instalments: 1, dueAt: 'start', dueDays: 10 } as const;

export const paymentFields: readonly Field[] = [
  { key: 'paidOn', kind: 'date', label: words['field.paidOn'] },
  { key: 'amountFen', kind: 'yuan', label: words['field.amountFen'] },
  { key: 'method', kind: 'code', label: words['field.method'], codes: codeChoices('method', paymentMethods) },
  { key: 'receiptNumber', kind: 'text', label: words['field.receiptNumber'] },
  { key: 'note', kind: 'note', label: words['field.note'], wide: true },
];

export const terminationFields: readonly Field[] = [
  { key: 'closedOn', kind: 'date', label: words['field.closedOn'] },
  { key: 'prorate', kind: 'switch', label: words['field.prorate'] },
  { key: 'reason', kind: 'note', label: words['field.closedReason'], wide: true },
];

export const reversalFields: readonly Field[] = [
  { key: 'paidOn', kind: 'date', label: words['field.paidOn'] },
  { key: 'reason', kind: 'note', label: words['field.reason'], wide: true },
];
