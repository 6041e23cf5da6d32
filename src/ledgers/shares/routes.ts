import { isUniqueViolation } from '../../platform/db/connection.ts';
import { noteAct } from '../../platform/db/history.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { addDays, localDate, todayInShanghai } from '../../platform/pure/period.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { writeList } from '../../platform/sheets/export.ts';
import { findCooperative, findMembership, listOwnMemberships } from '../../registers/cooperatives/public.ts';
import { routes as certificatePrintRoutes } from './certificate-print-routes.ts';
import { routes as certificateRoutes } from './certificate-routes.ts';
import { closeShareClass, correctShareClass, findShareClass, recordShareClass } from './class-store.ts';
import * as contract from './contract.ts';
import { holderSheet } from './holder-sheet-contract.ts';
import { listClassTotals, listHolders, listMoves } from './holding-store.ts';
import { listExpiring, listLots } from './lot-store.ts';
import { routes as openingRoutes } from './opening-routes.ts';
import { findOpening } from './opening-store.ts';
import { listRegisters } from './register-store.ts';
import { checkClass } from './rules.ts';
import { routes as upliftRoutes } from './uplift-routes.ts';
import { upliftOn } from './uplift-store.ts';
import { routes as valuationRoutes } from './valuation-routes.ts';

const acts = [
  'share.class',
  'share.value',
  'share.open',
  'share.certificate',
  'share.export',
  'uplift.record',
  'uplift.freeze',
];
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const mostExported = 100_000;
/** Terms that end within so many days are shown. */
const expiryDays = 90;

const registerRoutes: readonly Handler[] = [
  handle(contract.listRegisters, async ({ tx, query }) => {
    const { rows, total } = await listRegisters(tx, query);
    return ok({ rows: [...rows], total });
  }),

  handle(contract.getRegister, async ({ tx, params, query, allowed }) => {
    const cooperative = await findCooperative(tx, params);
    if (!cooperative) return refuse({ code: 'not_found' });
    const today = todayInShanghai(tx.now);
    const on = query.on ?? today;
    const at = { county: params.county, cooperativeId: params.id };
    const classes = await listClassTotals(tx, { ...at, on });
    const opening = await findOpening(tx, params);
    const expiring = await listExpiring(tx, { ...at, by: addDays(localDate(today), expiryDays) });
    const { county, id, name, kind, place, dissolvedOn } = cooperative;
    return ok({
      ...{ county, id, name, kind, place, dissolvedOn, on },
      classes: [...classes],
      opening: opening ? { ...opening, recordedAt: opening.recordedAt.toISOString() } : null,
      expiring: expiring.length,
      allowed: allowed(acts, { place, organisationId: id }),
    });
  }),

  handle(contract.listHolders, async ({ tx, params, query }) => {
    if (!(await findCooperative(tx, params))) return refuse({ code: 'not_found' });
    const on = query.on ?? todayInShanghai(tx.now);
    const { rows, ...sums } = await listHolders(tx, params, { ...query, on });
    return ok({ rows: [...rows], ...sums });
  }),

  handle(contract.exportHolders, async ({ tx, actor, params, query, language, decide }) => {
    const cooperative = await findCooperative(tx, params);
    if (!cooperative) return refuse({ code: 'not_found' });
    const refused = decide('share.export', { place: cooperative.place, organisationId: cooperative.id });
    if (refused) return refuse(refused);
    const on = query.on ?? todayInShanghai(tx.now);
    const { rows } = await listHolders(tx, params, { ...query, on, limit: mostExported, offset: 0 });
    const list = writeList({
      spec: holderSheet,
      rows: rows.map((row) => ({ ...row, on })),
      language,
      title: `${cooperative.name} ${on}`,
      exportedBy: actor.name,
      exportedAt: tx.now,
    });
    const pieces: Buffer[] = [];
    for await (const piece of list) pieces.push(piece);
    noteAct(tx, 'cooperative', { key: params, place: cooperative.place, note: { exported: rows.length, ...query } });
    return ok({ fileName: `${cooperative.name}-${on}.xlsx`, contentType: xlsx, content: Buffer.concat(pieces) });
  }),

  handle(contract.listMoves, async ({ tx, params, query }) => {
    if (!(await findCooperative(tx, params))) return refuse({ code: 'not_found' });
    const { rows, total } = await listMoves(tx, params, query);
    return ok({ rows: rows.map((row) => ({ ...row, source: row.source as never })), total });
  }),

  handle(contract.getHolder, async ({ tx, params, query, allowed }) => {
    const member = await findMembership(tx, { county: params.county, id: params.membershipId });
    if (member?.cooperativeId !== params.id) return refuse({ code: 'not_found' });
    const cooperative = await findCooperative(tx, params);
    const on = query.on ?? todayInShanghai(tx.now);
    const at = { county: params.county, cooperativeId: params.id, on };
    const lots = await listLots(tx, { county: params.county, id: member.id });
    const moves = await listMoves(tx, params, { membershipId: member.id, to: on, limit: 100_000, offset: 0 });
    const uplifts = (await upliftOn(tx, at)).filter((uplift) => uplift.membershipId === member.id);
    return ok({
      county: member.county,
      membershipId: member.id,
      cooperativeId: member.cooperativeId,
      cooperativeName: cooperative?.name ?? null,
      number: member.number,
      name: member.name,
      leftOn: member.leftOn,
      on,
      shares: moves.rows.reduce((sum, move) => sum + move.shares, 0),
      agreedFen: moves.rows.reduce((sum, move) => sum + move.agreedFen, 0n),
      paidFen: moves.rows.reduce((sum, move) => sum + move.paidFen, 0n),
      lots: [...lots],
      uplifts: uplifts.map((uplift) => ({ ...uplift })),
      allowed: allowed(acts, { place: member.place, organisationId: member.cooperativeId }),
    });
  }),

  handle(contract.ownShares, async ({ tx, actor }) => {
    const memberships = actor.household ? await listOwnMemberships(tx, actor.household) : [];
    const rows = [];
    for (const { county, id } of memberships) rows.push(...(await listLots(tx, { county, id })));
    return ok({ rows });
  }),
];

const classRoutes: readonly Handler[] = [
  handle(contract.recordClass, async ({ tx, params, body, decide }) => {
    const cooperative = await findCooperative(tx, params);
    if (!cooperative) return refuse({ code: 'not_found' });
    const refused = decide('share.class', { place: cooperative.place, organisationId: cooperative.id });
    if (refused) return refuse(refused);
    const checked = checkClass(body);
    if (!checked.ok) return checked;
    try {
      await recordShareClass(tx, cooperative, body);
    } catch (error) {
      const known = isUniqueViolation(error, 'share_class_county_cooperative_id_name_key');
      if (known) return refuse({ code: 'share_class_known', field: 'name' });
      throw error;
    }
    return ok({ id: body.id });
  }),

  handle(contract.correctClass, async ({ tx, params, body, decide }) => {
    const share = await findShareClass(tx, params);
    if (!share) return refuse({ code: 'not_found' });
    const refused = decide('share.class', { place: share.place, organisationId: share.cooperativeId });
    if (refused) return refuse(refused);
    const { revision, reason, ...fields } = body;
    const checked = checkClass({ ...fields, kind: share.kind, startsOn: share.startsOn });
    if (!checked.ok) return checked;
    const done = await correctShareClass(tx, { ...params, revision }, { fields, reason });
    return done ? ok({ id: params.id }) : refuse({ code: 'stale' });
  }),

  handle(contract.closeClass, async ({ tx, params, body, decide }) => {
    const share = await findShareClass(tx, params);
    if (!share) return refuse({ code: 'not_found' });
    const refused = decide('share.class', { place: share.place, organisationId: share.cooperativeId });
    if (refused) return refuse(refused);
    const { revision, reason, endsOn } = body;
    if (endsOn <= share.startsOn) return refuse({ code: 'share_class_end', field: 'endsOn' });
    const done = await closeShareClass(tx, { ...params, revision }, { endsOn, reason });
    return done ? ok({ id: params.id }) : refuse({ code: 'stale' });
  }),
];

export const routes: readonly Handler[] = [
  ...registerRoutes,
  ...classRoutes,
  ...valuationRoutes,
  ...upliftRoutes,
  ...certificateRoutes,
  ...certificatePrintRoutes,
  ...openingRoutes,
];
