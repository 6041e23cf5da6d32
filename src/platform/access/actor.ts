import type { Role } from './roles.ts';

/** Inclusive range of 12-digit place codes. */
export interface ActorRange {
  readonly lo: number;
  readonly hi: number;
}

/** Who acts, in which position, from where. Made by sign-in, never by a request body. */
export interface Actor {
  readonly accountId: string;
  readonly positionId: string;
  readonly name: string;
  readonly role: Role | 'public' | 'system';
  /** undefined: sees no place-bound record at all */
  readonly range?: ActorRange;
  readonly organisationId?: string;
  readonly household?: { readonly county: number; readonly id: string };
  /** network address and device as sign-in saw them */
  readonly address: string;
  readonly requestId: string;
  /** hash of the session's token, in hex; absent outside a session */
  readonly sessionId?: string;
}

export const systemAccountId = '00000000-0000-7000-8000-000000000001';
export const publicAccountId = '00000000-0000-7000-8000-000000000002';

/** The system itself: jobs and migrations, over the range given. */
export function systemActor(range: ActorRange, requestId: string): Actor {
  return {
    accountId: systemAccountId,
    positionId: systemAccountId,
    name: 'silian',
    role: 'system',
    range,
    address: 'local',
    requestId,
  };
}

/** The same person outside any range: what happens to an account stands at no place. */
export function atNoPlace({
  range: _range,
  household: _household,
  organisationId: _organisation,
  ...actor
}: Actor): Actor {
  return actor;
}

export function publicActor(address: string, requestId: string): Actor {
  return { accountId: publicAccountId, positionId: publicAccountId, name: '', role: 'public', address, requestId };
}
