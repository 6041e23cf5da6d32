import { useState } from 'react';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { notify, useAction } from '../../../platform/ui/Notices.tsx';
import { useReply, useWrite } from '../../../platform/ui/queries.ts';
import { EmptyState, Loaded } from '../../../platform/ui/States.tsx';
import { type getBankLine, listBankPostings, splitLine } from '../bank-contract.ts';
import { words } from '../words.ts';
import { type Posting, PostingTable } from './PostingTable.tsx';

interface SplitProps {
  readonly line: ReplyOf<typeof getBankLine>;
}

/** One payment that the books have as several: they are ticked until they add up to it. */
export function BankSplit({ line }: SplitProps) {
  const t = useWords(words);
  const { county, bookId, code } = line;
  const reply = useReply(listBankPostings, { params: { county, id: bookId }, query: { code, limit: 200 } });
  return (
    <section className="record-part">
      <h2>{t('bank.split')}</h2>
      <p className="note">{t('bank.splitAbout')}</p>
      <Loaded reply={reply}>
        {({ rows }) =>
          rows.length < 2 ? <EmptyState text={t('bank.noPostings')} /> : <Choice line={line} postings={rows} />
        }
      </Loaded>
    </section>
  );
}

function Choice({ line, postings }: SplitProps & { readonly postings: readonly Posting[] }) {
  const t = useWords(words);
  const { yuan } = useFormat();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { run, pending, failure } = useAction();
  const split = useWrite(splitLine);
  const taken = postings.filter((posting) => chosen.has(keyOf(posting)));
  const sum = taken.reduce((total, { amountFen }) => total + amountFen, 0n);
  const rest = line.amountFen - sum;
  function toggle(posting: Posting): void {
    const key = keyOf(posting);
    setChosen((before) => new Set(before.has(key) ? [...before].filter((one) => one !== key) : [...before, key]));
  }
  async function match(): Promise<void> {
    const parts = taken.map(({ voucherId, ordinal }) => ({ voucherId, ordinal }));
    const params = { county: line.county, id: line.id };
    await split.mutateAsync({ params, body: { revision: line.revision, parts } });
    notify(t('bank.matched'));
  }
  return (
    <div className="stack">
      {failure && (
        <p className="strip bad" role="alert">
          {failure.title}
        </p>
      )}
      <PostingTable
        county={line.county}
        caption={t('bank.split')}
        rows={postings}
        action={(row) => (
          <input
            type="checkbox"
            aria-label={`${t('bank.splitTake')} ${row.memo} ${yuan(row.amountFen)}`}
            checked={chosen.has(keyOf(row))}
            onChange={() => toggle(row)}
          />
        )}
      />
      <p className="buttons">
        <span role="status">{t('bank.splitSum', { count: taken.length, sum: yuan(sum), rest: yuan(rest) })}</span>
        <button
          type="button"
          className="button primary"
          disabled={pending || rest !== 0n || taken.length < 2}
          onClick={() => void run(match)}
        >
          {t('bank.splitDo')}
        </button>
      </p>
    </div>
  );
}

function keyOf({ voucherId, ordinal }: Posting): string {
  return `${voucherId} ${ordinal}`;
}
