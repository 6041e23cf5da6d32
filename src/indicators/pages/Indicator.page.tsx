import { Link, useParams } from 'react-router';
import { Owners } from '../../measure/widgets/Owners.tsx';
import { roles } from '../../platform/access/roles.ts';
import type { ReplyOf } from '../../platform/http/contract.ts';
import { useFormat, useText, useWords } from '../../platform/ui/language.ts';
import { PageHead } from '../../platform/ui/PageHead.tsx';
import { useReply } from '../../platform/ui/queries.ts';
import { Loaded } from '../../platform/ui/States.tsx';
import type { Words } from '../../platform/words.ts';
import { explainIndicator } from '../contract.ts';
import { type Dictionary, useDictionary, useFigureText } from '../widgets/dictionary.ts';
import { FigureOfPlace } from '../widgets/FigureOfPlace.tsx';
import { type PlaceMonth, usePlaceMonth } from '../widgets/place-month.ts';
import { words } from '../words.ts';

type Explanation = ReplyOf<typeof explainIndicator>;

/** One indicator: its definition, source and changes, and the figure it gives for a place. */
export default function IndicatorPage() {
  const reply = useDictionary();
  return (
    <Loaded reply={reply} asPage>
      {(dictionary) => <Explained dictionary={dictionary} />}
    </Loaded>
  );
}

function Explained({ dictionary }: { dictionary: Dictionary }) {
  const { code = '' } = useParams();
  const at = usePlaceMonth(dictionary.today);
  const query = { place: at.place, month: at.month };
  const reply = useReply(explainIndicator, { params: { code }, query }, { keepPrevious: true });
  return (
    <Loaded reply={reply} asPage>
      {(explanation) => <Content {...{ dictionary, at, explanation }} />}
    </Loaded>
  );
}

interface ContentProps {
  readonly dictionary: Dictionary;
  readonly at: PlaceMonth;
  readonly explanation: Explanation;
}

function Content({ dictionary, at, explanation }: ContentProps) {
  const t = useWords(words);
  const text = useText();
  const { date } = useFormat();
  const { indicator, changes } = explanation;
  return (
    <div className="page">
      <PageHead
        title={text(indicator.name)}
        about={text(indicator.formula)}
        back={<Link to="/indicators">{t('page.back')}</Link>}
      />
      <Definition dictionary={dictionary} indicator={indicator} />
      <FigureOfPlace {...{ dictionary, at, indicator }} />
      <section className="stack">
        <h2 className="part-head">{t('change.title')}</h2>
        <ul className="sheet">
          {changes.map((change) => (
            <li key={change.version}>
              <strong>{t('change.line', { on: date(change.on), version: change.version })}</strong> {text(change.what)}
            </li>
          ))}
        </ul>
      </section>
      <details className="sheet">
        <summary>{t('statement.title')}</summary>
        <p className="note">{t('statement.about')}</p>
        {explanation.statements.map((statement) => (
          <pre key={statement.code} className="statement">
            {statement.sql}
          </pre>
        ))}
      </details>
    </div>
  );
}

function Definition({ dictionary, indicator }: { dictionary: Dictionary; indicator: Explanation['indicator'] }) {
  const t = useWords(words);
  const text = useText();
  const spoken: Words = words;
  const sourceName = (fact: string) => text(spoken[`source.${fact}`] ?? fact);
  const figure = useFigureText();
  const { numerator, denominator, timing } = indicator;
  const isRatio = numerator !== null && denominator !== null;
  return (
    <dl className="pairs">
      <Pair label={t('column.clause')}>
        <Link to={`/measure/articles/${indicator.article}`}>
          {t('page.article', { article: indicator.article })} · {indicator.clause}
        </Link>
      </Pair>
      <Pair label={t('column.unit')}>{figure.unit(indicator)}</Pair>
      <Pair label={t('column.direction')}>{t(`direction.${indicator.direction}`)}</Pair>
      <Pair label={t('column.owner')}>
        <Owners roles={roles.filter((role) => role === indicator.owner)} />
      </Pair>
      <Pair label={t('column.kind')}>{t(`kind.${indicator.kind}`)}</Pair>
      {timing !== null && <Pair label={t('column.timing')}>{t(`timing.${timing}`)}</Pair>}
      <Pair label={t('column.additive')}>{t(indicator.additive ? 'additive.yes' : 'additive.no')}</Pair>
      {isRatio ? (
        <Pair label={t('column.facts')}>
          <PartLink dictionary={dictionary} code={numerator} /> ÷{' '}
          <PartLink dictionary={dictionary} code={denominator} />
        </Pair>
      ) : (
        <Pair label={t('column.facts')}>{indicator.facts.map((fact) => sourceName(fact)).join(' · ')}</Pair>
      )}
      <Pair label={t('column.code')}>
        <code>{indicator.code}</code>
      </Pair>
      <Pair label={t('column.since')}>{indicator.since}</Pair>
    </dl>
  );
}

function Pair({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="pair">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function PartLink({ dictionary, code }: { dictionary: Dictionary; code: string }) {
  const figure = useFigureText();
  const entry = dictionary.indicators.find((one) => one.code === code);
  return <Link to={`/indicators/${code}`}>{entry ? figure.name(entry) : code}</Link>;
}
