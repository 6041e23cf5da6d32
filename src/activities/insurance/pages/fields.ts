import type { Field } from '../../../platform/ui/form-fields.ts';
import { organisationSource } from '../../../registers/cooperatives/widgets/organisation-source.ts';
import { keyedHouseholdSource } from '../../../registers/households/widgets/household-source.ts';
import { holderKinds, insuranceLines } from '../rules.ts';
import { words } from '../words.ts';
import { codesOf } from './codes.ts';
import { insurerSource } from './sources.ts';

export const headFields: readonly Field[] = [
  { key: 'number', kind: 'text', label: words['field.number'] },
  { key: 'line', kind: 'code', label: words['field.line'], codes: codesOf('line', insuranceLines) },
  { key: 'startsOn', kind: 'date', label: words['field.startsOn'] },
  { key: 'endsOn', kind: 'date', label: words['field.endsOn'] },
  { key: 'unitSumFen', kind: 'yuan', label: words['field.unitSum'] },
  { key: 'rateBp', kind: 'integer', label: words['field.rateBp'], help: words['help.bp'] },
  { key: 'deductibleBp', kind: 'integer', label: words['field.deductibleBp'] },
];

export const newPolicyFields: readonly Field[] = [
  { key: 'place', kind: 'place', label: words['field.place'], level: 'village' },
  { key: 'insurerId', kind: 'record', label: words['field.insurer'], records: insurerSource },
  { key: 'holderKind', kind: 'code', label: words['field.holderKind'], codes: codesOf('holder', holderKinds) },
  {
    key: 'cooperativeId',
    kind: 'record',
    label: words['field.cooperative'],
    records: organisationSource,
    shown: ({ holderKind }) => holderKind === 'cooperative',
  },
  ...headFields,
];

export const unitFields: readonly Field[] = [
  { key: 'units', kind: 'decimal', label: words['field.units'], unit: words['unit.any'] },
  { key: 'signedOn', kind: 'date', label: words['field.signedOn'] },
];

export const insuredFields: readonly Field[] = [
  { key: 'householdId', kind: 'record', label: words['field.household'], records: keyedHouseholdSource },
  ...unitFields,
];

export const noticeFields: readonly Field[] = [
  { key: 'postedOn', kind: 'date', label: words['field.postedOn'] },
  { key: 'contact', kind: 'text', label: words['field.contact'], wide: true },
];

export const termsFields: readonly Field[] = [
  { key: 'line', kind: 'code', label: words['field.line'], codes: codesOf('line', insuranceLines) },
  { key: 'startsOn', kind: 'date', label: words['field.startsOn'] },
  { key: 'centralBp', kind: 'integer', label: words['field.centralBp'] },
  { key: 'regionBp', kind: 'integer', label: words['field.regionBp'] },
  { key: 'cityBp', kind: 'integer', label: words['field.cityBp'] },
  { key: 'bannerBp', kind: 'integer', label: words['field.bannerBp'] },
  { key: 'holderBp', kind: 'integer', label: words['field.holderBp'] },
  { key: 'seasonFrom', kind: 'text', label: words['field.seasonFrom'], help: words['help.season'] },
  { key: 'seasonTo', kind: 'text', label: words['field.seasonTo'] },
  { key: 'source', kind: 'text', label: words['field.termsSource'], wide: true },
];
