import { Link, useSearchParams } from 'react-router';
import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import type { Column, Filter } from '../../../platform/ui/list-types.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import { exportUses, listUses, type UseRow } from '../contract.ts';
import { applicantKinds, guaranteeStates, purposes } from '../rules.ts';
import { words } from '../words.ts';
import { codeChoices, useCodes } from './codes.ts';

/** Requests for industrial land; `?project=…` shows those of one project. */
export default function Page() {
  const t = useWords(words);
  const [search] = useSearchParams();
  const columns = useColumns();
  const places = useOwnPlaces();
  const mayAsk = useMay('land_use.ask');
  const mayExport = useMay('land_use.export');
  const project = search.get('project');
  const toNew = (
    <Link className="button primary" to="/land-uses/new">
      {t('action.new')}
    </Link>
  );
  return (
    <>
      <PageHead title={t('title')} about={t('intro')} actions={mayAsk && toNew} />
      <RecordList
        contract={listUses}
        caption={t('title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/land-uses/${row.county}/${row.id}`}
        searchPlaceholder={words.search}
        {...(project ? { fixed: { project } } : {})}
        filters={[{ key: 'place', label: words['field.place'], kind: 'place', places }, ...filters]}
        emptyText={t('empty')}
        emptyAction={mayAsk && toNew}
        {...(mayExport ? { exportContract: exportUses } : {})}
        columns={columns}
      />
    </>
  );
}

const filters: readonly Filter[] = [
  {
    key: 'guarantee',
    label: words['field.guarantee'],
    kind: 'codes',
    codes: codeChoices('guarantee', guaranteeStates),
  },
  {
    key: 'applicantKind',
    label: words['field.applicantKind'],
    kind: 'codes',
    codes: codeChoices('applicantKind', applicantKinds),
  },
  { key: 'purpose', label: words['field.purpose'], kind: 'codes', codes: codeChoices('purpose', purposes) },
];

interface Sums {
  readonly areaMu?: number;
  readonly grantedMu?: number;
}

function useColumns(): readonly Column<UseRow>[] {
  const speak = useCodes();
  const { date, number } = useFormat();
  return [
    { key: 'number', label: words['field.number'], sortable: true },
    { key: 'projectName', label: words['field.projectName'], wraps: true },
    { key: 'applicantName', label: words['field.applicantName'], wraps: true },
    { key: 'placeName', label: words['field.place'], secondary: true },
    { key: 'purpose', label: words['field.purpose'], render: (row) => speak('purpose', row.purpose), secondary: true },
    {
      key: 'area',
      label: words['field.areaMu'],
      unit: words['unit.mu'],
      align: 'end',
      sortable: true,
      render: (row) => number(row.areaMu),
      total: (page) => number((page as Sums).areaMu ?? 0),
    },
    { key: 'requestedOn', label: words['field.requestedOn'], sortable: true, render: (row) => date(row.requestedOn) },
    { key: 'dueOn', label: words['field.dueOn'], sortable: true, render: (row) => date(row.dueOn) },
    {
      key: 'guarantee',
      label: words['field.guarantee'],
      render: (row) => <Light state={row.light} label={speak('guarantee', row.guarantee) ?? ''} />,
    },
    {
      key: 'waitingDays',
      label: words['field.waitingDays'],
      unit: words['unit.days'],
      align: 'end',
      render: (row) => number(row.waitingDays),
    },
    {
      key: 'grantedMu',
      label: words['field.grantedMu'],
      unit: words['unit.mu'],
      align: 'end',
      secondary: true,
      render: (row) => (row.grantedMu === null ? '' : number(row.grantedMu)),
      total: (page) => number((page as Sums).grantedMu ?? 0),
    },
  ];
}
