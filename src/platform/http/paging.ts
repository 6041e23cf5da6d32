import { z } from 'zod';

export const MAX_PAGE = 200;
export const MAX_OFFSET = 100_000;

/**
 * What every list route accepts. Narrow `sort` to the columns that may be sorted, and add the filters:
 * `pageQuery.extend({ sort: z.enum(['name', 'recordedAt']).optional(), state: z.enum(states).optional() })`.
 */
export const pageQuery = z.object({
  /** free text: Chinese, pinyin, initials, the end of a number */
  q: z.string().trim().max(100).optional(),
  sort: z.string().max(60).optional(),
  order: z.enum(['asc', 'desc']).optional(),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(50),
  /** rows left out before the first; beyond the limit a list has to be filtered instead */
  offset: z.coerce.number().int().min(0).max(MAX_OFFSET).default(0),
});

export type PageQuery = z.output<typeof pageQuery>;

/** One page of rows and how many there are in all under the same filters. */
export function pageReply<T extends z.ZodType>(item: T) {
  return z.object({ rows: z.array(item), total: z.number().int().min(0) });
}
