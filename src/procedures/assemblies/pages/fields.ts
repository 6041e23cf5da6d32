import type { Field } from '../../../platform/ui/form-fields.ts';
import type { PlaceSource } from '../../../platform/ui/places.ts';
import { cooperativeSource } from '../../../registers/cooperatives/widgets/cooperative-source.ts';
import { assemblyForms, organs } from '../law-rules.ts';
import { matters } from '../motion-rules.ts';
import { rollKinds } from '../rules.ts';
import { words } from '../words.ts';
import { codesOf } from './codes.ts';

/** When and where a meeting is, and how attendance is taken. */
export const meetingFields: readonly Field[] = [
  { key: 'title', kind: 'text', label: words['field.title'], wide: true },
  { key: 'heldOn', kind: 'date', label: words['field.heldOn'] },
  { key: 'startsAt', kind: 'text', label: words['field.startsAt'] },
  { key: 'venue', kind: 'text', label: words['field.venue'] },
  { key: 'noticedOn', kind: 'date', label: words['field.noticedOn'], help: words['help.noticedOn'] },
  { key: 'documentsOn', kind: 'date', label: words['field.documentsOn'], help: words['help.documentsOn'] },
  {
    key: 'rollKind',
    kind: 'code',
    label: words['field.rollKind'],
    codes: codesOf('rollKind', rollKinds),
    help: words['help.rollKind'],
  },
  {
    key: 'proxyLimit',
    kind: 'integer',
    label: words['field.proxyLimit'],
    shown: ({ rollKind }) => rollKind === 'named',
  },
  {
    key: 'entitled',
    kind: 'integer',
    label: words['field.entitled'],
    help: words['help.entitled'],
    shown: ({ rollKind }) => rollKind === 'counted',
  },
  {
    key: 'households',
    kind: 'integer',
    label: words['field.households'],
    shown: ({ rollKind }) => rollKind === 'counted',
  },
  {
    key: 'women',
    kind: 'integer',
    label: words['field.women'],
    shown: ({ organ }) => organ === 'representatives',
  },
];

/** Whose meeting it is, for those who call one for a village or any of its cooperatives. */
export function bodyFields(places: PlaceSource): readonly Field[] {
  return [
    { key: 'place', kind: 'place', label: words['field.place'], places, level: 'village', wide: true },
    {
      key: 'cooperativeId',
      kind: 'record',
      label: words['field.cooperative'],
      records: cooperativeSource,
      help: words['help.cooperative'],
      wide: true,
    },
    {
      key: 'form',
      kind: 'code',
      label: words['field.form'],
      codes: codesOf('form', assemblyForms),
      shown: ({ cooperativeId }) => !cooperativeId,
    },
  ];
}

export const organField: Field = {
  key: 'organ',
  kind: 'code',
  label: words['field.organ'],
  codes: codesOf('organ', organs),
};

export const motionFields: readonly Field[] = [
  { key: 'matter', kind: 'code', label: words['field.matter'], codes: codesOf('matter', matters) },
  { key: 'title', kind: 'text', label: words['field.motionTitle'], wide: true },
  { key: 'body', kind: 'note', label: words['field.body'] },
];

export const voteFields: readonly Field[] = [
  { key: 'votesFor', kind: 'integer', label: words['field.votesFor'] },
  { key: 'votesAgainst', kind: 'integer', label: words['field.votesAgainst'] },
  { key: 'votesAbstained', kind: 'integer', label: words['field.votesAbstained'] },
];

export const countFields: readonly Field[] = [
  { key: 'entitled', kind: 'integer', label: words['field.entitled'] },
  { key: 'present', kind: 'integer', label: words['field.present'] },
  { key: 'proxies', kind: 'integer', label: words['field.proxies'] },
  { key: 'households', kind: 'integer', label: words['field.households'] },
  { key: 'presentHouseholds', kind: 'integer', label: words['field.presentHouseholds'] },
  { key: 'additionalVotes', kind: 'integer', label: words['field.additionalVotes'] },
  { key: 'additionalVotesPresent', kind: 'integer', label: words['field.additionalVotesPresent'] },
];

export const closingFields: readonly Field[] = [
  { key: 'chairName', kind: 'text', label: words['field.chairName'] },
  { key: 'recorderName', kind: 'text', label: words['field.recorderName'] },
  { key: 'counterNames', kind: 'text', label: words['field.counterNames'], wide: true },
  { key: 'minutes', kind: 'note', label: words['field.minutes'], wide: true },
];
