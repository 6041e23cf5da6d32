import type { RowSpec, Term } from './statement-rules.ts';

/** Balances on the debit side. */
export function assets(...codes: string[]): readonly Term[] {
  return [{ take: 'balance', codes, sign: 1 }];
}

/** Balances on the credit side. */
export function claims(...codes: string[]): readonly Term[] {
  return [{ take: 'balance', codes, sign: -1 }];
}

/** What the year brought in. */
export function income(...codes: string[]): readonly Term[] {
  return [{ take: 'result', codes, sign: -1 }];
}

/** What the year cost. */
export function expense(...codes: string[]): readonly Term[] {
  return [{ take: 'result', codes, sign: 1 }];
}

/** Rows added up; a negative number takes its row away. */
export function plus(...rows: number[]): NonNullable<RowSpec['of']> {
  return rows.map((row) => [Math.abs(row), row < 0 ? -1 : 1] as const);
}
