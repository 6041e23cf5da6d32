import { useMe } from '../../../platform/ui/me.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import { listLoans } from '../contract.ts';
import { keyOfChoice } from './fields.ts';

const placesOfCounty = 1_000_000;

/** The county somebody acts for: that of his office; for a bank that of its newest loan, or its own before it lent. */
export function useCounty(): (bank: string) => number {
  const { position } = useMe();
  const isPlaced = position.place !== null;
  const newest = useReply(listLoans, { query: { limit: 1 } }, { enabled: !isPlaced });
  return (bank) => {
    const own = isPlaced ? Math.floor((position.place ?? 0) / placesOfCounty) : newest.data?.rows[0]?.county;
    return own ?? keyOfChoice(bank).county;
  };
}
