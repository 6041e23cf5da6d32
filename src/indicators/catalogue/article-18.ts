import type { CatalogueEntry } from './entry.ts';

const common = { owner: 'city_office', since: '2018.3' } as const;
const project = { ...common, kind: 'counted', clause: '11.3', fact: 'project', timing: 'month_end' } as const;
const step = { ...project, aggregate: 'count', unit: 'project', direction: 'up' } as const;
const money = { ...common, kind: 'counted', clause: '11.3', aggregate: 'sum', unit: 'fen', timing: 'in_year' } as const;
const proposal = { ...common, kind: 'counted', clause: '11.3', fact: 'project_proposal', timing: 'in_year' } as const;
const goal = { ...common, kind: 'counted', clause: '18.2', fact: 'performance_appraisal', timing: 'in_year' } as const;
const alert = { ...common, kind: 'counted', clause: '18.3', aggregate: 'count', unit: 'case' } as const;
const finding = {
  ...common,
  kind: 'counted',
  clause: '18.4',
  fact: 'finding',
  aggregate: 'count',
  unit: 'case',
} as const;

const projects: readonly CatalogueEntry[] = [
  {
    ...step,
    code: 'projects_in_library',
    name: ['入库项目', 'Projects in the library'],
    formula: [
      '月末已由苏木乡镇审核入库、没有退回的项目',
      'Projects that the township took into the library and that still stand there on the last day of the month',
    ],
    filters: [{ dim: 'step', anyOf: ['library'] }],
  },
  {
    ...step,
    code: 'projects_started',
    name: ['已开工项目', 'Projects begun'],
    formula: ['月末已签合同并开工的项目', 'Projects contracted and begun by the last day of the month'],
    filters: [{ dim: 'step', anyOf: ['start'] }],
  },
  {
    ...step,
    code: 'projects_accepted',
    name: ['已验收项目', 'Projects accepted'],
    formula: ['月末已验收合格的项目', 'Projects whose work was accepted by the last day of the month'],
    filters: [{ dim: 'step', anyOf: ['acceptance'] }],
  },
  {
    ...step,
    code: 'projects_closed',
    name: ['已移交结项项目', 'Projects handed over and closed'],
    formula: [
      '月末已移交、资产已入账并结项的项目',
      'Projects handed over, their assets booked, and closed by the last day of the month',
    ],
    filters: [{ dim: 'step', anyOf: ['handover'] }],
  },
  {
    ...common,
    kind: 'ratio',
    clause: '11.3',
    code: 'projects_accepted_ratio',
    name: ['项目验收率', 'Share of begun projects accepted'],
    formula: ['已验收项目 ÷ 已开工项目', 'Projects accepted ÷ projects begun'],
    numerator: 'projects_accepted',
    denominator: 'projects_started',
    direction: 'up',
  },
  {
    ...proposal,
    code: 'project_proposals',
    name: ['本年申报项目', 'Projects proposed in the year'],
    formula: ['本年一月至本月申报的项目', 'Projects proposed from January to this month'],
    filters: [],
    aggregate: 'count',
    unit: 'project',
    direction: 'none',
  },
  {
    ...proposal,
    code: 'project_proposals_ended',
    name: ['本年申报未通过或撤回', 'Proposals of the year turned down or taken back'],
    formula: [
      '本年一月至本月申报、后来未通过或撤回的项目',
      'Projects proposed from January to this month that were turned down or taken back since',
    ],
    filters: [{ dim: 'state', anyOf: ['refused', 'withdrawn'] }],
    aggregate: 'count',
    unit: 'project',
    direction: 'none',
  },
];

const spending: readonly CatalogueEntry[] = [
  {
    ...money,
    code: 'project_asset_payments',
    name: ['本年用于购建资产的项目资金', 'Project money spent on assets in the year'],
    formula: [
      '本年一月至本月项目支付中用于购建资产的金额',
      'Paid for projects from January to this month for things that last',
    ],
    fact: 'project_payment',
    filters: [{ dim: 'spent_on', anyOf: ['asset'] }],
    direction: 'none',
  },
  {
    ...money,
    code: 'project_assets_booked',
    name: ['本年项目形成并入账的资产', 'Project assets booked in the year'],
    formula: [
      '本年一月至本月移交、登记进资产台账的项目资产',
      'Assets of projects handed over and written into the asset register from January to this month',
    ],
    fact: 'project_asset',
    filters: [],
    direction: 'up',
  },
  {
    ...common,
    kind: 'ratio',
    clause: '11.3',
    code: 'project_assets_booked_ratio',
    name: ['每元资金形成入账资产', 'Assets booked per yuan spent on them'],
    formula: [
      '本年项目形成并入账的资产 ÷ 本年用于购建资产的项目资金',
      'Project assets booked in the year ÷ project money spent on assets in the year',
    ],
    numerator: 'project_assets_booked',
    denominator: 'project_asset_payments',
    direction: 'up',
  },
];

const goals: readonly CatalogueEntry[] = [
  {
    ...goal,
    code: 'appraised_goals',
    name: ['本年考评的绩效目标', 'Performance goals appraised in the year'],
    formula: ['本年一月至本月按指标评定得分的绩效目标', 'Goals scored by their indicators from January to this month'],
    filters: [],
    aggregate: 'count',
    unit: 'goal',
    direction: 'up',
  },
  {
    ...goal,
    code: 'appraised_goals_met',
    name: ['本年达到的绩效目标', 'Performance goals met in the year'],
    formula: ['本年考评的绩效目标中得满分的', 'Goals scored from January to this month that were met in full'],
    filters: [{ dim: 'met', anyOf: ['yes'] }],
    aggregate: 'count',
    unit: 'goal',
    direction: 'up',
  },
  {
    ...common,
    kind: 'ratio',
    clause: '18.2',
    code: 'appraised_goals_met_ratio',
    name: ['绩效目标达成率', 'Share of performance goals met'],
    formula: ['本年达到的绩效目标 ÷ 本年考评的绩效目标', 'Goals met in the year ÷ goals appraised in the year'],
    numerator: 'appraised_goals_met',
    denominator: 'appraised_goals',
    direction: 'up',
  },
];

const misuse: readonly CatalogueEntry[] = [
  {
    ...alert,
    code: 'misuse_alerts_open',
    name: ['待核查疑点', 'Open alerts'],
    formula: ['月末已发现、还没有认定结果的疑点', 'Alerts found and without a result on the last day of the month'],
    fact: 'misuse_alert',
    filters: [],
    timing: 'month_end',
    direction: 'down',
  },
  {
    ...alert,
    code: 'misuse_alerts_decided',
    name: ['本年认定的疑点', 'Alerts decided in the year'],
    formula: ['本年一月至本月有认定结果的疑点', 'Alerts whose result was given from January to this month'],
    fact: 'misuse_case',
    filters: [],
    timing: 'in_year',
    direction: 'none',
  },
  {
    ...alert,
    code: 'misuse_alerts_confirmed',
    name: ['本年查实的疑点', 'Alerts confirmed in the year'],
    formula: [
      '本年一月至本月认定为挤占、挪用、套取或其他违规的疑点',
      'Alerts that proved from January to this month to be encroachment, misappropriation, a fraudulent claim or another misuse',
    ],
    fact: 'misuse_case',
    filters: [{ dim: 'state', anyOf: ['confirmed'] }],
    timing: 'in_year',
    direction: 'none',
  },
  {
    ...common,
    kind: 'ratio',
    clause: '18.3',
    code: 'misuse_alert_hit_ratio',
    name: ['疑点命中率', 'Hit rate of the alerts'],
    formula: ['本年查实的疑点 ÷ 本年认定的疑点', 'Alerts confirmed in the year ÷ alerts decided in the year'],
    numerator: 'misuse_alerts_confirmed',
    denominator: 'misuse_alerts_decided',
    direction: 'none',
  },
];

const findings: readonly CatalogueEntry[] = [
  {
    ...finding,
    code: 'findings_open',
    name: ['未销号问题', 'Findings not closed'],
    formula: ['月末审计、纪检、督查发现而没有销号的问题', 'Findings not closed on the last day of the month'],
    filters: [],
    timing: 'month_end',
    direction: 'down',
  },
  {
    ...finding,
    code: 'findings_found',
    name: ['本年发现的问题', 'Findings of the year'],
    formula: ['本年一月至本月发现的问题', 'What was found from January to this month'],
    filters: [],
    timing: 'in_year',
    direction: 'none',
  },
  {
    ...finding,
    code: 'findings_found_closed',
    name: ['本年发现并已销号的问题', 'Findings of the year that are closed'],
    formula: [
      '本年发现的问题中已经整改销号的',
      'What was found from January to this month and is put right and closed',
    ],
    filters: [{ dim: 'state', anyOf: ['closed'] }],
    timing: 'in_year',
    direction: 'up',
  },
  {
    ...common,
    kind: 'ratio',
    clause: '18.4',
    code: 'findings_closed_ratio',
    name: ['问题销号率', 'Share of findings closed'],
    formula: ['本年发现并已销号的问题 ÷ 本年发现的问题', 'Findings of the year that are closed ÷ findings of the year'],
    numerator: 'findings_found_closed',
    denominator: 'findings_found',
    direction: 'up',
  },
];

/** Projects of article 11, and how article 18 watches over the money: goals, alerts, findings. */
export const article18: readonly CatalogueEntry[] = [...projects, ...spending, ...goals, ...misuse, ...findings];
