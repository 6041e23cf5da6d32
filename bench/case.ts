import type { Database } from '../src/platform/db/database.ts';
import type { City } from './city.ts';
import type { Installation } from './installation.ts';
import type { Effort } from './rounds.ts';
import type { Measured } from './verdict.ts';

/** One line of the result. */
export interface Line extends Measured {
  readonly what: string;
  /** of what the size is, for example `74,512 residents` */
  readonly size: string;
  readonly unit: 'ms' | 'requests/s' | 'MB' | 'KB' | 'statements';
  readonly note?: string;
}

/** What a case works with. Cities are built once and shared. */
export interface Bench {
  readonly size: 'small' | 'full';
  readonly seed: number;
  readonly effort: Effort;
  /** a folder of this run, removed at its end */
  readonly folder: string;
  /** the city at n and at 10 n, in the embedded PostgreSQL of this run */
  cities(): Promise<{ readonly tenth: City; readonly whole: City }>;
  /** an empty database with the city's places, under this name, on the same engine */
  emptyCity(name: string): Promise<Database>;
  /** a data folder on which the product itself starts */
  installation(): Promise<Installation>;
  /** writes everything out, so that one block does not pay for another */
  settle(): Promise<void>;
  log(line: string): void;
}

export interface Case {
  /** the workload of the programme's list, for example `P5` */
  readonly code: string;
  readonly name: string;
  run(bench: Bench): Promise<readonly Line[]>;
}
