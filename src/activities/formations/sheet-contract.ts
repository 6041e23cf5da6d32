import { defineSheet, type SheetCode } from '../../platform/sheets/model.ts';
import type { WordPair } from '../../platform/words.ts';
import { memberKinds, unitKinds } from '../../registers/cooperatives/composition-rules.ts';
import { words } from './words.ts';

function codesOf(list: string, codes: readonly string[]): SheetCode[] {
  const known: Readonly<Record<string, WordPair>> = words;
  return codes.map((code) => ({ code, words: known[`code.${list}.${code}`] ?? [code, code] }));
}

const yuan = words['unit.yuan'];

/** The founders of a plan, one row each. Template, export and import are the same. */
export const founderSheet = defineSheet({
  name: 'founders',
  title: words['sheet.founders'],
  unique: ['number'],
  guide: [words['sheet.guide.match'], words['sheet.guide.capital']],
  columns: [
    {
      key: 'number',
      title: words['field.number'],
      kind: 'id',
      required: true,
      example: '001',
      width: 8,
      maxLength: 30,
    },
    {
      key: 'name',
      title: words['field.founderName'],
      kind: 'text',
      required: true,
      example: words['sheet.example.name'][0],
      width: 16,
      maxLength: 100,
    },
    {
      key: 'kind',
      title: words['field.founderKind'],
      kind: 'code',
      required: true,
      codes: codesOf('memberKind', memberKinds),
      example: 'farmer',
      width: 12,
    },
    {
      key: 'unitKind',
      title: words['field.unitKind'],
      kind: 'code',
      codes: codesOf('unitKind', unitKinds),
      example: '',
      width: 12,
    },
    { key: 'creditCode', title: words['field.creditCode'], kind: 'id', example: '', width: 22, maxLength: 40 },
    {
      key: 'memberPlace',
      title: words['field.memberPlace'],
      kind: 'place',
      note: words['sheet.note.place'],
      example: '',
      width: 18,
    },
    { key: 'cashFen', title: words['field.cashFen'], kind: 'yuan', unit: yuan, example: '1000.00', width: 12 },
    {
      key: 'householdGrantFen',
      title: words['field.householdGrantFen'],
      kind: 'yuan',
      unit: yuan,
      example: '',
      width: 16,
    },
    { key: 'croplandFen', title: words['field.croplandFen'], kind: 'yuan', unit: yuan, example: '', width: 12 },
    { key: 'forestFen', title: words['field.forestFen'], kind: 'yuan', unit: yuan, example: '', width: 12 },
    { key: 'grasslandFen', title: words['field.grasslandFen'], kind: 'yuan', unit: yuan, example: '', width: 12 },
    { key: 'goodsFen', title: words['field.goodsFen'], kind: 'yuan', unit: yuan, example: '', width: 12 },
    { key: 'areaMu', title: words['field.areaMu'], kind: 'decimal', unit: words['unit.mu'], example: '', width: 10 },
    { key: 'inKindNote', title: words['field.inKindNote'], kind: 'text', example: '', width: 30, maxLength: 500 },
  ],
});

/** The list of plans as a workbook. */
export const formationSheet = defineSheet({
  name: 'formations',
  title: words.title,
  guide: [],
  columns: [
    { key: 'name', title: words['field.name'], kind: 'text', example: '', width: 34 },
    { key: 'placeName', title: words['field.place'], kind: 'text', example: '', width: 18 },
    { key: 'kind', title: words['field.kind'], kind: 'text', example: '', width: 20 },
    { key: 'draftedOn', title: words['field.draftedOn'], kind: 'date', example: '', width: 12 },
    { key: 'founders', title: words['field.founders'], kind: 'integer', example: '', width: 10 },
    { key: 'capital', title: words['field.capital'], kind: 'decimal', unit: yuan, example: '', width: 14 },
    { key: 'reached', title: words['field.reached'], kind: 'text', example: '', width: 50 },
    { key: 'next', title: words['field.next'], kind: 'text', example: '', width: 16 },
    { key: 'state', title: words['field.state'], kind: 'text', example: '', width: 10 },
  ],
});
