import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { defineSheet } from '../../platform/sheets/model.ts';
import { disclosureFilters, disclosureKey } from './contract.ts';
import { words } from './words.ts';

export const exportDisclosures = defineRoute({
  method: 'POST',
  path: '/disclosures/export',
  act: 'disclosure.export',
  summary: 'what is owed under its filters as a workbook',
  query: disclosureFilters.extend({
    q: z.string().trim().max(100).optional(),
    sort: z.string().max(60).optional(),
    order: z.enum(['asc', 'desc']).optional(),
  }),
  reply: z.unknown(),
  download: true,
});

export const exportItems = defineRoute({
  method: 'POST',
  path: '/disclosures/:county/:id/export',
  act: 'disclosure.export',
  summary: 'the items of a disclosure as a workbook',
  params: disclosureKey,
  reply: z.unknown(),
  download: true,
});

export const printDisclosure = defineRoute({
  method: 'POST',
  path: '/disclosures/:county/:id/print',
  act: 'disclosure.export',
  summary: 'a disclosure on A4, with room for the finance group to sign',
  params: disclosureKey,
  reply: z.unknown(),
  download: true,
});

const yuan = words['unit.yuan'];

export const owedSheet = defineSheet({
  name: 'disclosures',
  title: words.title,
  guide: [],
  columns: [
    { key: 'placeName', title: words['field.place'], kind: 'text', example: '', width: 16 },
    { key: 'name', title: words['field.name'], kind: 'text', example: '', width: 26 },
    { key: 'form', title: words['field.form'], kind: 'text', example: '', width: 18 },
    { key: 'span', title: words['field.span'], kind: 'text', example: '', width: 16 },
    { key: 'vouchers', title: words['field.vouchers'], kind: 'integer', example: '', width: 10 },
    { key: 'dueOn', title: words['field.dueOn'], kind: 'date', example: '', width: 14 },
    { key: 'state', title: words['field.state'], kind: 'text', example: '', width: 16 },
    { key: 'light', title: words['field.light'], kind: 'text', example: '', width: 12 },
    { key: 'publishedOn', title: words['field.publishedOn'], kind: 'date', example: '', width: 14 },
  ],
});

export const itemSheet = defineSheet({
  name: 'disclosure',
  title: words.title,
  guide: [],
  columns: [
    { key: 'class', title: words['field.class'], kind: 'text', example: '', width: 16 },
    { key: 'name', title: words['field.item'], kind: 'text', example: '', width: 40 },
    { key: 'amountFen', title: words['field.amountFen'], kind: 'yuan', unit: yuan, example: '', width: 16 },
    { key: 'measure', title: words['field.measure'], kind: 'text', example: '', width: 16 },
    { key: 'source', title: words['field.source'], kind: 'text', example: '', width: 12 },
    { key: 'remark', title: words['field.remark'], kind: 'text', example: '', width: 40 },
  ],
});
