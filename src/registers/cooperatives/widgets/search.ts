import { call } from '../../../platform/ui/client.ts';
import type { SearchHit } from '../../../platform/ui/search-hit.ts';
import { listCooperatives } from '../contract.ts';

/** Organisations for the search box. */
export async function search(text: string, signal: AbortSignal): Promise<readonly SearchHit[]> {
  const { rows } = await call(listCooperatives, { query: { q: text, limit: 5 } }, { signal });
  return rows.map((row) => ({
    label: row.name,
    sub: [row.placeName, row.creditCode].filter((part) => part !== null).join(' '),
    to: `/cooperatives/${row.county}/${row.id}`,
  }));
}
