import { defineSheet, type SheetCode } from '../../platform/sheets/model.ts';
import { educations, employments, ethnicities, healths, labours, politicalStatuses, relations } from './rules.ts';
import { words } from './words.ts';

type CodeWords = keyof typeof words extends infer K ? (K extends `code.${infer L}.${string}` ? L : never) : never;

function codesOf(list: CodeWords, codes: readonly string[]): SheetCode[] {
  const known: Readonly<Record<string, readonly [string, string]>> = words;
  return codes.map((code) => ({ code, words: known[`code.${list}.${code}`] ?? [code, code] }));
}

const yesNo = codesOf('yes', ['true', 'false']);
const mu = words['unit.mu'];

/** The list as offices keep it: one row a person, with the household it stands in. Export and import are the same. */
export const householdSheet = defineSheet({
  name: 'households',
  title: words['sheet.title'],
  guide: [
    words['sheet.guide.rows'],
    words['sheet.guide.match'],
    words['sheet.guide.blank'],
    words['sheet.guide.masked'],
  ],
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
      example: '001',
      width: 10,
      maxLength: 30,
    },
    { key: 'externalNumber', title: words['field.externalNumber'], kind: 'id', example: '', width: 14, maxLength: 30 },
    {
      key: 'name',
      title: words['field.name'],
      kind: 'text',
      required: true,
      example: words['sheet.example.name'][0],
      width: 14,
      maxLength: 60,
    },
    {
      key: 'idNumber',
      title: words['field.idNumber'],
      kind: 'id',
      required: true,
      note: words['sheet.note.idNumber'],
      example: '15062219700101001X',
      width: 22,
    },
    {
      key: 'relation',
      title: words['field.relation'],
      kind: 'code',
      required: true,
      codes: codesOf('relation', relations),
      note: words['sheet.note.relation'],
      example: '01',
    },
    {
      key: 'ethnicity',
      title: words['field.ethnicity'],
      kind: 'code',
      codes: codesOf('ethnicity', ethnicities),
      example: '02',
      width: 10,
    },
    {
      key: 'education',
      title: words['field.education'],
      kind: 'code',
      codes: codesOf('education', educations),
      example: '03',
    },
    {
      key: 'health',
      title: words['field.health'],
      kind: 'code',
      codes: codesOf('health', healths),
      example: 'healthy',
    },
    {
      key: 'labour',
      title: words['field.labour'],
      kind: 'code',
      codes: codesOf('labour', labours),
      example: 'ordinary',
    },
    {
      key: 'employment',
      title: words['field.employment'],
      kind: 'code',
      codes: codesOf('employment', employments),
      example: 'none',
    },
    {
      key: 'politicalStatus',
      title: words['field.politicalStatus'],
      kind: 'code',
      codes: codesOf('politicalStatus', politicalStatuses),
      example: 'masses',
    },
    {
      key: 'medicalInsured',
      title: words['field.medicalInsured'],
      kind: 'code',
      codes: yesNo,
      example: 'true',
      width: 10,
    },
    {
      key: 'pensionInsured',
      title: words['field.pensionInsured'],
      kind: 'code',
      codes: yesNo,
      example: 'true',
      width: 10,
    },
    {
      key: 'phone',
      title: words['field.phone'],
      kind: 'id',
      note: words['sheet.note.home'],
      example: '13800001234',
      width: 16,
    },
    {
      key: 'bankCard',
      title: words['field.bankCard'],
      kind: 'id',
      note: words['sheet.note.home'],
      example: '',
      width: 24,
    },
    {
      key: 'address',
      title: words['field.address'],
      kind: 'text',
      note: words['sheet.note.home'],
      example: words['sheet.example.address'][0],
      width: 24,
      maxLength: 120,
    },
    {
      key: 'croplandMu',
      title: words['field.croplandMu'],
      kind: 'decimal',
      unit: mu,
      note: words['sheet.note.home'],
      example: '12.5',
      width: 10,
    },
    {
      key: 'irrigatedMu',
      title: words['field.irrigatedMu'],
      kind: 'decimal',
      unit: mu,
      note: words['sheet.note.home'],
      example: '8',
      width: 10,
    },
    {
      key: 'forestMu',
      title: words['field.forestMu'],
      kind: 'decimal',
      unit: mu,
      note: words['sheet.note.home'],
      example: '0',
      width: 10,
    },
    {
      key: 'grasslandMu',
      title: words['field.grasslandMu'],
      kind: 'decimal',
      unit: mu,
      note: words['sheet.note.home'],
      example: '1200',
      width: 10,
    },
    {
      key: 'housingM2',
      title: words['field.housingM2'],
      kind: 'decimal',
      unit: words['unit.m2'],
      note: words['sheet.note.home'],
      example: '80',
      width: 12,
    },
    {
      key: 'housingDangerous',
      title: words['field.housingDangerous'],
      kind: 'code',
      codes: yesNo,
      note: words['sheet.note.home'],
      example: 'false',
      width: 8,
    },
    {
      key: 'joinedOn',
      title: words['field.joinedOn'],
      kind: 'date',
      note: words['sheet.note.joinedOn'],
      example: '2018-01-01',
      width: 12,
    },
  ],
});

/** Columns that say something of the household, not of the person. */
export const homeColumns = [
  'externalNumber',
  'address',
  'croplandMu',
  'irrigatedMu',
  'forestMu',
  'grasslandMu',
  'housingM2',
  'housingDangerous',
] as const;

export const personColumns = [
  'ethnicity',
  'education',
  'health',
  'labour',
  'employment',
  'politicalStatus',
  'medicalInsured',
  'pensionInsured',
] as const;
