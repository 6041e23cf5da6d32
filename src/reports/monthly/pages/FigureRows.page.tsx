import { useSearchParams } from 'react-router';
import '../widgets/report.css';
import { listFigureRows } from '../../../indicators/contract.ts';
import {
  type Dictionary,
  figureAddress,
  type Indicator,
  useDictionary,
  useFigureText,
} from '../../../indicators/widgets/dictionary.ts';
import { MonthSwitch } from '../../../indicators/widgets/MonthSwitch.tsx';
import { usePlaceMonth } from '../../../indicators/widgets/place-month.ts';
import { isPlace, placeLevel } from '../../../platform/pure/place.ts';
import { readListAddress, toPageQuery } from '../../../platform/ui/address.ts';
import { FigureLink } from '../../../platform/ui/Figure.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { PlacePicker } from '../../../platform/ui/PlacePicker.tsx';
import { Provenance } from '../../../platform/ui/Provenance.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { EmptyState, Loaded, Skeleton } from '../../../platform/ui/States.tsx';
import { listReportRows } from '../contract.ts';
import { FactTable, type RowsReply } from '../widgets/FactTable.tsx';
import { RowsActions } from '../widgets/RowsActions.tsx';
import { words } from '../words.ts';

/** The records under one figure, as they stand now or as a report froze them: value and rows are one statement. */
export default function FigureRowsPage() {
  const reply = useDictionary();
  const [search] = useSearchParams();
  return (
    <Loaded reply={reply} asPage>
      {(dictionary) => {
        const entry = dictionary.indicators.find((one) => one.code === search.get('indicator'));
        return entry ? <Rows key={entry.code} dictionary={dictionary} entry={entry} /> : <Unknown />;
      }}
    </Loaded>
  );
}

/** An address without a known indicator. */
function Unknown() {
  const t = useWords(words);
  return (
    <div className="page">
      <PageHead title={t('rows.title')} />
      <EmptyState text={t('rows.unknown')} />
    </div>
  );
}

interface RowsProps {
  readonly dictionary: Dictionary;
  readonly entry: Indicator;
}

function Rows({ dictionary, entry }: RowsProps) {
  const [search] = useSearchParams();
  const at = usePlaceMonth(dictionary.today);
  const as = search.get('as') === 'report' ? 'report' : 'live';
  const figure = { indicator: entry.code, place: at.place, month: at.month };
  const input = { query: { ...figure, ...toPageQuery(readListAddress(search, [])) } };
  const live = useReply(listFigureRows, input, { enabled: as === 'live', keepPrevious: true });
  const report = useReply(listReportRows, input, { enabled: as === 'report', keepPrevious: true });
  const t = useWords(words);
  const { month } = useFormat();
  const name = useFigureText().name(entry);
  const isVillage = isPlace(at.own) && placeLevel(at.own) === 'village';
  return (
    <Loaded reply={as === 'live' ? live : report} asPage skeleton={<Skeleton rows={12} />}>
      {(reply) => (
        <div className="page">
          <PageHead
            title={name}
            about={t('rows.about', { place: reply.placeName, month: month(at.month) })}
            actions={<RowsActions {...{ entry, at, as }} />}
          />
          <div className="list-tools no-print">
            <MonthSwitch month={at.month} first={dictionary.firstMonth} last={at.current} onChange={at.setMonth} />
            {!isVillage && <PlacePicker compact label={t('page.place')} value={at.place} onChange={at.setPlace} />}
          </div>
          <Origin {...{ entry, as, reply }} />
          {entry.kind === 'ratio' ? (
            <Parts {...{ dictionary, reply }} figure={{ ...figure, as }} />
          ) : (
            <FactTable entry={entry} reply={reply} caption={name} />
          )}
        </div>
      )}
    </Loaded>
  );
}

interface OriginProps {
  readonly entry: Indicator;
  readonly as: 'live' | 'report';
  readonly reply: RowsReply;
}

/** Where the number comes from: so many records, counted by this sentence, as known then. */
function Origin({ entry, as, reply }: OriginProps) {
  const t = useWords(words);
  const text = useText();
  const { number } = useFormat();
  const figure = useFigureText();
  const unit = entry.unit === 'bp' ? '' : ` ${figure.unit(entry)}`;
  const sentence = t(as === 'live' ? 'rows.knownLive' : 'rows.knownReport', { formula: text(entry.formula) });
  return (
    <Provenance
      figure={`${figure.value(entry, reply.value)}${unit}`}
      formula={entry.kind === 'ratio' ? t('rows.ratio') : t('rows.from', { count: number(reply.total) })}
      sentence={sentence}
    />
  );
}

interface PartsProps {
  readonly dictionary: Dictionary;
  readonly reply: RowsReply;
  readonly figure: { readonly place: number; readonly month: string; readonly as: 'live' | 'report' };
}

/** A ratio has no records of its own: both of its sides open theirs. */
function Parts({ dictionary, reply, figure }: PartsProps) {
  const t = useWords(words);
  const text = useFigureText();
  return (
    <section className="sheet stack">
      <p>{t('rows.parts')}</p>
      <ul className="ratio-parts">
        {reply.parts.map((part, at) => {
          const entry = dictionary.indicators.find((one) => one.code === part.indicator);
          if (!entry) return null;
          return (
            <li key={part.indicator}>
              {at > 0 && <span className="ratio-sign">÷</span>}
              {text.name(entry)}{' '}
              <FigureLink
                value={`${text.value(entry, part.value)} ${text.unit(entry)}`}
                to={figureAddress({ ...figure, indicator: part.indicator })}
                count={part.total}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
