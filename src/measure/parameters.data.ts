import type { WordPair } from '../platform/words.ts';
import { measureInForceFrom } from './articles.data.ts';
import type { ParameterUnit } from './rules.ts';

/** A value and the days on which it is in force; `endsOn` is the first day on which it no longer is. */
export interface ParameterSeed {
  readonly startsOn: string;
  readonly endsOn?: string;
  readonly value: number;
  readonly source: WordPair;
}

/** A number that rules may use, with the values known when this version was made; offices add dated values. */
export interface ParameterDefinition {
  readonly code: string;
  /** clause that the number serves */
  readonly clause: string;
  readonly unit: ParameterUnit;
  readonly name: WordPair;
  readonly values: readonly ParameterSeed[];
}

/** Twelve months of lights reach back behind the measure, so its calendar has to hold there too. */
const beforeTheMeasure = '2010-01-01';
const cooperativesLaw = '2018-07-01';
const collectivesLaw = '2025-05-01';
const rangelandStandard = '2015-08-01';
const sheepUnits = [
  '《天然草地合理载畜量的计算》（NY/T 635—2015）中型成畜；初始值，待旗区按品种核定',
  'Calculation of rangeland carrying capacity (NY/T 635—2015), grown animals of medium size; starting value, for the banner to set by breed',
] as const;

const microcreditTo2020: WordPair = [
  '扶贫小额信贷政策（至2020年），师宗2019年公开内容',
  'Poverty microcredit policy to 2020, as published in Shizong in 2019',
];
const microcreditFrom2021: WordPair = ['银保监发〔2021〕6号', 'Yinbaojianfa [2021] no. 6'];

const forTheOffice: WordPair = ['初始值，待市办公室确定', 'Starting value, for the city office to decide'];

/**
 * Where practice outside Ordos is the source, the value is a starting point for the city office, which puts its own
 * decision beside it from a day on; it starts with the measure, because no figure is asked for an earlier day.
 */
export const parameterDefinitions: readonly ParameterDefinition[] = [
  {
    code: 'key_poor_village_grant_fen',
    clause: '11.3',
    unit: 'fen',
    name: ['扶贫重点嘎查村产业扶贫资金标准', 'Standard grant to each key poor village'],
    values: [{ startsOn: measureInForceFrom, value: 20_000_000, source: ['办法第十一条', 'Measure, article 11'] }],
  },
  {
    code: 'risk_fund_trigger_bp',
    clause: '14.2',
    unit: 'bp',
    name: ['风险基金启动的损失率', 'Loss, of the value at risk, from which the risk fund pays'],
    values: [{ startsOn: measureInForceFrom, value: 3_000, source: forTheOffice }],
  },
  {
    code: 'risk_fund_share_bp',
    clause: '14.2',
    unit: 'bp',
    name: ['风险基金对保险赔付后净损失的补偿比例', 'Share of the loss left by the insurer that the risk fund bears'],
    values: [{ startsOn: measureInForceFrom, value: 5_000, source: forTheOffice }],
  },
  {
    code: 'insured_village_ratio_bp',
    clause: '14.1',
    unit: 'bp',
    name: ['参保嘎查村比例目标', 'Target: insured villages among all villages'],
    values: [{ startsOn: measureInForceFrom, value: 9_000, source: ['办法第十四条', 'Measure, article 14'] }],
  },
  {
    code: 'model_coverage_key_poor_bp',
    clause: '7.2',
    unit: 'bp',
    name: ['扶贫重点嘎查村推行比例目标', 'Target: key poor villages that run the model'],
    values: [
      {
        startsOn: measureInForceFrom,
        value: 10_000,
        source: [
          '办法第七条（2018年在扶贫重点嘎查村推行，理解为全部）',
          'Measure, article 7 (2018, read as all key poor villages)',
        ],
      },
    ],
  },
  {
    code: 'model_coverage_all_bp',
    clause: '7.4',
    unit: 'bp',
    name: ['全市嘎查村推行比例目标', 'Target: villages of the city that run the model'],
    values: [
      {
        startsOn: '2019-01-01',
        value: 10_000,
        source: ['办法第七条（2019年在全市推行，理解为全部）', 'Measure, article 7 (2019, read as all villages)'],
      },
    ],
  },
  {
    code: 'linkage_coverage_poor_bp',
    clause: '7.5',
    unit: 'bp',
    name: ['贫困户利益联结比例目标', 'Target: registered-poor households that are linked'],
    values: [
      {
        startsOn: '2019-01-01',
        value: 10_000,
        source: ['办法第七条（2019年全面建立，理解为全部）', 'Measure, article 7 (2019, complete read as all)'],
      },
    ],
  },
  {
    code: 'monthly_report_due_day',
    clause: '19.3',
    unit: 'day',
    name: ['月报截止日（次月第几日）', 'Day of the next month on which the monthly report is due'],
    values: [
      {
        startsOn: beforeTheMeasure,
        value: 10,
        source: [
          '办法第十九条（月报告）；日期参照大庆市做法',
          'Measure, article 19 (monthly report); the day follows the practice of Daqing',
        ],
      },
    ],
  },
  {
    code: 'monthly_report_grace_days',
    clause: '19.3',
    unit: 'day',
    name: ['月报宽限天数', 'Days of grace for the monthly report'],
    values: [
      {
        startsOn: beforeTheMeasure,
        value: 3,
        source: ['初始值，待市办公室确定', 'Starting value, for the city office to decide'],
      },
    ],
  },
  {
    code: 'first_secretary_term_years',
    clause: '8.2',
    unit: 'year',
    name: ['第一书记每届任期（不少于）', 'Term of a first secretary, at least'],
    values: [
      {
        startsOn: measureInForceFrom,
        value: 2,
        source: ['2017年驻村工作队选派管理指导意见', 'National guidance of 2017 on resident work teams'],
      },
    ],
  },
  {
    code: 'work_team_minimum_members',
    clause: '8.2',
    unit: 'count',
    name: ['驻村工作队人数（不少于）', 'Members of a resident work team, at least'],
    values: [
      {
        startsOn: measureInForceFrom,
        value: 3,
        source: ['2017年驻村工作队选派管理指导意见', 'National guidance of 2017 on resident work teams'],
      },
    ],
  },
  {
    code: 'resident_days_per_month',
    clause: '8.2',
    unit: 'day',
    name: ['每月驻村天数（不少于）', 'Days a month in the village, at least'],
    values: [
      {
        startsOn: measureInForceFrom,
        value: 20,
        source: ['各地驻村考核通行标准', 'The common rule of resident-work assessments elsewhere'],
      },
    ],
  },
  {
    code: 'fund_notice_days',
    clause: '18.1',
    unit: 'day',
    name: [
      '乡村两级扶贫资金项目公示天数（不少于）',
      'Days a fund or project stands on township and village boards, at least',
    ],
    values: [
      { startsOn: measureInForceFrom, value: 10, source: ['国开办发〔2018〕11号', 'Guokaibanfa [2018] no. 11'] },
    ],
  },
  {
    code: 'distribution_notice_days',
    clause: '9.3',
    unit: 'day',
    name: ['分红方案公示天数', 'Days a distribution plan is on notice'],
    values: [
      {
        startsOn: measureInForceFrom,
        value: 7,
        source: [
          '初始值，参照婺城贷款贴息名单公示7天，待市办公室确定',
          'Starting value after the 7-day lists of Wucheng; for the city office to decide',
        ],
      },
    ],
  },
  {
    code: 'public_notice_days',
    clause: '9.2',
    unit: 'workday',
    name: ['公示天数（没有另行规定的）', 'Working days on notice where nothing else is decided'],
    values: [
      {
        startsOn: measureInForceFrom,
        value: 7,
        source: ['起始值，由市级部门另行确定', 'Starting value; the city office sets its own'],
      },
    ],
  },
  {
    code: 'objection_answer_days',
    clause: '9.2',
    unit: 'workday',
    name: ['公示异议答复期限', 'Working days to answer an objection to a notice'],
    values: [
      {
        startsOn: measureInForceFrom,
        value: 5,
        source: ['起始值，由市级部门另行确定', 'Starting value; the city office sets its own'],
      },
    ],
  },
  {
    code: 'loan_list_notice_days',
    clause: '13.3',
    unit: 'day',
    name: ['贷款贴息名单公示天数', 'Days a list of loans with interest subsidy is on notice'],
    values: [{ startsOn: measureInForceFrom, value: 7, source: ['婺城做法', 'Practice of Wucheng'] }],
  },
  {
    code: 'performance_publication_workdays',
    clause: '18.2',
    unit: 'workday',
    name: ['绩效目标批复后公开期限', 'Working days in which approved performance goals are published'],
    values: [
      { startsOn: measureInForceFrom, value: 20, source: ['邵阳市北塔区做法', 'Practice of Beita district, Shaoyang'] },
    ],
  },
  {
    code: 'asset_survey_due_months',
    clause: '9.1',
    unit: 'count',
    name: ['年度资产清查报送期限（年末后几个月）', 'Months after the end of a year to report its asset survey'],
    values: [
      {
        startsOn: beforeTheMeasure,
        value: 3,
        source: ['农经发〔2017〕11号（次年3月31日前）', 'Nongjingfa [2017] no. 11 (by 31 March)'],
      },
    ],
  },
  {
    code: 'asset_confirmation_days',
    clause: '9.1',
    unit: 'day',
    name: ['资产两方确认期限', 'Days within which both parties confirm an asset'],
    values: [
      {
        startsOn: beforeTheMeasure,
        value: 30,
        source: ['起始值，由市级部门另行确定', 'Starting value; the city office sets its own'],
      },
    ],
  },
  {
    code: 'disclosure_due_days',
    clause: '10.1.2',
    unit: 'day',
    name: ['财务公开期限（期末后几天）', 'Days after a period to disclose its finances'],
    values: [
      {
        startsOn: beforeTheMeasure,
        value: 15,
        source: ['各地按季首月15日公开的做法', 'Practice of disclosing by the 15th of the first month of a quarter'],
      },
    ],
  },
  {
    code: 'disclosure_busy_vouchers',
    clause: '10.1.2',
    unit: 'count',
    name: ['按月财务公开的凭证数', 'Vouchers in a month from which finances are disclosed monthly'],
    values: [
      {
        startsOn: beforeTheMeasure,
        value: 30,
        source: [
          '农经发〔2011〕13号（往来较多的按月公开）；数量为起始值，由市级部门另行确定',
          'Nongjingfa [2011] no. 13 (monthly when transactions are many); the number is a starting value',
        ],
      },
    ],
  },
  {
    code: 'cooperative_minimum_members',
    clause: '9.2',
    unit: 'count',
    name: ['农民专业合作社成员数（不少于）', 'Members of a farmers’ professional cooperative, at least'],
    values: [
      { startsOn: cooperativesLaw, value: 5, source: ['农民专业合作社法第十二条', 'Cooperatives Law, article 12'] },
    ],
  },
  {
    code: 'cooperative_farmer_ratio_bp',
    clause: '9.2',
    unit: 'bp',
    name: ['合作社农民成员比例（不低于）', 'Farmers among the members of a cooperative, at least'],
    values: [
      { startsOn: cooperativesLaw, value: 8_000, source: ['农民专业合作社法第二十条', 'Cooperatives Law, article 20'] },
    ],
  },
  {
    code: 'cooperative_unit_member_ratio_bp',
    clause: '9.2',
    unit: 'bp',
    name: [
      '合作社单位成员比例（超过20名成员时不超过）',
      'Unit members of a cooperative of more than 20 members, at most',
    ],
    values: [
      { startsOn: cooperativesLaw, value: 500, source: ['农民专业合作社法第二十条', 'Cooperatives Law, article 20'] },
    ],
  },
  {
    code: 'cooperative_small_members',
    clause: '9.2',
    unit: 'count',
    name: ['单位成员按名额控制的合作社规模（不超过此成员数）', 'Members up to which units are capped by number'],
    values: [
      { startsOn: cooperativesLaw, value: 20, source: ['农民专业合作社法第二十条', 'Cooperatives Law, article 20'] },
    ],
  },
  {
    code: 'cooperative_small_unit_members',
    clause: '9.2',
    unit: 'count',
    name: ['20名以下成员的合作社单位成员数（不超过）', 'Unit members of a cooperative of up to 20 members, at most'],
    values: [
      { startsOn: cooperativesLaw, value: 1, source: ['农民专业合作社法第二十条', 'Cooperatives Law, article 20'] },
    ],
  },
  {
    code: 'collective_member_is_unit',
    clause: '9.2',
    unit: 'count',
    name: [
      '村集体成员计入单位成员限额（1 计入，0 不计）',
      'The collective counts against the cap on units (1 yes, 0 no)',
    ],
    values: [
      {
        startsOn: cooperativesLaw,
        value: 1,
        source: ['未查到登记机关口径，暂按计入', 'No registrar’s rule was found; counted until one is'],
      },
    ],
  },
  {
    code: 'federation_minimum_cooperatives',
    clause: '9.2',
    unit: 'count',
    name: ['联合社成员社数（不少于）', 'Cooperatives of a federation, at least'],
    values: [
      { startsOn: cooperativesLaw, value: 3, source: ['农民专业合作社法第五十六条', 'Cooperatives Law, article 56'] },
    ],
  },
  {
    code: 'composition_cure_months',
    clause: '9.2',
    unit: 'count',
    name: ['成员构成不合规的整改期限（月）', 'Months in which the composition of members is to be cured'],
    values: [
      {
        startsOn: cooperativesLaw,
        value: 6,
        source: ['市场主体登记管理条例实施细则', 'Implementing rules of the Market Entity Registration Regulation'],
      },
    ],
  },
  {
    code: 'cooperative_additional_votes_bp',
    clause: '10.1.2',
    unit: 'bp',
    name: ['附加表决权占基本表决权比例（不超过）', 'Additional votes to basic votes, at most'],
    values: [
      {
        startsOn: cooperativesLaw,
        value: 2_000,
        source: ['农民专业合作社法第二十二条', 'Cooperatives Law, article 22'],
      },
    ],
  },
  {
    code: 'cooperative_documents_days',
    clause: '10.1.2',
    unit: 'day',
    name: ['成员大会前财务资料备查天数（合作社）', 'Days before the assembly on which a cooperative’s papers are open'],
    values: [
      { startsOn: cooperativesLaw, value: 15, source: ['农民专业合作社法第四十条', 'Cooperatives Law, article 40'] },
    ],
  },
  {
    code: 'patronage_floor_bp',
    clause: '9.3',
    unit: 'bp',
    name: ['按交易量返还占可分配盈余比例（不低于）', 'Patronage refunds in the distributable surplus, at least'],
    values: [
      {
        startsOn: cooperativesLaw,
        value: 6_000,
        source: ['农民专业合作社法第四十四条', 'Cooperatives Law, article 44'],
      },
    ],
  },
  {
    code: 'collective_documents_days',
    clause: '10.1.2',
    unit: 'day',
    name: [
      '成员大会前财务资料备查天数（集体经济组织）',
      'Days before the assembly on which a collective’s papers are open',
    ],
    values: [
      {
        startsOn: collectivesLaw,
        value: 10,
        source: ['农村集体经济组织法第四十六条', 'Law on Rural Collective Economic Organisations, article 46'],
      },
    ],
  },
  {
    code: 'collective_assembly_notice_days',
    clause: '10.1.2',
    unit: 'day',
    name: ['成员大会提前通知天数（集体经济组织）', 'Days of notice before a collective’s assembly'],
    values: [
      {
        startsOn: collectivesLaw,
        value: 10,
        source: ['农村集体经济组织法第二十七条', 'Law on Rural Collective Economic Organisations, article 27'],
      },
    ],
  },
  {
    code: 'villagers_assembly_notice_days',
    clause: '10.1.2',
    unit: 'day',
    name: ['村民会议提前通知天数', 'Days of notice before a villagers’ assembly'],
    values: [
      {
        startsOn: beforeTheMeasure,
        value: 10,
        source: [
          '村民委员会组织法（2018年文本）第二十一条；2025年修订后的条次未核',
          'Villagers’ Committees Law (text of 2018), article 21; its number after the amendment of 2025 was not seen',
        ],
      },
    ],
  },
  {
    code: 'microcredit_ceiling_fen',
    clause: '13.3',
    unit: 'fen',
    name: ['小额信贷额度上限', 'Ceiling of microcredit'],
    values: [
      { startsOn: measureInForceFrom, endsOn: '2021-03-04', value: 5_000_000, source: microcreditTo2020 },
      { startsOn: '2021-03-04', endsOn: '2026-01-01', value: 5_000_000, source: microcreditFrom2021 },
    ],
  },
  {
    code: 'microcredit_term_years',
    clause: '13.3',
    unit: 'year',
    name: ['小额信贷期限上限', 'Longest term of microcredit'],
    values: [
      { startsOn: measureInForceFrom, endsOn: '2021-03-04', value: 3, source: microcreditTo2020 },
      { startsOn: '2021-03-04', endsOn: '2026-01-01', value: 3, source: microcreditFrom2021 },
    ],
  },
  // from 2021-03-04 at most the loan prime rate of the day (Yinbaojianfa [2021] no. 6), which the city office records as it is announced
  {
    code: 'microcredit_rate_one_year_bp',
    clause: '13.3',
    unit: 'bp',
    name: ['小额信贷利率上限（一年期）', 'Highest yearly rate of microcredit, one year'],
    values: [
      {
        startsOn: measureInForceFrom,
        endsOn: '2021-03-04',
        value: 435,
        source: ['一年期贷款基准利率', 'Benchmark rate for one year'],
      },
    ],
  },
  {
    code: 'microcredit_rate_three_years_bp',
    clause: '13.3',
    unit: 'bp',
    name: ['小额信贷利率上限（一至三年）', 'Highest yearly rate of microcredit, one to three years'],
    values: [
      {
        startsOn: measureInForceFrom,
        endsOn: '2021-03-04',
        value: 475,
        source: ['三年期贷款基准利率', 'Benchmark rate for three years'],
      },
    ],
  },
  {
    code: 'land_use_answer_workdays',
    clause: '12.1',
    unit: 'workday',
    name: ['用地申请答复期限', 'Working days to answer a request for land'],
    values: [
      {
        startsOn: beforeTheMeasure,
        value: 20,
        source: ['行政许可法第四十二条、第八十二条', 'Administrative Licensing Law, articles 42 and 82'],
      },
    ],
  },
  {
    code: 'land_use_extension_workdays',
    clause: '12.1',
    unit: 'workday',
    name: ['用地申请答复可延长', 'Working days by which that answer may be put off, once'],
    values: [
      {
        startsOn: beforeTheMeasure,
        value: 10,
        source: ['行政许可法第四十二条', 'Administrative Licensing Law, article 42'],
      },
    ],
  },
  {
    code: 'sheep_units_sheep',
    clause: '6.1',
    unit: 'bp',
    name: ['绵羊折羊单位', 'Sheep units of a sheep'],
    values: [{ startsOn: rangelandStandard, value: 10_000, source: sheepUnits }],
  },
  {
    code: 'sheep_units_goats',
    clause: '6.1',
    unit: 'bp',
    name: ['山羊折羊单位', 'Sheep units of a goat'],
    values: [{ startsOn: rangelandStandard, value: 8_000, source: sheepUnits }],
  },
  {
    code: 'sheep_units_cattle',
    clause: '6.1',
    unit: 'bp',
    name: ['牛折羊单位', 'Sheep units of a head of cattle'],
    values: [{ startsOn: rangelandStandard, value: 50_000, source: sheepUnits }],
  },
  {
    code: 'sheep_units_horses',
    clause: '6.1',
    unit: 'bp',
    name: ['马折羊单位', 'Sheep units of a horse'],
    values: [{ startsOn: rangelandStandard, value: 60_000, source: sheepUnits }],
  },
  {
    code: 'sheep_units_donkeys',
    clause: '6.1',
    unit: 'bp',
    name: ['驴折羊单位', 'Sheep units of a donkey'],
    values: [{ startsOn: rangelandStandard, value: 30_000, source: sheepUnits }],
  },
  {
    code: 'sheep_units_camels',
    clause: '6.1',
    unit: 'bp',
    name: ['骆驼折羊单位', 'Sheep units of a camel'],
    values: [{ startsOn: rangelandStandard, value: 70_000, source: sheepUnits }],
  },
  {
    code: 'risk_compensation_overdue_days',
    clause: '13.3',
    unit: 'day',
    name: ['风险补偿触发的逾期天数', 'Days overdue that open risk compensation'],
    values: [{ startsOn: measureInForceFrom, value: 90, source: ['南澳县做法', 'Practice of Nan’ao county'] }],
  },
  {
    code: 'risk_compensation_fund_bp',
    clause: '13.3',
    unit: 'bp',
    name: ['风险补偿中基金承担比例', 'Part of a loss that the fund bears; the bank bears the rest'],
    values: [
      {
        startsOn: measureInForceFrom,
        value: 8_000,
        source: ['南澳县做法（8:2）', 'Practice of Nan’ao county (8 to 2)'],
      },
    ],
  },
  {
    code: 'microcredit_least_age',
    clause: '13.3',
    unit: 'year',
    name: ['小额信贷借款人最低年龄', 'Least age of a borrower of microcredit'],
    values: [
      { startsOn: measureInForceFrom, value: 18, source: ['师宗2019年公开内容', 'As published in Shizong in 2019'] },
    ],
  },
  {
    code: 'microcredit_most_age',
    clause: '13.3',
    unit: 'year',
    name: ['小额信贷借款人最高年龄', 'Highest age of a borrower of microcredit'],
    values: [
      { startsOn: measureInForceFrom, value: 65, source: ['师宗2019年公开内容', 'As published in Shizong in 2019'] },
    ],
  },
  {
    code: 'microcredit_once',
    clause: '13.3',
    unit: 'count',
    name: ['小额信贷每户限一次（1是，0还清后可再贷）', 'Microcredit once for a household (1), or anew when repaid (0)'],
    values: [
      {
        startsOn: measureInForceFrom,
        endsOn: '2021-03-04',
        value: 1,
        source: ['起始值，由市级部门另行确定', 'Starting value; the city office sets its own'],
      },
      {
        startsOn: '2021-03-04',
        endsOn: '2026-01-01',
        value: 0,
        source: ['起始值，由市级部门另行确定', 'Starting value; the city office sets its own'],
      },
    ],
  },
  {
    code: 'interest_subsidy_share_bp',
    clause: '13.3',
    unit: 'bp',
    name: ['贴息比例', 'Part of the interest that is subsidised'],
    values: [
      {
        startsOn: measureInForceFrom,
        endsOn: '2021-03-04',
        value: 10_000,
        source: [
          '扶贫小额信贷财政全额贴息，师宗2019年公开内容',
          'Full fiscal subsidy, as published in Shizong in 2019',
        ],
      },
      {
        startsOn: '2021-03-04',
        endsOn: '2026-01-01',
        value: 10_000,
        source: [
          '银保监发〔2021〕6号由各地确定；起始值，待市级部门确定',
          'Left to each place by Yinbaojianfa [2021] no. 6; a starting value for the city office to decide',
        ],
      },
    ],
  },
  {
    code: 'loan_visit_workdays',
    clause: '13.3',
    unit: 'workday',
    name: ['贷款逾期后走访期限', 'Working days to visit a household whose loan is overdue'],
    values: [
      {
        startsOn: measureInForceFrom,
        value: 5,
        source: ['起始值，由市级部门另行确定', 'Starting value; the city office sets its own'],
      },
    ],
  },
  {
    code: 'loan_use_days',
    clause: '13.3',
    unit: 'day',
    name: ['贷款用途核实期限', 'Days within which the use of a loan is explained'],
    values: [
      {
        startsOn: measureInForceFrom,
        value: 90,
        source: ['起始值，由市级部门另行确定', 'Starting value; the city office sets its own'],
      },
    ],
  },
  {
    code: 'risk_compensation_limit_bp',
    clause: '13.3',
    unit: 'bp',
    name: ['暂停办理的风险补偿比例', 'Compensated of what was lent, from which a bank is suspended'],
    values: [
      {
        startsOn: measureInForceFrom,
        value: 500,
        source: [
          '南澳县做法为达到容忍度即停办，未载明数值；起始值，待市级部门确定',
          'Nan’ao stops at a tolerance without saying which; a starting value for the city office to decide',
        ],
      },
    ],
  },
  {
    code: 'insurance_payment_days',
    clause: '14.1',
    unit: 'day',
    name: ['达成赔付协议后支付期限', 'Days to pay after a claim is agreed'],
    values: [
      {
        startsOn: measureInForceFrom,
        value: 10,
        source: ['农业保险条例第十四条', 'Agricultural Insurance Regulation, article 14'],
      },
    ],
  },
  {
    code: 'insurance_renewal_days',
    clause: '14.1',
    unit: 'day',
    name: ['保险到期前提醒天数', 'Days before the end of an insurance to tell the insured'],
    values: [
      {
        startsOn: measureInForceFrom,
        value: 30,
        source: ['初始值，待市办公室确定', 'Starting value, for the city office to decide'],
      },
    ],
  },
  {
    code: 'reward_check_days',
    clause: '14.3',
    unit: 'day',
    name: ['苏木乡镇核查奖补申报的工作日', 'Working days in which a township checks an application for a reward'],
    values: [
      {
        startsOn: measureInForceFrom,
        value: 5,
        source: [
          '参照各地以奖代补办法（乡镇五个工作日内核查）',
          'Practice of reward schemes (townships check within five working days)',
        ],
      },
    ],
  },
  {
    code: 'payment_two_approvals_over_fen',
    clause: '18.3',
    unit: 'fen',
    name: ['支付需两级审核的金额', 'Payments above this need two approvals'],
    values: [
      {
        startsOn: measureInForceFrom,
        value: 5_000_000,
        source: ['起始值，由市级部门另行确定', 'Starting value; the city office sets its own'],
      },
    ],
  },
  {
    code: 'payment_three_approvals_over_fen',
    clause: '18.3',
    unit: 'fen',
    name: ['支付需三级审核的金额', 'Payments above this need three approvals'],
    values: [
      {
        startsOn: measureInForceFrom,
        value: 20_000_000,
        source: [
          '办法第十一条每村 20 万元标准；起始值，由市级部门另行确定',
          'The standard of 200,000 yuan of article 11; a starting value for the city office',
        ],
      },
    ],
  },
  {
    code: 'payment_split_days',
    clause: '18.3',
    unit: 'day',
    name: ['拆分支付合并计算天数', 'Days within which payments to one payee count together'],
    values: [
      {
        startsOn: measureInForceFrom,
        value: 30,
        source: ['起始值，由市级部门另行确定', 'Starting value; the city office sets its own'],
      },
    ],
  },
  {
    code: 'project_library_days',
    clause: '11.3',
    unit: 'workday',
    name: ['项目入库审核期限', 'Working days for the township to review a project'],
    values: [
      {
        startsOn: measureInForceFrom,
        value: 5,
        source: ['起始值，由市级部门另行确定', 'Starting value; the city office sets its own'],
      },
    ],
  },
  {
    code: 'project_review_days',
    clause: '11.3',
    unit: 'workday',
    name: ['项目审定期限', 'Working days for the banner to review a project'],
    values: [
      {
        startsOn: measureInForceFrom,
        value: 10,
        source: ['起始值，由市级部门另行确定', 'Starting value; the city office sets its own'],
      },
    ],
  },
  {
    code: 'project_notice_days',
    clause: '11.3',
    unit: 'workday',
    name: ['项目公示完成期限', 'Working days from the review to the end of the notice'],
    values: [
      {
        startsOn: measureInForceFrom,
        value: 15,
        source: [
          '公示不少于 10 日（国开办发〔2018〕11号），另加张贴时间',
          'Ten days of notice (Guokaibanfa [2018] no. 11) and time to post it',
        ],
      },
    ],
  },
  {
    code: 'project_award_days',
    clause: '11.3',
    unit: 'workday',
    name: ['项目招标或议定期限', 'Working days to choose who carries a project out'],
    values: [
      {
        startsOn: measureInForceFrom,
        value: 30,
        source: ['起始值，由市级部门另行确定', 'Starting value; the city office sets its own'],
      },
    ],
  },
  {
    code: 'project_start_days',
    clause: '11.3',
    unit: 'workday',
    name: ['项目开工期限', 'Working days from the award to the start'],
    values: [
      {
        startsOn: measureInForceFrom,
        value: 20,
        source: ['起始值，由市级部门另行确定', 'Starting value; the city office sets its own'],
      },
    ],
  },
  {
    code: 'project_acceptance_days',
    clause: '11.3',
    unit: 'workday',
    name: ['项目验收期限', 'Working days to accept finished work'],
    values: [
      {
        startsOn: measureInForceFrom,
        value: 20,
        source: ['起始值，由市级部门另行确定', 'Starting value; the city office sets its own'],
      },
    ],
  },
  {
    code: 'project_handover_days',
    clause: '11.3',
    unit: 'workday',
    name: ['项目移交结项期限', 'Working days from acceptance to handover'],
    values: [
      {
        startsOn: measureInForceFrom,
        value: 20,
        source: ['起始值，由市级部门另行确定', 'Starting value; the city office sets its own'],
      },
    ],
  },
  {
    code: 'alert_round_fen',
    clause: '18.3',
    unit: 'fen',
    name: ['疑点规则：整数金额', 'Alert rule: what counts as a round amount'],
    values: [
      {
        startsOn: measureInForceFrom,
        value: 1_000_000,
        source: ['起始值，由市级部门另行确定', 'Starting value; the city office sets its own'],
      },
    ],
  },
  {
    code: 'alert_again_days',
    clause: '18.3',
    unit: 'day',
    name: ['疑点规则：重复支付和转出转回天数', 'Alert rule: days of repeats and of money that comes back'],
    values: [
      {
        startsOn: measureInForceFrom,
        value: 60,
        source: ['起始值，由市级部门另行确定', 'Starting value; the city office sets its own'],
      },
    ],
  },
  {
    code: 'alert_year_end_days',
    clause: '18.3',
    unit: 'day',
    name: ['疑点规则：年底天数', 'Alert rule: last days of the year'],
    values: [
      {
        startsOn: measureInForceFrom,
        value: 3,
        source: ['起始值，由市级部门另行确定', 'Starting value; the city office sets its own'],
      },
    ],
  },
  {
    code: 'alert_year_end_bp',
    clause: '18.3',
    unit: 'bp',
    name: ['疑点规则：年底支出比例', 'Alert rule: share of the year spent in its last days'],
    values: [
      {
        startsOn: measureInForceFrom,
        value: 5_000,
        source: ['起始值，由市级部门另行确定', 'Starting value; the city office sets its own'],
      },
    ],
  },
  {
    code: 'alert_member_jump_bp',
    clause: '18.3',
    unit: 'bp',
    name: ['疑点规则：成员一个月内增长比例', 'Alert rule: growth of members in a month'],
    values: [
      {
        startsOn: measureInForceFrom,
        value: 30_000,
        source: ['起始值，由市级部门另行确定', 'Starting value; the city office sets its own'],
      },
    ],
  },
  {
    code: 'alert_list_same_bp',
    clause: '18.3',
    unit: 'bp',
    name: ['疑点规则：名单与上年相同比例', 'Alert rule: share of a list that is the year before’s'],
    values: [
      {
        startsOn: measureInForceFrom,
        value: 9_000,
        source: ['起始值，由市级部门另行确定', 'Starting value; the city office sets its own'],
      },
    ],
  },
  {
    code: 'alert_idle_days',
    clause: '18.3',
    unit: 'day',
    name: ['疑点规则：资金闲置天数', 'Alert rule: days after which money is idle'],
    values: [
      {
        startsOn: measureInForceFrom,
        value: 365,
        source: ['起始值，由市级部门另行确定', 'Starting value; the city office sets its own'],
      },
    ],
  },
];
