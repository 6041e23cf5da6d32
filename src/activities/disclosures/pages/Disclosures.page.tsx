import { Link } from 'react-router';
import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import type { Column, Filter } from '../../../platform/ui/list-types.ts';
import { useMay, useToday } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import { listDisclosures, type OwedRow } from '../contract.ts';
import { disclosureForms, disclosureStates, periods } from '../rules.ts';
import { exportDisclosures } from '../sheet-contract.ts';
import { words } from '../words.ts';
import { codeChoices, useCodes } from './codes.ts';
import { owedSearch, usePeriod } from './use-period.ts';

/** What is owed and what hangs, the earliest due first. */
export default function Page() {
  const t = useWords(words);
  const columns = useColumns();
  const places = useOwnPlaces();
  const today = useToday();
  const mayExport = useMay('disclosure.export');
  return (
    <>
      <PageHead
        title={t('title')}
        about={t('intro')}
        actions={
          <Link className="button" to="/finance-groups">
            {t('groups.title')}
          </Link>
        }
      />
      <RecordList
        contract={listDisclosures}
        caption={t('title')}
        rowKey={owedSearch}
        rowLink={(row) =>
          row.id === null ? `/disclosures/new?${owedSearch(row)}` : `/disclosures/${row.county}/${row.id}`
        }
        searchPlaceholder={words.search}
        filters={[{ key: 'place', label: words['field.place'], kind: 'place', places }, yearFilter(today), ...filters]}
        emptyText={t('empty')}
        {...(mayExport ? { exportContract: exportDisclosures } : {})}
        columns={columns}
      />
    </>
  );
}

const shownYears = 6;

function yearFilter(today: string): Filter {
  const years = Array.from({ length: shownYears }, (_, back) => String(Number(today.slice(0, 4)) - back));
  return { key: 'year', label: words.year, kind: 'codes', codes: years.map((value) => ({ value, label: value })) };
}

const filters: readonly Filter[] = [
  {
    key: 'light',
    label: words['field.light'],
    kind: 'codes',
    codes: codeChoices('light', ['late', 'near', 'none', 'met']),
  },
  { key: 'state', label: words['field.state'], kind: 'codes', codes: codeChoices('state', disclosureStates) },
  { key: 'period', label: words['field.period'], kind: 'codes', codes: codeChoices('period', periods) },
  { key: 'form', label: words['field.form'], kind: 'codes', codes: codeChoices('form', disclosureForms) },
];

/** The sums under the list are of all that the filters leave. */
interface Sums {
  readonly published?: number;
  readonly late?: number;
}

function useColumns(): readonly Column<OwedRow>[] {
  const t = useWords(words);
  const speak = useCodes();
  const nameOf = usePeriod();
  const { date, number } = useFormat();
  return [
    { key: 'name', label: words['field.name'], sortable: true },
    { key: 'place', label: words['field.place'], sortable: true, render: (row) => row.placeName },
    { key: 'form', label: words['field.form'], render: (row) => speak('form', row.form), secondary: true },
    { key: 'span', label: words['field.span'], render: (row) => nameOf(row) },
    { key: 'vouchers', label: words['field.vouchers'], align: 'end', render: (row) => number(row.vouchers) },
    { key: 'due', label: words['field.dueOn'], sortable: true, render: (row) => date(row.dueOn) },
    {
      key: 'state',
      label: words['field.state'],
      render: (row) => speak('state', row.state),
      total: (page) => t('summary.published', { published: (page as Sums).published ?? 0 }),
    },
    {
      key: 'light',
      label: words['field.light'],
      render: (row) => <Light state={row.light} label={speak('light', row.light) ?? ''} />,
      total: (page) => t('summary.late', { late: (page as Sums).late ?? 0 }),
    },
    {
      key: 'publishedOn',
      label: words['field.publishedOn'],
      render: (row) => (row.publishedOn === null ? '' : date(row.publishedOn)),
      secondary: true,
    },
  ];
}
