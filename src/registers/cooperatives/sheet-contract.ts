import { defineSheet, type SheetCode } from '../../platform/sheets/model.ts';
import type { WordPair } from '../../platform/words.ts';
import { memberKinds, unitKinds } from './composition-rules.ts';
import { cooperativeKinds } from './rules.ts';
import { words } from './words.ts';

function codesOf(list: string, codes: readonly string[]): SheetCode[] {
  const known: Readonly<Record<string, WordPair>> = words;
  return codes.map((code) => ({ code, words: known[`code.${list}.${code}`] ?? [code, code] }));
}

/** Members as offices keep them, one row a member. Export, template and import are the same. */
export const memberSheet = defineSheet({
  name: 'members',
  title: words['sheet.members'],
  unique: ['number'],
  guide: [words['sheet.guide.match'], words['sheet.guide.blank'], words['sheet.guide.masked']],
  columns: [
    {
      key: 'number',
      title: words['field.number'],
      kind: 'id',
      required: true,
      example: '001',
      width: 10,
      maxLength: 30,
    },
    {
      key: 'name',
      title: words['field.memberName'],
      kind: 'text',
      required: true,
      example: words['sheet.example.name'][0],
      width: 16,
      maxLength: 100,
    },
    {
      key: 'kind',
      title: words['field.memberKind'],
      kind: 'code',
      required: true,
      codes: codesOf('memberKind', memberKinds),
      note: words['sheet.note.kind'],
      example: 'farmer',
      width: 12,
    },
    {
      key: 'idNumber',
      title: words['field.idNumber'],
      kind: 'id',
      note: words['sheet.note.idNumber'],
      example: '15062219700101001X',
      width: 22,
    },
    { key: 'creditCode', title: words['field.creditCode'], kind: 'id', example: '', width: 22 },
    {
      key: 'unitKind',
      title: words['field.unitKind'],
      kind: 'code',
      codes: codesOf('unitKind', unitKinds.slice(0, 3)),
      example: '',
      width: 12,
    },
    {
      key: 'memberPlace',
      title: words['field.memberPlace'],
      kind: 'place',
      note: words['sheet.note.place'],
      example: '',
      width: 18,
    },
    { key: 'joinedOn', title: words['field.joinedOn'], kind: 'date', required: true, example: '2018-07-01', width: 12 },
    { key: 'phone', title: words['field.phone'], kind: 'id', example: '', width: 14, maxLength: 30 },
  ],
});

/** The register of organisations as it is exported. */
export const cooperativeSheet = defineSheet({
  name: 'cooperatives',
  title: words.title,
  guide: [],
  columns: [
    { key: 'name', title: words['field.name'], kind: 'text', example: '', width: 28 },
    {
      key: 'kind',
      title: words['field.kind'],
      kind: 'code',
      codes: codesOf('kind', cooperativeKinds),
      example: '',
      width: 18,
    },
    { key: 'creditCode', title: words['field.creditCode'], kind: 'id', example: '', width: 22 },
    { key: 'placeName', title: words['field.place'], kind: 'text', example: '', width: 16 },
    { key: 'chairperson', title: words['field.chairperson'], kind: 'text', example: '', width: 12 },
    {
      key: 'branchLed',
      title: words['field.branchLed'],
      kind: 'code',
      codes: codesOf('yes', ['true', 'false']),
      example: '',
      width: 12,
    },
    { key: 'registeredOn', title: words['field.registeredOn'], kind: 'date', example: '', width: 12 },
    { key: 'dissolvedOn', title: words['field.dissolvedOn'], kind: 'date', example: '', width: 12 },
    { key: 'members', title: words['field.members'], kind: 'integer', example: '', width: 10 },
    { key: 'openBreaches', title: words['field.openBreaches'], kind: 'integer', example: '', width: 12 },
  ],
});
