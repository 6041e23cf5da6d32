import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { formatYuan } from '../../../platform/pure/money.ts';
import { formatBp } from '../../../platform/pure/ratio.ts';
import { call } from '../../../platform/ui/client.ts';
import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { BulkAction, Column, Filter } from '../../../platform/ui/list-types.ts';
import { useToday } from '../../../platform/ui/me.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { RecordList } from '../../../platform/ui/RecordList.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { assetClasses } from '../rules.ts';
import { type CheckRow, getSurvey, listChecks, recordChecks } from '../survey-contract.ts';
import { words } from '../words.ts';
import { codeChoices, useCodes } from './codes.ts';
import { CheckSums } from './SumTables.tsx';
import { CheckDialog, SurveyDialog, type SurveyTask } from './SurveyDialog.tsx';
import { YearSwitch } from './YearSwitch.tsx';

type SurveyView = ReplyOf<typeof getSurvey>;

/** The survey of one village and year: its lines, and the way from reporting to acceptance. */
export default function Page() {
  const [search] = useSearchParams();
  const place = Number(search.get('place'));
  const year = Number(search.get('year'));
  const reply = useReply(getSurvey, { query: { place, year } });
  return (
    <Loaded reply={reply} asPage>
      {(survey) => <Survey survey={survey} />}
    </Loaded>
  );
}

function Survey({ survey }: { survey: SurveyView }) {
  const t = useWords(words);
  const [task, setTask] = useState<SurveyTask>();
  const [checking, setChecking] = useState<CheckRow>();
  const { place, year, placeName } = survey;
  const mayCheck = survey.allowed.includes('asset.check') && survey.state !== 'accepted';
  const actions = useBulkActions(survey);
  return (
    <>
      <PageHead
        title={t('survey.title', { place: placeName, year })}
        about={t('survey.about')}
        back={<Link to={`/assets/surveys?year=${year}`}>{t('surveys.title')}</Link>}
        actions={
          <>
            <YearSwitch year={year} />
            <SurveyButtons survey={survey} onTask={setTask} />
          </>
        }
      />
      <Facts survey={survey} />
      <CheckSums title={t('totals.checks', { year })} rows={survey.classes} />
      <RecordList
        contract={listChecks}
        fixed={{ place, year }}
        caption={t('surveys.title')}
        rowKey={(row) => row.id}
        rowLink={(row) => `/assets/${row.county}/${row.id}`}
        searchPlaceholder={words.search}
        filters={filters}
        emptyText={t('survey.empty')}
        {...(mayCheck ? { bulkActions: actions } : {})}
        columns={useColumns(mayCheck ? setChecking : undefined)}
      />
      {task && <SurveyDialog task={task} survey={survey} onClose={() => setTask(undefined)} />}
      {checking && <CheckDialog row={checking} year={year} onClose={() => setChecking(undefined)} />}
    </>
  );
}

function SurveyButtons({ survey, onTask }: { survey: SurveyView; onTask: (task: SurveyTask) => void }) {
  const t = useWords(words);
  const { state, allowed } = survey;
  const offered: SurveyTask[] = [
    ...(allowed.includes('asset.check') && state !== 'accepted' ? (['report'] as const) : []),
    ...(allowed.includes('asset.accept') && state === 'reported' ? (['accept'] as const) : []),
    ...(allowed.includes('asset.accept') && (state === 'reported' || state === 'accepted')
      ? (['return'] as const)
      : []),
  ];
  return offered.map((task) => (
    <button
      key={task}
      type="button"
      className={task === 'return' ? 'button' : 'button primary'}
      onClick={() => onTask(task)}
    >
      {t(`action.${task}`)}
    </button>
  ));
}

function Facts({ survey }: { survey: SurveyView }) {
  const t = useWords(words);
  const speak = useCodes();
  const { date, number } = useFormat();
  const who = (on: string | null, by: string | null) => (on === null ? '–' : `${date(on)} ${by ?? ''}`);
  const pairs = [
    ['field.state', <Light key="light" state={survey.light} label={speak('surveyState', survey.state) ?? ''} />],
    ['field.dueOn', date(survey.dueOn)],
    ['field.known', number(survey.known)],
    ['field.confirmed', number(survey.confirmed)],
    ['field.coverage', survey.coverageBp === null ? '–' : formatBp(survey.coverageBp)],
    ['field.checked', number(survey.checked)],
    ['field.reportedOn', who(survey.reportedOn, survey.reportedBy)],
    ['field.acceptedOn', who(survey.acceptedOn, survey.acceptedBy)],
    ['field.note', survey.note ?? '–'],
    ['field.digest', survey.digest?.slice(0, 16) ?? '–'],
  ] as const;
  return (
    <section className="record-section">
      <dl className="pairs">
        {pairs.map(([label, value]) => (
          <div key={label} className="pair">
            <dt>{t(label)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const filters: readonly Filter[] = [
  { key: 'class', label: words['field.class'], kind: 'codes', codes: codeChoices('class', assetClasses) },
  { key: 'checked', label: words['field.checked'], kind: 'codes', codes: codeChoices('checked', ['false', 'true']) },
];

/** Checks many assets as they stand; a common cause may be given for those that changed. */
function useBulkActions({ place, year }: SurveyView): readonly BulkAction<CheckRow>[] {
  const t = useWords(words);
  const checkedOn = useToday();
  return [
    {
      key: 'check',
      label: words['action.checkMany'],
      preview: (rows) => t('effect.checkMany', { count: rows.length }),
      run: async (rows, cause) => {
        const assets = rows.map((row) => row.id);
        const done = await call(recordChecks, { body: { place, year, assets, checkedOn, cause: cause || null } });
        return t('saved.checks', { recorded: done.recorded, skipped: done.skipped });
      },
    },
  ];
}

function useColumns(onCheck: ((row: CheckRow) => void) | undefined): readonly Column<CheckRow>[] {
  const t = useWords(words);
  const text = useText();
  const speak = useCodes();
  const { number } = useFormat();
  const amounts = ['openingFen', 'increaseFen', 'decreaseFen', 'closingFen'] as const;
  return [
    { key: 'name', label: words['field.name'], sortable: true },
    { key: 'number', label: words['field.number'], sortable: true },
    { key: 'kind', label: words['field.kind'], render: (row) => speak('kind', row.kind), secondary: true },
    ...amounts.map((key) => ({
      key,
      label: words[`field.${key}`],
      unit: words['unit.yuan'],
      align: 'end' as const,
      render: (row: CheckRow) => (row[key] === 0n ? '' : formatYuan(row[key])),
    })),
    {
      key: 'openingMu',
      label: words['field.openingMu'],
      align: 'end',
      render: (row) => (row.openingMu === 0 ? '' : number(row.openingMu)),
      secondary: true,
    },
    {
      key: 'closingMu',
      label: words['field.closingMu'],
      align: 'end',
      render: (row) => (row.closingMu === 0 ? '' : number(row.closingMu)),
    },
    {
      key: 'finding',
      label: words['field.finding'],
      render: (row) =>
        row.isChecked ? (
          <>
            {speak('finding', row.finding)} {row.cause}
          </>
        ) : (
          <span className="note">{text(words['code.checked.false'])}</span>
        ),
    },
    ...(onCheck
      ? [
          {
            key: 'check',
            label: words['action.check'],
            render: (row: CheckRow) => (
              <button type="button" className="button no-print" onClick={() => onCheck(row)}>
                {t('action.check')}
              </button>
            ),
          },
        ]
      : []),
  ];
}
