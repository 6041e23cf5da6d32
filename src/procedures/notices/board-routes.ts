import { handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import * as contract from './board-contract.ts';
import * as store from './board-store.ts';
import { answerDaysOn } from './public.ts';
import { answerDueOn, noticeState, workdaysLeft } from './rules.ts';
import { readTold } from './text-rules.ts';

/** What everybody may do without sign-in: read one notice, object to it, look up the answer. */
export const routes = [
  handle(contract.readBoard, async ({ tx, params }) => {
    const notice = await store.readBoard(tx, params);
    if (!notice) return refuse({ code: 'not_found' });
    const today = todayInShanghai(tx.now);
    const { windowDays: _days, withdrawnOn, openObjections, upheldObjections, ...shown } = notice;
    return ok({
      ...shown,
      pairs: [...notice.pairs],
      columns: [...notice.columns],
      state: noticeState({ endsOn: notice.endsOn, withdrawnOn, openObjections, upheldObjections }, today),
      daysLeft: workdaysLeft(notice.endsOn, today),
      over: today > notice.endsOn,
    });
  }),

  handle(contract.listBoardLines, async ({ tx, params, query }) => {
    const { rows, total } = await store.listBoardLines(tx, params, query);
    return ok({ rows: rows.map(({ number, cells }) => ({ number, cells: [...cells] })), total });
  }),

  handle(contract.objectPublicly, async ({ tx, params, body }) => {
    const told = readTold(body);
    if (!told.ok) return told;
    const receivedOn = todayInShanghai(tx.now);
    const answerBy = answerDueOn(receivedOn, await answerDaysOn(tx, receivedOn));
    const taken = await store.objectPublicly(tx, params, { ...told.value, receivedOn, answerBy });
    return taken.ok ? ok({ ticket: taken.value.ticket, answerBy }) : taken;
  }),

  handle(contract.readAnswer, async ({ tx, params }) => {
    const answer = await store.readAnswer(tx, params);
    return answer ? ok(answer) : refuse({ code: 'not_found' });
  }),
];
