import type { CallInput, RouteContract } from '../http/contract.ts';
import { call } from './client.ts';
import type { RowOf } from './request.ts';

/** One record as the picker shows it. */
export interface Choice {
  /** what the form stores */
  readonly value: string;
  readonly label: string;
  /** tells records of the same name apart: place, masked number, birth year */
  readonly sub?: string;
}

/** Where {@link RecordPicker} looks for records. */
export interface RecordSource {
  readonly key: string;
  search(text: string, signal?: AbortSignal): Promise<readonly Choice[]>;
  /** the label of a value that stands in the form already */
  find?(value: string, signal?: AbortSignal): Promise<Choice | undefined>;
}

/** A source over a list route (`q`, `limit`); `fixed` narrows it, `find` names a value chosen earlier. */
export function recordSource<C extends RouteContract>(
  contract: C,
  toChoice: (row: RowOf<C>) => Choice,
  options: { fixed?: Readonly<Record<string, string | number>>; find?: RecordSource['find'] } = {},
): RecordSource {
  return {
    key: contract.path + JSON.stringify(options.fixed ?? {}),
    search: async (text, signal) => {
      const query = { ...options.fixed, q: text, limit: 20 };
      const reply = await call(contract, { query } as CallInput<C>, { signal });
      return (reply as unknown as { rows: readonly RowOf<C>[] }).rows.map(toChoice);
    },
    ...(options.find ? { find: options.find } : {}),
  };
}
