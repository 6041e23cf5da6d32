import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { fenShape, positiveFenShape } from '../../platform/pure/fen-shape.ts';
import { isPlace } from '../../platform/pure/place.ts';
import { applicantKinds, schemeKinds, unitKinds } from './rules.ts';

const place = z.coerce.number().int().refine(isPlace, 'place_invalid');
const rate = {
  rateFen: positiveFenShape,
  source: z.string().trim().min(2).max(300),
};

export const schemeFields = z.object({
  place,
  kind: z.enum(schemeKinds),
  title: z.string().trim().min(2).max(100),
  documentNumber: z.string().trim().min(2).max(60),
  unitKind: z.enum(unitKinds),
  output: z.string().trim().min(1).max(60),
  applicants: z.enum(applicantKinds),
  leastUnits: z.number().min(0).max(99_999_999).default(0),
  capFen: positiveFenShape.nullish().transform((fen) => fen ?? null),
  /** the document in the fund ledger whose money alone pays */
  fundDocumentId: z
    .uuid()
    .nullish()
    .transform((id) => id ?? null),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
});

export const schemeView = schemeFields.extend({
  id: z.uuid(),
  place: z.int(),
  placeName: z.string(),
  capFen: fenShape.nullable(),
  fundDocumentId: z.uuid().nullable(),
  rates: z.array(z.object({ id: z.uuid(), startsOn: z.string(), rateFen: fenShape, source: z.string() })),
});

export const listSchemes = defineRoute({
  method: 'GET',
  path: '/reward-schemes',
  act: 'reward.read',
  summary: 'all schemes with their dated rates: whoever produces may know what is rewarded',
  reply: z.object({ rows: z.array(schemeView), allowed: z.array(z.string()) }),
});

export const recordScheme = defineRoute({
  method: 'POST',
  path: '/reward-schemes',
  act: 'reward.scheme',
  summary: 'a scheme for a place, with its first rate',
  body: schemeFields.extend({
    id: z.uuid(),
    /** where that document stands; the county of the place where absent */
    fundDocumentCounty: z.int().optional(),
    ...rate,
  }),
  reply: z.object({ id: z.uuid() }),
});

export const setRate = defineRoute({
  method: 'POST',
  path: '/reward-schemes/:id/rates',
  act: 'reward.scheme',
  summary: 'another rate from a day on; each day is said once',
  params: z.object({ id: z.uuid() }),
  body: z.object({ id: z.uuid(), startsOn: z.iso.date(), ...rate }),
  reply: z.object({ id: z.uuid() }),
});
