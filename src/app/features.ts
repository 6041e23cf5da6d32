import { feature as disclosures } from '../activities/disclosures/feature.ts';
import { feature as distributions } from '../activities/distributions/feature.ts';
import { feature as formations } from '../activities/formations/feature.ts';
import { feature as insurance } from '../activities/insurance/feature.ts';
import { feature as landUses } from '../activities/land-uses/feature.ts';
import { feature as loans } from '../activities/loans/feature.ts';
import { feature as memberships } from '../activities/memberships/feature.ts';
import { feature as projects } from '../activities/projects/feature.ts';
import { feature as reliefs } from '../activities/reliefs/feature.ts';
import { feature as rewards } from '../activities/rewards/feature.ts';
import { feature as submissions } from '../activities/submissions/feature.ts';
import { feature as indicators } from '../indicators/feature.ts';
import { feature as books } from '../ledgers/books/feature.ts';
import { feature as funds } from '../ledgers/funds/feature.ts';
import { feature as shares } from '../ledgers/shares/feature.ts';
import { feature as measure } from '../measure/feature.ts';
import type { Feature } from '../platform/feature.ts';
import { platformFeature } from '../platform/platform-feature.ts';
import { feature as approvals } from '../procedures/approvals/feature.ts';
import { feature as assemblies } from '../procedures/assemblies/feature.ts';
import { feature as notices } from '../procedures/notices/feature.ts';
import { feature as agencies } from '../registers/agencies/feature.ts';
import { feature as assets } from '../registers/assets/feature.ts';
import { feature as cooperatives } from '../registers/cooperatives/feature.ts';
import { feature as households } from '../registers/households/feature.ts';
import { feature as land } from '../registers/land/feature.ts';
import { feature as partyBranches } from '../registers/party-branches/feature.ts';
import { feature as places } from '../registers/places/feature.ts';
import { feature as appraisals } from '../reports/appraisals/feature.ts';
import { feature as cockpit } from '../reports/cockpit/feature.ts';
import { feature as incomes } from '../reports/incomes/feature.ts';
import { feature as monthly } from '../reports/monthly/feature.ts';
import { feature as tilts } from '../reports/tilts/feature.ts';

/** Every feature, in the order in which data flows. */
export const features: readonly Feature[] = [
  platformFeature,
  measure,
  places,
  agencies,
  partyBranches,
  households,
  cooperatives,
  assets,
  land,
  shares,
  books,
  funds,
  approvals,
  assemblies,
  notices,
  submissions,
  memberships,
  formations,
  distributions,
  reliefs,
  disclosures,
  projects,
  landUses,
  loans,
  insurance,
  rewards,
  indicators,
  monthly,
  appraisals,
  incomes,
  tilts,
  cockpit,
];
