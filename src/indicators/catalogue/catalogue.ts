import type { CountedIndicator, Indicator, RatioIndicator } from '../rules.ts';
import { article07 } from './article-07.ts';
import { article07Poverty } from './article-07-poverty.ts';
import { article08 } from './article-08.ts';

/** Changes when a definition changes: then every figure is counted anew. */
export const catalogueVersion = '2018.1';

export const catalogue: readonly Indicator[] = [...article07, ...article07Poverty, ...article08];

export const countedIndicators: readonly CountedIndicator[] = catalogue.filter((one) => one.kind === 'counted');

export const ratioIndicators: readonly RatioIndicator[] = catalogue.filter((one) => one.kind === 'ratio');

export function findIndicator(code: string): Indicator | undefined {
  return catalogue.find((one) => one.code === code);
}
