import { recordSource } from '../../../platform/ui/records.ts';
import { listHouseholds } from '../contract.ts';

/** Households for pickers of every feature, found by a member's name, pinyin, number or telephone. */
export const householdSource = recordSource(listHouseholds, (row) => ({
  value: row.id,
  label: row.headName ?? row.number,
  sub: [row.placeName, row.number, row.phoneMasked].filter((part) => part !== null).join(' '),
}));
