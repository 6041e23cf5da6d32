import type { Field } from '../../../platform/ui/form-fields.ts';
import type { PlaceSource } from '../../../platform/ui/places.ts';
import { agencyKinds } from '../rules.ts';
import { words } from '../words.ts';

export const kindCodes = agencyKinds.map((kind) => ({ value: kind, label: words[`code.kind.${kind}`] }));

/** The inputs of an agency; a new one also says where it is. */
export function agencyFields(places?: PlaceSource): readonly Field[] {
  return [
    { key: 'name', kind: 'text', label: words['field.name'], wide: true },
    { key: 'kind', kind: 'code', label: words['field.kind'], codes: kindCodes },
    ...(places ? [{ key: 'place', kind: 'place' as const, label: words['field.place'], places }] : []),
    { key: 'creditCode', kind: 'text', label: words['field.creditCode'] },
    { key: 'contactName', kind: 'text', label: words['field.contactName'] },
    { key: 'contactPhone', kind: 'text', label: words['field.contactPhone'] },
    { key: 'startsOn', kind: 'date', label: words['field.startsOn'] },
    { key: 'endsOn', kind: 'date', label: words['field.endsOn'] },
  ];
}
