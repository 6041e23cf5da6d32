import type { Subject } from '../../platform/access/rules.ts';
import { isUniqueViolation } from '../../platform/db/connection.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { Handler } from '../../platform/http/handle.ts';
import { handle } from '../../platform/http/handle.ts';
import { formatYuan } from '../../platform/pure/money.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { findNotice, openNotice, withdrawNotice } from '../../procedures/notices/public.ts';
import { findCooperative } from '../../registers/cooperatives/public.ts';
import { listPovertyStates } from '../../registers/households/public.ts';
import * as contract from './contract.ts';
import { digestRelief, findAvailable, payRelief, subjectType } from './pay-store.ts';
import { routes as printRoutes } from './print-routes.ts';
import { reliefNotice } from './rules.ts';
import * as store from './store.ts';
import { words } from './words.ts';

const writes = [
  handle(contract.recordRelief, async ({ tx, body, decide }) => {
    const cooperative = await findCooperative(tx, { county: body.county, id: body.cooperativeId });
    if (!cooperative) return refuse({ code: 'not_found', field: 'cooperativeId' });
    const refused = decide('relief.make', { place: cooperative.place, organisationId: cooperative.id });
    if (refused) return refuse(refused);
    await store.recordRelief(tx, cooperative, body);
    return ok({ county: cooperative.county, id: body.id });
  }),

  handle(contract.correctRelief, async ({ tx, params, body, decide }) => {
    const opened = await openDraft(tx, params);
    if (!opened.ok) return opened;
    const refused = decide('relief.make', subjectOf(opened.value));
    if (refused) return refuse(refused);
    const key = { ...params, revision: body.revision };
    const done = await store.correctRelief(tx, key, { fields: body, reason: body.reason });
    return done ? ok(params) : refuse({ code: 'stale' });
  }),

  handle(contract.addReliefLine, async ({ tx, params, body, decide }) => {
    const opened = await openDraft(tx, params);
    if (!opened.ok) return opened;
    const row = opened.value;
    const refused = decide('relief.make', subjectOf(row));
    if (refused) return refuse(refused);
    const household = { county: body.householdCounty ?? row.county, id: body.householdId };
    const found = await store.findBeneficiary(tx, household);
    if (!found) return refuse({ code: 'not_found', field: 'householdId' });
    const states = await listPovertyStates(tx, [household], todayInShanghai(tx.now));
    const state = states.get(household.id);
    const poor = state === undefined ? 'unknown' : state === 'registered' || state === 'relapsed' ? 'yes' : 'no';
    const { id, amountFen, cause } = body;
    const line = { id, amountFen, cause, poor, name: found.name, memberPlace: found.place };
    try {
      await store.recordLine(tx, row, { ...line, householdCounty: household.county, householdId: household.id });
    } catch (error) {
      if (isUniqueViolation(error, 'relief_line_once')) return refuse({ code: 'relief_twice', field: 'householdId' });
      throw error;
    }
    return (await store.recount(tx, row, 'line added')) ? ok({ county: row.county, id }) : refuse({ code: 'stale' });
  }),

  handle(contract.correctReliefLine, async ({ tx, params, body, decide }) => {
    const opened = await openDraft(tx, params);
    if (!opened.ok) return opened;
    const row = opened.value;
    const refused = decide('relief.make', subjectOf(row));
    if (refused) return refuse(refused);
    const key = { county: row.county, id: params.lineId, revision: body.revision };
    if (!(await hasLine(tx, row, params.lineId))) return refuse({ code: 'not_found' });
    const done = (await store.correctLine(tx, key, body)) && (await store.recount(tx, row, body.reason));
    return done ? ok({ county: row.county, id: params.lineId }) : refuse({ code: 'stale' });
  }),

  handle(contract.removeReliefLine, async ({ tx, params, body, decide }) => {
    const opened = await openDraft(tx, params);
    if (!opened.ok) return opened;
    const row = opened.value;
    const refused = decide('relief.make', subjectOf(row));
    if (refused) return refuse(refused);
    const key = { county: row.county, id: params.lineId, revision: body.revision };
    if (!(await hasLine(tx, row, params.lineId))) return refuse({ code: 'not_found' });
    const done = (await store.removeLine(tx, key, body.reason)) && (await store.recount(tx, row, body.reason));
    return done ? ok({ county: row.county, id: params.lineId }) : refuse({ code: 'stale' });
  }),

  handle(contract.postReliefNotice, async ({ tx, params, body, decide }) => {
    const opened = await openDraft(tx, params);
    if (!opened.ok) return opened;
    const row = opened.value;
    const refused = decide('relief.make', subjectOf(row));
    if (refused) return refuse(refused);
    const lines = await store.listLines(tx, row);
    if (lines.length === 0) return refuse({ code: 'relief_empty' });
    const availableFen = await findAvailable(tx, row);
    if (availableFen === undefined) return refuse({ code: 'books_missing' });
    if (row.totalFen > availableFen)
      return refuse({ code: 'relief_beyond', values: { available: formatYuan(availableFen) } });
    const digest = await digestRelief(tx, row);
    if (!(await store.markListed(tx, { ...params, revision: body.revision }, digest))) return refuse({ code: 'stale' });
    const listed = lines.map((line) => ({ ...line, placeName: line.memberPlaceName ?? '' }));
    const content = reliefNotice({ ...row, total: formatYuan(row.totalFen), lines: listed }, words);
    const { county, place, cooperativeId } = row;
    return openNotice(tx, {
      ...content,
      ...{ county, place, organisationId: cooperativeId, kind: 'relief', subjectType, subjectId: row.id, digest },
      ...{ postedOn: body.postedOn, contact: body.contact, page: `/reliefs/${county}/${row.id}` },
    });
  }),

  handle(contract.reopenRelief, async ({ tx, params, body, decide }) => {
    const row = await store.findRelief(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('relief.make', subjectOf(row));
    if (refused) return refuse(refused);
    return row.state === 'listed' ? takeBack(tx, row, { ...body, state: 'draft' }) : refuse({ code: 'relief_closed' });
  }),

  handle(contract.withdrawRelief, async ({ tx, params, body, decide }) => {
    const row = await store.findRelief(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('relief.make', subjectOf(row));
    if (refused) return refuse(refused);
    if (row.state === 'paid' || row.state === 'withdrawn') return refuse({ code: 'relief_closed' });
    return takeBack(tx, row, { ...body, state: 'withdrawn' });
  }),

  handle(contract.payRelief, async ({ tx, params, body, decide }) => {
    const row = await store.findRelief(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const subject = subjectOf(row);
    const refused = decide('relief.pay', row.madeBy ? { ...subject, makerId: row.madeBy } : subject);
    if (refused) return refuse(refused);
    const paid = await payRelief(tx, row, body.revision);
    return paid.ok ? ok({ ...params, voucherId: paid.value }) : paid;
  }),
];

const reads = [
  handle(contract.listReliefs, async ({ tx, query }) => {
    const { rows, total } = await store.listReliefs(tx, query);
    return ok({ rows: rows.map((row) => ({ ...row })), total });
  }),

  handle(contract.getRelief, async ({ tx, params, allowed }) => {
    const row = await store.findRelief(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const notice = await findNotice(tx, { county: row.county, subjectType, subjectId: row.id });
    const own = row.madeBy === tx.actor.accountId;
    const open = row.state === 'draft' ? ['relief.make'] : row.state === 'listed' ? ['relief.make', 'relief.pay'] : [];
    const { madeBy: _maker, form: _form, lines: _count, ...shown } = row;
    return ok({
      ...shown,
      lines: [...(await store.listLines(tx, row))],
      availableFen: (await findAvailable(tx, row)) ?? null,
      notice: notice
        ? {
            ...{ noticeId: notice.noticeId, state: notice.state, endsOn: notice.endsOn },
            isCurrent: notice.digest === row.digest,
          }
        : null,
      allowed: allowed(open, subjectOf(row)).filter((act) => act !== 'relief.pay' || !own),
    });
  }),
];

export const routes: readonly Handler[] = [...printRoutes, ...reads, ...writes];

function subjectOf({ place, cooperativeId }: store.ReliefRow): Subject {
  return { place, organisationId: cooperativeId };
}

async function openDraft(tx: Tx, key: { county: number; id: string }): Promise<Result<store.ReliefRow, Refusal>> {
  const row = await store.findRelief(tx, key);
  if (!row) return refuse({ code: 'not_found' });
  return row.state === 'draft' ? ok(row) : refuse({ code: 'relief_not_draft' });
}

async function hasLine(tx: Tx, row: store.ReliefRow, lineId: string): Promise<boolean> {
  return (await store.listLines(tx, row)).some(({ id }) => id === lineId);
}

async function takeBack(
  tx: Tx,
  row: store.ReliefRow,
  change: { readonly state: 'draft' | 'withdrawn'; readonly revision: number; readonly reason: string },
) {
  const { county, id } = row;
  if (!(await store.markBack(tx, { county, id, revision: change.revision }, change))) return refuse({ code: 'stale' });
  await withdrawNotice(tx, { county, subjectType, subjectId: id }, change.reason);
  return ok({ county, id });
}
