import { useSearchParams } from 'react-router';
import { formatBp } from '../../../platform/pure/ratio.ts';
import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import type { Column, Filter } from '../../../platform/ui/list-types.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useOwnPlaces } from '../../../platform/ui/place-context.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import type { RowOf } from '../../../platform/ui/request.ts';
import { surveyStates } from '../check-rules.ts';
import { listSurveys } from '../survey-contract.ts';
import { words } from '../words.ts';
import { codeChoices, useCodes } from './codes.ts';
import { YearSwitch } from './YearSwitch.tsx';

/** The surveys of a year, village by village. */
export default function Page() {
  const t = useWords(words);
  const columns = useColumns();
  const places = useOwnPlaces();
  const [search] = useSearchParams();
  const year = Number(search.get('year')) || undefined;
  return (
    <>
      <PageHead title={t('surveys.title')} about={t('surveys.about')} actions={<YearSwitch />} />
      <RecordList
        contract={listSurveys}
        {...(year === undefined ? {} : { fixed: { year } })}
        caption={t('surveys.title')}
        rowKey={(row) => String(row.place)}
        rowLink={(row) => `/assets/survey?place=${row.place}&year=${row.year}`}
        searchPlaceholder={words['surveys.search']}
        filters={[{ key: 'place', label: words['field.place'], kind: 'place', places }, ...filters]}
        emptyText={t('surveys.empty')}
        columns={columns}
      />
    </>
  );
}

const filters: readonly Filter[] = [
  { key: 'state', label: words['field.state'], kind: 'codes', codes: codeChoices('surveyState', surveyStates) },
];

function useColumns(): readonly Column<RowOf<typeof listSurveys>>[] {
  const speak = useCodes();
  const { date, number } = useFormat();
  return [
    { key: 'place', label: words['field.place'], sortable: true, render: (row) => row.placeName },
    { key: 'year', label: words['field.year'], align: 'end' },
    { key: 'known', label: words['field.known'], align: 'end', render: (row) => number(row.known) },
    { key: 'confirmed', label: words['field.confirmed'], align: 'end', render: (row) => number(row.confirmed) },
    {
      key: 'coverage',
      label: words['field.coverage'],
      align: 'end',
      sortable: true,
      render: (row) => (row.coverageBp === null ? '–' : formatBp(row.coverageBp)),
    },
    { key: 'checked', label: words['field.checked'], align: 'end', render: (row) => number(row.checked) },
    { key: 'dueOn', label: words['field.dueOn'], render: (row) => date(row.dueOn), secondary: true },
    {
      key: 'state',
      label: words['field.state'],
      render: (row) => <Light state={row.light} label={speak('surveyState', row.state) ?? ''} />,
    },
  ];
}
