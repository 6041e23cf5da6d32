import { z } from 'zod';
import { defineRoute } from '../../http/contract.ts';
import { type RecordSource, recordSource } from '../../ui/records.ts';

/* The register of agencies stands above the platform; of its list route these pages need only id and name. */

const listAgencies = defineRoute({
  method: 'GET',
  path: '/agencies',
  act: 'agency.read',
  summary: 'agencies by name',
  query: z.object({ q: z.string().optional(), limit: z.int().optional() }),
  reply: z.object({ rows: z.array(z.object({ id: z.uuid(), name: z.string(), placeName: z.string() })) }),
});

export const agencies: RecordSource = recordSource(listAgencies, ({ id, name, placeName }) => ({
  value: id,
  label: name,
  sub: placeName,
}));
