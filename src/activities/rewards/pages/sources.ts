import { recordSource } from '../../../platform/ui/records.ts';
import { listHouseholds } from '../../../registers/households/contract.ts';

/** Households of any county in range: the value is `150622/0190…`. */
export const householdSource = recordSource(listHouseholds, (row) => ({
  value: `${row.county}/${row.id}`,
  label: row.headName ?? row.number,
  sub: [row.placeName, row.number].filter((part) => part !== null).join(' '),
}));

export function keyOfChoice(value: string): { readonly county: number; readonly id: string } {
  const [county = '', id = ''] = value.split('/');
  return { county: Number(county), id };
}

export function keyOf({ county, id }: { readonly county: number; readonly id: string }) {
  return { county, id };
}
