import type { CallInput, RouteContract } from '../http/contract.ts';
import { call } from './client.ts';
import type { RowOf } from './request.ts';

/** One place as the pickers show it. */
export interface PlaceNode {
  /** 12-digit code */
  readonly code: number;
  readonly name: string;
  /** beside the name, for example how many records it has */
  readonly note?: string;
}

/** Where the pickers read places from, level by level. */
export interface PlaceSource {
  readonly key: string;
  /** without a parent: the top places of the reader's range */
  children(parent: number | undefined, signal?: AbortSignal): Promise<readonly PlaceNode[]>;
}

/** A source over a list route whose query takes `parent` (absent: the top of the reader's range). */
export function placeSource<C extends RouteContract>(contract: C, toNode: (row: RowOf<C>) => PlaceNode): PlaceSource {
  return {
    key: contract.path,
    children: async (parent, signal) => {
      const reply = await call(contract, { query: { parent } } as CallInput<C>, { signal });
      return (reply as unknown as { rows: readonly RowOf<C>[] }).rows.map(toNode);
    },
  };
}
