import { verify } from '@node-rs/argon2';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { noteSystem } from '../../platform/access/account-admin-store.ts';
import * as accounts from '../../platform/access/account-store.ts';
import { atNoPlace, publicActor } from '../../platform/access/actor.ts';
import { commonPasswords } from '../../platform/access/common-passwords.data.ts';
import * as contract from '../../platform/access/contract.ts';
import { allowedActs, checkPassword } from '../../platform/access/rules.ts';
import {
  findSession,
  hashPassword,
  openSession,
  type Session,
  signIn,
  signOut,
  switchPosition,
} from '../../platform/access/sign-in.ts';
import { readTransact, transact } from '../../platform/db/transact.ts';
import type { RouteContract } from '../../platform/http/contract.ts';
import { csrfCookie, type Mounting, readerOf, sessionCookie, visitorOf } from '../../platform/http/mount.ts';
import { inputProblem, sendProblem, toProblem } from '../../platform/http/problem.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { listPlaceNames } from '../../registers/places/public.ts';

interface Visit {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly session: Session | undefined;
  readonly body: Record<string, string>;
}

type Answer = (visit: Visit) => Promise<Result<unknown, Refusal>>;

/** Sign-in, sign-out and one's own account: the routes that set cookies and stand before there is an actor. */
export function mountSessionRoutes(
  server: FastifyInstance,
  mounting: Mounting,
  options: { readonly demo: boolean },
): void {
  const { place } = mounting;
  const add = (route: RouteContract, answer: Answer) => mountOne(server, mounting, { route, answer });
  add(contract.signIn, async ({ request, reply, body }) => {
    const opened = await signIn(place, { login: body.login ?? '', password: body.password ?? '' }, visitorOf(request));
    return finish(reply, opened);
  });
  add(contract.demoAccounts, async ({ request }) =>
    ok({ demo: options.demo, accounts: options.demo ? await demoAccounts(mounting, request) : [] }),
  );
  add(contract.demoSignIn, async ({ request, reply, body }) => {
    const account = options.demo ? await accounts.findDemoAccount(place, body.login ?? '') : undefined;
    if (!account) return refuse({ code: 'sign_in_failed' });
    return finish(reply, await openSession(place, account, visitorOf(request)));
  });
  add(contract.signOut, async ({ reply, session }) => {
    if (session) await signOut(place, session);
    reply.clearCookie(sessionCookie, { path: '/' }).clearCookie(csrfCookie, { path: '/' });
    return ok({ ok: true });
  });
  add(contract.switchPosition, async ({ request, reply, session, body }) => {
    const to = { positionId: body.positionId ?? '', visitor: visitorOf(request) };
    const moved = session && (await switchPosition(place, session, to));
    return moved ? finish(reply, moved) : refuse({ code: 'not_found' });
  });
  add(contract.changePassword, async ({ session, body }) => changePassword(mounting, session, body));
  add(contract.getMe, async ({ session }) =>
    session ? me(mounting, session, options.demo) : refuse({ code: 'not_signed_in' }),
  );
}

function mountOne(
  server: FastifyInstance,
  mounting: Mounting,
  { route, answer }: { route: RouteContract; answer: Answer },
): void {
  server.route({
    method: route.method,
    url: `/api${route.path}`,
    schema: { summary: route.summary, tags: ['session'] },
    async handler(request, reply) {
      const reader = readerOf(request, mounting.find);
      const token = request.cookies[sessionCookie];
      const session = token ? await findSession(mounting.place, token, visitorOf(request)) : undefined;
      if (route.act !== 'public' && !session) return sendProblem(reply, toProblem({ code: 'not_signed_in' }, reader));
      const guarded = route.act !== 'public' && route.method !== 'GET';
      if (guarded && request.headers['x-csrf-token'] !== session?.csrfToken)
        return sendProblem(reply, toProblem({ code: 'csrf' }, reader));
      const parsed = route.body?.safeParse(request.body);
      if (parsed && !parsed.success) return sendProblem(reply, inputProblem(parsed.error.issues, reader));
      const result = await answer({ request, reply, session, body: (parsed?.data ?? {}) as Record<string, string> });
      if (!result.ok) return sendProblem(reply, toProblem(result.refusal, reader));
      return reply.header('cache-control', 'no-store').send(result.value);
    },
  });
}

/** Sets the session cookie and, readable by the page, the CSRF cookie; both change at every sign-in. */
function finish(reply: FastifyReply, opened: Awaited<ReturnType<typeof openSession>>): Result<{ ok: true }, Refusal> {
  if (!opened.ok) return opened;
  const secure = reply.request.protocol === 'https';
  const common = { path: '/', sameSite: 'strict', secure } as const;
  reply.setCookie(sessionCookie, opened.value.token, { ...common, httpOnly: true });
  reply.setCookie(csrfCookie, opened.value.csrfToken, common);
  return ok({ ok: true });
}

async function demoAccounts({ place }: Mounting, request: FastifyRequest) {
  const rows = await accounts.listDemoAccounts(place);
  const named = await readTransact(place, { actor: publicActor(request.ip, request.id), act: 'public' }, async (tx) =>
    ok(
      await listPlaceNames(
        tx,
        rows.flatMap((row) => (row.place === null ? [] : [row.place])),
      ),
    ),
  );
  const names = named.ok ? named.value : new Map<number, string>();
  return rows.map(({ place: code, ...row }) => ({
    ...row,
    placeName: code === null ? null : (names.get(code) ?? null),
  }));
}

async function me({ place, acts }: Mounting, session: Session, demo: boolean): Promise<Result<unknown, Refusal>> {
  const { actor } = session;
  return readTransact(place, { actor, act: 'signed_in' }, async (tx) => {
    const account = await accounts.getAccount(tx, actor.accountId);
    const positions = await accounts.listOwnPositions(tx, actor.accountId);
    const names = await listPlaceNames(
      tx,
      positions.flatMap((position) => (position.place === null ? [] : [position.place])),
    );
    const views = positions.map((position) => ({
      ...position,
      placeName: position.place === null ? null : (names.get(position.place) ?? null),
      organisationName: null,
    }));
    return ok({
      account,
      position: views.find((view) => view.id === actor.positionId),
      positions: views,
      household: actor.household ?? null,
      organisationId: actor.organisationId ?? null,
      acts: allowedActs(acts, actor),
      demo,
      today: todayInShanghai(place.clock()),
    });
  });
}

async function changePassword(
  { place }: Mounting,
  session: Session | undefined,
  body: Record<string, string>,
): Promise<Result<unknown, Refusal>> {
  if (!session) return refuse({ code: 'not_signed_in' });
  const account = await accounts.findCredentials(place, session.actor.accountId);
  const matches = account?.passwordHash && (await verify(account.passwordHash, body.current ?? '').catch(() => false));
  if (!account || !matches) return refuse({ code: 'sign_in_failed', field: 'current' });
  const checked = checkPassword(body.password ?? '', account.login, commonPasswords);
  if (!checked.ok) return checked;
  const passwordHash = await hashPassword(body.password ?? '');
  const actor = atNoPlace(session.actor);
  return transact(place, { actor, act: 'account.change_password' }, async (tx) => {
    const endedSessions = await accounts.setPassword(tx, { passwordHash, keep: session.tokenHash });
    noteSystem(tx, 'account', { id: actor.accountId, note: { endedSessions } });
    return ok({ ok: true });
  });
}
