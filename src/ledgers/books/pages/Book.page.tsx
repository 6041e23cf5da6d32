import { Link } from 'react-router';
import { getRecordHistory } from '../../../platform/audit/contract.ts';
import { download } from '../../../platform/ui/client.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { useMay } from '../../../platform/ui/me.ts';
import { useAction } from '../../../platform/ui/Notices.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import { RecordSection } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { getClosing } from '../closing-contract.ts';
import { bookFormats, exportBooks } from '../export-contract.ts';
import { words } from '../words.ts';
import { type Book, BookFrame } from './BookFrame.tsx';
import { CheckList } from './CheckList.tsx';

export default function Page() {
  const t = useWords(words);
  const readsTrail = useMay(getRecordHistory.act);
  return (
    <BookFrame title={t('title')} about={t('intro')} actions={(book) => <Actions book={book} />}>
      {(book) => (
        <>
          <Facts book={book} />
          <Next book={book} />
          <WholeBook book={book} />
          {readsTrail && (
            <section className="record-part">
              <h2>{t('tab.history')}</h2>
              <HistoryTab table="book" county={book.county} id={book.id} labels={labels} />
            </section>
          )}
        </>
      )}
    </BookFrame>
  );
}

const labels = {
  chart: words['field.chart'],
  starts_on: words['field.startsOn'],
  fiscal_year_start: words['field.fiscalYearStart'],
};

function Actions({ book }: { book: Book }) {
  const t = useWords(words);
  const at = `/books/${book.county}/${book.id}`;
  if (!book.allowed.includes('voucher.record')) return null;
  return (
    <>
      {book.allowed.includes('event.record') && (
        <Link className="button primary" to={`${at}/events/new`}>
          {t('event.new')}
        </Link>
      )}
      <Link className="button" to={`${at}/vouchers/new`}>
        {t('voucher.new')}
      </Link>
      {book.closedThrough < book.startsOn && (
        <Link className="button" to={`${at}/vouchers/new?series=opening`}>
          {t('voucher.opening')}
        </Link>
      )}
    </>
  );
}

function Facts({ book }: { book: Book }) {
  const text = useText();
  const { date } = useFormat();
  const items = [
    { label: words['field.place'], value: book.placeName },
    { label: words['field.chart'], value: text(words[`code.chart.${book.chart}`]) },
    { label: words['field.startsOn'], value: date(book.startsOn) },
    {
      label: words['field.closedThrough'],
      value: book.closedThrough < book.startsOn ? undefined : date(book.closedThrough),
    },
    ...book.others.map((other) => ({
      label: words[`code.chart.${other.chart}`],
      value: <Link to={`/books/${other.county}/${other.id}`}>{date(other.startsOn)}</Link>,
    })),
  ];
  return <RecordSection section={{ items }} />;
}

/** The month to be closed next, with what still stands in the way. */
function Next({ book }: { book: Book }) {
  const t = useWords(words);
  const { month } = useFormat();
  const { county, id } = book;
  const reply = useReply(getClosing, { params: { county, id } });
  return (
    <Loaded reply={reply}>
      {(closing) => (
        <section className="record-part">
          <h2>
            {t('closing.listTitle')} {month(closing.month)}{' '}
            <Link className="button" to={`/books/${county}/${id}/closing`}>
              {t('tab.closing')}
            </Link>
          </h2>
          <CheckList checks={closing.checks} />
        </section>
      )}
    </Loaded>
  );
}

/** The books as files for other programs and for auditors. */
function WholeBook({ book }: { book: Book }) {
  const t = useWords(words);
  const { run, pending, failure } = useAction();
  const { county, id } = book;
  if (!book.allowed.includes('book.export')) return null;
  return (
    <section className="record-part no-print">
      <h2>{t('export.title')}</h2>
      <p className="note">{t('export.about')}</p>
      <div className="buttons">
        {bookFormats.map((format) => (
          <button
            key={format}
            type="button"
            className="button"
            disabled={pending}
            onClick={() => void run(() => download(exportBooks, { params: { county, id }, query: { format } }))}
          >
            {t(`export.${format}`)}
          </button>
        ))}
      </div>
      {failure && (
        <p className="strip bad" role="alert">
          {failure.title}
        </p>
      )}
    </section>
  );
}
