import type { WordPair } from '../platform/words.ts';

/** One chapter of the measure, under a heading of our own. */
export interface Chapter {
  readonly number: number;
  readonly title: WordPair;
}

/**
 * One article of the measure of 2018-02-27 in our own words: never the official sentences, which an office imports
 * and sees beside these (`official_text`).
 */
export interface Article {
  readonly number: number;
  readonly chapter: number;
  readonly title: WordPair;
  readonly summary: WordPair;
}

export const measureName: WordPair = [
  '鄂尔多斯市“企业+党支部+合作组织+农牧户”产业发展实施办法（试行）',
  'Ordos measure on developing industries by enterprise, Party branch, cooperative and household (trial)',
];

/** Day of issue, from which the measure is in force (article 21). */
export const measureInForceFrom = '2018-02-27';

export const chapters: readonly Chapter[] = [
  { number: 1, title: ['缘由与格局', 'Purpose and pattern'] },
  { number: 2, title: ['四条原则', 'Four principles'] },
  { number: 3, title: ['分年目标', 'Goals by year'] },
  { number: 4, title: ['主要任务', 'What is to be done'] },
  { number: 5, title: ['扶持办法', 'Support'] },
  { number: 6, title: ['组织、监督与考核', 'Running, oversight and assessment'] },
  { number: 7, title: ['生效与解释', 'Force and interpretation'] },
];

export const articles: readonly Article[] = [
  {
    number: 1,
    chapter: 1,
    title: ['为什么定这个办法', 'Why there is a measure'],
    summary: [
      '说明目的：让乡村振兴和脱贫两件大事落到产业上，加快嘎查村产业发展。',
      'States the purpose: rural vitalisation and lifting people out of poverty should rest on village industries that grow faster.',
    ],
  },
  {
    number: 2,
    chapter: 1,
    title: ['七方各司其职', 'Seven parties, each with a part'],
    summary: [
      '把振兴、产业、党建、脱贫合成一件事来办；企业牵头，支部居中，合作组织承载，集体经济托底，农牧户唱主角，社会力量参加，结果要看农牧户收入是否稳步上升。',
      'Vitalisation, industry, Party building and poverty work are run as one job. The enterprise leads, the branch stands at the centre, the cooperative carries it, the collective economy supports it, households are the main actors and society joins in; what counts is whether household income keeps rising.',
    ],
  },
  {
    number: 3,
    chapter: 2,
    title: ['按类施策', 'Fit the means to the case'],
    summary: [
      '各地产业情况不同，措施要对得上号，让嘎查村自己长出发展的力气。',
      'Villages differ, so measures must fit each of them and build up their own strength to develop.',
    ],
  },
  {
    number: 4,
    chapter: 2,
    title: ['从本地实际出发', 'Start from local conditions'],
    summary: [
      '根据本村条件定布局、选产业，把集体经济做大，把农牧民和企业的利益绑在一起。',
      'Lay out and choose industries by what the village has, make the collective economy larger, and tie the interests of households and enterprises together.',
    ],
  },
  {
    number: 5,
    chapter: 2,
    title: ['政策引路，各方出力', 'Policy guides, everybody contributes'],
    summary: [
      '把分散的涉农涉牧资金捆起来用，也请社会资本进来，形成政策、帮扶、村、企业四股力量。',
      'Scattered farming and herding funds are used together and private capital is invited, so that policy, pairing units, villages and enterprises pull the same way.',
    ],
  },
  {
    number: 6,
    chapter: 2,
    title: ['生态在前', 'Ecology first'],
    summary: [
      '产业项目先过生态这一关，生产要发展，草原和农田也要更好。',
      'An industry project has to pass the ecological test first: production grows while grassland and fields get better.',
    ],
  },
  {
    number: 7,
    chapter: 3,
    title: ['三年三步', 'Three years, three steps'],
    summary: [
      '2018年在扶贫重点嘎查村先试；2019年推到全市；2020年见规模、见品牌、见长效。贫困户的利益联结从基本建立走到全面建立。',
      '2018: tried first in the key poor villages. 2019: the whole city. 2020: scale, brands and a mechanism that lasts. Linkage of registered-poor households goes from basic to complete.',
    ],
  },
  {
    number: 8,
    chapter: 4,
    title: ['把支部和队伍建强', 'Strong branches and teams'],
    summary: [
      '三级包联要成体系，驻村工作队和第一书记要管住管好，嘎查村支部要有能干的带头人。',
      'Three-tier pairing becomes a system, resident work teams and first secretaries are managed, and each village branch has an able secretary.',
    ],
  },
  {
    number: 9,
    chapter: 4,
    title: ['办合作组织、清资产、分红利', 'Cooperatives, assets and dividends'],
    summary: [
      '先把集体资产摸清，再拿筹建方案，写明怎么入股、怎么分红；贫困人口的股可以适当多一些；分红只分净利润，并留出扩大生产和救助弱势的钱。',
      'Survey the collective assets, then draw up a formation plan that says how shares are taken and surplus is divided. Registered-poor members may hold somewhat more. Only net profit is divided, with parts kept for growth and for relief.',
    ],
  },
  {
    number: 10,
    chapter: 4,
    title: ['四方联结', 'Linking the four'],
    summary: [
      '支部一头牵企业、一头牵农牧民；企业管市场，合作组织管产业，农牧户得实惠。分四项写明支部、龙头企业、合作组织、农牧民各做什么。',
      'The branch holds the enterprise with one hand and the households with the other; the enterprise opens markets, the cooperative runs the industry, households gain. Four items say what branch, leading enterprise, cooperative and households each do.',
    ],
  },
  {
    number: 11,
    chapter: 5,
    title: ['资金', 'Money'],
    summary: [
      '设市级专项基金扶持嘎查村产业；涉农资金向带动力强的村倾斜；扶贫重点嘎查村每村按20万元投入产业扶贫资金。',
      'A city fund supports village industries, farming funds lean towards villages that carry others along, and each key poor village receives 200,000 yuan of industry poverty money.',
    ],
  },
  {
    number: 12,
    chapter: 5,
    title: ['土地', 'Land'],
    summary: [
      '带动力强的龙头企业和嘎查村产业项目优先保障用地，土地整治项目服务于产业，流转有序，林权改革继续。',
      'Land is secured first for leading enterprises that carry others along and for village industry projects; consolidation projects serve industry, transfer is orderly, forest-tenure reform goes on.',
    ],
  },
  {
    number: 13,
    chapter: 5,
    title: ['金融', 'Credit'],
    summary: [
      '引导金融机构支持合作组织和带动力强的龙头企业；符合条件的农牧民可以得到不要担保、不要抵押的小额贷款。',
      'Lenders are guided towards cooperatives and towards leading enterprises that carry others along; qualified farmers and herders get small loans without guarantee or collateral.',
    ],
  },
  {
    number: 14,
    chapter: 5,
    title: ['保险、风险基金与奖补', 'Insurance, risk fund, rewards'],
    summary: [
      '参保的嘎查村力争占到九成以上；专项基金里划出风险基金；先干后补，用奖励代替补助和投资。',
      'At least nine villages in ten should be insured, a risk fund is set aside inside the development fund, and rewards after the deed take the place of subsidies and investment.',
    ],
  },
  {
    number: 15,
    chapter: 5,
    title: ['就业', 'Jobs'],
    summary: [
      '办培训，把就业政策兑现到人；有条件的村组建劳务队，合作组织就近用工。',
      'Training is held and employment policies reach people; villages that can form labour teams and cooperatives hire nearby.',
    ],
  },
  {
    number: 16,
    chapter: 6,
    title: ['谁负责', 'Who answers for it'],
    summary: [
      '旗区党委政府负主体责任，任务一层层分下去；建立联席会议，及时解决难题；苏木乡镇和嘎查村管落地。',
      'Banner Party committees and governments carry the main responsibility and hand tasks down level by level; a joint conference solves difficulties in time; townships and villages carry it out.',
    ],
  },
  {
    number: 17,
    chapter: 6,
    title: ['怎么配合', 'How they work together'],
    summary: [
      '部门主动领任务，农工部牵头抓总，市直部门尽职支持，包联单位、工作队和第一书记协同。',
      'Departments claim their tasks, the rural work department leads, city departments do their part, and pairing units, teams and first secretaries act together.',
    ],
  },
  {
    number: 18,
    chapter: 6,
    title: ['钱怎么管', 'Watching the money'],
    summary: [
      '专项资金有制度、有绩效考评、专款专用，不许挤占挪用套取；纪检和审计跟着钱走。',
      'Earmarked money has rules, performance appraisal and a bound purpose; encroachment, misappropriation and fraud are barred; discipline and audit follow the money.',
    ],
  },
  {
    number: 19,
    chapter: 6,
    title: ['调度、督查、考核', 'Data, inspection, assessment'],
    summary: [
      '产业发展进考评；建立数据调度，按月报告；督查问责，做得好的表扬。',
      'Industry work enters the assessment; data are called for and reported each month; inspections lead to accountability, good work is commended.',
    ],
  },
  {
    number: 20,
    chapter: 6,
    title: ['宣传与典型', 'Publicity and model cases'],
    summary: [
      '用新闻、培训、现场会、交流会把政策讲清楚，把好做法推开。',
      'News, training, site visits and exchange meetings make the policy understood and spread what works.',
    ],
  },
  {
    number: 21,
    chapter: 7,
    title: ['生效', 'Entry into force'],
    summary: ['2018年2月27日印发，当日施行。', 'Issued on 27 February 2018 and in force from that day.'],
  },
  {
    number: 22,
    chapter: 7,
    title: ['解释', 'Interpretation'],
    summary: [
      '疑问由市精准脱贫攻坚工作领导小组办公室解答。',
      'Questions are answered by the office of the city’s leading group on poverty.',
    ],
  },
];
