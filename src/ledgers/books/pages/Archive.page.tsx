import type { ReplyOf } from '../../../platform/http/contract.ts';
import { download } from '../../../platform/ui/client.ts';
import { Light } from '../../../platform/ui/Light.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useAction } from '../../../platform/ui/Notices.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { EmptyState, Loaded } from '../../../platform/ui/States.tsx';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { exportArchive, getArchive } from '../archive-contract.ts';
import { words } from '../words.ts';
import { type Book, BookFrame } from './BookFrame.tsx';

type Year = ReplyOf<typeof getArchive>['years'][number];

const lights = { forever: 'met', kept: 'met', unsettled: 'near', over: 'near' } as const;

export default function Page() {
  const t = useWords(words);
  return (
    <BookFrame title={t('tab.archive')} about={t('archive.about')}>
      {(book) => <Years book={book} />}
    </BookFrame>
  );
}

function Years({ book }: { book: Book }) {
  const t = useWords(words);
  const reply = useReply(getArchive, { params: { county: book.county, id: book.id } });
  return (
    <Loaded reply={reply}>
      {({ years }) =>
        years.length === 0 ? (
          <EmptyState text={t('archive.empty')} />
        ) : (
          years.map((year) => <YearPart key={year.year} book={book} year={year} />)
        )
      }
    </Loaded>
  );
}

function YearPart({ book, year }: { book: Book; year: Year }) {
  const t = useWords(words);
  const text = useText();
  const { date, number } = useFormat();
  const title = t('archive.year', { year: year.year });
  return (
    <section className="record-part">
      <h2>{title}</h2>
      <p className="note">
        {t('archive.closed', { date: date(year.closedOn) })}
        {'; '}
        {t(year.isDue ? 'archive.custodyDue' : 'archive.custody', { date: date(year.custodyThrough) })}
      </p>
      <TableScroll label={title}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('archive.kind')}</th>
              <th scope="col" className="end">
                {t('archive.count')}
              </th>
              <th scope="col">{t('archive.years')}</th>
              <th scope="col">{t('archive.through')}</th>
              <th scope="col">{t('archive.state')}</th>
            </tr>
          </thead>
          <tbody>
            {year.items.map(({ kind, count, keepYears, keptThrough, state }) => (
              <tr key={kind}>
                <th scope="row">{text(words[`archive.kind.${kind}`])}</th>
                <td className="end">{number(count)}</td>
                <td>
                  {keepYears === null ? t('code.archive.forever') : t('archive.yearsCount', { count: keepYears })}
                </td>
                <td>{keptThrough && date(keptThrough)}</td>
                <td>
                  <Light state={lights[state]} label={text(words[`code.archive.${state}`])} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {book.allowed.includes('book.export') && <Package book={book} year={year.year} />}
    </section>
  );
}

function Package({ book, year }: { book: Book; year: number }) {
  const t = useWords(words);
  const { run, pending, failure } = useAction();
  const input = { params: { county: book.county, id: book.id }, query: { year: String(year) } };
  return (
    <>
      <p className="buttons no-print">
        <button
          type="button"
          className="button"
          disabled={pending}
          onClick={() => void run(() => download(exportArchive, input))}
        >
          {t('archive.export', { year })}
        </button>
      </p>
      {failure && (
        <p className="strip bad" role="alert">
          {failure.title}
        </p>
      )}
    </>
  );
}
