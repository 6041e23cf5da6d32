import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { call, download } from '../../../platform/ui/client.ts';
import { ImportDialog } from '../../../platform/ui/ImportDialog.tsx';
import { useText, useWords } from '../../../platform/ui/language.ts';
import type { Column, Filter } from '../../../platform/ui/list-types.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { useAction } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import { exportHouseholds, type HouseholdRow, listHouseholds } from '../contract.ts';
import { checkImport, getTemplate, markImport, printCards, takeImport } from '../import-contract.ts';
import { povertyCauses, povertyKinds, povertyStandards, povertyStates } from '../poverty-rules.ts';
import { words } from '../words.ts';
import { codeChoices, useCodes } from './codes.ts';
import { TakeInDialog } from './TakeInDialog.tsx';

export default function Page() {
  const t = useWords(words);
  const text = useText();
  const columns = useColumns();
  const places = useOwnPlaces();
  const mayExport = useMay('household.export');
  const mayImport = useMay('household.import');
  const [open, setOpen] = useState<'import' | 'take_in'>();
  return (
    <>
      <PageHead title={t('title')} about={t('intro')} actions={<Actions onTakeIn={() => setOpen('take_in')} />} />
      <RecordList
        contract={listHouseholds}
        caption={t('title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/households/${row.county}/${row.id}`}
        searchPlaceholder={words.search}
        filters={[{ key: 'place', label: words['field.place'], kind: 'place', places }, ...filters]}
        emptyText={t('empty')}
        {...(mayExport ? { exportContract: exportHouseholds } : {})}
        {...(mayImport ? { onImport: () => setOpen('import') } : {})}
        columns={columns}
      />
      {open === 'import' && (
        <ImportDialog
          title={text(words['action.import'])}
          onClose={() => setOpen(undefined)}
          template={() => download(getTemplate)}
          check={(file) => call(checkImport, { file })}
          take={(report, file) =>
            call(takeImport, { file, query: { keepGood: report.rejected > 0 ? 'true' : 'false' } })
          }
          marked={(_, file) => download(markImport, { file })}
        />
      )}
      {open === 'take_in' && <TakeInDialog onClose={() => setOpen(undefined)} />}
    </>
  );
}

const filters: readonly Filter[] = [
  {
    key: 'state',
    label: words['field.state'],
    kind: 'codes',
    codes: codeChoices('state', [...povertyStates, 'none']),
  },
  { key: 'kind', label: words['field.kind'], kind: 'codes', codes: codeChoices('kind', povertyKinds) },
  {
    key: 'standard',
    label: words['field.standard'],
    kind: 'codes',
    codes: codeChoices('standard', povertyStandards),
  },
  { key: 'cause', label: words['field.mainCause'], kind: 'codes', codes: codeChoices('cause', povertyCauses) },
  {
    key: 'closed',
    label: words['field.closed'],
    kind: 'codes',
    codes: codeChoices('closed', ['closed', 'all']),
  },
];

function useColumns(): readonly Column<HouseholdRow>[] {
  const speak = useCodes();
  return [
    {
      key: 'headName',
      label: words['field.headName'],
      sortable: true,
      render: (row) => row.headName ?? row.number,
    },
    { key: 'number', label: words['field.number'], sortable: true },
    { key: 'placeName', label: words['field.place'] },
    { key: 'residents', label: words['field.residents'], align: 'end' },
    {
      key: 'state',
      label: words['field.state'],
      render: (row) => row.state && <span className="tag">{speak('state', row.state)}</span>,
    },
    { key: 'kind', label: words['field.kind'], render: (row) => speak('kind', row.kind), secondary: true },
    {
      key: 'mainCause',
      label: words['field.mainCause'],
      render: (row) => speak('cause', row.mainCause),
      secondary: true,
    },
    { key: 'stateSince', label: words['field.stateSince'], secondary: true },
    { key: 'phoneMasked', label: words['field.phone'], secondary: true },
    { key: 'joinedOn', label: words['field.joinedOn'], sortable: true, secondary: true },
  ];
}

function Actions({ onTakeIn }: { onTakeIn: () => void }) {
  const t = useWords(words);
  const [search] = useSearchParams();
  const { run, pending, failure } = useAction();
  const mayRecord = useMay('household.record');
  const mayMove = useMay('household.move');
  const mayPrint = useMay('household.export');
  const place = Number(search.get('place')) || undefined;
  const q = search.get('q') ?? undefined;
  const print = () => download(printCards, { query: { place, q, origin: location.origin } });
  return (
    <>
      {failure && <span className="field-error">{failure.title}</span>}
      {mayPrint && (
        <button type="button" className="button" disabled={pending} onClick={() => void run(print)}>
          {t('action.cards')}
        </button>
      )}
      {mayMove && (
        <button type="button" className="button" onClick={onTakeIn}>
          {t('action.take_in')}
        </button>
      )}
      {mayRecord && (
        <Link className="button primary" to="/households/new">
          {t('action.new')}
        </Link>
      )}
    </>
  );
}
