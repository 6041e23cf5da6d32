import type { Act } from '../feature.ts';
import { ok, type Refusal, type Result, refuse } from '../pure/result.ts';
import type { Actor } from './actor.ts';
import { type Role, roleScope } from './roles.ts';

/** What an act is about; absent parts do not limit. */
export interface Subject {
  readonly place?: number;
  readonly organisationId?: string;
  readonly household?: { readonly county: number; readonly id: string };
  /** who made it: nobody checks his own work */
  readonly makerId?: string;
}

export type AccessRefusal = Refusal<'not_found' | 'forbidden' | 'own_work'>;

export type ActTable = ReadonlyMap<string, Act>;

/** Somebody, against what the features permit. */
export interface Rights {
  readonly acts: ActTable;
  readonly actor: Actor;
}

/**
 * The one decision on rights: role, then range, then separation of duties. What a person may not know of is
 * `not_found`, not `forbidden` (issue rows 105, 165; quality A1–A26).
 */
export function decide({ acts, actor }: Rights, act: string, subject: Subject = {}): Result<true, AccessRefusal> {
  if (!mayDo(acts, actor, act)) return refuse({ code: 'forbidden' });
  if (!within(actor, subject)) return refuse({ code: 'not_found' });
  if (subject.makerId !== undefined && subject.makerId === actor.accountId) return refuse({ code: 'own_work' });
  return ok(true);
}

/** Whether the actor's role holds the act anywhere. */
export function mayDo(acts: ActTable, actor: Actor, act: string): boolean {
  if (act === 'public') return true;
  if (act === 'signed_in') return actor.role !== 'public';
  if (actor.role === 'system') return acts.has(act);
  return actor.role !== 'public' && (acts.get(act)?.roles.includes(actor.role) ?? false);
}

/** The acts a page may offer. */
export function allowedActs(acts: ActTable, actor: Actor): readonly string[] {
  return [...acts.keys()].filter((act) => mayDo(acts, actor, act));
}

function within(actor: Actor, subject: Subject): boolean {
  if (subject.place !== undefined && actor.range)
    return subject.place >= actor.range.lo && subject.place <= actor.range.hi;
  if (subject.household && actor.household) {
    return subject.household.id === actor.household.id && subject.household.county === actor.household.county;
  }
  if (subject.organisationId !== undefined && actor.organisationId !== undefined) {
    return subject.organisationId === actor.organisationId;
  }
  return subject.place === undefined || actor.range !== undefined;
}

/** Roles one person may not hold together: who administers the system neither does nor audits the work. */
export function incompatible(a: Role, b: Role): boolean {
  const guards: readonly Role[] = ['administrator', 'auditor'];
  return a !== b && (guards.includes(a) || guards.includes(b));
}

export type PositionRefusal = Refusal<'position_place_level' | 'position_incompatible' | 'position_outside_range'>;

export interface PositionDraft {
  readonly role: Role;
  readonly place?: number | undefined;
  readonly organisationId?: string | undefined;
}

/** Checks a position before it is given: the place fits the role, and no incompatible role is held. */
export function proposePosition(
  draft: PositionDraft,
  held: readonly Role[],
  level: string | undefined,
): Result<true, PositionRefusal> {
  const scope = roleScope[draft.role];
  const placed = scope === 'city' || scope === 'banner' || scope === 'township' || scope === 'village';
  if (placed && level !== scope) return refuse({ code: 'position_place_level', field: 'place' });
  if (scope === 'organisation' && draft.organisationId === undefined) {
    return refuse({ code: 'position_place_level', field: 'organisationId' });
  }
  if (held.some((role) => incompatible(role, draft.role)))
    return refuse({ code: 'position_incompatible', field: 'role' });
  return ok(true);
}

export type PasswordRefusal = Refusal<'password_too_short' | 'password_too_common' | 'password_is_name'>;

/** Length and not being guessable; no forced rotation, no character classes. */
export function checkPassword(
  password: string,
  login: string,
  common: ReadonlySet<string>,
): Result<true, PasswordRefusal> {
  const field = 'password';
  if ([...password].length < 10 || password.length > 200) return refuse({ code: 'password_too_short', field });
  const folded = password.toLowerCase();
  if (common.has(folded) || /^(.)\1*$/.test(folded) || '01234567890123456789'.includes(folded)) {
    return refuse({ code: 'password_too_common', field });
  }
  if (folded.includes(login.toLowerCase())) return refuse({ code: 'password_is_name', field });
  return ok(true);
}

/** Throttling of sign-in per account and per address: five failures wait, then the wait doubles up to an hour. */
export function lockSeconds(failures: number): number {
  if (failures < 5) return 0;
  return Math.min(3600, 30 * 2 ** (failures - 5));
}

export const sessionLimits = { idleMinutes: 60, absoluteHours: 12 } as const;

/** Whether a session still counts: not ended, not idle, not older than a working day. */
export function sessionAlive(session: { startedAt: Date; seenAt: Date; endedAt: Date | null }, now: Date): boolean {
  if (session.endedAt) return false;
  const idle = now.getTime() - session.seenAt.getTime();
  const age = now.getTime() - session.startedAt.getTime();
  return idle <= sessionLimits.idleMinutes * 60_000 && age <= sessionLimits.absoluteHours * 3_600_000;
}
