import type { Handler } from '../../platform/http/handle.ts';
import { routes as applicationRoutes } from './application-routes.ts';
import { routes as careRoutes } from './care-routes.ts';
import { routes as loanRoutes } from './loan-routes.ts';
import { routes as poolRoutes } from './pool-routes.ts';
import { routes as reportRoutes } from './report-routes.ts';
import { routes as sheetRoutes } from './sheet-routes.ts';
import { routes as statementRoutes } from './statement-routes.ts';
import { routes as subsidyRoutes } from './subsidy-routes.ts';
import { routes as viewRoutes } from './view-routes.ts';

/** What is exported and printed stands before what is one record: its path would be taken for one. */
export const routes: readonly Handler[] = [
  ...sheetRoutes,
  ...applicationRoutes,
  ...reportRoutes,
  ...viewRoutes,
  ...loanRoutes,
  ...careRoutes,
  ...statementRoutes,
  ...subsidyRoutes,
  ...poolRoutes,
];
