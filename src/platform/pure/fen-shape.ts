import { z } from 'zod';
import { fromJsonFen } from './money.ts';

/** An amount in a contract: fen, on the wire a whole number or digits beyond 2^53, inside a `bigint`. */
export const fenShape = z.union([z.number(), z.string()]).transform((value, context): bigint => {
  const fen = fromJsonFen(value);
  if (fen.ok) return fen.value;
  context.addIssue({ code: 'custom', message: fen.refusal.code });
  return z.NEVER;
});

/** An amount that is never below zero. */
export const amountShape = fenShape.refine((fen) => fen >= 0n, 'money_negative');

/** An amount above zero. */
export const positiveFenShape = fenShape.refine((fen) => fen > 0n, 'money_not_positive');
