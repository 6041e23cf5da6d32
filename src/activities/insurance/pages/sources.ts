import { call } from '../../../platform/ui/client.ts';
import { type RecordSource, recordSource } from '../../../platform/ui/records.ts';
import { listHouseholds } from '../../../registers/households/contract.ts';
import { listTerms } from '../terms-contract.ts';

/** Households of any county in range: the value is `150622/0190…`. */
export const householdSource = recordSource(listHouseholds, (row) => ({
  value: `${row.county}/${row.id}`,
  label: row.headName ?? row.number,
  sub: [row.placeName, row.number, row.phoneMasked].filter((part) => part !== null).join(' '),
}));

/** The insurers that cover the city. */
export const insurerSource: RecordSource = {
  key: 'insurers',
  search: async (text, signal) => {
    const { insurers } = await call(listTerms, {}, { signal });
    return insurers.filter(({ name }) => name.includes(text)).map(({ id, name }) => ({ value: id, label: name }));
  },
  find: async (value, signal) => {
    const { insurers } = await call(listTerms, {}, { signal });
    const found = insurers.find(({ id }) => id === value);
    return found && { value, label: found.name };
  },
};

export function keyOfChoice(value: string): { readonly county: number; readonly id: string } {
  const [county = '', id = ''] = value.split('/');
  return { county: Number(county), id };
}
