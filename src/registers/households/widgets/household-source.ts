import { call } from '../../../platform/ui/client.ts';
import { recordSource } from '../../../platform/ui/records.ts';
import type { RowOf } from '../../../platform/ui/request.ts';
import { getHousehold, listHouseholds } from '../contract.ts';

type Row = RowOf<typeof listHouseholds>;

/** Households for pickers of every feature, found by a member's name, pinyin, number or telephone. */
export const householdSource = recordSource(listHouseholds, (row) => ({ value: row.id, ...namesOf(row) }));

/** The same of any county in range, for pages that need both parts of the key: the value is `150622/0190…`. */
export const keyedHouseholdSource = recordSource(
  listHouseholds,
  (row) => ({ value: `${row.county}/${row.id}`, ...namesOf(row) }),
  {
    find: async (value, signal) => {
      const [county = '', id = ''] = value.split('/');
      const found = await call(getHousehold, { params: { county: Number(county), id } }, { signal });
      const head = found.residents.find(({ relation, leftOn }) => relation === headRelation && leftOn === null);
      return { value, ...namesOf({ ...found, headName: head?.name ?? null }) };
    },
  },
);

const headRelation = '01';

function namesOf({
  headName,
  number,
  placeName,
  phoneMasked,
}: Pick<Row, 'headName' | 'number' | 'placeName' | 'phoneMasked'>) {
  return {
    label: headName ?? number,
    sub: [placeName, number, phoneMasked].filter((part) => part !== null).join(' '),
  };
}
