import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { exportExtras, parcelFilters, place } from './contract.ts';
import { arrearsFilters } from './rent-contract.ts';
import { transferFilters } from './transfer-contract.ts';

export const importReport = z.object({
  inserted: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  /** the first of them, in words; the marked workbook names all */
  errors: z.array(z.object({ row: z.int(), column: z.string().optional(), message: z.string() })),
});

const keepGood = z.object({ keepGood: z.enum(['true', 'false']).optional() });
const uploaded = { method: 'POST', act: 'land.import', upload: true } as const;
const download = { reply: z.unknown(), download: true } as const;

export const checkParcels = defineRoute({
  ...uploaded,
  path: '/parcels/import/check',
  summary: 'dry run of a workbook of parcels: what would be inserted, updated, unchanged and rejected',
  reply: importReport,
});

export const markParcels = defineRoute({
  ...uploaded,
  path: '/parcels/import/marked',
  summary: 'the same workbook with rejected cells red and commented',
  ...download,
});

export const takeParcels = defineRoute({
  ...uploaded,
  path: '/parcels/import',
  summary: 'import a workbook of parcels: all or nothing, or the good rows alone; the same file again changes nothing',
  query: keepGood,
  reply: importReport,
});

export const parcelTemplate = defineRoute({
  method: 'POST',
  path: '/parcels/template',
  act: 'land.import',
  summary: 'the workbook to fill in, with the parcels that are known already',
  query: z.object({ place: place.optional() }),
  ...download,
});

export const exportParcels = defineRoute({
  method: 'POST',
  path: '/parcels/export',
  act: 'land.export',
  summary: 'the parcels under their filters as a workbook that the import takes back',
  query: parcelFilters.extend(exportExtras),
  ...download,
});

export const checkTransfers = defineRoute({
  ...uploaded,
  path: '/land-transfers/import/check',
  summary: 'dry run of a workbook of transfers, with every land that would be let twice',
  reply: importReport,
});

export const markTransfers = defineRoute({
  ...uploaded,
  path: '/land-transfers/import/marked',
  summary: 'the same workbook with rejected cells red and commented',
  ...download,
});

export const takeTransfers = defineRoute({
  ...uploaded,
  path: '/land-transfers/import',
  summary:
    'import a workbook of transfers: all or nothing, or the good rows alone; contracts on record stay as they are',
  query: keepGood,
  reply: importReport,
});

export const transferTemplate = defineRoute({
  method: 'POST',
  path: '/land-transfers/template',
  act: 'land.import',
  summary: 'the workbook of transfers to fill in',
  ...download,
});

export const exportTransfers = defineRoute({
  method: 'POST',
  path: '/land-transfers/export',
  act: 'land.export',
  summary: 'the transfers under their filters as a workbook',
  query: transferFilters.extend(exportExtras),
  ...download,
});

export const exportArrears = defineRoute({
  method: 'POST',
  path: '/land-rents/arrears/export',
  act: 'land.export',
  summary: 'rent in arrears by age as a workbook',
  query: arrearsFilters.extend(exportExtras),
  ...download,
});
