import type { Field } from '../../../platform/ui/form-fields.ts';
import { amountFieldOf, type UpliftMechanism, upliftMechanisms } from '../uplift-rules.ts';
import { words } from '../words.ts';
import { codesOf } from './codes.ts';
import type { ClassTotal } from './register-view.ts';

/** Whether an amount is the one that the chosen mechanism works with. */
function worksWith(field: 'grantFen' | 'upliftBp' | 'floorFen') {
  return ({ mechanism }: Readonly<Record<string, unknown>>) =>
    upliftMechanisms.includes(mechanism as UpliftMechanism) && amountFieldOf(mechanism as UpliftMechanism) === field;
}

export const termFields: readonly Field[] = [
  {
    key: 'mechanism',
    kind: 'code',
    label: words['field.mechanism'],
    codes: codesOf('mechanism', upliftMechanisms),
  },
  { key: 'grantFen', kind: 'yuan', label: words['field.grantFen'], shown: worksWith('grantFen') },
  {
    key: 'upliftBp',
    kind: 'integer',
    label: words['field.upliftBp'],
    help: words['help.upliftBp'],
    shown: worksWith('upliftBp'),
  },
  { key: 'floorFen', kind: 'yuan', label: words['field.floorFen'], shown: worksWith('floorFen') },
  { key: 'recordOn', kind: 'date', label: words['field.recordOn'], help: words['help.recordOn'] },
];

export function policyFields(classes: readonly ClassTotal['share'][]): readonly Field[] {
  const issuing = classes.filter(({ kind }) => kind === 'household_grant' || kind === 'quantified');
  return [
    { key: 'name', kind: 'text', label: words['field.name'] },
    ...termFields,
    { key: 'startsOn', kind: 'date', label: words['field.startsOn'] },
    { key: 'endsOn', kind: 'date', label: words['field.endsOn'] },
    {
      key: 'classId',
      kind: 'code',
      label: words['field.classId'],
      codes: issuing.map(({ id, name }) => ({ value: id, label: name })),
      shown: ({ mechanism }) => mechanism === 'household_grant' || mechanism === 'quantification',
    },
    { key: 'resolutionNumber', kind: 'text', label: words['field.resolutionNumber'] },
    { key: 'includeLifted', kind: 'switch', label: words['field.includeLifted'] },
    { key: 'endsWithPoverty', kind: 'switch', label: words['field.endsWithPoverty'] },
  ];
}
