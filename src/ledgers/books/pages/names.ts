import { useMemo } from 'react';
import type { ReplyOf } from '../../../platform/http/contract.ts';
import { useText } from '../../../platform/ui/language.ts';
import { useReply } from '../../../platform/ui/queries.ts';
import type { WordPair } from '../../../platform/words.ts';
import { listAccounts } from '../account-contract.ts';
import type { Chart } from '../chart-rules.ts';
import { words } from '../words.ts';

export type Account = ReplyOf<typeof listAccounts>['accounts'][number];

const pairs: Readonly<Record<string, WordPair>> = words;

/** A word of the books by a key made at run time; the key itself where there is none. */
export function wordOf(key: string): WordPair {
  return pairs[key] ?? [key, key];
}

export interface NamedAccount extends Account {
  readonly name: string;
}

/** The accounts of a book with their names in the reader’s language: own ones behind the account they stand below. */
export function useNamedAccounts(book: { readonly county: number; readonly id: string; readonly chart: Chart }) {
  const text = useText();
  const { county, id, chart } = book;
  const reply = useReply(listAccounts, { params: { county, id } });
  const { data } = reply;
  const accounts = useMemo(() => {
    const known = new Map((data?.accounts ?? []).map((account) => [account.code, account]));
    const nameOf = (code: string): string => {
      const own = known.get(code)?.ownName;
      if (own) return `${nameOf(code.slice(0, -2))}—${own}`;
      return pairs[`chart.${chart}.${code}`] ? text(wordOf(`chart.${chart}.${code}`)) : code;
    };
    return (data?.accounts ?? []).map((account): NamedAccount => ({ ...account, name: nameOf(account.code) }));
  }, [data, chart, text]);
  const names = useMemo(() => new Map(accounts.map(({ code, name }) => [code, name])), [accounts]);
  return { reply, accounts, nameOf: (code: string) => names.get(code) ?? code };
}
