import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { compareMembers } from '../dividend-contract.ts';
import { poorMarks } from '../rules.ts';
import { choiceChanges } from '../run-rules.ts';
import { words } from '../words.ts';
import { codesOf, wordsOf } from './codes.ts';
import { keyOf, type PartProps } from './views.ts';

/** Each member under each option: who gains and who loses against the first. */
export function Choices({ distribution }: PartProps) {
  const t = useWords(words);
  const columns = useColumns(distribution);
  const [, ...others] = distribution.options;
  return (
    <section className="record-part">
      <h2>{t('part.members')}</h2>
      <RecordList
        contract={compareMembers}
        params={keyOf(distribution)}
        caption={t('part.members')}
        rowKey={(row) => row.membershipId}
        rowLink={(row) => `/memberships/${distribution.county}/${row.membershipId}`}
        searchPlaceholder={words['lines.search']}
        filters={[
          {
            ...{ key: 'against', label: words['field.against'], kind: 'codes' },
            codes: others.map(({ id, name }) => ({ value: id, label: name })),
          },
          { key: 'change', label: words['field.change'], kind: 'codes', codes: codesOf('change', choiceChanges) },
          { key: 'poor', label: words['field.poor'], kind: 'codes', codes: codesOf('poor', poorMarks) },
        ]}
        emptyText={t('choices.empty')}
        columns={columns}
      />
    </section>
  );
}

function useColumns({ options }: PartProps['distribution']): readonly Column<RowOf<typeof compareMembers>>[] {
  const text = useText();
  const { yuan } = useFormat();
  return [
    { key: 'number', label: words['field.member'], sortable: true, render: (row) => `${row.number} ${row.name}` },
    { key: 'memberPlaceName', label: words['field.memberPlace'], secondary: true },
    {
      ...{ key: 'poor', label: words['field.poor'], secondary: true },
      render: (row) => text(wordsOf(`code.poor.${row.poor}`)),
    },
    ...options.map(
      ({ id, name }, at): Column<RowOf<typeof compareMembers>> => ({
        ...{ key: id, label: name, align: 'end' },
        render: (row) => yuan(row.totalFen[at] ?? 0n),
      }),
    ),
    {
      ...{ key: 'changeFen', label: words['field.changeAmount'], align: 'end', sortable: true },
      render: (row) => yuan(row.changeFen),
    },
  ];
}
