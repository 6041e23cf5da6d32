import type { Subject } from '../../platform/access/rules.ts';
import { noteAct } from '../../platform/db/history.ts';
import { handle } from '../../platform/http/handle.ts';
import { type LocalDate, todayInShanghai } from '../../platform/pure/period.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import * as contract from './objection-contract.ts';
import * as store from './objection-store.ts';
import { answerDaysOn } from './public.ts';
import { answerDueOn, answerLight, type objectionChannels } from './rules.ts';
import { findNoticeRow } from './store.ts';
import { readTold } from './text-rules.ts';

export const routes = [
  handle(contract.listObjections, async ({ tx, query, allowed }) => {
    const { rows, total } = await store.listObjections(tx, query);
    const today = todayInShanghai(tx.now);
    return ok({ rows: rows.map((row) => ({ ...viewObjection(row, today), allowed: openActs(row, allowed) })), total });
  }),

  handle(contract.recordObjection, async ({ tx, params, body, decide }) => {
    const notice = await findNoticeRow(tx, params);
    if (!notice) return refuse({ code: 'not_found' });
    const { place, organisationId } = notice;
    const refused = decide('notice.object', organisationId === null ? { place } : { place, organisationId });
    if (refused) return refuse(refused);
    const receivedOn = todayInShanghai(tx.now);
    if (notice.withdrawnOn !== null || receivedOn > notice.endsOn) return refuse({ code: 'notice_over' });
    const told = readTold(body);
    if (!told.ok) return told;
    const answerBy = answerDueOn(receivedOn, await answerDaysOn(tx, receivedOn));
    const { channel } = body;
    const ticket = await store.recordObjection(tx, notice, { ...told.value, channel, receivedOn, answerBy });
    return ok({ county: params.county, id: body.id, ticket, answerBy });
  }),

  handle(contract.answerObjection, async ({ tx, params, body, decide }) => {
    const objection = await store.findObjection(tx, params);
    if (!objection) return refuse({ code: 'not_found' });
    const refused = decide('notice.answer', subjectOf(objection));
    if (refused) return refuse(refused);
    if (objection.outcome !== null) return refuse({ code: 'objection_answered' });
    const key = { ...params, revision: body.revision };
    const answered = await store.answerObjection(tx, key, { ...body, answeredOn: todayInShanghai(tx.now) });
    return answered ? ok(params) : refuse({ code: 'stale' });
  }),

  handle(contract.revealPhone, async ({ tx, params, decide }) => {
    const objection = await store.findObjection(tx, params);
    if (!objection) return refuse({ code: 'not_found' });
    const refused = decide('notice.reveal', { place: objection.place });
    if (refused) return refuse(refused);
    noteAct(tx, 'notice_objection', { key: params, place: objection.place, note: { revealed: 'phone' } });
    return ok({ phone: await store.openPhone(tx, params) });
  }),
];

/** What is said against the maker of the list is answered by anybody but him. */
function subjectOf({ place, organisationId, concerns, madeBy }: store.ObjectionRow): Subject {
  const subject = organisationId === null ? { place } : { place, organisationId };
  return concerns === 'maker' ? { ...subject, makerId: madeBy } : subject;
}

function openActs(row: store.ObjectionRow, allowed: (acts: readonly string[], subject: Subject) => string[]): string[] {
  const answers = row.outcome === null ? allowed(['notice.answer'], subjectOf(row)) : [];
  return row.phoneMasked === null ? answers : [...answers, ...allowed(['notice.reveal'], { place: row.place })];
}

/** As the pages show it: people by name, not by account. */
export function viewObjection(row: store.ObjectionRow, today: LocalDate) {
  const { madeBy: _maker, organisationId: _organisation, place: _place, channel, ...shown } = row;
  return { ...shown, channel: channel as (typeof objectionChannels)[number], light: answerLight(row, today) };
}
