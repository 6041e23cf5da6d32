import { isPlace, type Place, type PlaceLevel, placeLevel } from '../pure/place.ts';
import { ok, type Refusal, type Result, refuse } from '../pure/result.ts';
import type { Actor } from './actor.ts';
import { type Role, roleScope } from './roles.ts';
import { type PositionRefusal, proposePosition } from './rules.ts';

/** A position as somebody asks to give it. */
export interface PositionRequest {
  readonly role: Role;
  readonly place?: number | undefined;
  readonly organisationId?: string | undefined;
  readonly household?: { readonly county: number; readonly id: string } | undefined;
  readonly startsOn: string;
  readonly endsOn?: string | undefined;
}

export type GrantRefusal =
  | PositionRefusal
  | Refusal<'position_self' | 'position_role_not_yours' | 'position_dates' | 'position_subject'>;

/** What a banner office may give and take inside its range; everything else is the administrator's. */
export const bannerGrants = [
  'township_clerk',
  'village_clerk',
  'village_accountant',
  'first_secretary',
] as const satisfies readonly Role[];

/**
 * Decides whether somebody may give a position (quality A13, A15): never to himself, only roles and places that are
 * his to give, the place of the role's level, and nothing beside a role that must stand alone. `held` are the roles
 * the account holds during that time.
 */
export function proposeGrant(
  granter: Actor,
  request: PositionRequest,
  to: { readonly accountId: string; readonly held: readonly Role[] },
): Result<true, GrantRefusal> {
  if (granter.accountId === to.accountId) return refuse({ code: 'position_self' });
  if (!mayGive(granter, request.role)) return refuse({ code: 'position_role_not_yours', field: 'role' });
  if (request.endsOn !== undefined && request.endsOn <= request.startsOn)
    return refuse({ code: 'position_dates', field: 'endsOn' });
  const shaped = checkSubject(request);
  if (!shaped.ok) return shaped;
  if (!insideRange(granter, request.place)) return refuse({ code: 'position_outside_range', field: 'place' });
  return proposePosition(request, to.held, levelOf(request.place));
}

/** Whether a position is the granter's to end: by the same roles and range as giving it. */
export function mayEnd(
  granter: Actor,
  position: { readonly accountId: string; readonly role: Role; readonly place: number | null },
): boolean {
  const ownRange = insideRange(granter, position.place ?? undefined);
  return granter.accountId !== position.accountId && mayGive(granter, position.role) && ownRange;
}

function mayGive(granter: Actor, role: Role): boolean {
  if (granter.role === 'administrator') return true;
  return granter.role === 'banner_office' && bannerGrants.some((own) => own === role);
}

function insideRange(granter: Actor, place: number | undefined): boolean {
  if (granter.role === 'administrator') return true;
  return place !== undefined && granter.range !== undefined && granter.range.lo <= place && place <= granter.range.hi;
}

/** A position is tied to exactly what its role acts for. */
function checkSubject(request: PositionRequest): Result<true, GrantRefusal> {
  const scope = roleScope[request.role];
  const needs = { organisation: scope === 'organisation', household: scope === 'household' };
  const wrong = (field: string) => refuse({ code: 'position_subject' as const, field });
  if (needs.household !== (request.household !== undefined)) return wrong('household');
  if (needs.organisation !== (request.organisationId !== undefined)) return wrong('organisationId');
  const placed = scope !== 'system' && !needs.household && !needs.organisation;
  return placed === (request.place !== undefined) ? ok(true) : wrong('place');
}

function levelOf(place: number | undefined): PlaceLevel | undefined {
  return place !== undefined && isPlace(place) ? placeLevel(place as Place) : undefined;
}
