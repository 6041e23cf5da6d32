import { z } from 'zod';
import { defineRoute } from '../../platform/http/contract.ts';
import { defineSheet, type SheetCode } from '../../platform/sheets/model.ts';
import { assetFilters, place } from './contract.ts';
import { contractFilters } from './lease-contract.ts';
import { assetClasses, assetKinds, claimStates, fundingSources, knownBy, useStates } from './rules.ts';
import { words } from './words.ts';

type CodeWords = keyof typeof words extends infer K ? (K extends `code.${infer L}.${string}` ? L : never) : never;

function codesOf(list: CodeWords, codes: readonly string[]): SheetCode[] {
  const known: Readonly<Record<string, readonly [string, string]>> = words;
  return codes.map((code) => ({ code, words: known[`code.${list}.${code}`] ?? [code, code] }));
}

/** The register in the order of the survey forms: what and where, then as booked beside as verified, then whose and from what money. */
export const assetSheet = defineSheet({
  name: 'assets',
  title: words['sheet.title'],
  guide: [words['sheet.guide.match'], words['sheet.guide.blank'], words['sheet.guide.confirm']],
  columns: [
    {
      key: 'place',
      title: words['field.place'],
      kind: 'place',
      note: words['sheet.note.place'],
      example: '150622100201',
      width: 18,
    },
    {
      key: 'number',
      title: words['field.number'],
      kind: 'id',
      required: true,
      note: words['sheet.note.number'],
      example: '001',
      width: 12,
      maxLength: 30,
    },
    {
      key: 'name',
      title: words['field.name'],
      kind: 'text',
      required: true,
      example: words['sheet.example.name'][0],
      width: 24,
      maxLength: 100,
    },
    {
      key: 'class',
      title: words['field.class'],
      kind: 'code',
      required: true,
      codes: codesOf('class', assetClasses),
      example: 'operating',
      width: 14,
    },
    {
      key: 'kind',
      title: words['field.kind'],
      kind: 'code',
      required: true,
      codes: codesOf('kind', assetKinds),
      example: 'building',
      width: 16,
    },
    {
      key: 'location',
      title: words['field.location'],
      kind: 'text',
      example: words['sheet.example.location'][0],
      width: 20,
      maxLength: 200,
    },
    { key: 'bounds', title: words['field.bounds'], kind: 'text', example: '', width: 24, maxLength: 500 },
    { key: 'acquiredOn', title: words['field.acquiredOn'], kind: 'date', example: '2012-09-01', width: 12 },
    { key: 'unit', title: words['field.unit'], kind: 'text', example: words['sheet.example.unit'][0], maxLength: 10 },
    { key: 'quantity', title: words['field.quantity'], kind: 'decimal', example: '1', width: 10 },
    {
      key: 'bookAreaMu',
      title: words['field.bookAreaMu'],
      kind: 'decimal',
      unit: words['unit.mu'],
      example: '0',
      width: 12,
    },
    { key: 'areaMu', title: words['field.areaMu'], kind: 'decimal', unit: words['unit.mu'], example: '0', width: 12 },
    {
      key: 'bookValueFen',
      title: words['field.bookValueFen'],
      kind: 'yuan',
      unit: words['unit.yuan'],
      example: '150000',
      width: 16,
    },
    {
      key: 'verifiedValueFen',
      title: words['field.verifiedValueFen'],
      kind: 'yuan',
      unit: words['unit.yuan'],
      example: '148000',
      width: 16,
    },
    {
      key: 'useState',
      title: words['field.useState'],
      kind: 'code',
      codes: codesOf('useState', useStates),
      note: words['sheet.note.useState'],
      example: 'own_use',
      width: 12,
    },
    {
      key: 'claimState',
      title: words['field.claimState'],
      kind: 'code',
      codes: codesOf('claimState', claimStates),
      note: words['sheet.note.claimState'],
      example: 'certified',
      width: 14,
    },
    {
      key: 'certificateNumber',
      title: words['field.certificateNumber'],
      kind: 'id',
      example: '',
      width: 20,
      maxLength: 60,
    },
    {
      key: 'povertyProject',
      title: words['field.povertyProject'],
      kind: 'code',
      codes: codesOf('yes', ['true', 'false']),
      example: 'false',
      width: 10,
    },
    {
      key: 'fundingSource',
      title: words['field.fundingSource'],
      kind: 'code',
      codes: codesOf('fundingSource', fundingSources),
      example: '',
      width: 16,
    },
    {
      key: 'fundingDocument',
      title: words['field.fundingDocument'],
      kind: 'text',
      example: '',
      width: 22,
      maxLength: 60,
    },
    { key: 'projectName', title: words['field.projectName'], kind: 'text', example: '', width: 20, maxLength: 100 },
    {
      key: 'knownBy',
      title: words['field.knownBy'],
      kind: 'code',
      codes: codesOf('knownBy', knownBy),
      example: 'books',
      width: 14,
    },
    {
      key: 'listedOn',
      title: words['field.listedOn'],
      kind: 'date',
      note: words['sheet.note.listedOn'],
      example: '2018-07-01',
      width: 12,
    },
    { key: 'note', title: words['field.note'], kind: 'text', example: '', width: 24, maxLength: 1000 },
  ],
});

export const importReport = z.object({
  inserted: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  /** the first of them, in words; the marked workbook names all */
  errors: z.array(z.object({ row: z.int(), column: z.string().optional(), message: z.string() })),
});

export const checkImport = defineRoute({
  method: 'POST',
  path: '/assets/import/check',
  act: 'asset.import',
  summary: 'dry run of a workbook: what would be inserted, updated, unchanged and rejected',
  upload: true,
  reply: importReport,
});

export const markImport = defineRoute({
  method: 'POST',
  path: '/assets/import/marked',
  act: 'asset.import',
  summary: 'the same workbook with rejected cells red and commented',
  upload: true,
  reply: z.unknown(),
  download: true,
});

export const takeImport = defineRoute({
  method: 'POST',
  path: '/assets/import',
  act: 'asset.import',
  summary: 'import a workbook: all or nothing, or the good rows alone; the same file again changes nothing',
  upload: true,
  query: z.object({ keepGood: z.enum(['true', 'false']).optional() }),
  reply: importReport,
});

export const getTemplate = defineRoute({
  method: 'POST',
  path: '/assets/template',
  act: 'asset.import',
  summary: 'the workbook to fill in, with the assets that are known already',
  query: z.object({ place: place.optional() }),
  reply: z.unknown(),
  download: true,
});

const exportQuery = assetFilters.extend({
  q: z.string().trim().max(100).optional(),
  sort: z.string().max(60).optional(),
  order: z.enum(['asc', 'desc']).optional(),
});

export const exportAssets = defineRoute({
  method: 'POST',
  path: '/assets/export',
  act: 'asset.export',
  summary: 'the list under its filters as a workbook that the import takes back',
  query: exportQuery,
  reply: z.unknown(),
  download: true,
});

export const printAssets = defineRoute({
  method: 'POST',
  path: '/assets/print',
  act: 'asset.export',
  summary: 'the list under its filters as an A4 form with sums and a place for the signatures of both parties',
  query: exportQuery,
  reply: z.unknown(),
  download: true,
});

export const exportContracts = defineRoute({
  method: 'POST',
  path: '/asset-contracts/export',
  act: 'asset.export',
  summary: 'the contracts under their filters as a workbook',
  query: contractFilters.extend({
    q: z.string().trim().max(100).optional(),
    sort: z.string().max(60).optional(),
    order: z.enum(['asc', 'desc']).optional(),
  }),
  reply: z.unknown(),
  download: true,
});

/** Contracts as a list for the office. */
export const contractSheet = defineSheet({
  name: 'asset_contracts',
  title: words['contracts.title'],
  guide: [],
  columns: [
    { key: 'placeName', title: words['field.place'], kind: 'text', example: '', width: 16 },
    { key: 'number', title: words['field.contractNumber'], kind: 'id', example: '', width: 16 },
    { key: 'assetNumber', title: words['field.assetNumber'], kind: 'id', example: '', width: 12 },
    { key: 'assetName', title: words['field.assetName'], kind: 'text', example: '', width: 22 },
    { key: 'kind', title: words['field.contractKind'], kind: 'text', example: '', width: 12 },
    { key: 'tenantName', title: words['field.tenantName'], kind: 'text', example: '', width: 18 },
    { key: 'startsOn', title: words['field.startsOn'], kind: 'date', example: '', width: 12 },
    { key: 'throughOn', title: words['field.throughOn'], kind: 'date', example: '', width: 12 },
    { key: 'expiry', title: words['field.expiry'], kind: 'text', example: '', width: 14 },
    { key: 'rentFen', title: words['field.rentFen'], kind: 'yuan', unit: words['unit.yuan'], example: '', width: 14 },
    { key: 'nextDueOn', title: words['field.nextDueOn'], kind: 'date', example: '', width: 12 },
    {
      key: 'arrearsFen',
      title: words['field.arrearsFen'],
      kind: 'yuan',
      unit: words['unit.yuan'],
      example: '',
      width: 14,
    },
  ],
});
