import type { Tx } from './db/tx.ts';

/** A record as a fact names it. */
export interface TitledRecord {
  readonly recordType: string;
  readonly county: number;
  readonly id: string;
  readonly place: number;
}

/**
 * What people call the records of one type: the head of a household, the name of a branch. `list` answers by id, inside
 * the reader's range alone; who does not hold `act` is told no titles at all.
 */
export interface TitleSource {
  readonly act: string;
  list(tx: Tx, records: readonly TitledRecord[]): Promise<ReadonlyMap<string, string>>;
}

/** By record type. The registers stand above the platform and beside each other: the composition root hands them in. */
export type TitleSources = ReadonlyMap<string, TitleSource>;

/** Titles of records of several types by id, one statement for each type; what has none is left out. */
export async function listTitles(
  tx: Tx,
  sources: TitleSources,
  { records, allowed }: { records: readonly TitledRecord[]; allowed: (act: string) => boolean },
): Promise<ReadonlyMap<string, string>> {
  const titles = new Map<string, string>();
  for (const [type, ofType] of Map.groupBy(records, ({ recordType }) => recordType)) {
    const source = sources.get(type);
    if (!source || !allowed(source.act)) continue;
    const distinct = [...new Map(ofType.map((record) => [record.id, record])).values()];
    for (const [id, title] of await source.list(tx, distinct)) titles.set(id, title);
  }
  return titles;
}
