import type { Field } from '../../../platform/ui/form-fields.ts';
import type { PlaceSource } from '../../../platform/ui/places.ts';
import { reserveBases } from '../charter-rules.ts';
import { memberKinds, unitKinds } from '../composition-rules.ts';
import { cooperativeKinds } from '../rules.ts';
import { words } from '../words.ts';
import { codesOf } from './codes.ts';

/** What is corrected; a new organisation has seat and kind before it. */
export const cooperativeFields: readonly Field[] = [
  { key: 'name', kind: 'text', label: words['field.name'], wide: true },
  { key: 'creditCode', kind: 'text', label: words['field.creditCode'], help: words['help.creditCode'] },
  { key: 'registeredOn', kind: 'date', label: words['field.registeredOn'] },
  { key: 'chairperson', kind: 'text', label: words['field.chairperson'] },
  { key: 'phone', kind: 'text', label: words['field.phone'] },
  { key: 'address', kind: 'text', label: words['field.address'], wide: true },
  { key: 'business', kind: 'note', label: words['field.business'] },
  { key: 'branchLed', kind: 'switch', label: words['field.branchLed'] },
];

export function newCooperativeFields(places: PlaceSource): readonly Field[] {
  return [
    { key: 'place', kind: 'place', label: words['field.place'], places, level: 'village' },
    { key: 'kind', kind: 'code', label: words['field.kind'], codes: codesOf('kind', cooperativeKinds) },
    ...cooperativeFields,
  ];
}

function bp(key: string, label: Field['label'], help: Field['help'] = words['help.bp']): Field {
  return { key, kind: 'integer', label, ...(help ? { help } : {}) };
}

export const charterFields: readonly Field[] = [
  { key: 'resolutionNumber', kind: 'text', label: words['field.resolutionNumber'] },
  { key: 'parValueFen', kind: 'yuan', label: words['field.parValueFen'], section: words['section.shares'] },
  bp('surplusReserveBp', words['field.surplusReserveBp']),
  {
    key: 'reserveQuantifiedBy',
    kind: 'code',
    label: words['field.reserveQuantifiedBy'],
    codes: codesOf('basis', reserveBases),
  },
  bp('expansionBp', words['field.expansionBp']),
  bp('reliefBp', words['field.reliefBp']),
  bp('welfareReserveBp', words['field.welfareReserveBp']),
  bp('patronageBp', words['field.patronageBp'], words['help.patronageBp']),
  { key: 'timeWeighted', kind: 'switch', label: words['field.timeWeighted'] },
  {
    key: 'additionalVotesBp',
    kind: 'integer',
    label: words['field.additionalVotesBp'],
    help: words['help.bp'],
    section: words['section.votes'],
  },
  bp('quorumBp', words['field.quorumBp']),
  bp('ordinaryBp', words['field.ordinaryBp']),
  bp('specialBp', words['field.specialBp']),
  {
    key: 'exitNoticeMonths',
    kind: 'integer',
    label: words['field.exitNoticeMonths'],
    help: words['help.exitNotice'],
  },
  { key: 'unitExitNoticeMonths', kind: 'integer', label: words['field.unitExitNoticeMonths'] },
  { key: 'note', kind: 'note', label: words['field.note'] },
];

export const newCharterFields: readonly Field[] = [
  { key: 'startsOn', kind: 'date', label: words['field.startsOn'] },
  ...charterFields,
];

/** The law’s own numbers, to begin with. */
export const firstCharter = {
  surplusReserveBp: 1000,
  expansionBp: 0,
  reliefBp: 0,
  welfareReserveBp: 0,
  patronageBp: 6000,
  additionalVotesBp: 0,
  exitNoticeMonths: 3,
  unitExitNoticeMonths: 6,
};

export function memberFields(places: PlaceSource): readonly Field[] {
  const isPerson = (kind: unknown) => kind === 'farmer' || kind === 'other_person';
  return [
    { key: 'number', kind: 'text', label: words['field.number'] },
    { key: 'kind', kind: 'code', label: words['field.memberKind'], codes: codesOf('memberKind', memberKinds) },
    { key: 'name', kind: 'text', label: words['field.memberName'] },
    {
      key: 'unitKind',
      kind: 'code',
      label: words['field.unitKind'],
      codes: codesOf('unitKind', unitKinds),
      shown: ({ kind }) => kind === 'unit',
    },
    { key: 'idNumber', kind: 'text', label: words['field.idNumber'], shown: ({ kind }) => isPerson(kind) },
    {
      key: 'creditCode',
      kind: 'text',
      label: words['field.creditCode'],
      shown: ({ kind }) => kind !== undefined && kind !== '' && !isPerson(kind),
    },
    { key: 'phone', kind: 'text', label: words['field.phone'] },
    { key: 'joinedOn', kind: 'date', label: words['field.joinedOn'] },
    { key: 'memberPlace', kind: 'place', label: words['field.memberPlace'], places, level: 'village' },
  ];
}
