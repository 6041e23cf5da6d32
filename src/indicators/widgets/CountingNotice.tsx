import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useWords } from '../../platform/ui/language.ts';
import { useReply } from '../../platform/ui/queries.ts';
import { listIndicators } from '../contract.ts';
import { words } from '../words.ts';
import type { Dictionary } from './dictionary.ts';

const askEveryMs = 3000;

/** `<CountingNotice dictionary />`: says while totals are still short, and reads everything anew once they are whole. */
export function CountingNotice({ dictionary: { counting } }: { readonly dictionary: Dictionary }) {
  const t = useWords(words);
  const client = useQueryClient();
  const wasCounting = useRef(counting);
  useReply(listIndicators, {}, counting ? { everyMs: askEveryMs } : {});
  useEffect(() => {
    if (wasCounting.current && !counting) void client.invalidateQueries();
    wasCounting.current = counting;
  }, [client, counting]);
  if (!counting) return null;
  return (
    <p className="strip warn counting-notice" role="status">
      {t('counting')}
    </p>
  );
}
