import { type KeyboardEvent, useEffect, useId, useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { Problem } from '../../../platform/http/contract.ts';
import { formatYuan } from '../../../platform/pure/money.ts';
import { DateInput } from '../../../platform/ui/DateInput.tsx';
import { ErrorSummary } from '../../../platform/ui/ErrorSummary.tsx';
import { useText, useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { totals } from '../entry-rules.ts';
import { words } from '../words.ts';
import type { Book } from './BookFrame.tsx';
import { EntryLines } from './EntryLines.tsx';
import { type EntryTarget, type TypedVoucher, useVoucherEntry } from './entry-state.ts';
import { useNamedAccounts } from './names.ts';

/** A voucher as on paper, filled in by keys alone. */
export function VoucherEntry({ book, target }: { book: Book; target: EntryTarget }) {
  const t = useWords(words);
  const goTo = useNavigate();
  const formId = useId();
  const { accounts } = useNamedAccounts(book);
  const postable = useMemo(
    () => accounts.filter(({ hasBelow, closedOn }) => !hasBelow && closedOn === null),
    [accounts],
  );
  const entry = useVoucherEntry(target);
  const { typed, set, problem } = entry;
  const errors = errorsOf(problem, formId);
  const invalid = new Set(errors.flatMap(({ inputId }) => inputId ?? []));
  async function save(again: boolean): Promise<void> {
    const id = await entry.save();
    if (id === undefined) return;
    notify(t('voucher.saved'));
    if (!again) return void goTo(`/vouchers/${book.county}/${id}`);
    entry.startAnew();
    document.getElementById(`${formId}-0-memo`)?.focus();
  }
  function press(event: KeyboardEvent): void {
    const saves = event.key === 'F12' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
    if (!saves) return;
    event.preventDefault();
    void save(event.key === 'F12' && target.known === undefined);
  }
  useEffect(() => document.getElementById(`${formId}-0-memo`)?.focus(), [formId]);
  return (
    <form onKeyDown={press} onSubmit={(event) => event.preventDefault()} className="stack">
      <ErrorSummary errors={errors} attempts={entry.attempts} />
      <section className="voucher" aria-label={t('voucher.title')}>
        <EntryTop {...{ book, target, typed, set }} />
        <EntryLines
          {...{ formId, book, accounts: postable, invalid }}
          lines={typed.lines}
          onChange={(lines) => set({ lines })}
        />
        <Balance {...totals(typed.lines)} />
      </section>
      <div className="buttons">
        <button type="button" className="button primary" disabled={entry.pending} onClick={() => void save(false)}>
          {t('voucher.save')}
        </button>
        {!target.known && (
          <button type="button" className="button" disabled={entry.pending} onClick={() => void save(true)}>
            {t('voucher.saveNew')}
          </button>
        )}
      </div>
    </form>
  );
}

/** The server names a fault by its line; here it leads to the input. */
function errorsOf(problem: Problem | undefined, formId: string): readonly { message: string; inputId?: string }[] {
  if (!problem) return [];
  if (!problem.errors || problem.errors.length === 0) return [{ message: problem.title }];
  return problem.errors.map(({ field, message }) => {
    const [, at, member] = /^lines\.(\d+)\.(\w+)$/.exec(field) ?? [];
    const column = member === 'debitFen' ? 'debit' : member === 'creditFen' ? 'credit' : member;
    return at === undefined ? { message } : { message, inputId: `${formId}-${at}-${column}` };
  });
}

interface TopProps {
  readonly book: Book;
  readonly target: EntryTarget;
  readonly typed: TypedVoucher;
  readonly set: (change: Partial<TypedVoucher>) => void;
}

function EntryTop({ book, target, typed, set }: TopProps) {
  const t = useWords(words);
  const text = useText();
  return (
    <>
      <div className="voucher-head">
        <span>
          {book.cooperativeName} · {text(words[`code.series.${target.series}`])}
        </span>
        <h2>{t('voucher.title')}</h2>
        <span className="right">{t('voucher.unit')}</span>
      </div>
      <div className="voucher-people">
        <span className="list-filter">
          <span>{t('field.occurredOn')}</span>
          <DateInput
            aria-label={t('voucher.dateHelp')}
            value={typed.occurredOn}
            readOnly={target.series === 'opening'}
            onCommit={(occurredOn) => set({ occurredOn })}
          />
        </span>
        <label className="list-filter">
          <span>{t('field.papers')}</span>
          <input
            className="input"
            inputMode="numeric"
            size={4}
            value={typed.papers}
            onChange={(event) => set({ papers: event.target.value.replace(/\D/g, '').slice(0, 4) })}
          />
          <span>{t('field.papersUnit')}</span>
        </label>
      </div>
    </>
  );
}

function Balance({ debit, credit }: { debit: bigint; credit: bigint }) {
  const t = useWords(words);
  const difference = debit > credit ? debit - credit : credit - debit;
  return (
    <p className={difference === 0n ? 'note' : 'strip warn'} role="status">
      {difference === 0n ? t('voucher.balanced') : t('voucher.difference', { amount: formatYuan(difference) })}
    </p>
  );
}
