import { type Handler, handle } from '../../platform/http/handle.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import type { WordPair } from '../../platform/words.ts';
import * as contract from './use-contract.ts';
import * as store from './use-store.ts';
import { words } from './words.ts';

/** The codes of a list whose words, in either language, hold a text. */
function codesNamed(list: string, text: string): string[] {
  const head = `code.${list}.`;
  const wanted = text.toLowerCase();
  return Object.entries<WordPair>(words).flatMap(([key, pair]) =>
    key.startsWith(head) && pair.some((word) => word.toLowerCase().includes(wanted)) ? [key.slice(head.length)] : [],
  );
}

export const useRoutes: readonly Handler[] = [
  handle(contract.listForbiddenUses, async ({ tx, query }) => {
    const { q, ...rest } = query;
    const search = q ? { q, purposes: codesNamed('purpose', q), sources: codesNamed('useSource', q) } : undefined;
    const { rows, total } = await store.listForbiddenUses(tx, { ...rest, ...(search ? { search } : {}) });
    return ok({ rows: [...rows], total });
  }),

  handle(contract.forbidUse, async ({ tx, body, decide }) => {
    const barred = decide('fund.forbid', { place: tx.actor.range?.lo ?? 0 });
    if (barred) return refuse(barred);
    if (body.endsOn !== null && body.endsOn <= body.startsOn) return refuse({ code: 'fund_use_days', field: 'endsOn' });
    if (!(await store.forbidUse(tx, body))) return refuse({ code: 'fund_use_known', field: 'startsOn' });
    return ok({ id: body.id });
  }),

  handle(contract.endForbiddenUse, async ({ tx, body, decide }) => {
    const barred = decide('fund.forbid', { place: tx.actor.range?.lo ?? 0 });
    if (barred) return refuse(barred);
    const id = await store.endForbiddenUse(tx, body);
    return id === undefined ? refuse({ code: 'fund_use_not_forbidden', field: 'endsOn' }) : ok({ id });
  }),
];
