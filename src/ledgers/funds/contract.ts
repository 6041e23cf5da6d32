import { z } from 'zod';
import { isPlace } from '../../platform/pure/place.ts';

/** Shapes that the contracts of this feature share. */
export const fundKey = z.object({ county: z.coerce.number().int(), id: z.uuid() });
export const place = z.coerce.number().int().refine(isPlace, 'place_invalid');
export const done = z.object({ county: z.int(), id: z.uuid() });
export const reason = z.string().trim().min(2).max(500);
export const textFilter = { q: z.string().trim().max(100).optional(), order: z.enum(['asc', 'desc']).optional() };

/** Drops what only pages of a list ask for. */
export const wholeList = { limit: true, offset: true } as const;
