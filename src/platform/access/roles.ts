/** Roles of the measure (DESIGN §4). A position is a role at a place or organisation for a time. */
export const roles = [
  'city_office',
  'city_leader',
  'finance',
  'auditor',
  'department',
  'banner_office',
  'township_clerk',
  'village_clerk',
  'village_accountant',
  'first_secretary',
  'cooperative_manager',
  'enterprise',
  'bank',
  'insurer',
  'household',
  'administrator',
] as const;

export type Role = (typeof roles)[number];

/** What a role's position is tied to. */
export type RoleScope = 'city' | 'banner' | 'township' | 'village' | 'organisation' | 'household' | 'system';

export const roleScope: Readonly<Record<Role, RoleScope>> = {
  city_office: 'city',
  city_leader: 'city',
  finance: 'city',
  auditor: 'city',
  department: 'city',
  banner_office: 'banner',
  township_clerk: 'township',
  village_clerk: 'village',
  village_accountant: 'village',
  first_secretary: 'village',
  cooperative_manager: 'organisation',
  enterprise: 'organisation',
  bank: 'organisation',
  insurer: 'organisation',
  household: 'household',
  administrator: 'system',
};

/** Roles that read the facts of everybody in their range. */
export const officeRoles = [
  'city_office',
  'city_leader',
  'finance',
  'auditor',
  'department',
  'banner_office',
  'township_clerk',
  'village_clerk',
  'village_accountant',
  'first_secretary',
] as const satisfies readonly Role[];
