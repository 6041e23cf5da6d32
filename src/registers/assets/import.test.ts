import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestClient } from '../../platform/http/testing.ts';
import type { ExportRow } from '../../platform/sheets/cells-out.ts';
import { writeList } from '../../platform/sheets/export.ts';
import { readRows } from '../../platform/sheets/read.ts';
import { assetSheet } from './sheet-contract.ts';
import { type AssetWorld, assetWorld, confirm, listAsset, sister, village } from './world.testing.ts';

let world: AssetWorld;
beforeAll(async () => {
  world = await assetWorld('2019-06-03');
});
afterAll(() => world.close());

function row(number: string, more: ExportRow = {}): ExportRow {
  return { number, name: `资产${number}`, class: 'operating', kind: 'machinery', bookValueFen: 1_000_00n, ...more };
}

async function workbook(rows: readonly ExportRow[]): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  const list = writeList({ spec: assetSheet, rows, language: 'zh', exportedBy: '甲', exportedAt: new Date(0) });
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

async function send(client: TestClient, path: string, rows: readonly ExportRow[] | Uint8Array) {
  const bytes = rows instanceof Uint8Array ? rows : await workbook(rows);
  const reply = await client.upload(`/assets/import${path}`, { name: '资产.xlsx', bytes });
  return { ...reply, report: reply.body as unknown as Report };
}

function counts({ inserted, updated, unchanged, rejected }: Report): number[] {
  return [inserted, updated, unchanged, rejected];
}

async function readBack(bytes: Uint8Array): Promise<Readonly<Record<string, string>>[]> {
  const reading = await readRows(bytes, assetSheet);
  const rows: Readonly<Record<string, string>>[] = [];
  if (reading.ok) for await (const { values } of reading.value.rows()) rows.push(values);
  return rows;
}

describe('an import', () => {
  it('rehearses, takes all, and the same file or the export again changes nothing', async () => {
    const file = await workbook([
      row('I1', { verifiedValueFen: 900_50n, acquiredOn: '2012-03-04', povertyProject: 'false' }),
      row('I2', {
        class: 'natural_resource',
        kind: 'cropland',
        bookAreaMu: '12.5',
        areaMu: '12.05',
        bookValueFen: null,
      }),
    ]);
    expect(counts((await send(world.clerk, '/check', file)).report)).toEqual([2, 0, 0, 0]);
    expect((await world.clerk.get('/assets?q=I')).body.total).toBe(0);
    expect(counts((await send(world.clerk, '', file)).report)).toEqual([2, 0, 0, 0]);
    expect(counts((await send(world.clerk, '', file)).report)).toEqual([0, 0, 2, 0]);
    const exported = await world.clerk.send('POST', '/assets/export?q=I');
    expect(await readBack(exported.raw)).toMatchObject([
      { number: 'I1', verifiedValueFen: '900.5', kind: '机械设备', useState: '自用' },
      { number: 'I2', areaMu: '12.05', kind: '耕地' },
    ]);
    expect(counts((await send(world.clerk, '', exported.raw)).report)).toEqual([0, 0, 2, 0]);
  });

  it('updates by number and leaves blank cells and confirmations of what does not change', async () => {
    const asset = await listAsset(world.clerk);
    await confirm(world.clerk, asset.address, 'village');
    await confirm(world.town, asset.address, 'township');
    const same = row(asset.number, { name: asset.name, kind: 'building', bookValueFen: 100_000_00n });
    expect(counts((await send(world.clerk, '', [same])).report)).toEqual([0, 0, 1, 0]);
    expect((await world.clerk.get(asset.address)).body.confirmation).toBe('both');
    expect(counts((await send(world.clerk, '', [{ ...same, location: '一社' }])).report)).toEqual([0, 1, 0, 0]);
    expect((await world.clerk.get(asset.address)).body).toMatchObject({
      confirmation: 'none',
      location: '一社',
      claimState: 'undisputed',
      revision: 2,
    });
  });

  it('names every bad row, writes nothing of them, or the good rows alone', async () => {
    const rows = [
      row('J1'),
      row('J2', { kind: 'cropland' }),
      row('J3', { bookAreaMu: '1.234' }),
      row('J4', { place: '外村' }),
      row('J1'),
      row('J5', { povertyProject: 'true' }),
      row('J6', { listedOn: '2019-06-04' }),
      row('J7', { class: '其他' }),
    ];
    const file = await workbook(rows);
    const { report } = await send(world.clerk, '/check', file);
    expect(counts(report)).toEqual([1, 0, 0, 7]);
    expect(report.errors.map(({ row: at, column }) => [at - 5, column])).toEqual([
      [1, '明细类别'],
      [2, '账面面积'],
      [3, '嘎查村'],
      [4, '资产编号'],
      [5, '资金来源'],
      [6, '列入台账日期'],
      [7, '资产大类'],
    ]);
    expect((await send(world.clerk, '', file)).body.code).toBe('import_rejected');
    expect((await world.clerk.get('/assets?q=J1')).body.total).toBe(0);
    const marked = await world.clerk.upload('/assets/import/marked', { name: '资产.xlsx', bytes: file });
    expect(marked.status).toBe(200);
    expect(await readBack(marked.raw)).toHaveLength(8);
    expect(counts((await send(world.clerk, '?keepGood=true', file)).report)).toEqual([1, 0, 0, 7]);
    expect((await world.clerk.get('/assets?q=J')).body.total).toBe(1);
  });

  it('has a template with what is known, of one’s own range alone', async () => {
    await listAsset(world.neighbour, {
      ...(await listAsset(world.clerk)),
      id: crypto.randomUUID(),
      place: sister,
      name: '邻村磨坊',
    });
    const known = await readBack((await world.clerk.send('POST', '/assets/template')).raw);
    expect(known.length).toBeGreaterThan(1);
    expect(JSON.stringify(known)).not.toContain('邻村磨坊');
    expect((await world.clerk.send('POST', `/assets/template?place=${sister}`)).status).toBe(404);
    const town = await readBack((await world.town.send('POST', '/assets/export')).raw);
    expect(JSON.stringify(town)).toContain('邻村磨坊');
    expect((await send(world.clerk, '/check', [row('K1', { place: String(sister) })])).report.rejected).toBe(1);
    expect((await send(world.town, '/check', [row('K1')])).status).toBe(403);
  });

  it('prints the form of the survey', async () => {
    const printed = await world.clerk.send('POST', `/assets/print?place=${village}`);
    expect(printed.raw.subarray(0, 5).toString()).toBe('%PDF-');
    const contracts = await world.clerk.send('POST', '/asset-contracts/export');
    expect(contracts.raw.subarray(0, 2).toString()).toBe('PK');
  });
});
