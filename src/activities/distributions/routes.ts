import type { Handler } from '../../platform/http/handle.ts';
import { routes as decisionRoutes } from './decision-routes.ts';
import { routes as distributionRoutes } from './distribution-routes.ts';
import { routes as dividendRoutes } from './dividend-routes.ts';
import { routes as payoutRoutes } from './payout-routes.ts';
import { routes as printRoutes } from './print-routes.ts';
import { routes as returnRoutes } from './return-routes.ts';

export const routes: readonly Handler[] = [
  ...printRoutes,
  ...distributionRoutes,
  ...decisionRoutes,
  ...dividendRoutes,
  ...payoutRoutes,
  ...returnRoutes,
];
