/** How insurers call what they insure; the first that occurs in their wording counts. */
export const lineWordings: readonly (readonly [part: string, line: string])[] = [
  ['山羊', 'goats'],
  ['羊', 'sheep'],
  ['牛', 'cattle'],
  ['马铃薯', 'potato'],
  ['土豆', 'potato'],
  ['马', 'horses'],
  ['驼', 'camels'],
  ['玉米', 'maize'],
  ['小麦', 'wheat'],
  ['葵', 'oilseed'],
  ['油', 'oilseed'],
  ['青贮', 'forage'],
  ['苜蓿', 'forage'],
  ['饲草', 'forage'],
  ['草', 'grassland'],
  ['林', 'forest'],
  ['树', 'forest'],
];

/** How insurers write what they count in: the unit of ours, and how many of it one of theirs is. */
export const unitWordings: readonly (readonly [wording: string, unit: 'head' | 'mu', size: number])[] = [
  ['头', 'head', 1],
  ['只', 'head', 1],
  ['匹', 'head', 1],
  ['峰', 'head', 1],
  ['口', 'head', 1],
  ['头只', 'head', 1],
  ['头(只)', 'head', 1],
  ['头/只', 'head', 1],
  ['亩', 'mu', 1],
  ['公顷', 'mu', 15],
];

/** What insurers call the columns of their own workbooks. */
export const columnAliases = {
  number: ['保单编号', '保险单号', '保单号码'],
  line: ['保险险种', '险别', '标的名称', '保险标的'],
  township: ['苏木乡镇', '乡（镇）', '苏木', '镇'],
  village: ['嘎查', '村', '村名', '行政村', '所在村', '嘎查（村）'],
  name: ['被保险人', '被保险人姓名', '农户姓名', '姓名', '投保人'],
  idNumber: ['证件号码', '身份证号码', '身份证'],
  units: ['投保数量', '保险数量', '承保数量', '数量'],
  unit: ['计量单位', '数量单位', '保险单位'],
  unitSumFen: ['单位保险金额', '单位保额', '每头保额', '每亩保额'],
  rate: ['费率', '保险费率', '费率（%）'],
  deductible: ['免赔率', '绝对免赔率'],
  premiumFen: ['总保费', '保险费', '保费合计', '应收保费'],
  startsOn: ['起保日期', '保险起期', '生效日期'],
  endsOn: ['终保日期', '保险止期', '到期日期'],
} as const;

export const columnExamples = {
  line: '能繁母牛养殖保险',
  unit: '头',
  township: '暖水乡',
  village: '甲村',
  name: '巴特尔',
} as const;

/** What offices add to the name of a village and of a township. */
export const nameEndings = {
  village: /(村民委员会|村委会|嘎查委员会|嘎查村|嘎查|委员会|村)$/,
  township: /(苏木|乡|镇|街道)$/,
};
