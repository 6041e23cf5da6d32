import { dueTimes, paymentMethods } from '../../../platform/pure/rent.ts';
import { call } from '../../../platform/ui/client.ts';
import type { Field, FormValues } from '../../../platform/ui/form-fields.ts';
import type { PlaceSource } from '../../../platform/ui/places.ts';
import { recordSource } from '../../../platform/ui/records.ts';
import { listHolders } from '../contract.ts';
import { herdSpecies } from '../grass-rules.ts';
import { checkItems, checkResults, checkSubjects, itemAnswers, projectKinds } from '../project-rules.ts';
import { holderKinds, landKinds, leaveKinds, tenures } from '../rules.ts';
import { purposes, takerKinds, transferKinds } from '../transfer-rules.ts';
import { words } from '../words.ts';
import { codeChoices } from './codes.ts';

const mu = words['unit.mu'];

const holders = recordSource(listHolders, toChoice, {
  find: async (id, signal) => {
    const { rows } = await call(listHolders, { query: { id } }, { signal });
    return rows.map(toChoice)[0];
  },
});

function toChoice({ id, name, sub }: { readonly id: string; readonly name: string; readonly sub: string }) {
  return { value: id, label: name, sub };
}

/** Whether a form speaks of somebody on a register, to be chosen and not typed. */
function isListed(key: string): (values: FormValues) => boolean {
  return (values) => values[key] === 'household' || values[key] === 'cooperative';
}

export function villageField(places: PlaceSource): Field {
  return { key: 'place', kind: 'place', level: 'village', label: words['field.place'], places };
}

/** The inputs of a parcel; a new one also says where it is. */
export function parcelFields(places?: PlaceSource): readonly Field[] {
  return [
    ...(places ? [villageField(places)] : []),
    { key: 'number', kind: 'text', label: words['field.number'] },
    { key: 'name', kind: 'text', label: words['field.name'] },
    { key: 'kind', kind: 'code', label: words['field.kind'], codes: codeChoices('kind', landKinds) },
    { key: 'location', kind: 'text', label: words['field.location'] },
    { key: 'areaMu', kind: 'decimal', label: words['field.areaMu'], unit: mu },
    { key: 'measuredMu', kind: 'decimal', label: words['field.measuredMu'], unit: mu },
    { key: 'listedOn', kind: 'date', label: words['field.listedOn'], help: words['help.listedOn'] },
    { key: 'boundary', kind: 'note', label: words['field.boundary'], help: words['help.boundary'], wide: true },
    {
      key: 'holderKind',
      kind: 'code',
      label: words['field.holderKind'],
      codes: codeChoices('holderKind', holderKinds),
      help: words['help.collective'],
      section: words['section.right'],
    },
    {
      key: 'holderId',
      kind: 'record',
      label: words['field.holderId'],
      records: holders,
      help: words['help.holder'],
      shown: isListed('holderKind'),
    },
    {
      key: 'holderName',
      kind: 'text',
      label: words['field.holderName'],
      shown: (values) => values.holderKind === 'other',
    },
    { key: 'tenure', kind: 'code', label: words['field.tenure'], codes: codeChoices('tenure', tenures) },
    { key: 'tenureUntil', kind: 'date', label: words['field.tenureUntil'] },
    { key: 'certificateNumber', kind: 'text', label: words['field.certificateNumber'] },
    { key: 'note', kind: 'note', label: words['field.note'], wide: true },
  ];
}

export const leaveFields: readonly Field[] = [
  { key: 'leftOn', kind: 'date', label: words['field.leftOn'] },
  { key: 'leftKind', kind: 'code', label: words['field.leftKind'], codes: codeChoices('leftKind', leaveKinds) },
  { key: 'reason', kind: 'note', label: words['field.reason'], wide: true },
];

export const transferFormFields: readonly Field[] = [
  { key: 'number', kind: 'text', label: words['field.transferNumber'], section: words['section.parties'] },
  { key: 'kind', kind: 'code', label: words['field.transferKind'], codes: codeChoices('transferKind', transferKinds) },
  { key: 'takerKind', kind: 'code', label: words['field.takerKind'], codes: codeChoices('takerKind', takerKinds) },
  {
    key: 'takerId',
    kind: 'record',
    label: words['field.takerId'],
    records: holders,
    help: words['help.holder'],
    shown: isListed('takerKind'),
  },
  {
    key: 'takerName',
    kind: 'text',
    label: words['field.takerName'],
    shown: (values) => values.takerKind !== undefined && !isListed('takerKind')(values),
  },
  { key: 'payerName', kind: 'text', label: words['field.payerName'], help: words['help.payer'] },
  { key: 'areaMu', kind: 'decimal', label: words['field.takenMu'], unit: mu },
  { key: 'purpose', kind: 'code', label: words['field.purpose'], codes: codeChoices('purpose', purposes) },
  { key: 'filingNumber', kind: 'text', label: words['field.filingNumber'] },
  { key: 'signedOn', kind: 'date', label: words['field.signedOn'] },
  { key: 'startsOn', kind: 'date', label: words['field.startsOn'], section: words['section.term'] },
  { key: 'throughOn', kind: 'date', label: words['field.throughOn'] },
  { key: 'rentPerMuFen', kind: 'yuan', label: words['field.rentPerMuFen'] },
  { key: 'periodMonths', kind: 'integer', label: words['field.periodMonths'], unit: words['unit.months'] },
  { key: 'instalments', kind: 'integer', label: words['field.instalments'], unit: words['unit.times'] },
  { key: 'dueAt', kind: 'code', label: words['field.dueAt'], codes: codeChoices('dueAt', dueTimes) },
  { key: 'dueDays', kind: 'integer', label: words['field.dueDays'], unit: words['unit.days'] },
  { key: 'stepBp', kind: 'integer', label: words['field.stepBp'] },
  { key: 'stepPeriods', kind: 'integer', label: words['field.stepPeriods'], unit: words['unit.periods'] },
  { key: 'note', kind: 'note', label: words['field.note'], wide: true },
];

/** The usual lease: a year's rent at once, within ten days of its beginning. */
export const usualTerms = {
  kind: 'lease',
  takerKind: 'cooperative',
  periodMonths: 12,
  instalments: 1,
  dueAt: 'start',
  dueDays: 10,
} as const;

const paidOn: Field = { key: 'paidOn', kind: 'date', label: words['field.paidOn'] };
const method: Field = {
  key: 'method',
  kind: 'code',
  label: words['field.method'],
  codes: codeChoices('method', paymentMethods),
};
const receiptNumber: Field = { key: 'receiptNumber', kind: 'text', label: words['field.receiptNumber'] };
const note: Field = { key: 'note', kind: 'note', label: words['field.note'], wide: true };
const reason: Field = { key: 'reason', kind: 'note', label: words['field.reason'], wide: true };

export const paymentFields: readonly Field[] = [
  paidOn,
  { key: 'amountFen', kind: 'yuan', label: words['field.amountFen'] },
  method,
  receiptNumber,
  note,
];

export const runFields: readonly Field[] = [paidOn, method, receiptNumber, note];

export const terminationFields: readonly Field[] = [
  { key: 'closedOn', kind: 'date', label: words['field.closedOn'] },
  { key: 'prorate', kind: 'switch', label: words['field.prorate'] },
  { ...reason, label: words['field.closedReason'] },
];

export const reversalFields: readonly Field[] = [paidOn, reason];

const herdAnimals = herdSpecies.map((key): Field => {
  return { key, kind: 'integer', label: words[`field.${key}`], unit: words['unit.animals'] };
});

export const herdFields: readonly Field[] = [
  { key: 'countedOn', kind: 'date', label: words['field.countedOn'] },
  ...herdAnimals,
];

export const newHerdFields: readonly Field[] = [
  { key: 'holderId', kind: 'record', label: words['field.holderId'], records: holders, help: words['help.holder'] },
  ...herdFields,
];

export const capacityFields: readonly Field[] = [
  { key: 'sheepUnits', kind: 'decimal', label: words['field.capacity'], unit: words['unit.sheepUnits'] },
  { key: 'documentNumber', kind: 'text', label: words['field.documentNumber'] },
];

export const projectFields: readonly Field[] = [
  { key: 'name', kind: 'text', label: words['field.projectName'] },
  { key: 'kind', kind: 'code', label: words['field.projectKind'], codes: codeChoices('projectKind', projectKinds) },
  { key: 'industry', kind: 'text', label: words['field.industry'] },
  { key: 'areaMu', kind: 'decimal', label: words['field.projectMu'], unit: mu },
  { key: 'investFen', kind: 'yuan', label: words['field.investFen'] },
  { key: 'documentNumber', kind: 'text', label: words['field.documentNumber'] },
  { key: 'approvedOn', kind: 'date', label: words['field.approvedOn'], section: words['section.steps'] },
  { key: 'startedOn', kind: 'date', label: words['field.startedOn'] },
  { key: 'finishedOn', kind: 'date', label: words['field.finishedOn'] },
  { key: 'acceptedOn', kind: 'date', label: words['field.acceptedOn'] },
  { key: 'acceptedDocument', kind: 'text', label: words['field.acceptedDocument'] },
];

export const reformFields: readonly Field[] = [
  { key: 'reachedOn', kind: 'date', label: words['field.reachedOn'] },
  { key: 'documentNumber', kind: 'text', label: words['field.documentNumber'] },
  { key: 'areaMu', kind: 'decimal', label: words['field.reformMu'], unit: mu },
  { key: 'certificates', kind: 'integer', label: words['field.certificates'] },
  note,
];

const checkedItems = checkItems.map((key): Field => {
  return { key, kind: 'code', label: words[`field.${key}`], codes: codeChoices('item', itemAnswers) };
});

export const checkFields: readonly Field[] = [
  { key: 'subjectName', kind: 'text', label: words['field.subjectName'], wide: true },
  ...checkedItems,
  { key: 'result', kind: 'code', label: words['field.result'], codes: codeChoices('result', checkResults) },
  {
    key: 'conditions',
    kind: 'note',
    label: words['field.conditions'],
    shown: (values) => values.result === 'conditional',
  },
  { key: 'documentNumber', kind: 'text', label: words['field.documentNumber'] },
  { key: 'checkedOn', kind: 'date', label: words['field.checkedOn'] },
  { key: 'validUntil', kind: 'date', label: words['field.validUntil'] },
];

export const subjectTypeField: Field = {
  key: 'subjectType',
  kind: 'code',
  label: words['field.subjectType'],
  codes: codeChoices('subjectType', checkSubjects),
};
