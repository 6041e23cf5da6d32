import { call } from '../../../platform/ui/client.ts';
import { recordSource } from '../../../platform/ui/records.ts';
import { getDocument, listDocuments } from '../document-contract.ts';

/** Documents by number, for forms: the value is `150600/0190…`. */
export const documentSource = recordSource(
  listDocuments,
  ({ county, id, number, title }) => ({ value: `${county}/${id}`, label: number, sub: title }),
  {
    find: async (value, signal) => {
      const found = await call(getDocument, { params: keyOf(value) }, { signal });
      return { value, label: found.number };
    },
  },
);

export function keyOf(value: string): { readonly county: number; readonly id: string } {
  const [county = '', id = ''] = value.split('/');
  return { county: Number(county), id };
}
