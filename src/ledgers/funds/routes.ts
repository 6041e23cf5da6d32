import type { Handler } from '../../platform/http/handle.ts';
import { accountRoutes } from './account-routes.ts';
import { controlRoutes } from './control-routes.ts';
import { documentRoutes } from './document-routes.ts';
import { exportRoutes } from './export-routes.ts';
import { gridRoutes } from './grid-routes.ts';
import { orderRoutes } from './order-routes.ts';
import { riskRoutes } from './risk-routes.ts';
import { sheetRoutes } from './sheet-routes.ts';
import { traceRoutes } from './trace-routes.ts';
import { useRoutes } from './use-routes.ts';

export const routes: readonly Handler[] = [
  ...documentRoutes,
  ...orderRoutes,
  ...gridRoutes,
  ...accountRoutes,
  ...traceRoutes,
  ...controlRoutes,
  ...riskRoutes,
  ...useRoutes,
  ...sheetRoutes,
  ...exportRoutes,
];
