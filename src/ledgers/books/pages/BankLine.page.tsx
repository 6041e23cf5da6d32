import { Link, useNavigate, useParams } from 'react-router';
import './books.css';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { call } from '../../../platform/ui/client.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { notify, useAction } from '../../../platform/ui/Notices.tsx';
import { useReply, useWrite } from '../../../platform/ui/queries.ts';
import { HistoryTab } from '../../../platform/ui/RecordHistory.tsx';
import { type RecordAction, RecordPage, type Section } from '../../../platform/ui/RecordPage.tsx';
import { EmptyState, Loaded } from '../../../platform/ui/States.tsx';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import { getBankLine, listBankPostings, matchLine, undoMatch, withdrawBankLine } from '../bank-contract.ts';
import { words } from '../words.ts';
import { BankSplit } from './BankSplit.tsx';
import { BookNav } from './BookFrame.tsx';
import { type Posting, PostingTable } from './PostingTable.tsx';

type Line = ReplyOf<typeof getBankLine>;

const labels = { voucher_id: words['bank.voucher'], matched_by_name: words['bank.matchedBy'] };

export default function Page() {
  const t = useWords(words);
  const params = { county: Number(useParams().county), id: String(useParams().id) };
  const reply = useReply(getBankLine, { params });
  const actionsOf = useActions();
  const sectionOf = useSection();
  return (
    <Loaded reply={reply} asPage>
      {(line) => (
        <>
          <BookNav book={{ county: line.county, id: line.bookId }} />
          <RecordPage
            title={t('bank.lineTitle')}
            about={line.cooperativeName}
            back={<Link to={`/books/${line.county}/${line.bookId}/bank?code=${line.code}`}>{t('bank.title')}</Link>}
            allowed={line.allowed}
            actions={actionsOf(line)}
            sections={[sectionOf(line)]}
            tabs={[
              {
                key: 'history',
                label: words['tab.history'],
                content: <HistoryTab table="bank_line" {...params} labels={labels} />,
              },
            ]}
          >
            {line.matchedHow === null && line.allowed.includes('bank.match') && (
              <>
                <Candidates line={line} />
                <BankSplit line={line} />
              </>
            )}
            {line.parts.length > 0 && <Parts line={line} />}
          </RecordPage>
        </>
      )}
    </Loaded>
  );
}

function useActions(): (line: Line) => readonly RecordAction[] {
  const t = useWords(words);
  const goTo = useNavigate();
  return ({ county, id, bookId, code, revision, matchedHow, partOf }) => {
    const params = { county, id };
    const undo: RecordAction = {
      act: 'bank.match',
      label: words['bank.undo'],
      effect: t('bank.undoEffect'),
      run: async (reason) => {
        await call(undoMatch, { params, body: { revision, reason } });
        return t('bank.undone');
      },
    };
    const takeOut: RecordAction = {
      act: 'bank.match',
      label: words['bank.withdraw'],
      effect: t('bank.withdrawEffect'),
      danger: true,
      run: async (reason) => {
        await call(withdrawBankLine, { params, body: { revision, reason } });
        goTo(`/books/${county}/${bookId}/bank?code=${code}`);
        return t('bank.withdrawn');
      },
    };
    if (partOf !== null) return [];
    return [matchedHow === null ? takeOut : undo];
  };
}

function useSection(): (line: Line) => Section {
  const t = useWords(words);
  const text = useText();
  const { date, yuan } = useFormat();
  return (line) => ({
    items: [
      { label: words['bank.day'], value: date(line.occurredOn) },
      { label: words['field.totalFen'], value: yuan(line.amountFen) },
      { label: words['bank.balance'], value: line.balanceFen === null ? '' : yuan(line.balanceFen) },
      { label: words['bank.counterparty'], value: line.counterparty },
      { label: words['bank.memo'], value: line.memo },
      { label: words['bank.serial'], value: line.serial },
      {
        label: words['bank.voucher'],
        value: line.series && (
          <>
            <Link to={`/vouchers/${line.county}/${line.voucherId}`}>
              {t('voucher.numberText', {
                series: text(words[`code.series.${line.series}`]),
                number: line.number ?? '',
              })}
            </Link>
            {line.takenBack && <span className="tag bad">{t('bank.takenBack')}</span>}
          </>
        ),
      },
      {
        label: words['bank.partOf'],
        value: line.partOf && <Link to={`/bank-lines/${line.county}/${line.partOf}`}>{t('bank.partOfLink')}</Link>,
      },
      {
        label: words['bank.matchedBy'],
        value: line.matchedHow && `${line.matchedByName} ${text(words[`code.how.${line.matchedHow}`])}`,
      },
    ],
  });
}

/** The vouchers that a split payment is together. */
function Parts({ line }: { line: Line }) {
  const t = useWords(words);
  const text = useText();
  const { yuan } = useFormat();
  return (
    <section className="record-part">
      <h2>{t('bank.parts')}</h2>
      <TableScroll label={t('bank.parts')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('event.voucher')}</th>
              <th scope="col" className="end">
                {t('field.totalFen')}
              </th>
            </tr>
          </thead>
          <tbody>
            {line.parts.map((part) => (
              <tr key={part.id}>
                <td>
                  <Link to={`/vouchers/${line.county}/${part.voucherId}`}>
                    {part.series &&
                      t('voucher.numberText', {
                        series: text(words[`code.series.${part.series}`]),
                        number: part.number ?? '',
                      })}
                  </Link>
                  {part.takenBack && <span className="tag bad">{t('bank.takenBack')}</span>}
                </td>
                <td className="end">{yuan(part.amountFen)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}

/** Open postings of the same amount: one click matches. */
function Candidates({ line }: { line: Line }) {
  const t = useWords(words);
  const { run, pending, failure } = useAction();
  const match = useWrite(matchLine);
  const { county, bookId, id, code, amountFen, revision } = line;
  const query = { code, amountFen: String(amountFen), limit: 50 };
  const reply = useReply(listBankPostings, { params: { county, id: bookId }, query });
  async function take({ voucherId, ordinal }: Posting): Promise<void> {
    await match.mutateAsync({ params: { county, id }, body: { revision, voucherId, ordinal } });
    notify(t('bank.matched'));
  }
  return (
    <section className="record-part">
      <h2>{t('bank.candidates')}</h2>
      {failure && (
        <p className="strip bad" role="alert">
          {failure.title}
        </p>
      )}
      <Loaded reply={reply}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState text={t('bank.noCandidates')} />
          ) : (
            <PostingTable
              county={county}
              caption={t('bank.candidates')}
              rows={rows}
              action={(row) => (
                <button type="button" className="button" disabled={pending} onClick={() => void run(() => take(row))}>
                  {t('bank.matchThis')}
                </button>
              )}
            />
          )
        }
      </Loaded>
    </section>
  );
}
