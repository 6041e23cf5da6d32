import { call } from '../../../platform/ui/client.ts';
import { recordSource } from '../../../platform/ui/records.ts';
import { getCooperative, listCooperatives } from '../contract.ts';

/** Organisations for pages that need both parts of the key: the value is `150622/0190…`. */
export const organisationSource = recordSource(
  listCooperatives,
  ({ county, id, name, placeName }) => ({
    value: `${county}/${id}`,
    label: name,
    ...(placeName === null ? {} : { sub: placeName }),
  }),
  {
    find: async (value, signal) => {
      const found = await call(getCooperative, { params: keyOfOrganisation(value) }, { signal });
      return { value, label: found.name };
    },
  },
);

export function keyOfOrganisation(value: string): { readonly county: number; readonly id: string } {
  const [county = '', id = ''] = value.split('/');
  return { county: Number(county), id };
}
