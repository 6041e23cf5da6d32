import { columnLetters, defineSheet, type SheetRow, type SheetSpec } from './model.ts';
import { MAIN_NAMESPACE, OFFICE_RELATIONS } from './package-parts.ts';
import { readRows } from './read.ts';
import { collectZip } from './zip-write.ts';

/** A list of 24 columns as broad as the households': every kind occurs. */
export const broadSheet = defineSheet({
  name: 'test-households',
  title: ['农牧户', 'Households'],
  guide: [['每户一行。', 'One row per household.']],
  columns: [
    { key: 'village', title: ['嘎查村', 'Village'], kind: 'place', required: true, example: '150625100201' },
    {
      key: 'name',
      title: ['户主姓名', 'Head'],
      kind: 'text',
      required: true,
      example: '巴特尔',
      maxLength: 50,
      personal: true,
    },
    {
      key: 'residentId',
      title: ['身份证号', 'Resident id'],
      kind: 'id',
      required: true,
      example: '152727199001010012',
      personal: true,
    },
    { key: 'phone', title: ['电话', 'Telephone'], kind: 'id', example: '13800000000', personal: true },
    {
      key: 'sex',
      title: ['性别', 'Sex'],
      kind: 'code',
      example: '男',
      codes: [
        { code: 'male', words: ['男', 'Male'] },
        { code: 'female', words: ['女', 'Female'] },
      ],
    },
    { key: 'bornOn', title: ['出生日期', 'Born on'], kind: 'date', example: '1990-01-01' },
    { key: 'members', title: ['家庭人口', 'Members'], kind: 'integer', example: '4', unit: ['人', 'persons'] },
    { key: 'grassland', title: ['草场面积', 'Grassland'], kind: 'decimal', example: '1200.5', unit: ['亩', 'mu'] },
    { key: 'income', title: ['年收入', 'Income'], kind: 'yuan', example: '35000.00', unit: ['元', 'yuan'] },
    { key: 'since', title: ['统计月份', 'Month'], kind: 'month', example: '2018-06' },
    ...(['address', 'bankName', 'cause', 'note'] as const).map((key, index) => ({
      key,
      title: [`文字${index + 1}`, `Text ${index + 1}`] as const,
      kind: 'text' as const,
      example: '甲',
    })),
    ...(['account', 'cardNumber'] as const).map((key, index) => ({
      key,
      title: [`账号${index + 1}`, `Account ${index + 1}`] as const,
      kind: 'id' as const,
      example: '6228480000000000019',
      personal: true,
    })),
    ...(['sheep', 'cattle', 'horses'] as const).map((key, index) => ({
      key,
      title: [`头数${index + 1}`, `Heads ${index + 1}`] as const,
      kind: 'integer' as const,
      example: '10',
    })),
    ...(['subsidy', 'dividend', 'loan'] as const).map((key, index) => ({
      key,
      title: [`金额${index + 1}`, `Amount ${index + 1}`] as const,
      kind: 'yuan' as const,
      example: '100.00',
    })),
    ...(['enteredOn', 'leftOn'] as const).map((key, index) => ({
      key,
      title: [`日期${index + 1}`, `Date ${index + 1}`] as const,
      kind: 'date' as const,
      example: '2018-01-01',
    })),
  ],
  unique: ['residentId'],
});

/** Deterministic rows of {@link broadSheet}, as an export takes them. */
export function broadRow(index: number) {
  const serial = String(index % 1000).padStart(3, '0');
  const day = `${1950 + (index % 60)}-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`;
  return {
    village: String(150625100200 + (index % 90)),
    name: `巴特尔${index}`,
    residentId: `152727${day.replaceAll('-', '')}${serial}${index % 10}${index}`,
    phone: String(13800000000 + index),
    sex: index % 2 === 0 ? 'male' : 'female',
    bornOn: day,
    members: (index % 7) + 1,
    grassland: `${index % 5000}.5`,
    income: BigInt(index) * 1234n + 5n,
    since: `2018-${String(1 + (index % 12)).padStart(2, '0')}`,
    address: `阿拉善湾嘎查${index % 300}社${index}号`,
    bankName: '内蒙古农村信用社杭锦旗联社',
    cause: index % 3 === 0 ? '因病' : '缺资金',
    note: index % 50 === 0 ? '备注 <文字> & "引号"' : '',
    account: `62284800${String(index).padStart(11, '0')}`,
    cardNumber: `62284801${String(index).padStart(11, '0')}`,
    sheep: index % 400,
    cattle: index % 60,
    horses: index % 9,
    subsidy: BigInt(index % 90000) * 100n,
    dividend: BigInt(index % 7000),
    loan: BigInt(index % 5) * 5000000n,
    enteredOn: '2018-03-01',
    leftOn: index % 4 === 0 ? '2019-12-31' : undefined,
  };
}

/** A small workbook from its raw parts, as other programs (or enemies) would make it. */
export interface RawWorkbook {
  /** inner XML of `<worksheet>`, or of several sheets */
  readonly sheets: readonly { readonly name: string; readonly xml: string; readonly state?: string }[];
  /** inner XML of `<sst>` */
  readonly strings?: string;
  /** `<xf …/>` elements behind the first, which is plain; numFmtId 14 is a date */
  readonly formats?: string;
  readonly workbookProperties?: string;
  /** further parts, or others instead of the usual ones */
  readonly parts?: Readonly<Record<string, string>>;
}

const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The bytes of a {@link RawWorkbook}. */
export function rawWorkbook(raw: RawWorkbook): Promise<Buffer> {
  const sheets = raw.sheets.map(
    ({ name, state = 'visible' }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" state="${state}" r:id="rId${index + 1}"/>`,
  );
  const relations = raw.sheets.map((_, index) =>
    rawRelation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
  );
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships>${rawRelation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN_NAMESPACE}" xmlns:r="${OFFICE_RELATIONS}">${raw.workbookProperties ?? ''}<sheets>${sheets.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}${rawRelation('rIdS', 'styles', 'styles.xml')}${rawRelation('rIdT', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN_NAMESPACE}"><fonts count="1"><font/></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>${raw.formats ?? ''}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN_NAMESPACE}">${raw.strings ?? ''}</sst>`,
    ...Object.fromEntries(
      raw.sheets.map(({ xml }, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet xmlns="${MAIN_NAMESPACE}">${xml}</worksheet>`,
      ]),
    ),
    ...raw.parts,
  };
  return collectZip(Object.entries(parts).map(([name, text]) => ({ name, text })));
}

function rawRelation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE_RELATIONS}/${type}" Target="${target}"/>`;
}

/** One `<row>` of inline texts and numbers, from column A on; `undefined` leaves a cell out. */
export function rawRow(number: number, cells: readonly (string | number | undefined)[], attributes = ''): string {
  const written = cells.map((cell, index) => {
    const name = `${columnLetters(index + 1)}${number}`;
    if (cell === undefined) return '';
    return typeof cell === 'number'
      ? `<c r="${name}"><v>${cell}</v></c>`
      : `<c r="${name}" t="inlineStr"><is><t>${cell}</t></is></c>`;
  });
  return `<row r="${number}"${attributes}>${written.join('')}</row>`;
}

/** A list of four columns for tests that write their sheets by hand. */
export const smallSheet = defineSheet({
  name: 'test-small',
  title: ['小表', 'Small list'],
  guide: [],
  columns: [
    { key: 'name', title: ['姓名', 'Name'], kind: 'text', required: true, example: '巴特尔', maxLength: 50 },
    { key: 'idNumber', title: ['身份证号', 'Id number'], kind: 'id', example: '152727199001010012' },
    { key: 'bornOn', title: ['出生日期', 'Born on'], kind: 'date', example: '1990-01-01' },
    { key: 'income', title: ['收入', 'Income'], kind: 'yuan', example: '100', unit: ['元', 'yuan'] },
  ],
});

export const SMALL_HEAD = ['姓名', '身份证号', '出生日期', '收入'];

/** All rows of a reading; throws where the file is refused. */
export async function readAll(bytes: Uint8Array, spec: SheetSpec = smallSheet): Promise<SheetRow[]> {
  const reading = await readRows(bytes, spec);
  if (!reading.ok) throw new Error(`refused: ${reading.refusal.code}`);
  return listAll(reading.value.rows());
}

export async function collect(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  return Buffer.concat(await listAll(chunks));
}

export async function listAll<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
