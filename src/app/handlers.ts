import { routes as submissions } from '../activities/submissions/routes.ts';
import { routes as measure } from '../measure/routes.ts';
import type { Handler } from '../platform/http/handle.ts';
import { routes as agencies } from '../registers/agencies/routes.ts';
import { routes as households } from '../registers/households/routes.ts';
import { routes as partyBranches } from '../registers/party-branches/routes.ts';
import { routes as places } from '../registers/places/routes.ts';

/** The routes of every feature. */
export const handlers: readonly Handler[] = [
  ...measure,
  ...places,
  ...agencies,
  ...partyBranches,
  ...households,
  ...submissions,
];
