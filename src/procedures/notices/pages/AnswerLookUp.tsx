import { type FormEvent, useId, useState } from 'react';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { call, problemOf } from '../../../platform/ui/client.ts';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import { readAnswer } from '../board-contract.ts';
import { ticketLength } from '../rules.ts';
import { words } from '../words.ts';

/** What became of an objection, by its ticket. */
export function AnswerLookUp({ county }: { county: number }) {
  const t = useWords(words);
  const id = useId();
  const [ticket, setTicket] = useState('');
  const [answer, setAnswer] = useState<ReplyOf<typeof readAnswer>>();
  const [fault, setFault] = useState<string>();
  async function lookUp(event: FormEvent): Promise<void> {
    event.preventDefault();
    setAnswer(undefined);
    setFault(undefined);
    try {
      setAnswer(await call(readAnswer, { params: { county, ticket: ticket.trim() } }));
    } catch (error) {
      const problem = problemOf(error);
      setFault(problem.status === 404 ? t('board.noAnswer') : problem.title);
    }
  }
  return (
    <form className="stack no-print" onSubmit={(event) => void lookUp(event)}>
      <h2>{t('board.lookUp')}</h2>
      <div className="field">
        <label htmlFor={id}>{t('board.ticket')}</label>
        <input
          id={id}
          className="input"
          required
          minLength={ticketLength}
          maxLength={ticketLength}
          autoComplete="off"
          value={ticket}
          onChange={(event) => setTicket(event.target.value)}
        />
      </div>
      <button type="submit" className="button">
        {t('board.lookUp')}
      </button>
      <div role="status">
        {fault && <p className="strip bad">{fault}</p>}
        {answer && <Answer answer={answer} />}
      </div>
    </form>
  );
}

function Answer({ answer }: { answer: ReplyOf<typeof readAnswer> }) {
  const t = useWords(words);
  const { date } = useFormat();
  return (
    <>
      <p>{answer.title}</p>
      <p>
        {answer.outcome === null
          ? t('board.waiting', { answerBy: date(answer.answerBy) })
          : t('board.answered', {
              answeredOn: date(answer.answeredOn ?? ''),
              outcome: t(`code.outcome.${answer.outcome}`),
              answer: answer.answer ?? '',
            })}
      </p>
    </>
  );
}
