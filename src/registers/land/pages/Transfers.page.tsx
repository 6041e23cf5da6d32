import { useState } from 'react';
import { Link } from 'react-router';
import { formatYuan } from '../../../platform/pure/money.ts';
import { expiryStates } from '../../../platform/pure/rent.ts';
import { call, download } from '../../../platform/ui/client.ts';
import { ImportDialog } from '../../../platform/ui/ImportDialog.tsx';
import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import type { Column, Filter } from '../../../platform/ui/list-types.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import { holderKinds, landKinds } from '../rules.ts';
import { checkTransfers, exportTransfers, markTransfers, takeTransfers, transferTemplate } from '../sheet-contract.ts';
import { listTransfers, type TransferRow } from '../transfer-contract.ts';
import { takerKinds, transferKinds } from '../transfer-rules.ts';
import { words } from '../words.ts';
import { codeChoices, useCodes } from './codes.ts';

export default function Page() {
  const t = useWords(words);
  const columns = useColumns();
  const places = useOwnPlaces();
  const mayExport = useMay('land.export');
  const mayImport = useMay('land.import');
  const [importing, setImporting] = useState(false);
  const toParcels = (
    <Link className="button" to="/parcels">
      {t('title')}
    </Link>
  );
  return (
    <>
      <PageHead title={t('transfers.title')} about={t('transfers.about')} actions={<Actions />} />
      <RecordList
        contract={listTransfers}
        caption={t('transfers.title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/land-transfers/${row.county}/${row.id}`}
        searchPlaceholder={words['transfers.search']}
        filters={[{ key: 'place', label: words['field.place'], kind: 'place', places }, ...filters]}
        emptyText={t('transfers.empty')}
        emptyAction={toParcels}
        {...(mayExport ? { exportContract: exportTransfers } : {})}
        {...(mayImport ? { onImport: () => setImporting(true) } : {})}
        columns={columns}
      />
      {importing && (
        <ImportDialog
          title={t('action.import')}
          onClose={() => setImporting(false)}
          template={() => download(transferTemplate)}
          check={(file) => call(checkTransfers, { file })}
          take={(report, file) =>
            call(takeTransfers, { file, query: { keepGood: report.rejected > 0 ? 'true' : 'false' } })
          }
          marked={(_, file) => download(markTransfers, { file })}
        />
      )}
    </>
  );
}

function Actions() {
  const t = useWords(words);
  const mayPay = useMay('land.transfer');
  return (
    <>
      <Link className="button" to="/land-transfers/arrears">
        {t('arrears.title')}
      </Link>
      {mayPay && (
        <Link className="button" to="/land-transfers/run">
          {t('run.title')}
        </Link>
      )}
    </>
  );
}

const filters: readonly Filter[] = [
  { key: 'expiry', label: words['field.expiry'], kind: 'codes', codes: codeChoices('expiry', expiryStates) },
  { key: 'kind', label: words['field.transferKind'], kind: 'codes', codes: codeChoices('transferKind', transferKinds) },
  { key: 'landKind', label: words['field.kind'], kind: 'codes', codes: codeChoices('kind', landKinds) },
  { key: 'takerKind', label: words['field.takerKind'], kind: 'codes', codes: codeChoices('takerKind', takerKinds) },
  {
    key: 'grantorKind',
    label: words['field.grantorKind'],
    kind: 'codes',
    codes: codeChoices('holderKind', holderKinds),
  },
  { key: 'arrears', label: words['field.arrears'], kind: 'switch' },
];

/** The sums under the list are of all transfers that the filters leave, not of the page. */
interface Sums {
  readonly areaMu?: number;
  readonly arrearsFen?: bigint;
}

function useColumns(): readonly Column<TransferRow>[] {
  const speak = useCodes();
  const { date, number } = useFormat();
  return [
    { key: 'number', label: words['field.transferNumber'], sortable: true },
    { key: 'parcelName', label: words['field.parcel'], render: (row) => `${row.parcelNumber} ${row.parcelName}` },
    { key: 'placeName', label: words['field.place'], secondary: true },
    { key: 'kind', label: words['field.transferKind'], render: (row) => speak('transferKind', row.kind) },
    { key: 'grantorName', label: words['field.grantorName'] },
    { key: 'takerName', label: words['field.takerName'], wraps: true },
    {
      key: 'area',
      label: words['field.takenMu'],
      unit: words['unit.mu'],
      align: 'end',
      sortable: true,
      render: (row) => number(row.areaMu),
      total: (page) => number((page as Sums).areaMu ?? 0),
    },
    { key: 'throughOn', label: words['field.throughOn'], sortable: true, render: (row) => date(row.throughOn) },
    {
      key: 'expiry',
      label: words['field.expiry'],
      render: (row) => <Light state={row.light} label={speak('expiry', row.expiry) ?? ''} />,
    },
    {
      key: 'rentFen',
      label: words['field.rentFen'],
      unit: words['unit.yuan'],
      align: 'end',
      render: (row) => formatYuan(row.rentFen),
      secondary: true,
    },
    {
      key: 'arrears',
      label: words['field.arrearsFen'],
      unit: words['unit.yuan'],
      align: 'end',
      sortable: true,
      render: (row) => (row.arrearsFen === 0n ? '' : formatYuan(row.arrearsFen)),
      total: (page) => formatYuan((page as Sums).arrearsFen ?? 0n),
    },
  ];
}
