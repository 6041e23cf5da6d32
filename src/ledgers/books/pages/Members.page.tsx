import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import { exportMemberAccounts, listMemberAccounts } from '../member-contract.ts';
import { words } from '../words.ts';
import { type Book, BookFrame } from './BookFrame.tsx';

export default function Page() {
  const t = useWords(words);
  return (
    <BookFrame title={t('tab.members')} about={t('members.intro')}>
      {(book) => <List book={book} />}
    </BookFrame>
  );
}

function List({ book }: { book: Book }) {
  const t = useWords(words);
  const { yuan } = useFormat();
  const amounts = [
    ['contributionFen', 'member.contribution'],
    ['reserveFen', 'member.reserve'],
    ['dueFen', 'member.due'],
    ['currentFen', 'member.current'],
  ] as const;
  return (
    <RecordList
      contract={listMemberAccounts}
      exportContract={exportMemberAccounts}
      params={{ county: book.county, id: book.id }}
      caption={t('tab.members')}
      rowKey={(row) => row.membershipId}
      {...(book.chart === 'coop37'
        ? { rowLink: (row: { membershipId: string }) => `/member-accounts/${book.county}/${row.membershipId}` }
        : {})}
      searchPlaceholder={words['trade.member']}
      filters={[{ key: 'on', label: words['statement.through'], kind: 'date' }]}
      emptyText={t('members.empty')}
      columns={[
        { key: 'name', label: words['member.name'], render: (row) => `${row.number} ${row.name}` },
        ...amounts.map(([key, label]) => ({
          key,
          label: words[label],
          align: 'end' as const,
          render: (row: Readonly<Record<(typeof amounts)[number][0], bigint>>) => yuan(row[key]),
        })),
      ]}
    />
  );
}
