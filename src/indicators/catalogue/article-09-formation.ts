import type { CatalogueEntry } from './entry.ts';

const counted = {
  kind: 'counted',
  clause: '9.2',
  timing: 'month_end',
  aggregate: 'count',
  direction: 'up',
  owner: 'city_office',
  since: '2018.2',
} as const;
const plan = { ...counted, fact: 'formation_step', unit: 'plan' } as const;
const cooperative = { ...counted, fact: 'cooperative', unit: 'cooperative', direction: 'none' } as const;

/** Article 9, second sentence: formation plans by the step they have reached, and what became of them by legal form. */
export const article09Formation: readonly CatalogueEntry[] = [
  {
    ...plan,
    code: 'plans_drafted',
    name: ['已拟定的筹建方案', 'Formation plans drafted'],
    formula: [
      '月末已拟定、写明入股和分红办法的筹建方案，含已走到后面步骤的',
      'Plans that say how shares are taken and surplus divided, on the last day of the month, also those further on',
    ],
    filters: [{ dim: 'step', anyOf: ['draft'] }],
  },
  {
    ...plan,
    code: 'plans_studied',
    name: ['支部已研究的筹建方案', 'Formation plans studied by the branch'],
    formula: [
      '月末党组织已研究、之后内容没有改动的筹建方案',
      'Plans that the Party organisation has studied and nobody changed since, on the last day of the month',
    ],
    filters: [{ dim: 'step', anyOf: ['party_study'] }],
  },
  {
    ...plan,
    code: 'plans_resolved',
    name: ['已表决通过的筹建方案', 'Formation plans carried by a vote'],
    formula: [
      '月末成员（村民）会议已表决通过的筹建方案',
      'Plans that the meeting of members or villagers has carried, on the last day of the month',
    ],
    filters: [{ dim: 'step', anyOf: ['resolution'] }],
  },
  {
    ...plan,
    code: 'plans_noticed',
    name: ['公示期满的筹建方案', 'Formation plans cleared by notice'],
    formula: [
      '月末公示期满、异议都已答复的筹建方案',
      'Plans whose public notice is over with every objection answered, on the last day of the month',
    ],
    filters: [{ dim: 'step', anyOf: ['notice'] }],
  },
  {
    ...plan,
    code: 'plans_reviewed',
    name: ['苏木乡镇已审核的筹建方案', 'Formation plans reviewed by the township'],
    formula: ['月末苏木乡镇已审核通过的筹建方案', 'Plans that the township has approved, on the last day of the month'],
    filters: [{ dim: 'step', anyOf: ['review'] }],
  },
  {
    ...plan,
    code: 'plans_registered',
    name: ['已登记的筹建方案', 'Formation plans that led to a registration'],
    formula: [
      '月末已登记为合作组织的筹建方案',
      'Plans that have become a registered cooperative organisation by the last day of the month',
    ],
    filters: [{ dim: 'step', anyOf: ['registration'] }],
  },
  {
    ...cooperative,
    code: 'cooperatives_farmers_professional',
    name: ['农民专业合作社', 'Farmers’ professional cooperatives'],
    formula: [
      '月末存续的农民专业合作社（不含联合社）',
      'Farmers’ professional cooperatives that exist on the last day of the month, without federations',
    ],
    filters: [{ dim: 'form', anyOf: ['farmers_professional'] }],
  },
  {
    ...cooperative,
    code: 'cooperatives_collective',
    name: ['股份经济合作社和集体经济组织', 'Shareholding economic cooperatives and collective economic organisations'],
    formula: [
      '月末存续的股份经济合作社和农村集体经济组织',
      'Shareholding economic cooperatives and rural collective economic organisations that exist on the last day of the month',
    ],
    filters: [{ dim: 'form', anyOf: ['shareholding_economic', 'collective_economic_organization'] }],
  },
  {
    ...cooperative,
    code: 'cooperatives_federations',
    name: ['联合社', 'Federations'],
    formula: [
      '月末存续的农民专业合作社联合社',
      'Federations of farmers’ professional cooperatives that exist on the last day of the month',
    ],
    filters: [{ dim: 'form', anyOf: ['federation'] }],
  },
  {
    ...cooperative,
    code: 'cooperatives_contract',
    name: ['公司和资产收益项目', 'Companies and asset-income projects'],
    formula: [
      '月末存续、按合同分享收益的公司和资产收益项目',
      'Companies and asset-income projects that share income by contract and exist on the last day of the month',
    ],
    filters: [{ dim: 'form', anyOf: ['company', 'asset_income_project'] }],
  },
];
