import { getAccount, listAccounts } from '../../../ledgers/funds/account-contract.ts';
import { listDocuments } from '../../../ledgers/funds/document-contract.ts';
import { permittedPurposes } from '../../../ledgers/funds/rules.ts';
import { call } from '../../../platform/ui/client.ts';
import type { Field, FormValues } from '../../../platform/ui/form-fields.ts';
import type { PlaceSource } from '../../../platform/ui/places.ts';
import { type RecordSource, recordSource } from '../../../platform/ui/records.ts';
import { fundingSources, thingKinds } from '../../../registers/assets/rules.ts';
import { organisationSource } from '../../../registers/cooperatives/widgets/organisation-source.ts';
import { listHouseholds } from '../../../registers/households/contract.ts';
import { awardMethods, partyKinds, projectKinds } from '../rules.ts';
import { words } from '../words.ts';
import { assetCodesOf, codesOf } from './codes.ts';
import { splitKey } from './views.ts';

/** Households of any county in range: the value is `150622/0190…`. */
const households = recordSource(listHouseholds, (row) => ({
  value: `${row.county}/${row.id}`,
  label: row.headName ?? row.number,
  sub: [row.placeName, row.number, row.phoneMasked].filter((part) => part !== null).join(' '),
}));

/** Accounts of public money: the value is `150622/0190…`. */
export const accounts: RecordSource = recordSource(
  listAccounts,
  (row) => ({ value: `${row.county}/${row.id}`, label: row.name, sub: row.placeName }),
  {
    find: async (value, signal) => {
      const { name, placeName } = await call(getAccount, { params: splitKey(value) }, { signal });
      return { value, label: name, sub: placeName };
    },
  },
);

export const documents: RecordSource = recordSource(listDocuments, (row) => ({
  value: row.id,
  label: row.number,
  sub: row.title,
}));

const purposes = codesOf('purpose', permittedPurposes);

export const planFields: readonly Field[] = [
  { key: 'name', kind: 'text', label: words['field.name'], wide: true },
  { key: 'number', kind: 'text', label: words['field.number'] },
  { key: 'kind', kind: 'code', label: words['field.kind'], codes: codesOf('kind', projectKinds) },
  { key: 'purpose', kind: 'code', label: words['field.purpose'], codes: purposes, help: words['help.purpose'] },
  { key: 'budgetFen', kind: 'yuan', label: words['field.budget'] },
  { key: 'content', kind: 'note', label: words['field.content'] },
  { key: 'scale', kind: 'text', label: words['field.scale'], wide: true },
  { key: 'benefit', kind: 'note', label: words['field.benefit'] },
  { key: 'households', kind: 'integer', label: words['field.households'] },
  { key: 'poorHouseholds', kind: 'integer', label: words['field.poorHouseholds'] },
  { key: 'plannedFrom', kind: 'date', label: words['field.plannedFrom'] },
  { key: 'plannedThrough', kind: 'date', label: words['field.plannedThrough'] },
  {
    key: 'awardMethod',
    kind: 'code',
    label: words['field.awardMethod'],
    codes: codesOf('method', awardMethods),
    help: words['help.method'],
  },
  { key: 'personInCharge', kind: 'text', label: words['field.personInCharge'] },
  { key: 'contact', kind: 'text', label: words['field.contact'] },
];

export function newProjectFields(places: PlaceSource): readonly Field[] {
  return [
    { key: 'place', kind: 'place', label: words['field.place'], places, level: 'village', wide: true },
    { key: 'cooperative', kind: 'record', label: words['field.cooperative'], records: organisationSource },
    ...planFields,
  ];
}

/** Who is chosen or paid: from its register where there is one, else by name. */
export function partyFields(kindKey: 'partyKind' | 'payeeKind', nameKey: 'partyName' | 'payeeName'): readonly Field[] {
  const isKind = (kind: string) => (values: FormValues) => values[kindKey] === kind;
  const isNamed = (values: FormValues) => !isKind('household')(values) && !isKind('cooperative')(values);
  return [
    { key: kindKey, kind: 'code', label: words['field.partyKind'], codes: codesOf('party', partyKinds) },
    {
      ...{ key: 'household', kind: 'record', label: words['field.household'], records: households },
      shown: isKind('household'),
    },
    {
      ...{ key: 'cooperative', kind: 'record', label: words['field.partyCooperative'], records: organisationSource },
      shown: isKind('cooperative'),
    },
    { key: nameKey, kind: 'text', label: words['field.partyName'], help: words['help.payeeName'], shown: isNamed },
  ];
}

export function awardFields(method: 'tender' | 'discussion'): readonly Field[] {
  const tender: readonly Field[] = [
    { key: 'bidders', kind: 'integer', label: words['field.bidders'], help: words['help.method'] },
    { key: 'documentNumber', kind: 'text', label: words['field.documentNumber'] },
  ];
  return [
    { key: 'subject', kind: 'text', label: words['field.subject'], wide: true },
    ...partyFields('partyKind', 'partyName'),
    { key: 'amountFen', kind: 'yuan', label: words['field.amount'] },
    { key: 'decidedOn', kind: 'date', label: words['field.decidedOn'] },
    ...(method === 'tender' ? tender : []),
  ];
}

export function contractFields(awards: RecordSource): readonly Field[] {
  return [
    { key: 'awardId', kind: 'record', label: words['field.award'], records: awards },
    { key: 'number', kind: 'text', label: words['field.contractNumber'] },
    { key: 'amountFen', kind: 'yuan', label: words['field.amount'] },
    { key: 'signedOn', kind: 'date', label: words['field.signedOn'] },
    { key: 'startsOn', kind: 'date', label: words['field.startsOn'] },
    { key: 'throughOn', kind: 'date', label: words['field.throughOn'] },
    { key: 'account', kind: 'record', label: words['field.account'], records: accounts },
    { key: 'documentId', kind: 'record', label: words['field.document'], records: documents },
  ];
}

export const progressFields: readonly Field[] = [
  { key: 'reportedOn', kind: 'date', label: words['field.reportedOn'] },
  { key: 'doneBp', kind: 'integer', label: words['field.done'], help: words['help.doneBp'] },
  { key: 'note', kind: 'note', label: words['field.note'] },
];

export const acceptanceFields: readonly Field[] = [
  { key: 'verdict', kind: 'code', label: words['field.verdict'], codes: codesOf('verdict', ['passed', 'failed']) },
  { key: 'acceptedOn', kind: 'date', label: words['field.acceptedOn'] },
  { key: 'members', kind: 'text', label: words['field.members'], wide: true },
  { key: 'opinion', kind: 'note', label: words['field.opinion'] },
];

export const assetFields: readonly Field[] = [
  { key: 'name', kind: 'text', label: words['field.assetName'] },
  { key: 'kind', kind: 'code', label: words['field.assetKind'], codes: assetCodesOf('kind', thingKinds) },
  { key: 'quantity', kind: 'decimal', label: words['field.quantity'] },
  { key: 'unit', kind: 'text', label: words['field.unit'] },
  { key: 'amountFen', kind: 'yuan', label: words['field.amount'] },
  { key: 'location', kind: 'text', label: words['field.location'] },
  {
    key: 'fundingSource',
    kind: 'code',
    label: words['field.fundingSource'],
    codes: assetCodesOf('fundingSource', fundingSources),
  },
  { key: 'fundingDocument', kind: 'text', label: words['field.fundingDocument'] },
  { key: 'handedOn', kind: 'date', label: words['field.handedOn'] },
  { key: 'keeper', kind: 'text', label: words['field.keeper'] },
];

export const noticeFields: readonly Field[] = [{ key: 'postedOn', kind: 'date', label: words['field.postedOn'] }];
