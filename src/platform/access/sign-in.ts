import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { transact, type Workplace } from '../db/transact.ts';
import { type Place, placeRange } from '../pure/place.ts';
import { ok, type Refusal, type Result, refuse } from '../pure/result.ts';
import { noteSystem } from './account-admin-store.ts';
import { type Actor, atNoPlace, publicActor } from './actor.ts';
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

export interface OpenedSession {
  readonly token: string;
  readonly csrfToken: string;
  readonly accountId: string;
}

/** Refused with `sign_in_failed`, `sign_in_locked` or `no_position`. */
type Opened = Promise<Result<OpenedSession, Refusal>>;

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
): Opened {
  const login = credentials.login.trim().toLowerCase();
  const now = place.clock();
  const attempt = { login, address: visitor.address };
  // counted before the password is looked at, so that a burst of guesses at once is throttled like guesses in a row
  const { lockedUntil, locks } = await store.claimAttempt(place, attempt, { now, lockSeconds });
  if (lockedUntil) return refuse({ code: 'sign_in_locked', values: { seconds: secondsUntil(lockedUntil, now) } });
  const account = await store.findAccount(place, login);
  decoy ??= hashPassword(randomBytes(12).toString('hex'));
  const unknown = await decoy;
  const matches = await verify(account?.passwordHash ?? unknown, credentials.password).catch(() => false);
  if (!account?.passwordHash || !matches || account.disabledAt) {
    for (const lock of locks) await noteLock(place, visitor, { ...lock, accountId: account?.id, now });
    return refuse({ code: 'sign_in_failed' });
  }
  await store.forgiveAttempt(place, attempt, { now, lockSeconds });
  return openSession(place, account.id, visitor);
}

/** Opens a session in the account's first position that is in force today. */
export async function openSession(place: Workplace, accountId: string, visitor: Visitor): Opened {
  const seat = await store.findFirstSeat(place, accountId);
  if (!seat) return refuse({ code: 'no_position' });
  return startSession(place, seat, { visitor, act: 'account.sign_in' });
}

/**
 * Goes on in another of one's own positions: the old session ends and a new one begins, so that nobody who knows
 * the old token shares the new rights. Undefined when the position is not one's own or not in force.
 */
export async function switchPosition(
  place: Workplace,
  session: Session,
  to: { readonly positionId: string; readonly visitor: Visitor },
): Promise<Awaited<Opened> | undefined> {
  const seat = await store.findOwnSeat(place, session.actor.accountId, to.positionId);
  if (!seat) return undefined;
  const { visitor } = to;
  return startSession(place, seat, { visitor, act: 'account.switch_position', instead: session.tokenHash });
}

/** Ends a session; one that has ended leaves no second event. */
export async function signOut(place: Workplace, { actor, tokenHash }: Session): Promise<void> {
  await transact(place, { actor: atNoPlace(actor), act: 'account.sign_out', essential: true }, async (tx) => {
    if (!(await store.endSession(tx, tokenHash))) return refuse({ code: 'not_signed_in' });
    noteSystem(tx, 'account', { id: actor.accountId, note: {} });
    return ok(true);
  });
}

interface Start {
  readonly visitor: Visitor;
  readonly act: string;
  /** the session that ends as this one begins */
  readonly instead?: Buffer;
}

/** Session and event in one transaction: nobody is in whom the trail does not know. */
async function startSession(place: Workplace, seat: store.Seat, { visitor, act, instead }: Start): Opened {
  const token = randomBytes(32).toString('base64url');
  const csrfToken = randomBytes(18).toString('base64url');
  const { address, requestId } = visitor;
  const device = visitor.device.slice(0, 200);
  return transact(place, { actor: { ...seat, address, requestId }, act, essential: true }, async (tx) => {
    if (instead) await store.endSession(tx, instead);
    await store.startSession(tx, { tokenHash: hashToken(token), csrfToken, device });
    noteSystem(tx, 'account', { id: seat.accountId, note: { device } });
    return ok({ token, csrfToken, accountId: seat.accountId });
  });
}

/**
 * A lock stands in the trail of the system, written alike whether the account exists. What was typed does not: people
 * type passwords into the wrong field.
 */
async function noteLock(
  place: Workplace,
  { address, requestId }: Visitor,
  lock: store.Lock & { readonly accountId: string | undefined; readonly now: Date },
): Promise<void> {
  const { of, failures, until, now, accountId } = lock;
  const act = of === 'account' ? 'account.sign_in_locked' : 'account.address_locked';
  const subject = of === 'account' && accountId !== undefined ? { id: accountId } : {};
  await transact(place, { actor: publicActor(address, requestId), act, essential: true }, async (tx) => {
    const note = { failures, seconds: secondsUntil(until, now) };
    tx.trail.push({ table: 'account', county: 0, place: 0, ...subject, note });
    return ok(true);
  });
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
