import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { Workplace } from '../db/transact.ts';
import { type Place, placeRange } from '../pure/place.ts';
import { ok, type Refusal, type Result, refuse } from '../pure/result.ts';
import type { Actor } from './actor.ts';
import { type Role, roleScope } from './roles.ts';
import { lockSeconds, sessionAlive } from './rules.ts';
import type { Visitor } from './session-store.ts';
import * as store from './session-store.ts';

/** A signed-in session as a request carries it. */
export interface Session {
  readonly actor: Actor;
  readonly csrfToken: string;
  readonly tokenHash: Buffer;
  readonly mustChangePassword: boolean;
  readonly demo: boolean;
}

export type SignInRefusal = Refusal<'sign_in_failed' | 'sign_in_locked' | 'no_position'>;

const argon = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
// verified against when the account does not exist, so that time tells nothing
let decoy: Promise<string> | undefined;

export function hashPassword(password: string): Promise<string> {
  return hash(password, argon);
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Signs in by password. The answer and its time are the same for an unknown account and a wrong password. */
export async function signIn(
  place: Workplace,
  credentials: { readonly login: string; readonly password: string },
  visitor: Visitor,
): Promise<Result<{ token: string; csrfToken: string; accountId: string }, SignInRefusal>> {
  const login = credentials.login.trim().toLowerCase();
  const now = place.clock();
  // counted before the password is looked at, so that a burst of guesses at once is throttled like guesses in a row
  const lockedUntil = await store.claimAttempt(place, { login, address: visitor.address }, { now, lockSeconds });
  if (lockedUntil) return refuse({ code: 'sign_in_locked', values: { seconds: secondsUntil(lockedUntil, now) } });
  const account = await store.findAccount(place, login);
  decoy ??= hashPassword(randomBytes(12).toString('hex'));
  const unknown = await decoy;
  const matches = await verify(account?.passwordHash ?? unknown, credentials.password).catch(() => false);
  if (!account?.passwordHash || !matches || account.disabledAt) return refuse({ code: 'sign_in_failed' });
  await store.forgiveAttempt(place, { login, address: visitor.address }, { now, lockSeconds });
  return openSession(place, account.id, visitor);
}

/** Opens a session in the account's first position that is in force today. */
export async function openSession(
  place: Workplace,
  accountId: string,
  visitor: Visitor,
): Promise<Result<{ token: string; csrfToken: string; accountId: string }, SignInRefusal>> {
  const positionId = await store.findFirstPosition(place, accountId);
  if (positionId === undefined) return refuse({ code: 'no_position' });
  return startSession(place, { accountId, positionId }, visitor);
}

/**
 * Goes on in another of one's own positions: the old session ends and a new one begins, so that nobody who knows
 * the old token shares the new rights. Undefined when the position is not one's own or not in force.
 */
export async function switchPosition(
  place: Workplace,
  session: Session,
  to: { readonly positionId: string; readonly visitor: Visitor },
) {
  const { accountId } = session.actor;
  const own = await store.isOwnPosition(place, accountId, to.positionId);
  if (!own) return undefined;
  await store.endSession(place, session.tokenHash);
  return startSession(place, { accountId, positionId: to.positionId }, to.visitor);
}

async function startSession(
  place: Workplace,
  { accountId, positionId }: { readonly accountId: string; readonly positionId: string },
  visitor: Visitor,
): Promise<Result<{ token: string; csrfToken: string; accountId: string }, never>> {
  const token = randomBytes(32).toString('base64url');
  const csrfToken = randomBytes(18).toString('base64url');
  const now = place.clock();
  await store.startSession(place, { tokenHash: hashToken(token), accountId, positionId, csrfToken, visitor, now });
  return ok({ token, csrfToken, accountId });
}

/** The session behind a cookie, when it is alive and its position still in force. One statement. */
export async function findSession(place: Workplace, token: string, visitor: Visitor): Promise<Session | undefined> {
  const tokenHash = hashToken(token);
  const row = await store.findSession(place, tokenHash);
  const now = place.clock();
  if (!row || !sessionAlive(row, now)) return undefined;
  if (now.getTime() - row.seenAt.getTime() > 60_000) await store.touchSession(place, tokenHash, now);
  return {
    actor: toActor(row, visitor),
    csrfToken: row.csrfToken,
    tokenHash,
    mustChangePassword: row.mustChangePassword,
    demo: row.demo,
  };
}

function toActor(row: store.SessionRow, visitor: Visitor): Actor {
  return {
    accountId: row.accountId,
    positionId: row.positionId,
    name: row.name,
    role: row.role as Role,
    // an organisation sees what is its own wherever that stands, not what lies at its seat
    ...(row.place !== null && isPlaced(row.role as Role) ? { range: placeRange(row.place as Place) } : {}),
    ...(row.organisationId ? { organisationId: row.organisationId } : {}),
    ...(row.householdId && row.householdCounty
      ? { household: { county: row.householdCounty, id: row.householdId } }
      : {}),
    address: visitor.address,
    requestId: visitor.requestId,
    sessionId: row.tokenHash.toString('hex'),
  };
}

function isPlaced(role: Role): boolean {
  return ['city', 'banner', 'township', 'village'].includes(roleScope[role]);
}

function secondsUntil(until: Date, now: Date): number {
  return Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000));
}
