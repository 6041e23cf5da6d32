import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { formatYuan } from '../../../platform/pure/money.ts';
import { call, download } from '../../../platform/ui/client.ts';
import { ImportDialog } from '../../../platform/ui/ImportDialog.tsx';
import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { Column, Filter } from '../../../platform/ui/list-types.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { useAction } from '../../../platform/ui/Notices.tsx';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import { type AssetRow, listAssets } from '../contract.ts';
import { assetClasses, assetKinds, claimStates, confirmationStates, useStates } from '../rules.ts';
import { checkImport, exportAssets, getTemplate, markImport, printAssets, takeImport } from '../sheet-contract.ts';
import { words } from '../words.ts';
import { codeChoices, useCodes } from './codes.ts';

export default function Page() {
  const t = useWords(words);
  const text = useText();
  const columns = useColumns();
  const places = useOwnPlaces();
  const mayExport = useMay('asset.export');
  const mayImport = useMay('asset.import');
  const [importing, setImporting] = useState(false);
  return (
    <>
      <PageHead title={t('title')} about={t('intro')} actions={<Actions />} />
      <RecordList
        contract={listAssets}
        caption={t('title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/assets/${row.county}/${row.id}`}
        searchPlaceholder={words.search}
        filters={[{ key: 'place', label: words['field.place'], kind: 'place', places }, ...filters]}
        emptyText={t('empty')}
        {...(mayExport ? { exportContract: exportAssets } : {})}
        {...(mayImport ? { onImport: () => setImporting(true) } : {})}
        columns={columns}
      />
      {importing && (
        <ImportDialog
          title={text(words['action.import'])}
          onClose={() => setImporting(false)}
          template={() => download(getTemplate)}
          check={(file) => call(checkImport, { file })}
          take={(report, file) =>
            call(takeImport, { file, query: { keepGood: report.rejected > 0 ? 'true' : 'false' } })
          }
          marked={(_, file) => download(markImport, { file })}
        />
      )}
    </>
  );
}

const filters: readonly Filter[] = [
  { key: 'class', label: words['field.class'], kind: 'codes', codes: codeChoices('class', assetClasses) },
  { key: 'kind', label: words['field.kind'], kind: 'codes', codes: codeChoices('kind', assetKinds) },
  { key: 'useState', label: words['field.useState'], kind: 'codes', codes: codeChoices('useState', useStates) },
  { key: 'claimState', label: words['field.claimState'], kind: 'codes', codes: codeChoices('claimState', claimStates) },
  {
    key: 'confirmation',
    label: words['field.confirmation'],
    kind: 'codes',
    codes: codeChoices('confirmation', confirmationStates),
  },
  {
    key: 'light',
    label: words['field.light'],
    kind: 'codes',
    codes: codeChoices('light', ['late', 'near', 'none', 'met']),
  },
  { key: 'povertyProject', label: words['field.povertyProject'], kind: 'switch' },
  { key: 'left', label: words['field.left'], kind: 'switch' },
];

/** The sums under the list are of all assets that the filters leave, not of the page. */
interface Sums {
  readonly valueFen?: bigint;
  readonly areaMu?: number;
  readonly confirmed?: number;
}

function useColumns(): readonly Column<AssetRow>[] {
  const speak = useCodes();
  const { number, date } = useFormat();
  return [
    { key: 'name', label: words['field.name'], sortable: true },
    { key: 'number', label: words['field.number'], sortable: true },
    { key: 'placeName', label: words['field.place'] },
    { key: 'class', label: words['field.class'], render: (row) => speak('class', row.class) },
    { key: 'kind', label: words['field.kind'], render: (row) => speak('kind', row.kind), secondary: true },
    {
      key: 'area',
      label: words['field.areaMu'],
      unit: words['unit.mu'],
      align: 'end',
      sortable: true,
      render: (row) => (row.areaMu === 0 ? '' : number(row.areaMu)),
      total: (page) => number((page as Sums).areaMu ?? 0),
    },
    {
      key: 'value',
      label: words['field.valueFen'],
      unit: words['unit.yuan'],
      align: 'end',
      sortable: true,
      render: (row) => formatYuan(row.verifiedValueFen ?? row.bookValueFen),
      total: (page) => formatYuan((page as Sums).valueFen ?? 0n),
    },
    { key: 'letTo', label: words['field.letTo'], secondary: true, wraps: true },
    {
      key: 'waiting',
      label: words['field.confirmation'],
      sortable: true,
      render: (row) => <Light state={row.light} label={speak('confirmation', row.confirmation) ?? ''} />,
      total: (page) => number((page as Sums).confirmed ?? 0),
    },
    { key: 'confirmBy', label: words['field.confirmBy'], render: (row) => date(row.confirmBy), secondary: true },
  ];
}

function Actions() {
  const t = useWords(words);
  const [search] = useSearchParams();
  const { run, pending, failure } = useAction();
  const mayRecord = useMay('asset.record');
  const mayPrint = useMay('asset.export');
  const keys = [
    'place',
    'q',
    'class',
    'kind',
    'useState',
    'claimState',
    'confirmation',
    'light',
    'povertyProject',
    'left',
  ];
  const query = Object.fromEntries(keys.flatMap((key) => (search.get(key) ? [[key, search.get(key)]] : [])));
  return (
    <>
      {failure && <span className="field-error">{failure.title}</span>}
      <Link className="button" to="/assets/totals">
        {t('totals.title')}
      </Link>
      {mayPrint && (
        <button
          type="button"
          className="button"
          disabled={pending}
          onClick={() => void run(() => download(printAssets, { query }))}
        >
          {t('action.print')}
        </button>
      )}
      {mayRecord && (
        <Link className="button primary" to="/assets/new">
          {t('action.new')}
        </Link>
      )}
    </>
  );
}
