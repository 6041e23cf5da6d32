import { Link } from 'react-router';
import type { z } from 'zod';
import { useFormat, useWords } from '../../../platform/ui/language.ts';
import type { cause } from '../contract.ts';
import { words } from '../words.ts';
import { useRecordName } from './record-words.ts';

/** Records that came into a figure or left it, each a link to its page. */
export function CauseList({ causes, limit }: { causes: readonly Cause[]; limit: number }) {
  const t = useWords(words);
  const { date, number } = useFormat();
  const recordName = useRecordName();
  return (
    <ul className="causes">
      {causes.slice(0, limit).map((one) => (
        <li key={`${one.recordType} ${one.recordId} ${one.occurredOn} ${one.change}`}>
          <span className="tag">{t(`changes.${one.change}`)}</span>{' '}
          {one.address === '' ? recordName(one) : <Link to={one.address}>{recordName(one)}</Link>}{' '}
          <span className="note">
            {one.placeName} {date(one.occurredOn)}
          </span>
        </li>
      ))}
      {causes.length > limit && <li className="note">{t('restate.more', { count: number(causes.length - limit) })}</li>}
    </ul>
  );
}

type Cause = z.output<typeof cause> & { readonly placeName?: string };
