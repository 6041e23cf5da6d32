import type { WordPair } from '../platform/words.ts';

/**
 * One goal that falls due in a stage. The value stands in the dated parameter named here, so that another year or a
 * stricter office is a new dated value; a goal without `parameter` is stated in words only by the measure, and its
 * trend is shown without a target.
 */
export interface StageTarget {
  readonly code: string;
  readonly clause: string;
  readonly name: WordPair;
  readonly dueOn: string;
  /** dated parameter (`parameters.data.ts`) in basis points */
  readonly parameter?: string;
  /** which villages stand in the denominator on the due day */
  readonly villages: 'key_poor_village' | 'rural';
  /** whether the number stands in the measure, follows from its words ("all"), or is left open */
  readonly basis: 'stated' | 'implied' | 'open';
}

export interface Stage {
  readonly year: number;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly title: WordPair;
  readonly targets: readonly StageTarget[];
}

export const stages: readonly Stage[] = [
  {
    year: 2018,
    startsOn: '2018-02-27',
    endsOn: '2018-12-31',
    title: ['试点先行', 'Trial first'],
    targets: [
      {
        code: 'model_in_key_poor_villages',
        clause: '7.2',
        name: ['推行联结模式的扶贫重点嘎查村比例', 'Key poor villages that run the model'],
        dueOn: '2018-12-31',
        parameter: 'model_coverage_key_poor_bp',
        villages: 'key_poor_village',
        basis: 'implied',
      },
      {
        code: 'poor_households_linked_basically',
        clause: '7.3',
        name: ['有利益联结的建档立卡贫困户比例（基本建立）', 'Registered-poor households that are linked (basic)'],
        dueOn: '2018-12-31',
        villages: 'rural',
        basis: 'open',
      },
    ],
  },
  {
    year: 2019,
    startsOn: '2019-01-01',
    endsOn: '2019-12-31',
    title: ['全市推开', 'The whole city'],
    targets: [
      {
        code: 'model_in_all_villages',
        clause: '7.4',
        name: ['推行联结模式的嘎查村比例', 'Villages that run the model'],
        dueOn: '2019-12-31',
        parameter: 'model_coverage_all_bp',
        villages: 'rural',
        basis: 'implied',
      },
      {
        code: 'poor_households_linked_fully',
        clause: '7.5',
        name: ['有利益联结的建档立卡贫困户比例（全面构建）', 'Registered-poor households that are linked (complete)'],
        dueOn: '2019-12-31',
        parameter: 'linkage_coverage_poor_bp',
        villages: 'rural',
        basis: 'implied',
      },
    ],
  },
  {
    year: 2020,
    startsOn: '2020-01-01',
    endsOn: '2020-12-31',
    title: ['见成效', 'Effects'],
    targets: [
      {
        code: 'scale_and_brands',
        clause: '7.6',
        name: ['规模与品牌', 'Scale and brands'],
        dueOn: '2020-12-31',
        villages: 'rural',
        basis: 'open',
      },
      {
        code: 'lasting_income_growth',
        clause: '7.7',
        name: ['产业带动增收的长效机制', 'Lasting growth of income through industry'],
        dueOn: '2020-12-31',
        villages: 'rural',
        basis: 'open',
      },
      // article 14 names no day for its number: it is read at the end of the last stage
      {
        code: 'insured_villages',
        clause: '14.1',
        name: ['参保嘎查村比例', 'Insured villages'],
        dueOn: '2020-12-31',
        parameter: 'insured_village_ratio_bp',
        villages: 'rural',
        basis: 'stated',
      },
    ],
  },
];
