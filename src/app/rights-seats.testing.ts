import { type Role, roleScope, roles } from '../platform/access/roles.ts';
import { allTables } from '../platform/db/schema-files.ts';
import { type Place, placeRange } from '../platform/pure/place.ts';
import { features } from './features.ts';
import type { Owner } from './rights-canary.testing.ts';
import type { World } from './rights-world-store.testing.ts';

/** A role at a place, an organisation or a household, or nobody. */
export interface Seat {
  readonly label: string;
  readonly role: Role | 'public';
  readonly place?: number;
  readonly organisationId?: string;
  readonly household?: { readonly county: number; readonly id: string };
}

/** References that every office reads with their files, wherever they stand. */
const openTables = new Set(
  allTables(features)
    .filter(({ carriesFiles }) => carriesFiles)
    .map(({ name }) => name),
);

const widths = { city: 100_000_000, banner: 1_000_000, township: 1_000, village: 1 } as const;

/** Every role at every seat that the villages of the world have. The first of each role is at home. */
export function seatsOf(world: World): readonly Seat[] {
  return [...roles.flatMap((role) => seatsOfRole(world, role)), { label: 'nobody', role: 'public' }];
}

function seatsOfRole(world: World, role: Role): Seat[] {
  const scope = roleScope[role];
  switch (scope) {
    case 'system':
      return [{ label: role, role }];
    case 'household':
      return [world.household, world.fellow].map((household) => ({
        label: `${role} ${household.id}`,
        role,
        household,
      }));
    case 'organisation':
      return organisationsOf(world, role).map((organisationId) => ({
        label: `${role} ${organisationId}`,
        role,
        organisationId,
      }));
    default: {
      const places = world.plots.map(({ place }) => place - (place % widths[scope]));
      return [...new Set(places)].map((place) => ({ label: `${role} ${place}`, role, place }));
    }
  }
}

function organisationsOf(world: World, role: Role): readonly string[] {
  return role === 'cooperative_manager'
    ? [world.cooperativeId, world.strangerCooperativeId]
    : [world.organisationId, world.strangerOrganisationId];
}

/** Whether somebody in the seat may learn of what belongs to the owner. */
export function maySee(seat: Seat, owner: Owner): boolean {
  const system = ['account', 'position', 'system_event'].includes(owner.table);
  if (seat.role === 'administrator') return system;
  // what happens to accounts is read by those who audit, by nobody else
  if (owner.table === 'system_event' && seat.role !== 'auditor') return false;
  if (owner.table === 'system_event' && owner.place === 0) return true;
  if (seat.household) return owner.householdId === seat.household.id;
  if (seat.organisationId) return owner.organisationId === seat.organisationId;
  if (seat.place === undefined) return false;
  if (openTables.has(owner.table)) return true;
  const { lo, hi } = placeRange(seat.place as Place);
  return owner.place >= lo && owner.place <= hi;
}
