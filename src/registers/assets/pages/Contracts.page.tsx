import { Link } from 'react-router';
import { formatYuan } from '../../../platform/pure/money.ts';
import { expiryStates } from '../../../platform/pure/rent.ts';
import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import type { Column, Filter } from '../../../platform/ui/list-types.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import { type ContractRow, listContracts } from '../lease-contract.ts';
import { contractKinds } from '../lease-rules.ts';
import { assetClasses } from '../rules.ts';
import { exportContracts } from '../sheet-contract.ts';
import { words } from '../words.ts';
import { codeChoices, useCodes } from './codes.ts';

export default function Page() {
  const t = useWords(words);
  const columns = useColumns();
  const places = useOwnPlaces();
  const mayExport = useMay('asset.export');
  const toAssets = (
    <Link className="button" to="/assets">
      {t('title')}
    </Link>
  );
  return (
    <>
      <PageHead title={t('contracts.title')} about={t('contracts.about')} />
      <RecordList
        contract={listContracts}
        caption={t('contracts.title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/asset-contracts/${row.county}/${row.id}`}
        searchPlaceholder={words['contracts.search']}
        filters={[{ key: 'place', label: words['field.place'], kind: 'place', places }, ...filters]}
        emptyText={t('contracts.empty')}
        emptyAction={toAssets}
        {...(mayExport ? { exportContract: exportContracts } : {})}
        columns={columns}
      />
    </>
  );
}

const filters: readonly Filter[] = [
  { key: 'expiry', label: words['field.expiry'], kind: 'codes', codes: codeChoices('expiry', expiryStates) },
  { key: 'kind', label: words['field.contractKind'], kind: 'codes', codes: codeChoices('contractKind', contractKinds) },
  { key: 'assetClass', label: words['field.assetClass'], kind: 'codes', codes: codeChoices('class', assetClasses) },
  { key: 'warned', label: words['field.warned'], kind: 'switch' },
  { key: 'arrears', label: words['field.arrears'], kind: 'switch' },
];

function useColumns(): readonly Column<ContractRow>[] {
  const speak = useCodes();
  const { date } = useFormat();
  return [
    { key: 'number', label: words['field.contractNumber'], sortable: true },
    { key: 'assetName', label: words['field.assetName'] },
    { key: 'placeName', label: words['field.place'] },
    { key: 'tenantName', label: words['field.tenantName'], wraps: true },
    { key: 'startsOn', label: words['field.startsOn'], render: (row) => date(row.startsOn), secondary: true },
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
      key: 'nextDueOn',
      label: words['field.nextDueOn'],
      render: (row) => (row.nextDueOn === null ? '–' : date(row.nextDueOn)),
    },
    {
      key: 'arrears',
      label: words['field.arrearsFen'],
      unit: words['unit.yuan'],
      align: 'end',
      sortable: true,
      render: (row) => (row.arrearsFen === 0n ? '' : formatYuan(row.arrearsFen)),
      total: (page) => formatYuan((page as { arrearsFen?: bigint }).arrearsFen ?? 0n),
    },
  ];
}
