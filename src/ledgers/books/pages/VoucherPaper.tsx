import { useState } from 'react';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { yuanInWords } from '../../../platform/pure/amount-in-words.ts';
import { formatYuan } from '../../../platform/pure/money.ts';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import type { getVoucher } from '../voucher-contract.ts';
import { words } from '../words.ts';
import { useNamedAccounts } from './names.ts';

export type Voucher = ReplyOf<typeof getVoucher>;

/** A voucher as it is printed: amounts plain, or digit by digit in ruled columns. */
export function VoucherPaper({ voucher }: { voucher: Voucher }) {
  const t = useWords(words);
  const [ruled, setRuled] = useState(false);
  const { nameOf } = useNamedAccounts({ county: voucher.county, id: voucher.bookId, chart: voucher.chart });
  const debits = voucher.lines.reduce((sum, { debitFen }) => sum + debitFen, 0n);
  const credits = voucher.lines.reduce((sum, { creditFen }) => sum + creditFen, 0n);
  return (
    <section className="voucher" aria-label={t('voucher.title')}>
      <PaperHead voucher={voucher} />
      <table className={ruled ? 'voucher-lines ruled' : 'voucher-lines'}>
        <thead>
          <tr>
            <th scope="col" className="memo">
              {t('field.memo')}
            </th>
            <th scope="col">{t('field.account')}</th>
            <AmountHead label={t('field.debitFen')} ruled={ruled} />
            <AmountHead label={t('field.creditFen')} ruled={ruled} />
          </tr>
        </thead>
        <tbody>
          {voucher.lines.map((line, at) => (
            <tr key={`${at + 1}-${line.code}`}>
              <td className="memo">{line.memo}</td>
              <td>
                {line.code} {nameOf(line.code)}
                {line.subName !== null && ` · ${line.subName}`}
              </td>
              <Amount fen={line.debitFen} ruled={ruled} />
              <Amount fen={line.creditFen} ruled={ruled} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th colSpan={2} scope="row">
              {t('voucher.inWords')} <span lang="zh-CN">{yuanInWords(debits)}</span>
            </th>
            <Amount fen={debits} ruled={ruled} />
            <Amount fen={credits} ruled={ruled} />
          </tr>
        </tfoot>
      </table>
      <People voucher={voucher} />
      <label className="check no-print">
        <input type="checkbox" checked={ruled} onChange={(event) => setRuled(event.target.checked)} />
        {t('voucher.ruled')}
      </label>
    </section>
  );
}

function PaperHead({ voucher }: { voucher: Voucher }) {
  const t = useWords(words);
  const text = useText();
  const { date } = useFormat();
  const { number, series } = voucher;
  return (
    <div className="voucher-head">
      <span>{voucher.cooperativeName}</span>
      <h2>{t('voucher.title')}</h2>
      <span className="right">
        {number === null
          ? t('voucher.draftNumber')
          : t('voucher.numberText', { series: text(words[`code.series.${series}`]), number })}
      </span>
      <span>{t('voucher.unit')}</span>
      <span>{date(voucher.occurredOn)}</span>
      <span className="right">
        {t('field.papers')} {voucher.papers} {t('field.papersUnit')}
      </span>
    </div>
  );
}

function People({ voucher }: { voucher: Voucher }) {
  const t = useWords(words);
  const people = [
    [t('field.postedBy'), voucher.checkedByName],
    [t('field.checkedBy'), voucher.checkedByName],
    [t('field.madeBy'), voucher.madeByName],
  ] as const;
  return (
    <div className="voucher-people">
      {people.map(([label, name]) => (
        <span key={label}>
          {label} {name ?? '–'}
        </span>
      ))}
    </div>
  );
}

function AmountHead({ label, ruled }: { label: string; ruled: boolean }) {
  return (
    <th scope="col" className="amount">
      {label}
      {ruled && <DigitHeads />}
    </th>
  );
}

const places = ['e9', 'e8', 'e7', 'e6', 'e5', 'e4', 'e3', 'e2', 'e1', 'e0', 'f'] as const;

function DigitHeads() {
  const t = useWords(words);
  return (
    <span className="digit-cells heads" aria-hidden="true">
      {[...t('voucher.digits')].slice(-places.length).map((head, at) => (
        <span key={places[at]}>{head}</span>
      ))}
    </span>
  );
}

function Amount({ fen, ruled }: { fen: bigint; ruled: boolean }) {
  if (fen === 0n) return <td className="amount" />;
  const look = fen < 0n ? 'amount red' : 'amount';
  const digits = String(fen < 0n ? -fen : fen).padStart(3, '0');
  if (!ruled || digits.length > places.length) return <td className={look}>{formatYuan(fen)}</td>;
  const cells = [...digits.padStart(places.length, ' ')];
  return (
    <td className={look}>
      <span className="hidden-text">{formatYuan(fen)}</span>
      <span className="digit-cells" aria-hidden="true">
        {cells.map((digit, at) => (
          <span key={places[at]}>{digit}</span>
        ))}
      </span>
    </td>
  );
}
