import { call } from '../../../platform/ui/client.ts';
import type { RecordSource } from '../../../platform/ui/records.ts';
import { getMember, listMembers, type MemberRowView } from '../member-contract.ts';

/** The members of one organisation for pickers of every feature, by number, name or pinyin. */
export function memberSource(cooperative: { readonly county: number; readonly id: string }): RecordSource {
  return {
    key: `members of ${cooperative.id}`,
    search: async (text, signal) => {
      const { rows } = await call(listMembers, { params: cooperative, query: { q: text, limit: 20 } }, { signal });
      return rows.map(choiceOf);
    },
    find: async (id, signal) => {
      const params = { county: cooperative.county, id };
      return choiceOf(await call(getMember, { params }, { signal }));
    },
  };
}

function choiceOf(row: MemberRowView) {
  return {
    value: row.id,
    label: `${row.number} ${row.name}`,
    sub: [row.memberPlaceName, row.idNumberMasked].filter((part) => part !== null).join(' '),
  };
}
