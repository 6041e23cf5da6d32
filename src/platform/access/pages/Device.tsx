import { useWords } from '../../ui/language.ts';
import { nameDevice } from '../device.ts';
import { words } from '../words.ts';

/** A device in two words; the whole signature on pointing at it. */
export function Device({ userAgent }: { userAgent: string }) {
  const t = useWords(words);
  const { browser, system } = nameDevice(userAgent);
  const known = browser === 'device.wechat' || browser === 'device.other' ? t(browser) : browser;
  return <span title={userAgent}>{[known, system].filter(Boolean).join(' · ')}</span>;
}
