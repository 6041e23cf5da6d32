import { useState } from 'react';
import { call } from '../../../platform/ui/client.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import {
  answerLine,
  disputeLine,
  exportSubsidyLines,
  listSubsidyLines,
  subsidyLineStates,
} from '../subsidy-contract.ts';
import { quarterOf } from '../subsidy-rules.ts';
import { words } from '../words.ts';
import { codesOf, wordsOf } from './codes.ts';
import { FormDialog } from './FormDialog.tsx';
import { reasonField } from './fields.ts';
import { keyOf } from './views.ts';

type Row = RowOf<typeof listSubsidyLines>;

/** Lines of one claim, or of all that the reader may see, with what was said about each. */
export function SubsidyLines({ claimId }: { readonly claimId?: string }) {
  const t = useWords(words);
  const [chosen, setChosen] = useState<Row>();
  const columns = useColumns(setChosen);
  return (
    <section className="record-part">
      <h2>{t('tab.lines')}</h2>
      <RecordList
        contract={listSubsidyLines}
        {...(claimId === undefined ? {} : { fixed: { claimId } })}
        caption={t('tab.lines')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/loans/${row.county}/${row.loanId}`}
        searchPlaceholder={words['search.borrower']}
        filters={[
          { key: 'state', label: words['field.state'], kind: 'codes', codes: codesOf('line', subsidyLineStates) },
        ]}
        exportContract={exportSubsidyLines}
        emptyText={t('subsidy.lines.empty')}
        columns={columns}
      />
      {chosen && <LineDialog line={chosen} onClose={() => setChosen(undefined)} />}
    </section>
  );
}

function LineDialog({ line, onClose }: { readonly line: Row; readonly onClose: () => void }) {
  const t = useWords(words);
  const params = keyOf(line);
  const fixed = { revision: line.revision };
  if (line.state === 'claimed') {
    return (
      <FormDialog
        title={t('action.dispute')}
        onClose={onClose}
        schema={disputeLine.body}
        fields={[reasonField]}
        fixed={fixed}
        submit={(body, options) => call(disputeLine, { params, body }, options)}
      />
    );
  }
  return (
    <FormDialog
      title={t('action.answer')}
      onClose={onClose}
      schema={answerLine.body}
      fields={[
        {
          key: 'decision',
          kind: 'code',
          label: words['field.decision'],
          codes: codesOf('answer', ['claimed', 'struck']),
        },
        reasonField,
      ]}
      fixed={fixed}
      submit={(body, options) => call(answerLine, { params, body }, options)}
    />
  );
}

function useColumns(onChoose: (row: Row) => void): readonly Column<Row>[] {
  const t = useWords(words);
  const text = useText();
  const { number, yuan } = useFormat();
  return [
    { key: 'borrowerName', label: words['field.borrower'], sortable: true },
    { key: 'placeName', label: words['field.place'], secondary: true },
    {
      key: 'quarterOn',
      label: words['field.quarter'],
      sortable: true,
      render: (row) => t('said.quarter', quarterOf(row.quarterOn)),
    },
    { key: 'days', label: words['field.days'], align: 'end', render: (row) => number(row.days) },
    {
      ...{ key: 'amountFen', label: words['field.subsidy'], align: 'end', sortable: true },
      render: (row) => yuan(row.amountFen),
    },
    { key: 'state', label: words['field.state'], render: (row) => text(wordsOf(`code.line.${row.state}`)) },
    {
      ...{ key: 'dispute', label: words['field.dispute'], wraps: true },
      render: (row) => (
        <>
          {[row.dispute, row.answer].filter((one) => one !== null).join(' → ')}
          {row.allowed.length > 0 && (
            <button
              type="button"
              className="button quiet no-print"
              aria-label={`${t(row.state === 'claimed' ? 'action.dispute' : 'action.answer')} ${row.borrowerName}`}
              onClick={() => onChoose(row)}
            >
              {t(row.state === 'claimed' ? 'action.dispute' : 'action.answer')}
            </button>
          )}
        </>
      ),
    },
  ];
}
