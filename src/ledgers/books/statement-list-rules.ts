import type { Chart } from './chart-rules.ts';
import {
  collective04Sheet,
  collective04Surplus,
  collective14Sheet,
  collective14Surplus,
} from './statement-collective-rules.ts';
import { coop37Sheet, coop37Surplus } from './statement-coop37-rules.ts';
import type { StatementSpec, SurplusSpec } from './statement-rules.ts';

/** The two statements of a chart, each as a table of rows. */
export interface StatementPair {
  readonly sheet: StatementSpec;
  readonly surplus: SurplusSpec;
}

const specs: Readonly<Record<Chart, StatementPair>> = {
  coop37: { sheet: coop37Sheet, surplus: coop37Surplus },
  collective14: { sheet: collective14Sheet, surplus: collective14Surplus },
  collective04: { sheet: collective04Sheet, surplus: collective04Surplus },
};

export function statementSpecs(chart: Chart): StatementPair {
  return specs[chart];
}
