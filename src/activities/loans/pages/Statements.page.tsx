import { useState } from 'react';
import { call, download, newId } from '../../../platform/ui/client.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import { ImportDialog } from '../../../platform/ui/ImportDialog.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import { RecordPicker } from '../../../platform/ui/RecordPicker.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { checkStatement, listStatements, statementTemplate, takeStatement } from '../statement-contract.ts';
import { words } from '../words.ts';
import { useCounty } from './county.ts';
import { keyOfChoice, lenderSource } from './fields.ts';

export default function Page() {
  const t = useWords(words);
  const columns = useColumns();
  const mayImport = useMay('loan.statement');
  const [isOpen, setOpen] = useState(false);
  const open = () => setOpen(true);
  return (
    <>
      <PageHead title={t('statements.title')} about={t('statements.intro')} />
      <RecordList
        contract={listStatements}
        caption={t('statements.title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/loan-statements/${row.county}/${row.id}`}
        searchPlaceholder={words['search.bank']}
        {...(mayImport ? { onImport: open } : {})}
        emptyText={t('statements.empty')}
        columns={columns}
      />
      {isOpen && <Import onClose={() => setOpen(false)} />}
    </>
  );
}

/** First whose workbook it is, then the workbook. */
function Import({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(words);
  const countyOf = useCounty();
  const [bank, setBank] = useState<string>();
  const [id] = useState(newId);
  if (bank === undefined) {
    return (
      <Dialog title={t('action.import')} onClose={onClose}>
        <div className="field">
          <label htmlFor="statement-bank">{t('field.bank')}</label>
          <RecordPicker id="statement-bank" source={lenderSource} value={bank} onChange={setBank} />
        </div>
      </Dialog>
    );
  }
  const query = { county: countyOf(bank), bankId: keyOfChoice(bank).id };
  return (
    <ImportDialog
      title={t('action.import')}
      onClose={onClose}
      template={() => download(statementTemplate, {})}
      check={(file) => call(checkStatement, { query, file })}
      take={(_, file) => call(takeStatement, { query: { ...query, id }, file })}
    />
  );
}

function useColumns(): readonly Column<RowOf<typeof listStatements>>[] {
  const { date, number } = useFormat();
  const counts = ['lines', 'matched', 'taken', 'different', 'unknown', 'explained'] as const;
  return [
    { key: 'fileName', label: words['field.file'], wraps: true },
    { key: 'bankName', label: words['field.bank'] },
    { key: 'recordedOn', label: words['field.recordedOn'], render: (row) => date(row.recordedOn) },
    ...counts.map(
      (key): Column<RowOf<typeof listStatements>> => ({
        ...{ key, label: words[`field.${key}`], align: 'end', secondary: key !== 'different' },
        render: (row) => number(row[key]),
      }),
    ),
  ];
}
