import type { Dictionary, Indicator } from '../../../indicators/widgets/dictionary.ts';

/** What the page has to know of an indicator; one that has left the catalogue is called by its code. */
export function indicatorIn(
  dictionary: Dictionary,
  code: string,
): Pick<Indicator, 'code' | 'name' | 'unit' | 'direction'> {
  const known = dictionary.indicators.find((one) => one.code === code);
  return known ?? { code, name: [code, code], unit: '', direction: 'none' };
}
