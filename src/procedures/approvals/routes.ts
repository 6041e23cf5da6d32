import type { Actor } from '../../platform/access/actor.ts';
import type { Subject } from '../../platform/access/rules.ts';
import { handle } from '../../platform/http/handle.ts';
import { workdaysBetween } from '../../platform/pure/calendar.ts';
import { type LocalDate, todayInShanghai } from '../../platform/pure/period.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { writeList } from '../../platform/sheets/export.ts';
import { speak } from '../../platform/words.ts';
import * as contract from './contract.ts';
import { lightOf, proposeDecision } from './rules.ts';
import { approvalSheet } from './sheet-contract.ts';
import * as store from './store.ts';
import { words } from './words.ts';

const mostExported = 10_000;
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const routes = [
  handle(contract.listApprovals, async ({ tx, actor, query, allowed }) => {
    const { rows, total } = await store.listApprovals(tx, query);
    const today = todayInShanghai(tx.now);
    return ok({ rows: rows.map((row) => ({ ...view(row, today), allowed: openActs(row, actor, allowed) })), total });
  }),

  handle(contract.exportApprovals, async ({ tx, actor, query, language }) => {
    const { rows } = await store.listApprovals(tx, { ...query, limit: mostExported, offset: 0 });
    const today = todayInShanghai(tx.now);
    const pieces: Buffer[] = [];
    const list = writeList({
      spec: approvalSheet,
      rows: rows.map((row) => ({
        ...view(row, today),
        workdays: String(elapsed(row, today)),
        state: speak(words[`code.state.${row.state}`], language),
      })),
      language,
      exportedBy: actor.name,
      exportedAt: tx.now,
    });
    for await (const piece of list) pieces.push(piece);
    const fileName = `${speak(words.title, language)}.xlsx`;
    return ok({ fileName, contentType: xlsxType, content: Buffer.concat(pieces) });
  }),

  handle(contract.getApproval, async ({ tx, actor, params, allowed }) => {
    const row = await store.getApproval(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const waiting = await store.listApprovals(tx, { box: 'waiting', limit: 2, offset: 0 });
    const next = waiting.rows.find((one) => one.id !== row.id);
    return ok({
      ...view(row, todayInShanghai(tx.now)),
      allowed: openActs(row, actor, allowed),
      next: next ? { county: next.county, id: next.id } : null,
    });
  }),

  handle(contract.decideApproval, async ({ tx, actor, params, body, decide }) => {
    const row = await store.getApproval(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('approval.decide', { ...subjectOf(row), makerId: row.makerId });
    if (refused) return refuse(refused);
    const proposed = proposeDecision(row, { ...body, role: actor.role });
    if (!proposed.ok) return proposed;
    const done = await store.decide(tx, { ...params, revision: body.revision }, body);
    return done ? ok(params) : refuse({ code: 'stale' });
  }),

  handle(contract.withdrawApproval, async ({ tx, actor, params, body, decide }) => {
    const row = await store.getApproval(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('approval.withdraw', subjectOf(row));
    if (refused) return refuse(refused);
    if (row.state !== 'asked') return refuse({ code: 'approval_closed' });
    if (row.makerId !== actor.accountId) return refuse({ code: 'approval_not_maker' });
    const done = await store.withdrawQuestion(tx, { ...params, revision: body.revision }, body.reason);
    return done ? ok(params) : refuse({ code: 'stale' });
  }),
];

function subjectOf({ place, organisationId }: store.ApprovalRow): Subject {
  return organisationId === null ? { place } : { place, organisationId };
}

/** What the reader may still do: decide when it is put to his role and not his own, take back when it is his own. */
function openActs(
  row: store.ApprovalRow,
  actor: Actor,
  allowed: (acts: readonly string[], subject: Subject) => string[],
): string[] {
  if (row.state !== 'asked') return [];
  const acts = [];
  if (row.deciderRole === actor.role) acts.push('approval.decide');
  const mayWithdraw = row.makerId === actor.accountId ? allowed(['approval.withdraw'], subjectOf(row)) : [];
  return [...allowed(acts, { ...subjectOf(row), makerId: row.makerId }), ...mayWithdraw];
}

function elapsed(row: store.ApprovalRow, today: LocalDate): number {
  return Math.max(0, workdaysBetween(row.askedOn, row.decidedOn ?? today));
}

/** As the pages show it: people by name, not by account. */
function view(row: store.ApprovalRow, today: LocalDate) {
  const { makerId: _maker, decidedBy: _decider, decidedAt: _instant, ...shown } = row;
  return { ...shown, workdays: elapsed(row, today), light: lightOf(row, today) };
}
