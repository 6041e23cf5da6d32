import type { Row } from '../src/platform/db/tx.ts';
import { type LocalDate, lastDay, type Month, monthOf } from '../src/platform/pure/period.ts';
import type { CopyTable } from './copy.ts';

/** Figures that the census knows, by the codes of the catalogue. */
export const censusCodes = ['households', 'residents', 'poor_households', 'poverty_exit'] as const;
type CensusCode = (typeof censusCodes)[number];

/**
 * A second way to the figures of one month: counts rows while they are made, in JavaScript, without fact views,
 * catalogue or SQL. What the recount says must equal it.
 */
export class Census {
  readonly month: Month;
  households = 0;
  residents = 0;
  readonly #figures = new Map<string, number>();

  constructor(month: Month) {
    this.month = month;
  }

  count(table: CopyTable, row: Row): void {
    if (table === 'household') {
      this.households += 1;
      if (this.#holds(row.joined_on, row.left_on)) this.#add('households', row);
    } else if (table === 'resident') {
      this.residents += 1;
      if (this.#holds(row.joined_on, row.left_on)) this.#add('residents', row);
    } else if (table === 'poverty_registration') {
      const poor = row.state === 'registered' || row.state === 'relapsed';
      if (poor && this.#holds(row.starts_on, row.ends_on)) this.#add('poor_households', row);
      if (row.change === 'exit' && monthOf(row.starts_on as LocalDate) === this.month) this.#add('poverty_exit', row);
    }
  }

  /** `indicator place value` of every place of every level with rows, in order. */
  lines(): readonly string[] {
    return [...this.#figures].map(([key, value]) => `${key} ${value}`).toSorted();
  }

  figure(code: CensusCode, place: number): number {
    return this.#figures.get(`${code} ${place}`) ?? 0;
  }

  #holds(from: unknown, until: unknown): boolean {
    const day = lastDay(this.month);
    return String(from) <= day && (until === null || until === undefined || String(until) > day);
  }

  #add(code: CensusCode, row: Row): void {
    const village = Number(row.place);
    for (const size of [1, 1_000, 1_000_000, 100_000_000]) {
      const key = `${code} ${Math.floor(village / size) * size}`;
      this.#figures.set(key, (this.#figures.get(key) ?? 0) + 1);
    }
  }
}
