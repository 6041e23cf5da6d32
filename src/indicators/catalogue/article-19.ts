import type { CatalogueEntry } from './entry.ts';

const common = { clause: '19.3', owner: 'city_office', since: '2018.1' } as const;
const counted = {
  kind: 'counted',
  fact: 'submission',
  timing: 'in_month',
  aggregate: 'count',
  unit: 'report',
} as const;

/** Article 19: the monthly reports themselves, by the month in which they were sent. */
export const article19: readonly CatalogueEntry[] = [
  {
    ...common,
    ...counted,
    code: 'village_reports',
    name: ['嘎查村已报月报', 'Village reports sent'],
    formula: [
      '当月由嘎查村确认上报的月报（以首次确认日为准）',
      'Monthly reports that villages confirmed in the month, by the day of the first confirmation',
    ],
    filters: [{ dim: 'level', anyOf: ['village'] }],
    direction: 'up',
  },
  {
    ...common,
    ...counted,
    code: 'village_reports_last_month',
    name: ['嘎查村已报上月月报', 'Village reports about the month before'],
    formula: [
      '当月确认上报、内容为上一个月的嘎查村月报',
      'Village reports confirmed in the month that are about the month before',
    ],
    filters: [
      { dim: 'level', anyOf: ['village'] },
      { dim: 'about', anyOf: ['last_month'] },
    ],
    direction: 'up',
  },
  {
    ...common,
    ...counted,
    code: 'village_reports_on_time',
    name: ['嘎查村按期月报', 'Village reports on time'],
    formula: ['当月确认、不晚于截止日的嘎查村月报', 'Village reports confirmed in the month, not after their due day'],
    filters: [
      { dim: 'level', anyOf: ['village'] },
      { dim: 'timely', anyOf: ['yes'] },
    ],
    direction: 'up',
  },
  {
    ...common,
    ...counted,
    code: 'village_reports_late',
    name: ['嘎查村逾期月报', 'Village reports late'],
    formula: ['当月确认、晚于截止日的嘎查村月报', 'Village reports confirmed in the month, after their due day'],
    filters: [
      { dim: 'level', anyOf: ['village'] },
      { dim: 'timely', anyOf: ['no'] },
    ],
    direction: 'down',
  },
  {
    ...common,
    ...counted,
    clause: '16.4',
    code: 'upper_reports',
    name: ['苏木乡镇以上已报月报', 'Reports sent by townships, banners and the city'],
    formula: [
      '当月由苏木乡镇、旗区、市确认上报的月报',
      'Monthly reports that townships, banners and the city confirmed in the month',
    ],
    filters: [{ dim: 'level', anyOf: ['township', 'banner', 'city'] }],
    direction: 'up',
  },
  {
    ...common,
    ...counted,
    clause: '16.4',
    code: 'upper_reports_late',
    name: ['苏木乡镇以上逾期月报', 'Late reports of townships, banners and the city'],
    formula: [
      '当月确认、晚于截止日的苏木乡镇、旗区、市月报',
      'Reports of townships, banners and the city confirmed in the month, after their due day',
    ],
    filters: [
      { dim: 'level', anyOf: ['township', 'banner', 'city'] },
      { dim: 'timely', anyOf: ['no'] },
    ],
    direction: 'down',
  },
  {
    ...common,
    kind: 'ratio',
    clause: '19.2',
    code: 'village_report_completeness',
    name: ['月报完整率', 'Completeness of village reports'],
    formula: ['嘎查村已报上月月报 ÷ 嘎查村数', 'Village reports about the month before ÷ villages'],
    numerator: 'village_reports_last_month',
    denominator: 'villages',
    direction: 'up',
  },
  {
    ...common,
    kind: 'ratio',
    clause: '19.2',
    code: 'village_report_timeliness',
    name: ['月报及时率', 'Timeliness of village reports'],
    formula: ['嘎查村按期月报 ÷ 嘎查村已报月报', 'Village reports on time ÷ village reports sent'],
    numerator: 'village_reports_on_time',
    denominator: 'village_reports',
    direction: 'up',
  },
];
