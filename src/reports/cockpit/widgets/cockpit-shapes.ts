import type { Dictionary, Indicator } from '../../../indicators/widgets/dictionary.ts';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import type { getCockpit } from '../contract.ts';

/** What the parts of the page are drawn from; `cockpitAddress` is the same page for another place, month or indicator. */
export type CockpitReply = ReplyOf<typeof getCockpit>;

export interface PartProps {
  readonly cockpit: CockpitReply;
  readonly dictionary: Dictionary;
}

export function indicatorOf(dictionary: Dictionary, code: string): Indicator | undefined {
  return dictionary.indicators.find((one) => one.code === code);
}

/** The page is the home of offices, so every place of it is an address of the home. */
export function cockpitAddress(place: number, month: string, indicator?: string): string {
  const search = new URLSearchParams({ place: String(place), month, ...(indicator ? { indicator } : {}) });
  return `/?${search.toString()}`;
}

export function reportAddress(place: number, month: string): string {
  return `/reports/monthly?${new URLSearchParams({ place: String(place), month }).toString()}`;
}
