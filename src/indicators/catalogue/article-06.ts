import type { CatalogueEntry } from './entry.ts';

const common = { clause: '6.1', owner: 'department', since: '2018.3' } as const;
const checked = {
  ...common,
  kind: 'counted',
  fact: 'ecological_check',
  timing: 'in_year',
  aggregate: 'count',
} as const;
const grass = {
  ...common,
  kind: 'counted',
  fact: 'carrying_capacity',
  timing: 'month_end',
  aggregate: 'sum',
  unit: 'sheep_unit',
  direction: 'none',
} as const;

/** Article 6: industry passes the ecological check, and herds fit the grassland. */
export const article06: readonly CatalogueEntry[] = [
  {
    ...checked,
    code: 'ecological_checks',
    name: ['产业项目生态核查', 'Ecological checks of industry projects'],
    formula: ['本年一月至本月登记的生态核查', 'Ecological checks of industry projects from January to this month'],
    filters: [],
    unit: 'check',
    direction: 'up',
  },
  {
    ...checked,
    code: 'ecological_checks_passed',
    name: ['通过的生态核查', 'Ecological checks passed'],
    formula: ['其中结论为通过的', 'Those of them that passed'],
    filters: [{ dim: 'result', anyOf: ['passed'] }],
    unit: 'check',
    direction: 'up',
  },
  {
    ...common,
    kind: 'ratio',
    code: 'ecological_pass_ratio',
    name: ['生态核查通过率', 'Ecological checks passed, share'],
    formula: ['通过的生态核查 ÷ 生态核查', 'Ecological checks passed ÷ ecological checks'],
    numerator: 'ecological_checks_passed',
    denominator: 'ecological_checks',
    direction: 'none',
  },
  {
    ...grass,
    code: 'grass_capacity',
    name: ['核定载畜量', 'Carrying capacity of grassland'],
    formula: ['本年核定的草牧场载畜量', 'What the grassland carries in the year, as set'],
    filters: [{ dim: 'side', anyOf: ['capacity'] }],
  },
  {
    ...grass,
    code: 'herd_units',
    name: ['实有牲畜', 'Herds counted'],
    formula: ['本年清点的牲畜，折羊单位', 'Herds as counted in the year, in sheep units'],
    filters: [{ dim: 'side', anyOf: ['herd'] }],
  },
  {
    ...common,
    kind: 'ratio',
    code: 'herd_capacity_ratio',
    name: ['草畜平衡', 'Herds against carrying capacity'],
    formula: ['实有牲畜 ÷ 核定载畜量，超过 100% 为超载', 'Herds counted ÷ carrying capacity; above 100 % is too much'],
    numerator: 'herd_units',
    denominator: 'grass_capacity',
    direction: 'down',
  },
];
