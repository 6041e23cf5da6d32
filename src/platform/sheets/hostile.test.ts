import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readRows } from './read.ts';
import { rawRow, rawWorkbook, SMALL_HEAD, smallSheet } from './testing.data.ts';
import { collectZip } from './zip-write.ts';

const MEGABYTE = 1024 * 1024;
const head = rawRow(1, SMALL_HEAD);

/** Each refusal has to come within two seconds, whatever the file promises to become. */
async function refusalOf(bytes: Uint8Array): Promise<unknown> {
  const started = performance.now();
  const reading = await readRows(bytes, smallSheet);
  expect(performance.now() - started).toBeLessThan(2_000);
  return reading.ok ? 'read' : reading.refusal.code;
}

function book(xml: string, more: Partial<Parameters<typeof rawWorkbook>[0]> = {}): Promise<Buffer> {
  return rawWorkbook({ sheets: [{ name: 'S', xml }], ...more });
}

interface RawEntry {
  readonly name: string;
  readonly localName?: string;
  readonly packed: Buffer;
  readonly unpackedBytes: number;
  /** instead of a header of its own, points to this one */
  readonly headerAt?: number;
}

/** An archive that says what it is told to say. */
function rawZip(entries: readonly RawEntry[], count = entries.length): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let at = 0;
  for (const { name, localName = name, packed, unpackedBytes, headerAt } of entries) {
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(localName.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(unpackedBytes, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(headerAt ?? at, 42);
    centrals.push(central, Buffer.from(name));
    if (headerAt !== undefined) continue;
    locals.push(local, Buffer.from(localName), packed);
    at += 30 + localName.length + packed.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(count, 0xfffe), 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

const zeros = deflateRawSync(Buffer.alloc(64 * MEGABYTE));
const small = deflateRawSync(Buffer.from('<x/>'));

describe('hostile archives', () => {
  it('refuses bombs by what they declare and by what they become', async () => {
    const sheet = 'xl/worksheets/sheet1.xml';
    expect(await refusalOf(rawZip([{ name: sheet, packed: zeros, unpackedBytes: 64 * MEGABYTE }]))).toBe(
      'sheet_zip_bomb',
    );
    const huge = { name: sheet, packed: zeros, unpackedBytes: 0xf0000000 };
    expect(await refusalOf(rawZip([huge]))).toBe('sheet_zip_bomb');
    const many = Array.from({ length: 100 }, (_, index) => ({
      name: `p${index}`,
      packed: small,
      unpackedBytes: 16 * MEGABYTE,
    }));
    expect(await refusalOf(rawZip(many))).toBe('sheet_zip_bomb');
    expect(await refusalOf(rawZip([{ name: '[Content_Types].xml', packed: zeros, unpackedBytes: 1_000 }]))).toBe(
      'sheet_zip_bomb',
    );
  });

  it('refuses a sheet that unpacks to more than it says', async () => {
    const honest = await book(`<sheetData>${head}${rawRow(2, ['a'])}</sheetData>`);
    const at = honest.lastIndexOf('xl/worksheets/sheet1.xml') - 46;
    honest.writeUInt32LE(100, at + 24);
    expect(await refusalOf(honest)).toBe('sheet_zip_bomb');
  });

  it('refuses a million entries, overlapping ones, two names for one place, archives inside', async () => {
    const entry = { name: 'a', packed: small, unpackedBytes: 4 };
    const crowd = Array.from({ length: 60_000 }, (_, index) => ({ ...entry, name: `a${index}` }));
    expect(await refusalOf(rawZip(crowd))).toBe('sheet_zip_entries');
    const overlapping = [entry, { ...entry, name: 'b', localName: 'b', headerAt: 0 }];
    expect(await refusalOf(rawZip(overlapping))).toBe('sheet_damaged');
    expect(await refusalOf(rawZip([entry, { ...entry, headerAt: 0 }]))).toBe('sheet_zip_overlap');
    expect(await refusalOf(rawZip([{ ...entry, localName: 'b' }]))).toBe('sheet_damaged');
    const nested = await collectZip([{ name: 'a', text: 'x' }]);
    expect(
      await refusalOf(rawZip([{ name: 'media.bin', packed: deflateRawSync(nested), unpackedBytes: nested.length }])),
    ).toBe('sheet_zip_nested');
    expect(await refusalOf(rawZip([{ ...entry, name: 'inner.zip' }]))).toBe('sheet_zip_nested');
  });

  it('refuses files that are cut off, flipped, or only called a spreadsheet', async () => {
    const honest = await book(`<sheetData>${head}${rawRow(2, ['a'])}</sheetData>`);
    expect(await refusalOf(honest.subarray(0, honest.length - 40))).toBe('sheet_damaged');
    for (let at = 0; at < honest.length; at += 97) {
      const flipped = Buffer.from(honest);
      flipped.writeUInt8((flipped[at] ?? 0) ^ 0x5a, at);
      const outcome = await refusalOf(flipped);
      expect(typeof outcome).toBe('string');
    }
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
    expect(await refusalOf(png)).toBe('sheet_wrong_type');
    expect(await refusalOf(Buffer.from('<html><table><tr><td>姓名</td></tr></table></html>'))).toBe('sheet_wrong_type');
    expect(await refusalOf(await collectZip([{ name: 'word/document.xml', text: '<x/>' }]))).toBe('sheet_wrong_type');
    expect(await refusalOf(Buffer.alloc(65 * MEGABYTE))).toBe('sheet_too_large');
    expect(await refusalOf(Buffer.alloc(0))).toBe('wrong_sheet');
  });
});

describe('hostile workbooks', () => {
  it('refuses macros, whatever the file is called', async () => {
    expect(await refusalOf(await book('<sheetData/>', { parts: { 'xl/vbaProject.bin': 'x' } }))).toBe('sheet_macros');
    const types =
      '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>';
    expect(await refusalOf(await book('<sheetData/>', { parts: { '[Content_Types].xml': types } }))).toBe(
      'sheet_macros',
    );
  });

  it('refuses entities in every part', async () => {
    const laughs = '<!DOCTYPE a [<!ENTITY b "lol"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>';
    const external = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>';
    const parts = ['xl/workbook.xml', 'xl/sharedStrings.xml', 'xl/styles.xml', 'xl/worksheets/sheet1.xml'];
    for (const part of parts) {
      for (const evil of [laughs, external]) {
        const text = `<?xml version="1.0"?>${evil}<worksheet><sheetData>${head}</sheetData></worksheet>`;
        expect(await refusalOf(await book('', { parts: { [part]: text } }))).toBe('sheet_xml_entities');
      }
    }
  });

  it('refuses an area of the whole format, but not the same few cells without that claim', async () => {
    const data = `<sheetData>${head}${rawRow(2, ['a'])}</sheetData>`;
    expect(await refusalOf(await book(`<dimension ref="A1:XFD1048576"/>${data}`))).toBe('sheet_area_too_large');
    expect(await refusalOf(await book(`<dimension ref="A1:D2"/>${data}`))).toBe('read');
  });

  it('refuses too many rows, too long rows, rows out of order and rows hidden in comments', async () => {
    const rows = Array.from(
      { length: 200_001 },
      (_, index) => `<row r="${index + 2}"><c r="A${index + 2}"><v>1</v></c></row>`,
    );
    expect(await refusalOf(await book(`<sheetData>${head}${rows.join('')}</sheetData>`))).toBe('sheet_too_many_rows');
    const noise = Array.from({ length: 600_000 }, (_, index) => (index * 7919).toString(36)).join('');
    const long = `<row r="2"><c r="A2" t="inlineStr"><is><t>${noise}</t></is></c></row>`;
    expect(await refusalOf(await book(`<sheetData>${head}${long}</sheetData>`))).toBe('sheet_cell_too_large');
    const twice = `<sheetData>${head}${rawRow(3, ['a'])}${rawRow(2, ['b'])}</sheetData>`;
    expect(await refusalOf(await book(twice))).toBe('sheet_damaged');
    const commented = `<sheetData>${head}<row r="2"><!-- </row><row r="2"> --><c r="A2"><v>1</v></c></row></sheetData>`;
    expect(await refusalOf(await book(commented))).toBe('sheet_damaged');
  });

  it('refuses a table of texts that is too large, and lives with references beyond it', async () => {
    const noise = Array.from({ length: 10 * MEGABYTE }, (_, index) =>
      String.fromCharCode(33 + ((index * index) % 13)),
    ).join('');
    const strings = Array.from(
      { length: 10 },
      (_, index) =>
        `<si><t>${noise
          .slice(index * MEGABYTE, (index + 1) * MEGABYTE)
          .replaceAll('&', '+')
          .replaceAll('<', '+')}</t></si>`,
    );
    expect(await refusalOf(await book(`<sheetData>${head}</sheetData>`, { strings: strings.join('') }))).toBe(
      'sheet_strings_too_large',
    );
    const beyond = `<row r="2"><c r="A2" t="s"><v>2147483648</v></c><c r="B2" t="s"><v>-1</v></c></row>`;
    expect(
      await refusalOf(await book(`<sheetData>${head}${beyond}</sheetData>`, { strings: '<si><t>a</t></si>' })),
    ).toBe('read');
  });

  it('refuses passwords and broken containers of the old format', async () => {
    const container = (name: string): Buffer => {
      const bytes = Buffer.alloc(512 * 3, 0xff);
      Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
      for (const [at, value] of [
        [44, 1],
        [48, 1],
        [56, 4096],
        [60, 0xfffffffe],
        [68, 0xfffffffe],
        [72, 0],
        [76, 0],
      ] as const) {
        bytes.writeUInt32LE(value, at);
      }
      bytes.writeUInt16LE(9, 30);
      bytes.writeUInt32LE(0xfffffffe, 512 + 4);
      bytes.fill(0, 1024);
      bytes.write(name, 1024, 'utf16le');
      bytes.writeUInt16LE(name.length * 2 + 2, 1024 + 64);
      bytes.writeUInt8(2, 1024 + 66);
      return bytes;
    };
    expect(await refusalOf(container('EncryptedPackage'))).toBe('sheet_encrypted');
    expect(await refusalOf(container('_VBA_PROJECT_CUR'))).toBe('sheet_macros');
    expect(await refusalOf(container('WordDocument'))).toBe('sheet_wrong_type');
    expect(await refusalOf(container('Workbook').subarray(0, 600))).toBe('sheet_damaged');
    const circle = container('Workbook');
    circle.writeUInt32LE(1, 512 + 4);
    expect(await refusalOf(circle)).toBe('sheet_damaged');
  });
});
