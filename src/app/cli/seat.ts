import { hostname, userInfo } from 'node:os';
import { listOwnPositions } from '../../platform/access/account-store.ts';
import type { Actor } from '../../platform/access/actor.ts';
import { findAccount, type Visitor } from '../../platform/access/session-store.ts';
import { findSession, openSession, type Session, signOut, switchPosition } from '../../platform/access/sign-in.ts';
import type { Database } from '../../platform/db/database.ts';
import { readTransact } from '../../platform/db/transact.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';

/** An account that acts on the command line, in a session of its own. */
export interface Seat {
  readonly actor: Actor;
  /** ends the session */
  leave(): Promise<void>;
}

export interface SeatRequest {
  /** `login`, or `login:role` for one of several positions */
  readonly as: string;
  readonly requestId: string;
  /** also an account that has not yet set a password of its own */
  readonly beforePassword: boolean;
}

/**
 * Takes the seat of an account as sign-in would: the same session, position and range. No password is asked: whoever
 * may open the database is trusted with whom he names, and the trail holds his name at the machine as the address.
 */
export async function takeSeat(database: Database, request: SeatRequest): Promise<Result<Seat, Refusal>> {
  const visitor = visitorHere(request.requestId);
  const { login, role } = readAs(request.as);
  const account = await findAccount(database, login);
  if (!account || account.disabledAt) return refuse({ code: 'as_unknown', field: 'as' });
  const opened = await openSession(database, account.id, visitor);
  if (!opened.ok) return refuse({ ...opened.refusal, field: 'as' });
  const session = await findSession(database, opened.value.token, visitor);
  if (!session) return refuse({ code: 'as_unknown', field: 'as' });
  const placed = role === undefined ? ok(session) : await moveTo(database, session, { role, visitor });
  const refused = !placed.ok || (placed.value.mustChangePassword && !request.beforePassword);
  if (refused) await signOut(database, placed.ok ? placed.value : session);
  if (!placed.ok) return placed;
  if (refused) return refuse({ code: 'password_change_due', field: 'as' });
  return ok({ actor: placed.value.actor, leave: () => signOut(database, placed.value) });
}

async function moveTo(
  database: Database,
  session: Session,
  { role, visitor }: { readonly role: string; readonly visitor: Visitor },
): Promise<Result<Session, Refusal>> {
  const { actor } = session;
  if (actor.role === role) return ok(session);
  const held = await readTransact(database, { actor, act: 'signed_in' }, async (tx) =>
    ok(await listOwnPositions(tx, actor.accountId)),
  );
  const position = held.ok ? held.value.find((one) => one.role === role) : undefined;
  const moved = position && (await switchPosition(database, session, { positionId: position.id, visitor }));
  const found = moved?.ok ? await findSession(database, moved.value.token, visitor) : undefined;
  return found ? ok(found) : refuse({ code: 'as_position', field: 'as' });
}

/** Who sits at the machine, as the trail shows it. */
export function visitorHere(requestId: string): Visitor {
  return { address: `${userInfo().username}@${hostname()}`, device: 'silian command line', requestId };
}

function readAs(text: string): { readonly login: string; readonly role: string | undefined } {
  const [login = '', role] = text.trim().split(':');
  return { login: login.toLowerCase(), role };
}
