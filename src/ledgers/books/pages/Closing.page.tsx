import { useState } from 'react';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { call } from '../../../platform/ui/client.ts';
import { ConfirmWithReason } from '../../../platform/ui/Dialog.tsx';
import { useFormat, useText, useWords } from '../../../platform/ui/language.ts';
import { notify } from '../../../platform/ui/Notices.tsx';
import { useReply } from '../../../platform/ui/queries.ts';
import { EmptyState, Loaded } from '../../../platform/ui/States.tsx';
import { prepareDepreciation } from '../card-contract.ts';
import { closeMonth, getClosing, prepareYearEnd, reopenMonth } from '../closing-contract.ts';
import { words } from '../words.ts';
import { type Book, BookFrame } from './BookFrame.tsx';
import { CheckList } from './CheckList.tsx';

type Closing = ReplyOf<typeof getClosing>;

type Task = { readonly kind: 'close' | 'prepare' | 'depreciate' } | { readonly kind: 'reopen'; readonly month: string };

export default function Page() {
  const t = useWords(words);
  return (
    <BookFrame title={t('closing.title')} about={t('closing.intro')}>
      {(book) => <Content book={book} />}
    </BookFrame>
  );
}

function Content({ book }: { book: Book }) {
  const { county, id } = book;
  const reply = useReply(getClosing, { params: { county, id } });
  const [task, setTask] = useState<Task>();
  return (
    <Loaded reply={reply}>
      {(closing) => (
        <>
          <Next closing={closing} onTask={setTask} />
          <Past closing={closing} onTask={setTask} />
          {task && (
            <TaskDialog
              {...{ book, closing, task }}
              onClose={() => setTask(undefined)}
              onDone={() => void reply.refetch()}
            />
          )}
        </>
      )}
    </Loaded>
  );
}

interface PartProps {
  readonly closing: Closing;
  readonly onTask: (task: Task) => void;
}

function Next({ closing, onTask }: PartProps) {
  const t = useWords(words);
  const { month } = useFormat();
  const may = (act: string) => closing.allowed.includes(act);
  const carries =
    closing.isYearEnd && closing.checks.some(({ code, state }) => code === 'result_carried' && state === 'open');
  const wears = closing.checks.some(({ code, amountFen, state }) => {
    return code === 'depreciation' && state === 'open' && amountFen > 0n;
  });
  return (
    <section className="record-part">
      <h2>
        {t('closing.listTitle')} {month(closing.month)}
      </h2>
      <CheckList checks={closing.checks} />
      <div className="buttons no-print">
        {wears && closing.isOver && may('voucher.record') && (
          <button type="button" className="button" onClick={() => onTask({ kind: 'depreciate' })}>
            {t('closing.depreciate')}
          </button>
        )}
        {carries && may('voucher.record') && (
          <button type="button" className="button" onClick={() => onTask({ kind: 'prepare' })}>
            {t('closing.prepare')}
          </button>
        )}
        {may('book.close') && (
          <button
            type="button"
            className="button primary"
            disabled={!closing.mayClose || !closing.isOver}
            onClick={() => onTask({ kind: 'close' })}
          >
            {t(closing.isYearEnd ? 'closing.closeYear' : 'closing.close')}
          </button>
        )}
        {!closing.isOver && <span className="note">{t('refusal.month_not_over')}</span>}
      </div>
    </section>
  );
}

function Past({ closing, onTask }: PartProps) {
  const t = useWords(words);
  const { month, date, yuan } = useFormat();
  if (closing.months.length === 0) return <EmptyState text={t('closing.none')} />;
  return (
    <section className="record-part">
      <h2>{t('closing.pastTitle')}</h2>
      <ul className="check-list periods">
        {closing.years.map((year) => (
          <li key={year.id}>
            <strong>{year.year}</strong>
            <span>
              {t('closing.yearSurplus')} {yuan(year.surplusFen)}
            </span>
            <PeriodNote period={year} />
          </li>
        ))}
        {closing.months.map((one, at) => (
          <li key={one.id}>
            <strong>{month(one.month)}</strong>
            <PeriodNote period={one} />
            {one.state === 'closed' && at < 12 && closing.allowed.includes('book.reopen') && (
              <button
                type="button"
                className="button quiet no-print"
                aria-label={`${t('closing.reopen')} ${date(one.month)}`}
                onClick={() => onTask({ kind: 'reopen', month: one.month })}
              >
                {t('closing.reopen')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function PeriodNote({ period }: { period: Closing['months'][number] | Closing['years'][number] }) {
  const t = useWords(words);
  const { date } = useFormat();
  const { state, closedByName, closedOn, reopenedByName, reopenedOn, reopenedFor } = period;
  if (state === 'closed')
    return <span className="note">{t('closing.by', { name: closedByName, date: date(closedOn) })}</span>;
  const values = { name: reopenedByName ?? '', date: date(reopenedOn ?? ''), reason: reopenedFor ?? '' };
  return <span className="tag warn">{t('closing.reopenedBy', values)}</span>;
}

interface TaskProps {
  readonly book: Book;
  readonly closing: Closing;
  readonly task: Task;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const taskWords = {
  close: ['closing.close', 'closing.effect', 'closing.done'],
  prepare: ['closing.prepare', 'closing.prepareEffect', 'closing.prepared'],
  depreciate: ['closing.depreciate', 'closing.depreciateEffect', 'closing.depreciated'],
  reopen: ['closing.reopen', 'closing.reopenEffect', 'closing.reopened'],
} as const;

function TaskDialog({ book, closing, task, onClose, onDone }: TaskProps) {
  const t = useWords(words);
  const text = useText();
  const { month } = useFormat();
  const params = { county: book.county, id: book.id };
  const [title, effect, done] = taskWords[task.kind];
  const about = month(task.kind === 'reopen' ? task.month : closing.month);
  async function run(reason: string): Promise<void> {
    let count = 0;
    if (task.kind === 'close') await call(closeMonth, { params, body: { month: closing.month } });
    else if (task.kind === 'depreciate') await call(prepareDepreciation, { params, body: { month: closing.month } });
    else if (task.kind === 'reopen') await call(reopenMonth, { params, body: { month: task.month, reason } });
    else count = (await call(prepareYearEnd, { params, body: { year: closing.year } })).drafts;
    notify(t(done, { month: about, count }));
    onDone();
  }
  return (
    <ConfirmWithReason
      title={text(words[title])}
      effect={t(effect, { month: about })}
      confirmLabel={text(words[title])}
      needsReason={task.kind === 'reopen'}
      onClose={onClose}
      onConfirm={run}
    />
  );
}
