/** Villages of the rights test, near and far, each with the mark that stands in every text recorded there. */
export const markedSites = [
  { label: 'home', marker: '鼋', place: 150622100201, name: '甲' },
  { label: 'neighbour', marker: '鳌', place: 150622100202, name: '乙' },
  { label: 'township', marker: '鳖', place: 150622101201, name: '丙' },
  { label: 'banner', marker: '鲲', place: 150623100201, name: '丁' },
  { label: 'city', marker: '鳐', place: 150221100201, name: '戊' },
] as const;

/** The other household of the home village, and the organisation at home, bear marks of their own. */
export const fellowMarker = '鼍';
export const organisationMarker = '鼗';

export const markers: readonly string[] = [...markedSites.map((site) => site.marker), fellowMarker, organisationMarker];

/** What every reader may know. */
export const publicMarker = '甲';
export const plainText = '甲乙丙丁';
export const villageEndings = { before: '旧村', now: '村' } as const;
export const newPrefix = '新';

/** Texts as they are recorded at a site. */
export function markedTexts(marker: string) {
  return {
    clerk: `${marker}书记员`,
    address: `${marker}社`,
    bank: `${marker}银行`,
    manager: `${marker}经理`,
    number: `${marker}号`,
    note: `${marker}说明`,
    document: `${marker}发〔2018〕1号`,
    external: `${marker}编号`,
    branch: `${marker}党支部`,
    secretary: `${marker}书记`,
    content: `${marker}附件正文`,
    file: `${marker}附件.png`,
    reason: `${marker}更正`,
  };
}

export const givenNames = ['文', '武', '成', '康'] as const;

export const divisionsAbove = [
  { code: 150600000000, level: 'city', name: '鄂尔多斯市' },
  { code: 150200000000, level: 'city', name: '包头市' },
  { code: 150622000000, level: 'banner', name: '准格尔旗', bannerKind: 'banner' },
  { code: 150623000000, level: 'banner', name: '鄂托克前旗', bannerKind: 'banner' },
  { code: 150221000000, level: 'banner', name: '土默特右旗', bannerKind: 'banner' },
  { code: 150622100000, level: 'township', name: '薛家湾镇', townshipKind: 'town' },
  { code: 150622101000, level: 'township', name: '沙圪堵镇', townshipKind: 'town' },
  { code: 150623100000, level: 'township', name: '敖勒召其镇', townshipKind: 'town' },
  { code: 150221100000, level: 'township', name: '萨拉齐镇', townshipKind: 'town' },
] as const;

/** What an upload may want beside a workbook: an official text with its articles, and the smallest picture. */
export const uploadTexts = {
  measure: `第1章 总则\n${Array.from({ length: 22 }, (_, index) => `第${index + 1}条 内容。\n`).join('')}`,
  pixel: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
} as const;
