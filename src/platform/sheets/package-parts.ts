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
} as const;

export interface PackageOptions {
  readonly sheetName: string;
  /** row of the titles, repeated on each printed page */
  readonly headRow: number;
  readonly template: { readonly name: string; readonly version: string };
}

/** All parts of a workbook with one sheet but the sheet itself, which is `xl/worksheets/sheet1.xml`. */
export function packageParts({ sheetName, headRow, template }: PackageOptions): ZipPart[] {
  const quoted = `'${sheetName.replaceAll("'", "''")}'!$${headRow}:$${headRow}`;
  return [
    part('[Content_Types].xml', CONTENT_TYPES),
    part('_rels/.rels', ROOT_RELATIONS),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN_NAMESPACE}" xmlns:r="${OFFICE_RELATIONS}"><sheets><sheet name="${escapeXml(sheetName)}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">${escapeXml(quoted)}</definedName></definedNames></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE_RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE_RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    ),
    part('xl/styles.xml', STYLES),
    part('docProps/custom.xml', customProperties(template)),
  ];
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

const CONTENT_TYPES = `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_CONTENT}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_CONTENT}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_CONTENT}.styles+xml"/><Override PartName="/docProps/custom.xml" ContentType="${CONTENT}.custom-properties+xml"/></Types>`;

const ROOT_RELATIONS = `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE_RELATIONS}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${OFFICE_RELATIONS}/custom-properties" Target="docProps/custom.xml"/></Relationships>`;

const FONT = '<name val="Microsoft YaHei"/>';
const STYLES = `<styleSheet xmlns="${MAIN_NAMESPACE}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="4"><font><sz val="11"/>${FONT}</font><font><b/><sz val="14"/>${FONT}</font><font><sz val="10"/><color rgb="FF595959"/>${FONT}</font><font><b/><sz val="11"/>${FONT}</font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF4"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"><color rgb="FFBFBFBF"/></left><right style="thin"><color rgb="FFBFBFBF"/></right><top style="thin"><color rgb="FFBFBFBF"/></top><bottom style="thin"><color rgb="FFBFBFBF"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="9">${[
  style(0, 0),
  style(0, 1),
  style(0, 2),
  '<xf numFmtId="49" fontId="3" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>',
  style(49, 0),
  style(1, 0),
  style(0, 0),
  style(164, 0),
  style(4, 0),
].join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function style(format: number, font: number): string {
  return `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`;
}
