/**
 * Colours and measures of the desk as TypeScript sees them (SVG drawings, antd). The same values stand in `tokens.css`
 * as custom properties; a test proves that both agree. Contrast of every text colour on paper and felt is at least 4.5:1.
 */
export const colours = {
  felt: '#F7F5F0',
  'felt-2': '#EFEBE3',
  paper: '#FFFFFF',
  rule: '#DDD7CB',
  'rule-2': '#E7E2D8',
  'rule-strong': '#8C8577',
  ink: '#1D2126',
  'ink-2': '#494F57',
  'ink-3': '#61676F',
  disabled: '#8B9097',
  'qing-800': '#0A4152',
  'qing-700': '#0B5568',
  'qing-600': '#0F6B85',
  'qing-100': '#DCECF1',
  'qing-50': '#EEF6F8',
  ok: '#1A7246',
  'warn-text': '#8A5A00',
  'warn-fill': '#E8A317',
  bad: '#A61B29',
  'official-red': '#C8102E',
  'ok-bg': '#E6F2EB',
  'warn-bg': '#FFF3D6',
  'bad-bg': '#FBE9EA',
  c1: '#0F6B85',
  c2: '#D9761A',
  c3: '#3F6B1F',
  c4: '#6C86C6',
  c5: '#5B2E4A',
  c6: '#8E8578',
} as const;

/** One-hue steps of maps and tiles, from little to much. */
export const steps = ['#EAF3F6', '#CFE3E9', '#A5CBD6', '#6FA9BA', '#2B7A92', '#0F6B85'] as const;

/** Index into {@link steps} for a share of 0 to 1; a value outside is brought to the nearest end. */
export function stepOf(share: number): number {
  return Math.max(0, Math.min(steps.length - 1, Math.floor(share * steps.length)));
}

/** Fill of a step; a place without a value is drawn in felt. */
export function stepColour(step: number | undefined): string {
  return steps[step ?? -1] ?? colours['felt-2'];
}

/** Text on a step: ink up to the fourth (6.2:1), white from the fifth (4.9:1). */
export function stepInk(step: number | undefined): string {
  return step !== undefined && step >= 4 ? colours.paper : colours.ink;
}

/** Type stacks; `digits` and `rare` are the small web fonts of `data/fonts`. */
export const fonts = {
  ui: '"PingFang SC","HarmonyOS Sans SC","Source Han Sans SC","Noto Sans CJK SC","Microsoft YaHei",system-ui,"Silian Rare",sans-serif',
  title: '"Source Han Serif SC","Noto Serif CJK SC","Songti SC",STSong,SimSun,"Silian Rare",serif',
} as const;
