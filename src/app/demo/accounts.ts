import { randomUUID } from 'node:crypto';
import { createAccount } from '../../platform/access/account-store.ts';
import { type Role, roleScope, roles } from '../../platform/access/roles.ts';
import { words } from '../../platform/access/words.ts';
import type { Database } from '../../platform/db/database.ts';

/** One account for each role, at one village and the places above it; a neighbour's clerk to see what he cannot see. */
export async function makeDemoAccounts(database: Database, seat: DemoSeat): Promise<ReadonlyMap<Role, string>> {
  const ids = new Map<Role, string>();
  for (const role of roles) {
    const position = positionOf(role, seat);
    if (!position) continue;
    const id = randomUUID();
    ids.set(role, id);
    await createAccount(database, {
      id,
      login: role,
      name: words[`role.${role}`][0],
      passwordHash: null,
      mustChangePassword: false,
      demo: true,
      position: { role, ...position },
    });
  }
  await createAccount(database, {
    id: randomUUID(),
    login: 'village_clerk_2',
    name: words['role.village_clerk'][0],
    passwordHash: null,
    mustChangePassword: false,
    demo: true,
    position: { role: 'village_clerk', place: seat.neighbour },
  });
  return ids;
}

/** Where the demo accounts sit. */
export interface DemoSeat {
  readonly village: number;
  readonly neighbour: number;
  readonly bankId: string;
  readonly insurerId: string;
  /** whose books the demo's manager keeps */
  readonly cooperativeId: string;
  readonly household: { readonly county: number; readonly id: string };
}

function positionOf(role: Role, seat: DemoSeat) {
  switch (roleScope[role]) {
    case 'city':
      return { place: Math.floor(seat.village / 100_000_000) * 100_000_000 };
    case 'banner':
      return { place: Math.floor(seat.village / 1_000_000) * 1_000_000 };
    case 'township':
      return { place: Math.floor(seat.village / 1_000) * 1_000 };
    case 'village':
      return { place: seat.village };
    case 'organisation':
      return { organisationId: organisationOf(role, seat) };
    case 'household':
      return { household: seat.household };
    case 'system':
      return {};
  }
}

/** There is no register of enterprises: their account sits at the bank. */
function organisationOf(role: Role, seat: DemoSeat): string {
  if (role === 'cooperative_manager') return seat.cooperativeId;
  return role === 'insurer' ? seat.insurerId : seat.bankId;
}
