import type { Field } from '../../../platform/ui/form-fields.ts';
import type { PlaceSource } from '../../../platform/ui/places.ts';
import { applicantKinds, landClasses, purposes } from '../rules.ts';
import { words } from '../words.ts';
import { codeChoices } from './codes.ts';

/** The inputs of a request; a new one also says where it is. */
export function requestFields(places?: PlaceSource): readonly Field[] {
  return [
    ...(places
      ? [{ key: 'place', kind: 'place' as const, level: 'village' as const, label: words['field.place'], places }]
      : []),
    { key: 'number', kind: 'text', label: words['field.number'] },
    {
      key: 'applicantKind',
      kind: 'code',
      label: words['field.applicantKind'],
      codes: codeChoices('applicantKind', applicantKinds),
    },
    { key: 'applicantName', kind: 'text', label: words['field.applicantName'] },
    { key: 'projectName', kind: 'text', label: words['field.projectName'] },
    { key: 'purpose', kind: 'code', label: words['field.purpose'], codes: codeChoices('purpose', purposes) },
    { key: 'landClass', kind: 'code', label: words['field.landClass'], codes: codeChoices('landClass', landClasses) },
    { key: 'areaMu', kind: 'decimal', label: words['field.areaMu'], unit: words['unit.mu'] },
    { key: 'requestedOn', kind: 'date', label: words['field.requestedOn'] },
    { key: 'department', kind: 'text', label: words['field.department'] },
  ];
}

export const answerFields: readonly Field[] = [
  { key: 'answeredOn', kind: 'date', label: words['field.answeredOn'] },
  { key: 'granted', kind: 'switch', label: words['field.granted'] },
  {
    key: 'grantedMu',
    kind: 'decimal',
    label: words['field.grantedMu'],
    unit: words['unit.mu'],
    shown: (values) => values.granted === true,
  },
  {
    key: 'answerDocument',
    kind: 'text',
    label: words['field.answerDocument'],
    shown: (values) => values.granted === true,
  },
  { key: 'answerReason', kind: 'note', label: words['field.answerReason'], wide: true },
];

export const secureFields: readonly Field[] = [
  { key: 'securedOn', kind: 'date', label: words['field.securedOn'] },
  { key: 'securedDocument', kind: 'text', label: words['field.securedDocument'] },
];
