import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../../platform/http/testing.ts';
import type { ExportRow } from '../../platform/sheets/cells-out.ts';
import { writeList } from '../../platform/sheets/export.ts';
import type { SheetSpec } from '../../platform/sheets/model.ts';
import { readRows } from '../../platform/sheets/read.ts';
import { parcelSheet, transferSheet } from './columns-contract.ts';
import { county, type LandWorld, landWorld, recordParcel, recordTransfer, squareOutline } from './world.testing.ts';

let world: LandWorld;
beforeAll(async () => {
  world = await landWorld('2019-06-03');
});
afterAll(() => world.close());

function parcelLine(number: string, more: ExportRow = {}): ExportRow {
  const held = { holderKind: 'household', holder: 'H1', tenure: 'household_contract', tenureUntil: '2027-12-31' };
  return { number, name: `地${number}`, kind: 'grassland', areaMu: '100', ...held, listedOn: '2018-01-01', ...more };
}

function transferLine(number: string, parcel: string, more: ExportRow = {}): ExportRow {
  const terms = { signedOn: '2018-12-20', startsOn: '2019-01-01', throughOn: '2023-12-31', rentPerMuFen: 10_00n };
  const taker = { kind: 'lease', takerKind: 'enterprise', taker: '草业公司', areaMu: '60', purpose: 'grazing' };
  return { number, parcel, ...taker, ...terms, ...more };
}

async function workbook(spec: SheetSpec, rows: readonly ExportRow[]): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  const list = writeList({ spec, rows, language: 'zh', exportedBy: '甲', exportedAt: new Date(0) });
  for await (const piece of list) pieces.push(piece);
  return Buffer.concat(pieces);
}

interface Report {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly errors: readonly { row: number; column?: string; message: string }[];
}

async function send(client: TestClient, path: string, bytes: Uint8Array) {
  const reply = await client.upload(path, { name: '地块.xlsx', bytes });
  return { ...reply, report: reply.body as unknown as Report };
}

function counts({ inserted, updated, unchanged, rejected }: Report): number[] {
  return [inserted, updated, unchanged, rejected];
}

async function readBack(bytes: Uint8Array, spec: SheetSpec): Promise<Readonly<Record<string, string>>[]> {
  const reading = await readRows(bytes, spec);
  const rows: Readonly<Record<string, string>>[] = [];
  if (reading.ok) for await (const { values } of reading.value.rows()) rows.push(values);
  return rows;
}

describe('a workbook of parcels', () => {
  it('rehearses, takes all, and the same file or the export again changes nothing', async () => {
    const rows = [
      parcelLine('I1'),
      parcelLine('I2', { holderKind: 'collective', holder: null, tenure: 'collective', tenureUntil: null }),
      parcelLine('I3', { holderKind: 'cooperative', holder: '甲村养殖合作社', tenure: 'other_contract' }),
    ];
    const file = await workbook(parcelSheet, rows);
    expect(counts((await send(world.clerk, '/parcels/import/check', file)).report)).toEqual([3, 0, 0, 0]);
    expect((await world.clerk.get('/parcels?q=I')).body.total).toBe(0);
    expect(counts((await send(world.clerk, '/parcels/import', file)).report)).toEqual([3, 0, 0, 0]);
    expect(counts((await send(world.clerk, '/parcels/import', file)).report)).toEqual([0, 0, 3, 0]);
    const exported = await world.clerk.send('POST', '/parcels/export?q=I');
    expect((await readBack(exported.raw, parcelSheet)).map(({ holder }) => holder)).toEqual([
      'H1',
      undefined,
      '甲村养殖合作社',
    ]);
    expect(counts((await send(world.clerk, '/parcels/import', exported.raw)).report)).toEqual([0, 0, 3, 0]);
  });

  it('changes what it says anew, and leaves the outline', async () => {
    const outline = squareOutline(110.5, 39.5);
    const parcel = await recordParcel(world, { boundary: outline, areaMu: 60 });
    const row = parcelLine(parcel.number, { name: parcel.name, areaMu: '61.5' });
    const file = await workbook(parcelSheet, [row]);
    expect(counts((await send(world.clerk, '/parcels/import', file)).report)).toEqual([0, 1, 0, 0]);
    const seen = (await world.clerk.get(parcel.address)).body;
    expect(seen).toMatchObject({ areaMu: 61.5, holderName: 'H1', boundary: outline, revision: 2 });
  });

  it('names every bad row, and takes the good ones alone', async () => {
    const { parcel } = await recordTransfer(world, { areaMu: 100 });
    const rows = [
      parcelLine('J1'),
      parcelLine('J2', { areaMu: '-5' }),
      parcelLine('J3', { areaMu: '1.234' }),
      parcelLine('J4', { holder: 'H3' }),
      parcelLine('J1'),
      parcelLine('J6', { tenure: 'construction' }),
      parcelLine('J7', { place: '乙村' }),
      parcelLine(parcel.number, { areaMu: '99' }),
    ];
    const file = await workbook(parcelSheet, rows);
    const { report } = await send(world.clerk, '/parcels/import/check', file);
    expect(counts(report)).toEqual([1, 0, 0, 7]);
    expect((await send(world.clerk, '/parcels/import', file)).body.code).toBe('import_rejected');
    expect((await world.clerk.upload('/parcels/import/marked', { name: '地块.xlsx', bytes: file })).status).toBe(200);
    expect(counts((await send(world.clerk, '/parcels/import?keepGood=true', file)).report)).toEqual([1, 0, 0, 7]);
    expect((await send(world.town, '/parcels/import', file)).status).toBe(403);
  });
});

it('A86 takes no hectares for mu', async () => {
  const hectares = parcelSheet.columns.map((column) => {
    return column.key === 'areaMu' ? { ...column, unit: ['公顷', 'ha'] as const } : column;
  });
  const file = await workbook({ ...parcelSheet, columns: hectares }, [parcelLine('H1', { areaMu: '8' })]);
  const reply = await send(world.clerk, '/parcels/import', file);
  expect([reply.status, reply.body.code]).toEqual([422, 'wrong_sheet']);
  expect((await world.clerk.get('/parcels?q=H1')).body.rows).not.toContainEqual(
    expect.objectContaining({ number: 'H1' }),
  );
});

describe('a workbook of transfers', () => {
  it('takes contracts with their rent, refuses land let twice also within the file, and leaves what stands', async () => {
    const parcel = await recordParcel(world, { number: 'T1' });
    const rows = [
      transferLine('W1', 'T1', { areaMu: '70' }),
      transferLine('W2', 'T1', { areaMu: '60' }),
      transferLine('W3', 'T1', { areaMu: '50', takerKind: 'household', taker: 'H2' }),
      transferLine('W4', 'T9'),
      transferLine('W5', 'T1', { areaMu: '120', startsOn: '2024-01-01', throughOn: '2024-12-31' }),
      transferLine('W6', 'T1', { throughOn: '2030-12-31', startsOn: '2025-01-01' }),
      transferLine('W7', 'T1', { periodMonths: 0, startsOn: '2026-01-01', throughOn: '2026-12-31' }),
    ];
    const file = await workbook(transferSheet, rows);
    const { report } = await send(world.clerk, '/land-transfers/import/check', file);
    expect(counts(report)).toEqual([3, 0, 0, 4]);
    expect(report.errors.map(({ column }) => column)).toEqual(['流转面积', '地块编号', '最后一日', '每期']);
    expect((await world.clerk.get(parcel.address)).body.letMu).toBe(0);
    expect(counts((await send(world.clerk, '/land-transfers/import?keepGood=true', file)).report)).toEqual([
      3, 0, 0, 4,
    ]);
    expect((await world.clerk.get(parcel.address)).body).toMatchObject({ letMu: 120, letting: 'whole' });
    const listed = (await world.clerk.get('/land-transfers?q=W1')).body.rows as { id: string }[];
    const first = await world.clerk.get(`/land-transfers/${county}/${listed[0]?.id}`);
    expect(first.body).toMatchObject({ totalFen: 3_500_00, grantorName: 'H1', takerName: '草业公司' });
    const exported = await world.clerk.send('POST', '/land-transfers/export?q=W');
    const back = await readBack(exported.raw, transferSheet);
    expect(back.map(({ number, taker }) => [number, taker]).sort()).toEqual([
      ['W1', '草业公司'],
      ['W3', 'H2'],
      ['W5', '草业公司'],
    ]);
    expect(counts((await send(world.clerk, '/land-transfers/import', exported.raw)).report)).toEqual([0, 0, 3, 0]);
    expect((await world.clerk.send('POST', '/land-rents/arrears/export')).raw.subarray(0, 2).toString()).toBe('PK');
  });
});
