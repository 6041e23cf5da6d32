import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { call, newId } from '../../../platform/ui/client.ts';
import { Dialog } from '../../../platform/ui/Dialog.tsx';
import type { Field } from '../../../platform/ui/form-fields.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import type { Column } from '../../../platform/ui/list-types.ts';
import { useMay, useToday } from '../../../platform/ui/me.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { RecordForm } from '../../../platform/ui/RecordForm.tsx';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { purposes } from '../rules.ts';
import { endForbiddenUse, forbidUse, listForbiddenUses } from '../use-contract.ts';
import { FundLinks } from '../widgets/FundLinks.tsx';
import { words } from '../words.ts';
import { codeChoices, useCodes } from './codes.ts';

type Row = RowOf<typeof listForbiddenUses>;

/** What no document may permit, from which day to which, and which rule says so. */
export default function Page() {
  const t = useWords(words);
  const mayForbid = useMay('fund.forbid');
  const [forbidding, setForbidding] = useState(false);
  const [ending, setEnding] = useState<Row>();
  const columns = useColumns(mayForbid ? setEnding : undefined);
  return (
    <>
      <PageHead
        title={t('uses.title')}
        about={
          <>
            {t('uses.intro')} <Link to="/fund-documents">{t('documents.title')}</Link>
          </>
        }
        actions={
          <>
            <FundLinks group="control" />
            {mayForbid && (
              <button type="button" className="button primary" onClick={() => setForbidding(true)}>
                {t('uses.new')}
              </button>
            )}
          </>
        }
      />
      <RecordList
        contract={listForbiddenUses}
        caption={t('uses.title')}
        rowKey={(row) => row.id}
        searchPlaceholder={words['uses.search']}
        filters={[{ key: 'on', label: words['uses.on'], kind: 'date' }]}
        emptyText={t('uses.empty')}
        columns={columns}
      />
      {forbidding && <NewUse onClose={() => setForbidding(false)} />}
      {ending && <EndUse use={ending} onClose={() => setEnding(undefined)} />}
    </>
  );
}

function useColumns(onEnd: ((row: Row) => void) | undefined): readonly Column<Row>[] {
  const t = useWords(words);
  const speak = useCodes();
  const { date } = useFormat();
  const today = useToday();
  return [
    { key: 'purpose', label: words['field.purpose'], render: (row) => speak('purpose', row.purpose) },
    { key: 'startsOn', label: words['uses.startsOn'], sortable: true, render: (row) => date(row.startsOn) },
    {
      key: 'endsOn',
      label: words['uses.endsOn'],
      sortable: true,
      render: (row) => (row.endsOn === null ? t('uses.open') : date(row.endsOn)),
    },
    {
      key: 'source',
      label: words['uses.source'],
      wraps: true,
      secondary: true,
      render: (row) => speak('useSource', row.source),
    },
    ...(onEnd
      ? [
          {
            key: 'end',
            label: words['uses.end'],
            render: (row: Row) =>
              (row.endsOn === null || row.endsOn > today) && (
                <button
                  type="button"
                  className="button quiet no-print"
                  aria-label={`${t('uses.end')} ${speak('purpose', row.purpose)}`}
                  onClick={() => onEnd(row)}
                >
                  {t('uses.end')}
                </button>
              ),
          },
        ]
      : []),
  ];
}

const newFields: readonly Field[] = [
  { key: 'purpose', label: words['field.purpose'], kind: 'code', codes: codeChoices('purpose', purposes) },
  { key: 'startsOn', label: words['uses.startsOn'], kind: 'date' },
  { key: 'endsOn', label: words['uses.endsOn'], kind: 'date' },
  { key: 'source', label: words['uses.source'], kind: 'text', wide: true },
];

function NewUse({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(words);
  const today = useToday();
  const fixed = useMemo(() => ({ id: newId() }), []);
  const initial = useMemo(() => ({ startsOn: today }), [today]);
  return (
    <Dialog title={t('uses.new')} onClose={onClose}>
      <RecordForm
        schema={forbidUse.body}
        fields={newFields}
        initial={initial}
        fixed={fixed}
        refusals={words}
        submitLabel={t('uses.new')}
        submit={(body, options) => call(forbidUse, { body }, options)}
        onSaved={() => {
          onClose();
          notify(t('said.recorded'));
        }}
      />
    </Dialog>
  );
}

const endFields: readonly Field[] = [
  { key: 'endsOn', label: words['uses.endsOn'], kind: 'date' },
  { key: 'reason', label: words['uses.reason'], kind: 'text', wide: true },
];

function EndUse({ use, onClose }: { readonly use: Row; readonly onClose: () => void }) {
  const t = useWords(words);
  const speak = useCodes();
  const fixed = useMemo(() => ({ purpose: use.purpose }), [use.purpose]);
  return (
    <Dialog title={`${t('uses.end')}: ${speak('purpose', use.purpose)}`} onClose={onClose}>
      <RecordForm
        schema={endForbiddenUse.body}
        fields={endFields}
        fixed={fixed}
        refusals={words}
        submitLabel={t('uses.end')}
        submit={(body, options) => call(endForbiddenUse, { body }, options)}
        onSaved={() => {
          onClose();
          notify(t('said.recorded'));
        }}
      />
    </Dialog>
  );
}
