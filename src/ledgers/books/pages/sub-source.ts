import { call } from '../../../platform/ui/client.ts';
import type { Choice, RecordSource } from '../../../platform/ui/records.ts';
import { listSubs } from '../account-contract.ts';
import type { SubKind } from '../chart-rules.ts';

const sources = new Map<string, RecordSource>();

/** Members or other details of a book, found by name, number or first letters. */
export function subSource(book: { readonly county: number; readonly id: string }, kind: SubKind): RecordSource {
  const key = `${book.id}/${kind}`;
  const known = sources.get(key);
  if (known) return known;
  const params = { county: book.county, id: book.id };
  async function search(q: string, signal?: AbortSignal): Promise<readonly Choice[]> {
    const { rows } = await call(listSubs, { params, query: { kind, q, limit: 20 } }, { signal });
    return rows.map(({ sub, name }) => ({ value: sub, label: name }));
  }
  const made: RecordSource = {
    key,
    search,
    async find(value, signal) {
      const { rows } = await call(listSubs, { params, query: { kind, limit: 200 } }, { signal });
      const found = rows.find(({ sub }) => sub === value);
      return found && { value, label: found.name };
    },
  };
  sources.set(key, made);
  return made;
}
