import type { ReplyOf } from '../../../platform/http/contract.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { PageHead } from '../../../platform/ui/PageHead.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { EmptyState, Loaded } from '../../../platform/ui/States.tsx';
import { listOwnDividends } from '../dividend-contract.ts';
import { words } from '../words.ts';

type OwnDividend = ReplyOf<typeof listOwnDividends>['rows'][number];

/** What the own household got, year by year, with the sum to check. */
export default function Page() {
  const t = useWords(words);
  const reply = useReply(listOwnDividends);
  return (
    <>
      <PageHead title={t('own.title')} about={t('own.intro')} />
      <Loaded reply={reply}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState text={t('own.empty')} />
          ) : (
            <article className="record">
              {rows.map((row) => (
                <Year key={`${row.distributionId} ${row.name}`} dividend={row} />
              ))}
            </article>
          )
        }
      </Loaded>
    </>
  );
}

function Year({ dividend }: { dividend: OwnDividend }) {
  const t = useWords(words);
  const { date, yuan } = useFormat();
  const { year, cooperativeName: cooperative, totalFen, paidFen, declaredOn, name, explanation } = dividend;
  return (
    <section className="record-part">
      <h2>{t('own.line', { year, cooperative })}</h2>
      <p>
        <strong className="figure-value">{yuan(totalFen)}</strong>
      </p>
      <p>
        {name} · {t('field.declaredOn')} {date(declaredOn)} · {t('own.paid', { paid: yuan(paidFen) })}
        {totalFen > paidFen && ` · ${t('own.waiting', { waiting: yuan(totalFen - paidFen) })}`}
      </p>
      <ol className="steps">
        {explanation.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
    </section>
  );
}
