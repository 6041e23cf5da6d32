import { useState } from 'react';
import { DateInput } from '../../../platform/ui/DateInput.tsx';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { RecordSection } from '../../../platform/ui/RecordPage.tsx';
import { Loaded } from '../../../platform/ui/States.tsx';
import { getReconciliation } from '../bank-contract.ts';
import { words } from '../words.ts';
import type { Book } from './BookFrame.tsx';

/** Both balances of the bank account on a day, each with what only the other side has (37号 art. 102). */
export function Reconciliation({ book, code }: { book: Book; code: string }) {
  const t = useWords(words);
  const { yuan } = useFormat();
  const [on, setOn] = useState<string>(book.today);
  const params = { county: book.county, id: book.id };
  const reply = useReply(getReconciliation, { params, query: { code, on } }, { keepPrevious: true });
  return (
    <section className="record-part">
      <h2>{t('bank.reconciliation')}</h2>
      <span className="list-filter">
        <span>{t('bank.on')}</span>
        <DateInput aria-label={t('bank.on')} value={on} onCommit={(day) => day && setOn(day)} />
      </span>
      <Loaded reply={reply}>
        {(found) => (
          <>
            <RecordSection
              section={{
                items: [
                  { label: words['bank.book'], value: yuan(found.bookFen) },
                  {
                    label: words['bank.bank'],
                    value: found.bankFen === null ? t('bank.noBalance') : yuan(found.bankFen),
                  },
                  { label: words['bank.plusBank'], value: `${yuan(found.bankOnlyFen)} (${found.open})` },
                  { label: words['bank.plusBooks'], value: `${yuan(found.booksOnlyFen)} (${found.postingsOpen})` },
                  { label: words['bank.bookAdjusted'], value: yuan(found.bookAdjustedFen) },
                  {
                    label: words['bank.bankAdjusted'],
                    value: found.bankAdjustedFen === null ? '' : yuan(found.bankAdjustedFen),
                  },
                ],
              }}
            />
            {found.lines > 0 && found.bankFen === null && <p className="strip">{t('bank.notCompared')}</p>}
            {found.lines > 0 && found.bankFen !== null && (
              <p className={found.agrees ? 'strip good' : 'strip warn'}>
                {t(found.agrees ? 'bank.agrees' : 'bank.differs')}
              </p>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}
