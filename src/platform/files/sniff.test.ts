import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { rawWorkbook } from '../sheets/testing.data.ts';
import { collectZip } from '../sheets/zip-write.ts';
import { sniffType } from './sniff.ts';

async function outcome(bytes: Uint8Array, name: string): Promise<string> {
  const sniffed = await sniffType(bytes, name);
  return sniffed.ok ? sniffed.value.mediaType : sniffed.refusal.code;
}

const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: '#667744' } });
const png = await picture.png().toBuffer();
const jpeg = await picture.jpeg().toBuffer();
const pdf = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const webp = await picture.webp().toBuffer();
const archive = await collectZip([{ name: 'a', text: 'b' }]);
const macros = await rawWorkbook({ sheets: [{ name: 'S', xml: '' }], parts: { 'xl/vbaProject.bin': 'x' } });
const sheet = await rawWorkbook({ sheets: [{ name: 'S', xml: '<sheetData/>' }] });

function boxed(brand: string): Buffer {
  return Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from(`ftyp${brand}`),
    Buffer.alloc(4),
    Buffer.from(`${brand}mif1`),
    Buffer.alloc(64),
  ]);
}

describe('the type of a file', () => {
  it.each([
    ['a.png', png, 'image/png'],
    ['a.JPG', jpeg, 'image/jpeg'],
    ['a.webp', webp, 'image/webp'],
    ['a.heic', boxed('heic'), 'image/heic'],
    ['说明.pdf', pdf, 'application/pdf'],
    ['名册.xlsx', sheet, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['名册.xls', readFileSync(join(import.meta.dirname, '../sheets/fixtures/libreoffice.xls')), 'application/x-cfb'],
    ['录音.m4a', boxed('M4A '), 'audio/x-m4a'],
    [
      '录音.opus',
      Buffer.concat([Buffer.from('OggS'), Buffer.alloc(24), Buffer.from('OpusHead'), Buffer.alloc(64)]),
      'audio/ogg',
    ],
    ['表.csv', Buffer.from('姓名,收入\n甲,1 < 2\n'), 'text/plain'],
    ['gbk.txt', Buffer.from([0xd0, 0xd5, 0xc3, 0xfb]), 'text/plain'],
  ])('%s is told by its content', async (name, bytes, type) => {
    expect(await outcome(bytes, name)).toBe(type);
  });

  it.each([
    ['a page as a picture', 'a.png', Buffer.from('<!DOCTYPE html><script>1</script>'), 'file_type_unknown'],
    [
      'a drawing with scripts',
      'a.svg',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'),
      'file_type_unknown',
    ],
    ['a page as text', 'a.txt', Buffer.from('hello <script src=x></script>'), 'file_type_unknown'],
    [
      'a picture with a page behind it',
      'a.png',
      Buffer.concat([png, Buffer.from('<script>x</script>')]),
      'file_type_unknown',
    ],
    ['a picture that is an archive too', 'a.jpg', Buffer.concat([jpeg, sheet]), 'file_type_unknown'],
    ['an archive behind other bytes', 'a.xlsx', Buffer.concat([Buffer.from('x'), sheet]), 'file_type_unknown'],
    ['a PDF with a script', 'a.pdf', Buffer.concat([pdf, Buffer.from('<</S/JavaScript/JS(x)>>')]), 'file_type_unknown'],
    ['a picture called a document', 'a.pdf', png, 'file_type_differs'],
    ['a program', 'a.xlsx', Buffer.from('MZ\u0090\u0000\u0003', 'latin1'), 'file_type_unknown'],
    ['a bare archive', 'a.zip', archive, 'file_type_unknown'],
    ['nothing', 'a.txt', Buffer.alloc(0), 'file_type_unknown'],
    ['macros', 'a.xlsx', macros, 'sheet_macros'],
  ])('refuses %s', async (_, name, bytes, code) => {
    expect(await outcome(bytes, name)).toBe(code);
  });
});
