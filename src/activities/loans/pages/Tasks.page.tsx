import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { listLoanTasks } from '../care-contract.ts';
import { words } from '../words.ts';
import { codesOf, wordsOf } from './codes.ts';

/** Whom to visit, the most urgent first; a recorded visit takes the row away. */
export default function Page() {
  const t = useWords(words);
  const places = useOwnPlaces();
  const columns = useColumns();
  return (
    <>
      <PageHead title={t('tasks.title')} about={t('tasks.intro')} />
      <RecordList
        contract={listLoanTasks}
        caption={t('tasks.title')}
        rowKey={(row) => `${row.id} ${row.cause}`}
        rowLink={(row) => `/loans/${row.county}/${row.id}`}
        searchPlaceholder={words.search}
        filters={[
          { key: 'cause', label: words['field.cause'], kind: 'codes', codes: codesOf('cause', ['overdue', 'use']) },
          { key: 'place', label: words['field.place'], kind: 'place', places },
        ]}
        emptyText={t('tasks.empty')}
        columns={columns}
      />
    </>
  );
}

function useColumns(): readonly Column<RowOf<typeof listLoanTasks>>[] {
  const text = useText();
  const { date, yuan } = useFormat();
  return [
    { key: 'borrowerName', label: words['field.borrower'] },
    { key: 'placeName', label: words['field.place'], secondary: true },
    { key: 'contractNumber', label: words['field.contractNumber'], secondary: true },
    { key: 'cause', label: words['field.cause'], render: (row) => text(wordsOf(`code.cause.${row.cause}`)) },
    { key: 'amountFen', label: words['field.openAmount'], align: 'end', render: (row) => yuan(row.amountFen) },
    { key: 'sinceOn', label: words['field.sinceOn'], secondary: true, render: (row) => date(row.sinceOn) },
    {
      ...{ key: 'dueOn', label: words['field.visitBy'] },
      render: (row) => <Light state={row.light} label={date(row.dueOn)} />,
    },
    {
      ...{ key: 'responsible', label: words['field.responsible'], secondary: true },
      render: (row) => row.responsible.join(' ') || '–',
    },
  ];
}
