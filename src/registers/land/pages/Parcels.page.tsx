import { useState } from 'react';
import { Link } from 'react-router';
import { call, download } from '../../../platform/ui/client.ts';
import { ImportDialog } from '../../../platform/ui/ImportDialog.tsx';
import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import type { Column, Filter } from '../../../platform/ui/list-types.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import { lettingStates, listParcels, type ParcelRow } from '../contract.ts';
import { holderKinds, landKinds, tenures } from '../rules.ts';
import { checkParcels, exportParcels, markParcels, parcelTemplate, takeParcels } from '../sheet-contract.ts';
import { words } from '../words.ts';
import { codeChoices, useCodes } from './codes.ts';

export default function Page() {
  const t = useWords(words);
  const columns = useColumns();
  const places = useOwnPlaces();
  const mayExport = useMay('land.export');
  const mayImport = useMay('land.import');
  const mayRecord = useMay('land.record');
  const [importing, setImporting] = useState(false);
  const toNew = (
    <Link className="button primary" to="/parcels/new">
      {t('action.new')}
    </Link>
  );
  return (
    <>
      <PageHead title={t('title')} about={t('intro')} actions={mayRecord && toNew} />
      <RecordList
        contract={listParcels}
        caption={t('title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/parcels/${row.county}/${row.id}`}
        searchPlaceholder={words.search}
        filters={[{ key: 'place', label: words['field.place'], kind: 'place', places }, ...filters]}
        emptyText={t('empty')}
        {...(mayExport ? { exportContract: exportParcels } : {})}
        {...(mayImport ? { onImport: () => setImporting(true) } : {})}
        columns={columns}
      />
      {importing && (
        <ImportDialog
          title={t('action.import')}
          onClose={() => setImporting(false)}
          template={() => download(parcelTemplate)}
          check={(file) => call(checkParcels, { file })}
          take={(report, file) =>
            call(takeParcels, { file, query: { keepGood: report.rejected > 0 ? 'true' : 'false' } })
          }
          marked={(_, file) => download(markParcels, { file })}
        />
      )}
    </>
  );
}

const filters: readonly Filter[] = [
  { key: 'kind', label: words['field.kind'], kind: 'codes', codes: codeChoices('kind', landKinds) },
  { key: 'holderKind', label: words['field.holderKind'], kind: 'codes', codes: codeChoices('holderKind', holderKinds) },
  { key: 'tenure', label: words['field.tenure'], kind: 'codes', codes: codeChoices('tenure', tenures) },
  { key: 'letting', label: words['field.letting'], kind: 'codes', codes: codeChoices('letting', lettingStates) },
  { key: 'overlapping', label: words['field.overlapping'], kind: 'switch' },
  { key: 'certified', label: words['field.certified'], kind: 'switch' },
  { key: 'left', label: words['field.left'], kind: 'switch' },
];

/** The sums under the list are of all parcels that the filters leave, not of the page. */
interface Sums {
  readonly areaMu?: number;
  readonly letMu?: number;
}

function useColumns(): readonly Column<ParcelRow>[] {
  const t = useWords(words);
  const speak = useCodes();
  const { number } = useFormat();
  return [
    { key: 'name', label: words['field.name'], sortable: true },
    { key: 'number', label: words['field.number'], sortable: true },
    { key: 'placeName', label: words['field.place'] },
    { key: 'kind', label: words['field.kind'], render: (row) => speak('kind', row.kind) },
    { key: 'holderName', label: words['field.holderId'], wraps: true },
    { key: 'tenure', label: words['field.tenure'], render: (row) => speak('tenure', row.tenure), secondary: true },
    {
      key: 'area',
      label: words['field.areaMu'],
      unit: words['unit.mu'],
      align: 'end',
      sortable: true,
      render: (row) => number(row.areaMu),
      total: (page) => number((page as Sums).areaMu ?? 0),
    },
    {
      key: 'let',
      label: words['field.letMu'],
      unit: words['unit.mu'],
      align: 'end',
      sortable: true,
      render: (row) => (row.letMu === 0 ? '' : number(row.letMu)),
      total: (page) => number((page as Sums).letMu ?? 0),
    },
    { key: 'certificateNumber', label: words['field.certificateNumber'], secondary: true },
    {
      key: 'overlaps',
      label: words['field.overlaps'],
      secondary: true,
      render: (row) => row.overlaps > 0 && <Light state="late" label={`${t('field.overlaps')} ${row.overlaps}`} />,
    },
  ];
}
