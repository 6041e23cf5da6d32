import { z } from 'zod';
import type { Field, FormValues } from '../../ui/form-fields.ts';
import type { PlaceSource } from '../../ui/places.ts';
import { bannerGrants } from '../account-rules.ts';
import { roleCode } from '../contract.ts';
import { type Role, roleScope, roles } from '../roles.ts';
import { words } from '../words.ts';
import { agencies } from './agency-source.ts';

/** A position as it is typed in: one level deep, as a form has it. */
export const positionShape = {
  role: roleCode,
  place: z.int().optional(),
  organisationId: z.uuid().optional(),
  startsOn: z.iso.date(),
  endsOn: z.iso.date().optional(),
};

/** Households get their position with their record, so they are not granted here. */
const grantable = roles.filter((role) => roleScope[role] !== 'household');

export function positionFields(mine: Role, places: PlaceSource): readonly Field[] {
  const offered = mine === 'administrator' ? grantable : bannerGrants;
  return [
    {
      key: 'role',
      label: words['position.role'],
      kind: 'code',
      codes: offered.map((role) => ({ value: role, label: words[`role.${role}`] })),
    },
    { key: 'place', label: words['position.place'], kind: 'place', places, shown: isPlaced },
    {
      key: 'organisationId',
      label: words['position.organisation'],
      kind: 'record',
      records: agencies,
      shown: (values) => scopeOf(values) === 'organisation',
    },
    { key: 'startsOn', label: words['position.startsOn'], kind: 'date' },
    { key: 'endsOn', label: words['position.endsOn'], kind: 'date' },
  ];
}

function isPlaced(values: FormValues): boolean {
  return ['city', 'banner', 'township', 'village'].includes(scopeOf(values) ?? '');
}

function scopeOf(values: FormValues): string | undefined {
  const role = roles.find((one) => one === values.role);
  return role && roleScope[role];
}
