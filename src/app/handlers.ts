import { routes as disclosures } from '../activities/disclosures/routes.ts';
import { routes as distributions } from '../activities/distributions/routes.ts';
import { routes as formations } from '../activities/formations/routes.ts';
import { routes as insurance } from '../activities/insurance/routes.ts';
import { routes as landUses } from '../activities/land-uses/routes.ts';
import { routes as loans } from '../activities/loans/routes.ts';
import { routes as memberships } from '../activities/memberships/routes.ts';
import { routes as projects } from '../activities/projects/routes.ts';
import { routes as reliefs } from '../activities/reliefs/routes.ts';
import { routes as rewards } from '../activities/rewards/routes.ts';
import { routes as submissions } from '../activities/submissions/routes.ts';
import { routesFor as indicatorsFor } from '../indicators/routes.ts';
import { routes as books } from '../ledgers/books/routes.ts';
import { routes as funds } from '../ledgers/funds/routes.ts';
import { routes as shares } from '../ledgers/shares/routes.ts';
import { routes as measure } from '../measure/routes.ts';
import { accountRoutes } from '../platform/access/account-routes.ts';
import { auditRoutes } from '../platform/audit/routes.ts';
import { fileRoutes } from '../platform/files/routes.ts';
import type { Handler } from '../platform/http/handle.ts';
import { routes as approvals } from '../procedures/approvals/routes.ts';
import { routes as assemblies } from '../procedures/assemblies/routes.ts';
import { routes as notices } from '../procedures/notices/routes.ts';
import { routes as agencies } from '../registers/agencies/routes.ts';
import { routes as assets } from '../registers/assets/routes.ts';
import { routes as cooperatives } from '../registers/cooperatives/routes.ts';
import { routes as households } from '../registers/households/routes.ts';
import { routes as land } from '../registers/land/routes.ts';
import { routes as partyBranches } from '../registers/party-branches/routes.ts';
import { listPlaceNames } from '../registers/places/public.ts';
import { routes as places } from '../registers/places/routes.ts';
import { routes as appraisals } from '../reports/appraisals/routes.ts';
import { routes as cockpit } from '../reports/cockpit/routes.ts';
import { routesFor as incomesFor } from '../reports/incomes/routes.ts';
import { routesFor as monthlyFor } from '../reports/monthly/routes.ts';
import { routes as tilts } from '../reports/tilts/routes.ts';
import { features } from './features.ts';
import { recordTitles } from './record-titles.ts';

const factKinds = features.flatMap((feature) => feature.facts);

/** The routes of the platform and of every feature. */
export const handlers: readonly Handler[] = [
  ...accountRoutes(listPlaceNames),
  ...auditRoutes({ features, placeNames: listPlaceNames }),
  ...fileRoutes(),
  ...measure,
  ...places,
  ...agencies,
  ...partyBranches,
  ...households,
  ...cooperatives,
  ...assets,
  ...land,
  ...shares,
  ...books,
  ...funds,
  ...approvals,
  ...assemblies,
  ...notices,
  ...submissions,
  ...memberships,
  ...formations,
  ...distributions,
  ...reliefs,
  ...disclosures,
  ...projects,
  ...landUses,
  ...loans,
  ...insurance,
  ...rewards,
  ...indicatorsFor(factKinds, recordTitles),
  ...monthlyFor(factKinds, recordTitles),
  ...appraisals,
  ...incomesFor(factKinds, recordTitles),
  ...tilts,
  ...cockpit,
];
