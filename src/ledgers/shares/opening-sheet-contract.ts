import { defineSheet, type SheetCode } from '../../platform/sheets/model.ts';
import type { WordPair } from '../../platform/words.ts';
import { memberKinds, unitKinds } from '../../registers/cooperatives/composition-rules.ts';
import { words as cooperativeWords } from '../../registers/cooperatives/words.ts';
import { shareSources } from './rules.ts';
import { words } from './words.ts';

function codesOf(known: Readonly<Record<string, WordPair>>, list: string, codes: readonly string[]): SheetCode[] {
  return codes.map((code) => ({ code, words: known[`code.${list}.${code}`] ?? [code, code] }));
}

/** One row for each member and class: who they are, what they hold, what was paid for it. */
export const openingSheet = defineSheet({
  name: 'share-opening',
  title: words['opening.sheet'],
  guide: [words['opening.guide.once'], words['opening.guide.rows'], words['opening.guide.members']],
  unique: ['number', 'className', 'source', 'acquiredOn'],
  columns: [
    {
      key: 'number',
      title: cooperativeWords['field.number'],
      kind: 'id',
      required: true,
      example: '001',
      width: 10,
      maxLength: 30,
    },
    {
      key: 'name',
      title: cooperativeWords['field.memberName'],
      kind: 'text',
      required: true,
      example: cooperativeWords['sheet.example.name'][0],
      width: 14,
      maxLength: 100,
    },
    {
      key: 'kind',
      title: cooperativeWords['field.memberKind'],
      kind: 'code',
      required: true,
      codes: codesOf(cooperativeWords, 'memberKind', memberKinds),
      example: 'farmer',
      width: 12,
    },
    {
      key: 'idNumber',
      title: cooperativeWords['field.idNumber'],
      kind: 'id',
      example: '15062219700101001X',
      width: 22,
    },
    { key: 'creditCode', title: cooperativeWords['field.creditCode'], kind: 'id', example: '', width: 22 },
    {
      key: 'unitKind',
      title: cooperativeWords['field.unitKind'],
      kind: 'code',
      codes: codesOf(cooperativeWords, 'unitKind', unitKinds.slice(0, 3)),
      example: '',
      width: 12,
    },
    { key: 'joinedOn', title: cooperativeWords['field.joinedOn'], kind: 'date', example: '2018-07-01', width: 12 },
    {
      key: 'className',
      title: words['field.class'],
      kind: 'text',
      required: true,
      note: words['opening.note.class'],
      example: '',
      width: 16,
      maxLength: 60,
    },
    {
      key: 'source',
      title: words['field.source'],
      kind: 'code',
      required: true,
      codes: codesOf(words, 'source', shareSources),
      example: 'cash',
      width: 14,
    },
    { key: 'shares', title: words['field.shares'], kind: 'integer', required: true, example: '10', width: 10 },
    {
      key: 'agreed',
      title: words['field.agreedFen'],
      kind: 'yuan',
      note: words['opening.note.agreed'],
      example: '1000',
      width: 14,
    },
    { key: 'paid', title: words['field.paidFen'], kind: 'yuan', required: true, example: '1000', width: 14 },
    { key: 'document', title: words['field.sourceDocument'], kind: 'text', example: '', width: 18, maxLength: 100 },
    { key: 'acquiredOn', title: words['field.acquiredOn'], kind: 'date', example: '2018-07-01', width: 12 },
    { key: 'expiresOn', title: words['field.expiresOn'], kind: 'date', example: '', width: 12 },
  ],
});
