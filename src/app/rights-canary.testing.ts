import { inflateRawSync, inflateSync } from 'node:zlib';
import { allTables } from '../platform/db/schema-files.ts';
import type { Vault } from '../platform/db/vault.ts';
import { features } from './features.ts';
import { markers } from './rights.data.ts';
import type { StoredRow } from './rights-plant-store.testing.ts';

/** What a canary belongs to. */
export interface Owner {
  readonly table: string;
  readonly place: number;
  readonly id?: string | undefined;
  readonly householdId?: string | undefined;
  /** the organisation that sees the row wherever it stands */
  readonly organisationId?: string | undefined;
}

/** Ids, marks and numbers that stand in stored rows, each with the rows they stand in. */
export type Canaries = ReadonlyMap<string, readonly Owner[]>;

const shapes: readonly RegExp[] = [
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi,
  new RegExp(`[${markers.join('')}]`, 'gu'),
  // numbers of people, cards and telephones, open and masked
  /(?<![\w-])\d{11,19}X?(?![\w-])/gi,
  /\d{1,6}\*{2,}\d+X?/gi,
];

/** Everything in a text that could be a canary. */
export function tokensOf(text: string): Set<string> {
  return new Set(shapes.flatMap((shape) => [...text.matchAll(shape)].map(([token]) => token.toLowerCase())));
}

/**
 * Collects the canaries of all rows; sealed numbers are opened first, because it is their clear text that must not show.
 * What everybody reads beside them is none: a bank that lends bears the id of its record, and a mark never stands there.
 */
export function collectCanaries(
  rows: readonly StoredRow[],
  { vault, common }: { readonly vault: Vault; readonly common: readonly StoredRow[] },
): Canaries {
  const canaries = new Map<string, Owner[]>();
  for (const { table, row } of rows) {
    const owner = ownerOf(table, row);
    const texts = Object.values(row).flatMap((value) =>
      typeof value === 'string' ? [value, ...opened(value, vault)] : [],
    );
    for (const token of tokensOf(texts.join('\n'))) canaries.set(token, [...(canaries.get(token) ?? []), owner]);
  }
  for (const token of tokensOf(JSON.stringify(common))) if (!markers.includes(token)) canaries.delete(token);
  return canaries;
}

function ownerOf(table: string, row: StoredRow['row']): Owner {
  const id = typeof row.id === 'string' ? row.id : undefined;
  const household = row.household_id ?? (table.startsWith('household') ? row.id : undefined);
  const base = table.replace(/_history$/, '');
  return {
    table: base,
    place: Number(row.place ?? 0),
    id,
    householdId: typeof household === 'string' && base !== 'household_import' ? household : undefined,
    organisationId: organisationOf(base, row),
  };
}

const organisationColumns = new Map(
  allTables(features).map(({ name, organisationColumn }) => [name, organisationColumn]),
);

export function organisationOf(table: string, row: StoredRow['row']): string | undefined {
  const id = row[organisationColumns.get(table) ?? ''];
  return typeof id === 'string' ? id : undefined;
}

function opened(value: string, vault: Vault): string[] {
  if (!/^\\x01[0-9a-f]{58,}$/.test(value)) return [];
  try {
    return [vault.open(Buffer.from(value.slice(2), 'hex'))];
  } catch {
    return [];
  }
}

/** All text of an answer: its headers, its body, and what is packed inside a workbook, a Word file or a PDF. */
export function textOf(reply: { readonly headers: object; readonly raw: Buffer }): string {
  const { raw } = reply;
  const head = JSON.stringify(reply.headers);
  if (raw.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return `${head}${unzipped(raw)}`;
  if (raw.subarray(0, 5).toString('latin1') === '%PDF-') return `${head}${pdfText(raw)}`;
  return `${head}${raw.toString('utf8')}`;
}

/** Unpacks by the central directory. */
function unzipped(bytes: Buffer): string {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const texts: string[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let entry = 0; entry < bytes.readUInt16LE(end + 10); entry++) {
    const size = bytes.readUInt32LE(at + 20);
    const header = bytes.readUInt32LE(at + 42);
    const dataAt = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
    const data = bytes.subarray(dataAt, dataAt + size);
    texts.push((bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(data) : data).toString('utf8'));
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return texts.join('\n');
}

/** The characters that a PDF's fonts map to: a mark that is printed stands among them. */
function pdfText(bytes: Buffer): string {
  const texts: string[] = [];
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    const begin = bytes[at + 6] === 0x0d ? at + 8 : at + 7;
    const end = bytes.indexOf('endstream', begin);
    if (end < 0 || bytes.subarray(at - 3, at).toString('latin1') === 'end') continue;
    texts.push(inflated(bytes.subarray(begin, end)));
  }
  const mapped = [...texts.join('\n').matchAll(/<([0-9A-F]{4,8})>/gi)].map(([, hex = '']) =>
    String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16))),
  );
  return `${texts.join('\n')}${mapped.join(' ')}`;
}

/** Most streams are packed; the maps from glyphs to characters may stand as they are. */
function inflated(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString('latin1');
  } catch {
    return bytes.toString('latin1');
  }
}
