import { Link } from 'react-router';
import '../widgets/report.css';
import { CountingNotice } from '../../../indicators/widgets/CountingNotice.tsx';
import { type Dictionary, useDictionary } from '../../../indicators/widgets/dictionary.ts';
import { MonthSwitch } from '../../../indicators/widgets/MonthSwitch.tsx';
import { type PlaceMonth, usePlaceMonth } from '../../../indicators/widgets/place-month.ts';
import { isPlace, parentPlace, placeLevel } from '../../../platform/pure/place.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { PlacePicker } from '../../../platform/ui/PlacePicker.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { EmptyState, Loaded, Skeleton } from '../../../platform/ui/States.tsx';
import { getReport, listExceptions } from '../contract.ts';
import { BelowReports } from '../widgets/BelowReports.tsx';
import { ReportActions } from '../widgets/ReportActions.tsx';
import { ReportCells } from '../widgets/ReportCells.tsx';
import { ReportFacts, Returned, StateStamp } from '../widgets/ReportFacts.tsx';
import { Restatements } from '../widgets/Restatements.tsx';
import type { Report } from '../widgets/report-shapes.ts';
import { words } from '../words.ts';

/** The monthly report of a place: computed, confirmed by its own place, approved by the level above (art. 19). */
export default function MonthlyReportPage() {
  const reply = useDictionary();
  return (
    <Loaded reply={reply} asPage>
      {(dictionary) => <WithReport dictionary={dictionary} />}
    </Loaded>
  );
}

function WithReport({ dictionary }: { dictionary: Dictionary }) {
  const at = usePlaceMonth(dictionary.today);
  const reply = useReply(getReport, { query: { place: at.place, month: at.month } }, { keepPrevious: true });
  return (
    <Loaded reply={reply} asPage skeleton={<Skeleton rows={20} />}>
      {(report) => <Content {...{ dictionary, at, report }} />}
    </Loaded>
  );
}

function Content({ dictionary, at, report }: { dictionary: Dictionary; at: PlaceMonth; report: Report }) {
  const t = useWords(words);
  const { month } = useFormat();
  const { submission } = report;
  const hasBelow = submission.level !== 'village';
  const query = { place: submission.place, month: submission.month };
  const below = useReply(listExceptions, { query }, { enabled: hasBelow, keepPrevious: true });
  const rows = hasBelow ? (below.data?.rows ?? []) : [];
  const belowMissing = rows.filter((row) => row.submission.state !== 'approved').length;
  return (
    <div className="page">
      <PageHead
        title={t('page.title', { place: submission.placeName, month: month(submission.month) })}
        about={t('page.about')}
        back={<Above at={at} />}
        stamp={submission.owed && <StateStamp state={submission.state} />}
        actions={<ReportActions {...{ dictionary, at, report, belowMissing }} />}
      />
      <Tools dictionary={dictionary} at={at} />
      <CountingNotice dictionary={dictionary} />
      {!submission.owed && <EmptyState text={t('page.none')} />}
      {submission.owed && submission.month >= at.current && <p className="strip warn">{t('page.monthOpen')}</p>}
      {submission.state === 'returned' && <Returned dictionary={dictionary} submission={submission} />}
      {submission.owed && <ReportFacts report={report} />}
      {hasBelow && (
        <Loaded reply={below}>
          {({ months }) => <BelowReports key={submission.month} {...{ dictionary, at, report, months, rows }} />}
        </Loaded>
      )}
      <ReportCells {...{ dictionary, report }} />
      <Restatements {...{ dictionary, report }} />
    </div>
  );
}

/** A higher place is a step up only within the reader's own range. */
function Above({ at }: { at: PlaceMonth }) {
  const t = useWords(words);
  const above = isPlace(at.place) && at.place !== at.own ? parentPlace(at.place) : undefined;
  if (above === undefined) return null;
  return <Link to={`/reports/monthly?place=${above}&month=${at.month}`}>{t('page.up')}</Link>;
}

function Tools({ dictionary, at }: { dictionary: Dictionary; at: PlaceMonth }) {
  const t = useWords(words);
  const isVillage = isPlace(at.own) && placeLevel(at.own) === 'village';
  return (
    <div className="list-tools no-print">
      <MonthSwitch month={at.month} first={dictionary.firstMonth} last={at.current} onChange={at.setMonth} />
      {!isVillage && <PlacePicker compact label={t('page.place')} value={at.place} onChange={at.setPlace} />}
    </div>
  );
}
