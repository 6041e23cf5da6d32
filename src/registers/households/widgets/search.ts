import { call } from '../../../platform/ui/client.ts';
import type { SearchHit } from '../../../platform/ui/search-hit.ts';
import { searchResidents } from '../resident-contract.ts';

/** People for the search box: by Chinese, pinyin, initials or the end of the number. */
export async function search(text: string, signal: AbortSignal): Promise<readonly SearchHit[]> {
  const { rows } = await call(searchResidents, { query: { q: text, limit: 8 } }, { signal });
  return rows.map((row) => ({
    label: row.name,
    sub: `${row.placeName ?? ''} ${row.idNumberMasked}`,
    to: `/households/${row.county}/${row.householdId}`,
  }));
}
