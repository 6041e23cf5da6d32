import type { EntryDraft, EntryLine } from './rules.ts';

/** Array literals for the posting function; a column that no line uses is null. */
export interface EntryColumns {
  readonly entries: Readonly<
    Record<'ids' | 'days' | 'series' | 'memos' | 'sourceTypes' | 'sourceIds' | 'reverses' | 'starts', string>
  >;
  /** each account once, with its sub-ledger */
  readonly accounts: Readonly<Record<'codes' | 'subs', string>>;
  readonly lines: Readonly<
    Record<'entries' | 'accounts' | 'amounts', string> & Record<'reds' | 'quantities' | 'memos', string | null>
  >;
}

/** Written out by hand: the driver quotes element by element, which for a million lines takes longer than posting them. */
export function columnsOf(entries: readonly EntryDraft[]): EntryColumns {
  const all = entries.flatMap((entry) => entry.lines);
  const accounts = new Map<string, { readonly at: number; readonly code: string; readonly sub: string }>();
  const accountOf: number[] = [];
  for (const { code, sub = '' } of all) {
    const key = `${code}\n${sub}`;
    const known = accounts.get(key) ?? { at: accounts.size + 1, code, sub };
    if (known.at > accounts.size) accounts.set(key, known);
    accountOf.push(known.at);
  }
  const entryOf = entries.flatMap((entry, at) => entry.lines.map(() => at + 1));
  const listed = [...accounts.values()];
  return {
    entries: headsOf(entries),
    accounts: { codes: texts(listed.map(({ code }) => code)), subs: texts(listed.map(({ sub }) => sub)) },
    lines: {
      entries: plain(entryOf),
      accounts: plain(accountOf),
      amounts: plain(all.map((line) => line.amount)),
      reds: all.some((line) => line.red) ? plain(all.map((line) => (line.red ? 't' : 'f'))) : null,
      quantities: optional(all, 'quantity'),
      memos: all.some((line) => line.memo !== undefined) ? texts(all.map((line) => line.memo)) : null,
    },
  };
}

function headsOf(entries: readonly EntryDraft[]): EntryColumns['entries'] {
  let next = 1;
  const starts = entries.map(({ lines }) => {
    const start = next;
    next += lines.length;
    return start;
  });
  return {
    ids: texts(entries.map((entry) => entry.id)),
    days: texts(entries.map((entry) => entry.occurredOn)),
    series: texts(entries.map((entry) => entry.series)),
    memos: texts(entries.map((entry) => entry.memo)),
    sourceTypes: texts(entries.map((entry) => entry.sourceType)),
    sourceIds: texts(entries.map((entry) => entry.sourceId)),
    reverses: texts(entries.map((entry) => entry.reversesId)),
    starts: plain(starts),
  };
}

function optional(lines: readonly EntryLine[], name: 'quantity'): string | null {
  return lines.some((line) => line[name] !== undefined) ? plain(lines.map((line) => line[name] ?? 'NULL')) : null;
}

function plain(values: readonly (bigint | number | string)[]): string {
  return `{${values.join(',')}}`;
}

const special = /["\\]/;

function texts(values: readonly (string | undefined)[]): string {
  return `{${values.map(quoted).join(',')}}`;
}

function quoted(text: string | undefined): string {
  if (text === undefined) return 'NULL';
  return special.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : `"${text}"`;
}
