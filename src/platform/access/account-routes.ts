import type { Tx } from '../db/tx.ts';
import type { RouteContract } from '../http/contract.ts';
import { type Call, type Handler, handle } from '../http/handle.ts';
import { isPlace, placeRange } from '../pure/place.ts';
import { ok, type Refusal, refuse } from '../pure/result.ts';
import * as store from './account-admin-store.ts';
import * as contract from './account-contract.ts';
import { mayEnd, type PositionRequest, proposeGrant } from './account-rules.ts';
import type { Actor } from './actor.ts';
import { makeOneTimePassword } from './one-time-password.ts';
import * as sessions from './own-session-store.ts';
import type { PlaceNames } from './place-names.ts';
import { hashPassword } from './sign-in.ts';

/** Accounts, positions and sessions: administrators everywhere, banner offices inside their range. */
export function accountRoutes(placeNames: PlaceNames): readonly Handler[] {
  return [...reading(placeNames), ...granting, ...managing, ...ownSessions];
}

/** Lists and single accounts. */
function reading(placeNames: PlaceNames): readonly Handler[] {
  return [
    handle(contract.listSharedAccounts, async ({ tx, query }) => {
      const found = await sessions.listSharedUse(tx, query);
      const rows = found.map(({ total: _, first, second, ...account }) => ({
        ...account,
        first: asInstants(first),
        second: asInstants(second),
      }));
      return ok({ rows, total: found[0]?.total ?? 0 });
    }),
    handle(contract.listAccounts, async (call) => {
      const { place, ...query } = call.query;
      if (place !== undefined && !isPlace(place)) return refuse({ code: 'not_found' });
      const range = place === undefined ? undefined : placeRange(place);
      const { rows, total } = await store.listAccounts(call.tx, { ...query, range }, seenBy(call.actor));
      return ok({ rows: await toViews(call, rows, placeNames), total });
    }),
    handle(contract.getAccount, async (call) => {
      const row = await store.findAccountById(call.tx, call.params.id, seenBy(call.actor));
      const [view] = row ? await toViews(call, [row], placeNames) : [];
      return view ? ok(view) : refuse({ code: 'not_found' });
    }),
  ];
}

const granting: readonly Handler[] = [
  handle(contract.createAccount, async ({ tx, actor, body }) => {
    const refused = await checkGrant(tx, actor, { accountId: body.id, position: body.position });
    if (refused) return refuse(refused);
    const oneTimePassword = makeOneTimePassword();
    const passwordHash = await hashPassword(oneTimePassword);
    if (!(await store.insertAccount(tx, { ...body, passwordHash })))
      return refuse({ code: 'login_taken', field: 'login' });
    await store.insertPosition(tx, body.id, body.position);
    return ok({ id: body.id, oneTimePassword });
  }),
  handle(contract.grantPosition, async ({ tx, actor, params, body }) => {
    // a newcomer holds nothing in the banner's range yet, so he is known by his id alone
    const account = await store.findAccountById(tx, params.id, undefined);
    if (!account) return refuse({ code: 'not_found' });
    const refused = await checkGrant(tx, actor, { accountId: params.id, position: body.position });
    if (refused) return refuse(refused);
    await store.insertPosition(tx, params.id, body.position);
    return ok({ ok: true });
  }),
  handle(contract.endPosition, async ({ tx, actor, params }) => {
    const position = await store.findPosition(tx, params.id, params.positionId);
    if (!position || !mayEnd(actor, { ...position, accountId: params.id })) return refuse({ code: 'not_found' });
    const ended = await store.closePosition(tx, { id: params.positionId, place: position.place });
    return ended ? ok({ ok: true }) : refuse({ code: 'position_ended' });
  }),
];

const ownSessions: readonly Handler[] = [
  handle(contract.listMySessions, async ({ tx, actor }) => {
    const open = await sessions.listOpenSessions(tx);
    return ok({
      sessions: open.map((session) => ({
        ...asInstants(session),
        id: session.id,
        current: session.id === actor.sessionId,
      })),
    });
  }),
  handle(contract.endMySession, async ({ tx, actor, params }) => {
    if (!(await sessions.endOwnSession(tx, params.id))) return refuse({ code: 'not_found' });
    store.noteSystem(tx, 'account', { id: actor.accountId, note: { endedSessions: 1 } });
    return ok({ ok: true });
  }),
];

/** What only an administrator does, and never to himself. */
const managing: readonly Handler[] = [
  handle(contract.disableAccount, async ({ tx, actor, params }) => {
    const refused = await checkOther(tx, actor, params.id);
    if (refused) return refuse(refused);
    if (!(await store.setDisabled(tx, params.id, true))) return refuse({ code: 'account_disabled' });
    await store.endSessions(tx, params.id);
    return ok({ ok: true });
  }),
  handle(contract.enableAccount, async ({ tx, actor, params }) => {
    const refused = await checkOther(tx, actor, params.id);
    if (refused) return refuse(refused);
    return (await store.setDisabled(tx, params.id, false)) ? ok({ ok: true }) : refuse({ code: 'account_enabled' });
  }),
  handle(contract.resetPassword, async ({ tx, actor, params }) => {
    const refused = await checkOther(tx, actor, params.id);
    if (refused) return refuse(refused);
    const oneTimePassword = makeOneTimePassword();
    await store.setOneTimePassword(tx, params.id, await hashPassword(oneTimePassword));
    await store.endSessions(tx, params.id);
    return ok({ oneTimePassword });
  }),
  handle(contract.signOutAccount, async ({ tx, params }) => {
    if (!(await store.findAccountById(tx, params.id, undefined))) return refuse({ code: 'not_found' });
    const ended = await store.endSessions(tx, params.id);
    store.noteSystem(tx, 'account', { id: params.id, note: { endedSessions: ended } });
    return ok({ ended });
  }),
];

async function checkOther(tx: Tx, actor: Actor, accountId: string): Promise<Refusal | undefined> {
  if (!(await store.findAccountById(tx, accountId, undefined))) return { code: 'not_found' };
  return accountId === actor.accountId ? { code: 'account_self' } : undefined;
}

async function checkGrant(
  tx: Tx,
  actor: Actor,
  { accountId, position }: { readonly accountId: string; readonly position: PositionRequest },
): Promise<Refusal | undefined> {
  const held = await store.listRolesHeld(tx, accountId, position);
  const proposed = proposeGrant(actor, position, { accountId, held });
  if (proposed.ok) return undefined;
  const { field } = proposed.refusal;
  return { ...proposed.refusal, ...(field ? { field: `position.${field}` } : {}) };
}

/** Administrators see every account, a banner those of its range. */
function seenBy(actor: Actor): store.SeenRange {
  return actor.role === 'administrator' ? undefined : (actor.range ?? { lo: 0, hi: 0 });
}

const accountActs = ['account.manage', 'account.grant'] as const;

async function toViews(
  { tx, actor, allowed }: Call<RouteContract>,
  rows: readonly store.AccountRow[],
  placeNames: PlaceNames,
) {
  const codes = rows.flatMap((row) => row.positions.flatMap(({ place }) => (place === null ? [] : [place])));
  const names = await placeNames(tx, codes);
  return rows.map((row) => ({
    ...row,
    lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
    positions: row.positions.map((position) => ({
      ...position,
      placeName: position.place === null ? null : (names.get(position.place) ?? null),
      mayEnd: mayEnd(actor, { ...position, accountId: row.id }),
    })),
    allowed: row.id === actor.accountId ? [] : allowed(accountActs, {}),
  }));
}

function asInstants(session: { device: string; address: string; startedAt: Date | string; seenAt: Date | string }) {
  const { device, address, startedAt, seenAt } = session;
  return { device, address, startedAt: new Date(startedAt).toISOString(), seenAt: new Date(seenAt).toISOString() };
}
