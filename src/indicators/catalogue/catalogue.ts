import { article07 } from './article-07.ts';
import { article07Poverty } from './article-07-poverty.ts';
import { article08 } from './article-08.ts';
import { article19 } from './article-19.ts';
import type { CatalogueChange, CatalogueEntry, CountedEntry } from './entry.ts';

/** Newest first. */
export const catalogueChanges: readonly CatalogueChange[] = [
  {
    version: '2018.1',
    on: '2018-02-27',
    codes: [],
    what: ['随办法施行建立指标目录', 'The catalogue is set up with the measure'],
  },
];

/** Changes when a definition changes: then every figure is counted anew. */
export const catalogueVersion = '2018.1';

export const catalogue: readonly CatalogueEntry[] = [...article07, ...article07Poverty, ...article08, ...article19];

export const countedIndicators: readonly CountedEntry[] = catalogue.filter((one) => one.kind === 'counted');

const byCode: ReadonlyMap<string, CatalogueEntry> = new Map(catalogue.map((one) => [one.code, one]));

export function findIndicator(code: string): CatalogueEntry | undefined {
  return byCode.get(code);
}
