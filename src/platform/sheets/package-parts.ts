import { NAME_PROPERTY, VERSION_PROPERTY } from './template-mark.ts';
import { escapeXml } from './xml.ts';
import type { ZipPart } from './zip-write.ts';

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN_NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const OFFICE_RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument';
const SHEET_CONTENT = `${CONTENT}.spreadsheetml`;

/** Style numbers of {@link packageParts}' style sheet. */
export const STYLE = {
  plain: 0,
  title: 1,
  meta: 2,
  head: 3,
  text: 4,
  integer: 5,
  decimal: 6,
  date: 7,
  yuan: 8,
  requiredHead: 9,
  example: 10,
  wrapped: 11,
} as const;

export interface PackageSheet {
  readonly name: string;
  /** row of the titles, repeated on each printed page */
  readonly headRow?: number;
  readonly isHidden?: boolean;
  readonly comments?: { readonly comments: string; readonly drawing: string };
}

export interface PackageOptions {
  readonly sheets: readonly PackageSheet[];
  readonly template: { readonly name: string; readonly version: string };
}

/** All parts of a workbook but its sheets, which are `xl/worksheets/sheet1.xml` and so on. */
export function packageParts({ sheets, template }: PackageOptions): ZipPart[] {
  return [
    part('[Content_Types].xml', contentTypes(sheets)),
    part('_rels/.rels', ROOT_RELATIONS),
    part('xl/workbook.xml', workbookXml(sheets)),
    part('xl/_rels/workbook.xml.rels', workbookRelations(sheets)),
    part('xl/styles.xml', STYLES),
    part('docProps/custom.xml', customProperties(template)),
    ...sheets.flatMap(commentParts),
  ];
}

function workbookXml(sheets: readonly PackageSheet[]): string {
  const listed = sheets.map(({ name, isHidden }, index) => {
    const state = isHidden === true ? ' state="hidden"' : '';
    return `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`;
  });
  const printed = sheets.flatMap(({ name, headRow }, index) => {
    if (headRow === undefined) return [];
    const rows = `'${name.replaceAll("'", "''")}'!$${headRow}:$${headRow}`;
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escapeXml(rows)}</definedName>`;
  });
  const names = printed.length === 0 ? '' : `<definedNames>${printed.join('')}</definedNames>`;
  return `<workbook xmlns="${MAIN_NAMESPACE}" xmlns:r="${OFFICE_RELATIONS}"><bookViews><workbookView/></bookViews><sheets>${listed.join('')}</sheets>${names}</workbook>`;
}

function workbookRelations(sheets: readonly PackageSheet[]): string {
  const listed = sheets.map((_, index) => relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`));
  return relations([...listed, relation(`rId${sheets.length + 1}`, 'styles', 'styles.xml')]);
}

/** The comments of a sheet, their shapes, and the relations that lead to both. */
function commentParts({ comments }: PackageSheet, index: number): ZipPart[] {
  if (comments === undefined) return [];
  const number = index + 1;
  return [
    { name: `xl/comments${number}.xml`, text: comments.comments },
    { name: `xl/drawings/vmlDrawing${number}.vml`, text: comments.drawing },
    part(
      `xl/worksheets/_rels/sheet${number}.xml.rels`,
      relations([
        relation('rId1', 'comments', `../comments${number}.xml`),
        relation(DRAWING_ID, 'vmlDrawing', `../drawings/vmlDrawing${number}.vml`),
      ]),
    ),
  ];
}

/** By which a sheet with comments names their drawing. */
export const DRAWING_ID = 'rId2';

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE_RELATIONS}/${type}" Target="${target}"/>`;
}

function relations(listed: readonly string[]): string {
  return `<Relationships xmlns="${PACKAGE}/relationships">${listed.join('')}</Relationships>`;
}

function contentTypes(sheets: readonly PackageSheet[]): string {
  const overrides = sheets.flatMap(({ comments }, index) => [
    override(`/xl/worksheets/sheet${index + 1}.xml`, `${SHEET_CONTENT}.worksheet+xml`),
    ...(comments === undefined ? [] : [override(`/xl/comments${index + 1}.xml`, `${SHEET_CONTENT}.comments+xml`)]),
  ]);
  return `<Types xmlns="${PACKAGE}/content-types">${[
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    `<Default Extension="vml" ContentType="${CONTENT}.vmlDrawing"/>`,
    override('/xl/workbook.xml', `${SHEET_CONTENT}.sheet.main+xml`),
    override('/xl/styles.xml', `${SHEET_CONTENT}.styles+xml`),
    override('/docProps/custom.xml', `${CONTENT}.custom-properties+xml`),
    ...overrides,
  ].join('')}</Types>`;
}

function override(name: string, type: string): string {
  return `<Override PartName="${name}" ContentType="${type}"/>`;
}

/** A valid sheet name: at most 31 characters, none of `: \ / ? * [ ]`, no apostrophe at either end. */
export function sheetNameOf(title: string): string {
  const name = Array.from(title.replace(/[:\\/?*[\]\p{Cc}]/gu, ' ').trim())
    .slice(0, 31)
    .join('')
    .replace(/^'+|'+$/g, '')
    .trim();
  return name === '' ? 'Sheet1' : name;
}

function part(name: string, xml: string): ZipPart {
  return { name, text: XML_HEAD + xml };
}

function customProperties({ name, version }: { name: string; version: string }): string {
  const properties = [
    [NAME_PROPERTY, name],
    [VERSION_PROPERTY, version],
  ] as const;
  const listed = properties.map(
    ([key, value], index) =>
      `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${index + 2}" name="${key}"><vt:lpwstr>${escapeXml(value)}</vt:lpwstr></property>`,
  );
  return `<Properties xmlns="${OFFICE_RELATIONS.replace('relationships', 'custom-properties')}" xmlns:vt="${OFFICE_RELATIONS.replace('relationships', 'docPropsVTypes')}">${listed.join('')}</Properties>`;
}

const ROOT_RELATIONS = `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE_RELATIONS}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${OFFICE_RELATIONS}/custom-properties" Target="docProps/custom.xml"/></Relationships>`;

const FONT = '<name val="Microsoft YaHei"/>';
const FONTS = [
  `<font><sz val="11"/>${FONT}</font>`,
  `<font><b/><sz val="14"/>${FONT}</font>`,
  `<font><sz val="10"/><color rgb="FF595959"/>${FONT}</font>`,
  `<font><b/><sz val="11"/>${FONT}</font>`,
  `<font><i/><sz val="11"/><color rgb="FF6B6B6B"/>${FONT}</font>`,
];
const FILLS = ['none', 'gray125']
  .map((pattern) => `<fill><patternFill patternType="${pattern}"/></fill>`)
  .concat(['FFE8EEF4', 'FFFCE8C8', 'FFF4F4F4'].map(solidFill));
const THIN = ['left', 'right', 'top', 'bottom'].map(
  (side) => `<${side} style="thin"><color rgb="FFBFBFBF"/></${side}>`,
);
const BORDERS = [
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  `<border>${THIN.join('')}<diagonal/></border>`,
];
const CENTERED = '<alignment horizontal="center" vertical="center" wrapText="1"/>';
const WRAPPED = '<alignment vertical="top" wrapText="1"/>';
/** In the order of {@link STYLE}. */
const FORMATS = [
  cellFormat({}),
  cellFormat({ font: 1 }),
  cellFormat({ font: 2 }),
  cellFormat({ format: 49, font: 3, fill: 2, border: 1, alignment: CENTERED }),
  cellFormat({ format: 49 }),
  cellFormat({ format: 1 }),
  cellFormat({}),
  cellFormat({ format: 164 }),
  cellFormat({ format: 4 }),
  cellFormat({ format: 49, font: 3, fill: 3, border: 1, alignment: CENTERED }),
  cellFormat({ format: 49, font: 4, fill: 4 }),
  cellFormat({ alignment: WRAPPED }),
];
const STYLES = `<styleSheet xmlns="${MAIN_NAMESPACE}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>${counted('fonts', FONTS)}${counted('fills', FILLS)}${counted('borders', BORDERS)}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>${counted('cellXfs', FORMATS)}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

interface CellFormat {
  readonly format?: number;
  readonly font?: number;
  readonly fill?: number;
  readonly border?: number;
  readonly alignment?: string;
}

function cellFormat({ format = 0, font = 0, fill = 0, border = 0, alignment }: CellFormat): string {
  const open = `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"`;
  return alignment === undefined ? `${open}/>` : `${open} applyAlignment="1">${alignment}</xf>`;
}

function solidFill(color: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="${color}"/><bgColor indexed="64"/></patternFill></fill>`;
}

function counted(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join('')}</${name}>`;
}
