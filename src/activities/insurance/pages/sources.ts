import { call } from '../../../platform/ui/client.ts';
import type { RecordSource } from '../../../platform/ui/records.ts';
import { listTerms } from '../terms-contract.ts';

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
