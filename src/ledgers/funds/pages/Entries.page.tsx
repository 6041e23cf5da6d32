import { useSearchParams } from 'react-router';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import type { Column, ListPage } from '../../../platform/ui/list-types.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { listEntries } from '../entry-contract.ts';
import { type EntrySum, entrySums, fundTiers } from '../entry-rules.ts';
import { pools } from '../rules.ts';
import { FundLinks } from '../widgets/FundLinks.tsx';
import { words } from '../words.ts';
import { codeChoices } from './codes.ts';

type Row = RowOf<typeof listEntries>;

/** What a sum narrows the list to; these stand in the address and have no input of their own. */
const narrowings = ['document', 'fund'] as const;

/** The lines of the books behind one sum of a page. */
export default function Page() {
  const t = useWords(words);
  const places = useOwnPlaces();
  const [search] = useSearchParams();
  const asked = search.get('sum');
  const sum: EntrySum = entrySums.find((one) => one === asked) ?? 'held';
  const columns = useColumns(sum);
  const fixed = Object.fromEntries(
    narrowings.flatMap((key) => (search.get(key) ? [[key, search.get(key) ?? '']] : [])),
  );
  return (
    <>
      <PageHead
        title={t('entries.title', { sum: t(`code.sum.${sum}`) })}
        about={t('entries.intro')}
        actions={<FundLinks group="accounts" />}
      />
      <RecordList
        contract={listEntries}
        fixed={{ sum, ...fixed }}
        caption={t('entries.title', { sum: t(`code.sum.${sum}`) })}
        rowKey={(row) => `${row.entryId}.${row.ordinal}`}
        rowLink={(row) =>
          row.movementId === null
            ? `/fund-accounts/${row.county}/${row.accountId}`
            : `/fund-movements/${row.movementCounty}/${row.movementId}`
        }
        searchPlaceholder={words['entries.search']}
        filters={[
          { key: 'sum', label: words['field.sum'], kind: 'codes', codes: codeChoices('sum', entrySums) },
          { key: 'level', label: words['field.level'], kind: 'codes', codes: codeChoices('level', fundTiers) },
          { key: 'pool', label: words['field.pool'], kind: 'codes', codes: codeChoices('pool', pools) },
          { key: 'place', label: words['field.place'], kind: 'place', places },
          { key: 'until', label: words['field.until'], kind: 'date' },
        ]}
        emptyText={t('entries.empty')}
        columns={columns}
      />
    </>
  );
}

function useColumns(sum: EntrySum): readonly Column<Row>[] {
  const { date, yuan } = useFormat();
  const total = (page: ListPage<Row>) => yuan((page as ListPage<Row> & { readonly sumFen: bigint }).sumFen);
  return [
    { key: 'occurredOn', label: words['field.occurredOn'], sortable: true, render: (row) => date(row.occurredOn) },
    { key: 'accountName', label: words['field.account'] },
    { key: 'documentNumber', label: words['field.document'], secondary: true },
    { key: 'memo', label: words['field.memo'], secondary: true, wraps: true },
    {
      key: 'amountFen',
      label: words[`code.sum.${sum}`],
      align: 'end',
      sortable: true,
      render: (row) => yuan(row.amountFen),
      total,
    },
  ];
}
