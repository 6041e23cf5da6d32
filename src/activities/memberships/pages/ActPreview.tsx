import { words as bookWords } from '../../../ledgers/books/words.ts';
import { words as shareWords } from '../../../ledgers/shares/words.ts';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { RecordSection } from '../../../platform/ui/RecordPage.tsx';
import { TableScroll } from '../../../platform/ui/TableScroll.tsx';
import type { WordPair } from '../../../platform/words.ts';
import { words as cooperativeWords } from '../../../registers/cooperatives/words.ts';
import type { previewAct } from '../contract.ts';
import { words } from '../words.ts';

export type Preview = ReplyOf<typeof previewAct>;

const mostShown = 200;

/** Both ledgers side by side: what an act does, or did. */
export function BothLedgers(props: Pick<Preview, 'shareLines' | 'voucherLines' | 'chart' | 'settlement'>) {
  const { shareLines, voucherLines, chart, settlement } = props;
  const t = useWords(words);
  return (
    <>
      {settlement && <Settlement settlement={settlement} />}
      <section className="record-part">
        <h2>{t('preview.shares')}</h2>
        {shareLines.length === 0 ? <p className="note">{t('preview.noShares')}</p> : <Shares lines={shareLines} />}
      </section>
      <section className="record-part">
        <h2>{t('preview.voucher')}</h2>
        {voucherLines.length === 0 ? (
          <p className="note">{t(chart === null ? 'preview.noBooks' : 'preview.noVoucher')}</p>
        ) : (
          <Voucher lines={voucherLines} chart={chart} />
        )}
      </section>
    </>
  );
}

/** What an act does to the list of members. */
export function MemberEffects({ leavesOn, composition }: Pick<Preview, 'leavesOn' | 'composition'>) {
  const t = useWords(words);
  const text = useText();
  const { date } = useFormat();
  const known: Readonly<Record<string, WordPair>> = cooperativeWords;
  return (
    <>
      {leavesOn && <p className="strip">{t('preview.leaves', { date: date(leavesOn) })}</p>}
      {composition && composition.breaches.length === 0 && <p className="strip ok">{t('preview.compositionOk')}</p>}
      {composition && composition.breaches.length > 0 && (
        <div className="strip warn">
          <span>{t('preview.composition', { date: date(composition.cureBy ?? '') })}</span>
          <ul>
            {composition.breaches.map(({ code, actual, bound }) => (
              <li key={code}>
                {text(known[`code.breach.${code}`] ?? [code, code])} ({actual} / {bound})
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function Shares({ lines }: { lines: Preview['shareLines'] }) {
  const t = useWords(words);
  const text = useText();
  const { number, yuan } = useFormat();
  const known: Readonly<Record<string, WordPair>> = shareWords;
  return (
    <TableScroll label={t('preview.shares')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('field.member')}</th>
            <th scope="col">{t('field.class')}</th>
            <th scope="col">{t('field.kind')}</th>
            <th scope="col" className="end">
              {t('field.shares')}
            </th>
            <th scope="col" className="end">
              {t('field.agreedFen')}
            </th>
            <th scope="col" className="end">
              {t('field.paidFen')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, mostShown).map((line) => (
            <tr key={`${line.membershipId} ${line.className} ${line.kind} ${line.shares} ${line.paidFen}`}>
              <th scope="row">{line.name === null ? t('field.newcomer') : `${line.number} ${line.name}`}</th>
              <td>{line.className}</td>
              <td>{text(known[`code.move.${line.kind}`] ?? [line.kind, line.kind])}</td>
              <td className="end">{number(line.shares)}</td>
              <td className="end">{yuan(line.agreedFen)}</td>
              <td className="end">{yuan(line.paidFen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <More total={lines.length} />
    </TableScroll>
  );
}

function Voucher({ lines, chart }: { lines: Preview['voucherLines']; chart: Preview['chart'] }) {
  const t = useWords(words);
  const text = useText();
  const { yuan } = useFormat();
  const known: Readonly<Record<string, WordPair>> = bookWords;
  const nameOf = (code: string) => text(known[`chart.${chart}.${code}`] ?? [code, code]);
  return (
    <TableScroll label={t('preview.voucher')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('field.code')}</th>
            <th scope="col">{t('field.sub')}</th>
            <th scope="col" className="end">
              {t('field.debit')}
            </th>
            <th scope="col" className="end">
              {t('field.credit')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, mostShown).map((line) => (
            <tr key={`${line.code} ${line.sub} ${line.debitFen} ${line.creditFen}`}>
              <th scope="row">{`${line.code} ${nameOf(line.code)}`}</th>
              <td>{line.subName ?? (line.sub === '' ? '' : t('field.newcomer'))}</td>
              <td className="end">{line.debitFen === 0n ? '' : yuan(line.debitFen)}</td>
              <td className="end">{line.creditFen === 0n ? '' : yuan(line.creditFen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <More total={lines.length} />
    </TableScroll>
  );
}

function More({ total }: { total: number }) {
  const t = useWords(words);
  return total > mostShown ? <p className="note">{t('preview.more', { count: total - mostShown })}</p> : null;
}

const settlementRows = [
  'contributionFen',
  'reserveShareFen',
  'unpaidPatronageFen',
  'unpaidDividendFen',
  'tradeDueFen',
  'lossShareFen',
  'debtShareFen',
  'deductedFen',
  'beyondLimitFen',
  'owedFen',
  'setOffFen',
  'stillOwedFen',
  'inKindFen',
  'leftFen',
  'payableFen',
] as const;

/** The sheet of one who leaves; what is nothing is left out. */
function Settlement({ settlement }: { settlement: NonNullable<Preview['settlement']> }) {
  const { yuan } = useFormat();
  const shown = settlementRows.filter((key) => settlement[key] !== 0n || key === 'payableFen');
  return (
    <RecordSection
      section={{
        title: words['settlement.title'],
        items: shown.map((key) => ({ label: words[`settlement.${key}`], value: yuan(settlement[key]) })),
      }}
    />
  );
}
