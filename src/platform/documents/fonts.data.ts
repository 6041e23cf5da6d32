/** A font as officials name it, and what stands in where it is not installed. */
export interface OfficeFont {
  readonly name: string;
  readonly instead: string;
  /** kind of type, where neither is installed */
  readonly family: 'roman' | 'swiss';
}

/** Fonts of official documents (GB/T 9704-2012); their owners do not allow to ship them, so Word documents only name them. */
export const officeFonts = {
  title: { name: '方正小标宋简体', instead: '华文中宋', family: 'roman' },
  body: { name: '仿宋_GB2312', instead: '仿宋', family: 'roman' },
  level1: { name: '黑体', instead: 'SimHei', family: 'swiss' },
  level2: { name: '楷体_GB2312', instead: '楷体', family: 'roman' },
  list: { name: '宋体', instead: 'SimSun', family: 'roman' },
} as const satisfies Record<string, OfficeFont>;

export type OfficeFontRole = keyof typeof officeFonts;

/** Letters and figures beside them. */
export const latinFont = 'Times New Roman';
