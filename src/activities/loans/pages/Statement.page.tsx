import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { call } from '../../../platform/ui/client.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { Loaded } from '../../../platform/ui/States.tsx';
import { explainLine, getStatement, lineStates, listStatementLines } from '../statement-contract.ts';
import { words } from '../words.ts';
import { codesOf, wordsOf } from './codes.ts';
import { FormDialog } from './FormDialog.tsx';
import { keyOf } from './views.ts';

type Row = RowOf<typeof listStatementLines>;

/** One workbook of a bank, line by line: what differs stands first. */
export default function Page() {
  const t = useWords(words);
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getStatement, { params });
  const [explaining, setExplaining] = useState<Row>();
  const columns = useColumns();
  return (
    <Loaded reply={reply} asPage>
      {(statement) => (
        <>
          <PageHead
            title={statement.fileName}
            about={statement.bankName}
            back={<Link to="/loan-statements">{t('statements.title')}</Link>}
          />
          <RecordList
            contract={listStatementLines}
            params={params}
            caption={t('statements.title')}
            rowKey={(row) => row.id}
            searchPlaceholder={words.search}
            filters={[
              { key: 'state', label: words['field.state'], kind: 'codes', codes: codesOf('statement', lineStates) },
            ]}
            emptyText={t('statement.lines.empty')}
            columns={columns(statement.allowed.includes('loan.statement') ? setExplaining : undefined)}
          />
          {explaining && (
            <FormDialog
              title={t('action.explain')}
              onClose={() => setExplaining(undefined)}
              schema={explainLine.body}
              fields={[{ key: 'note', kind: 'note', label: words['field.note'], wide: true }]}
              fixed={{ revision: explaining.revision }}
              submit={(body, options) => call(explainLine, { params: keyOf(explaining), body }, options)}
            />
          )}
        </>
      )}
    </Loaded>
  );
}

function useColumns(): (onExplain: ((row: Row) => void) | undefined) => readonly Column<Row>[] {
  const t = useWords(words);
  const text = useText();
  const { date, number, yuan } = useFormat();
  return (onExplain) => [
    { key: 'number', label: words['field.number'], align: 'end', render: (row) => number(row.number) },
    {
      ...{ key: 'contractNumber', label: words['field.contractNumber'] },
      render: (row) =>
        row.loanId === null ? (
          row.contractNumber
        ) : (
          <Link to={`/loans/${row.county}/${row.loanId}`}>{row.contractNumber}</Link>
        ),
    },
    { key: 'borrowerName', label: words['field.borrower'] },
    { key: 'paidOn', label: words['field.paidOn'], render: (row) => date(row.paidOn) },
    { key: 'principalFen', label: words['field.principalPaid'], align: 'end', render: (row) => yuan(row.principalFen) },
    { key: 'interestFen', label: words['field.interestPaid'], align: 'end', render: (row) => yuan(row.interestFen) },
    { key: 'receipt', label: words['field.receipt'], secondary: true },
    { key: 'state', label: words['field.state'], render: (row) => text(wordsOf(`code.statement.${row.state}`)) },
    {
      ...{ key: 'differences', label: words['field.differences'], wraps: true },
      render: (row) => (
        <>
          {row.differences.map((code) => text(wordsOf(`difference.${code}`))).join(' ')} {row.note}
          {onExplain && (row.state === 'different' || row.state === 'unknown') && (
            <button
              type="button"
              className="button quiet no-print"
              aria-label={`${t('action.explain')} ${row.receipt}`}
              onClick={() => onExplain(row)}
            >
              {t('action.explain')}
            </button>
          )}
        </>
      ),
    },
  ];
}
