import { createContext, useContext } from 'react';
import type { getMe } from '../access/contract.ts';
import type { ReplyOf } from '../http/contract.ts';
import { type LocalDate, localDate } from '../pure/period.ts';

/**
 * Who is signed in: `useMe()` → `{ account, position, positions, acts, demo, today, household, organisationId }`;
 * `useMay(act)` says whether the present position may; `useToday()` is the day on which the server is, in Asia/Shanghai,
 * which forms offer and terms are counted from: never the browser's. Provided by the shell to every page.
 */
export type Me = ReplyOf<typeof getMe>;

export const MeContext = createContext<Me | undefined>(undefined);

export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('a page outside the shell');
  return me;
}

export function useMay(act: string): boolean {
  const { acts } = useMe();
  return act === 'signed_in' || act === 'public' || acts.includes(act);
}

export function useToday(): LocalDate {
  return localDate(useMe().today);
}
