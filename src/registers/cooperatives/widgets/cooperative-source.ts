import { recordSource } from '../../../platform/ui/records.ts';
import { listCooperatives } from '../contract.ts';

/** Organisations for pickers of every feature, found by name, pinyin, credit code or chairperson. */
export const cooperativeSource = recordSource(listCooperatives, (row) => ({
  value: row.id,
  label: row.name,
  sub: [row.placeName, row.creditCode].filter((part) => part !== null).join(' '),
}));
