import { article06 } from './article-06.ts';
import { article07 } from './article-07.ts';
import { article07Poverty } from './article-07-poverty.ts';
import { article08 } from './article-08.ts';
import { article09 } from './article-09.ts';
import { article09Formation } from './article-09-formation.ts';
import { article09Shares } from './article-09-shares.ts';
import { article09Surplus } from './article-09-surplus.ts';
import { article10 } from './article-10.ts';
import { article11 } from './article-11.ts';
import { article12 } from './article-12.ts';
import { article13 } from './article-13.ts';
import { article14 } from './article-14.ts';
import { article14Risk } from './article-14-risk.ts';
import { article18 } from './article-18.ts';
import { article18Funds } from './article-18-funds.ts';
import { article19 } from './article-19.ts';
import type { CatalogueChange, CatalogueEntry, CountedEntry } from './entry.ts';

const cooperation = [...article09, ...article09Formation, ...article09Surplus, ...article09Shares, ...article10];

const publicMoney = [
  ...article06,
  ...article11,
  ...article12,
  ...article13,
  ...article14,
  ...article14Risk,
  ...article18,
  ...article18Funds,
];

/** Newest first. */
export const catalogueChanges: readonly CatalogueChange[] = [
  {
    version: '2018.3',
    on: '2018-09-01',
    codes: publicMoney.map((one) => one.code),
    what: [
      '增加第六条、第十一条至第十四条和第十八条的指标：专项资金、土地、贷款、保险、风险基金和奖补',
      'Figures for articles 6, 11 to 14 and 18: public money, land, loans, insurance, risk fund and rewards',
    ],
  },
  {
    version: '2018.2',
    on: '2018-07-01',
    codes: cooperation.map((one) => one.code),
    what: [
      '增加第四条、第九条和第十条（一）（三）（四）项的指标：集体资产、筹建、股金、盈余分配和合作组织',
      'Figures for articles 4, 9 and 10(1), (3) and (4): collective assets, formation, share capital, surplus and cooperatives',
    ],
  },
  {
    version: '2018.1',
    on: '2018-02-27',
    codes: [],
    what: ['随办法施行建立指标目录', 'The catalogue is set up with the measure'],
  },
];

/** Changes when a definition changes: then every figure is counted anew. */
export const catalogueVersion = '2018.3';

export const catalogue: readonly CatalogueEntry[] = [
  ...article07,
  ...article07Poverty,
  ...article08,
  ...cooperation,
  ...publicMoney,
  ...article19,
];

export const countedIndicators: readonly CountedEntry[] = catalogue.filter((one) => one.kind === 'counted');

const byCode: ReadonlyMap<string, CatalogueEntry> = new Map(catalogue.map((one) => [one.code, one]));

export function findIndicator(code: string): CatalogueEntry | undefined {
  return byCode.get(code);
}

/** The figures that each version of the catalogue counts: those of today without what later versions added. */
export const countedByVersion: readonly { readonly version: string; readonly indicator: string }[] =
  catalogueChanges.flatMap(({ version }, at) => {
    const later = new Set(catalogueChanges.slice(0, at).flatMap(({ codes }) => codes));
    return countedIndicators.filter(({ code }) => !later.has(code)).map(({ code }) => ({ version, indicator: code }));
  });
