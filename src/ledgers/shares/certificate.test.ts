import { createPublicKey, randomUUID, verify } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExportRow } from '../../platform/sheets/cells-out.ts';
import { writeList } from '../../platform/sheets/export.ts';
import { certificateCode, findCertificate } from './certificate-store.ts';
import { openingSheet } from './opening-sheet-contract.ts';
import {
  city,
  closeWorld,
  cooperative,
  county,
  makeClass,
  openWorld,
  positions,
  subscribe,
  type World,
} from './shares.testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => closeWorld(world));

describe('certificates', () => {
  it('are verified offline by their signature, replaced when holdings change, and counted when printed', async () => {
    const made = await cooperative(world, [{}, {}]);
    const classId = await makeClass(world, made);
    await subscribe(world, made, { classId, takes: [{ member: 0, shares: 10 }] });
    const issue = (membershipId: string | undefined, id = randomUUID()) =>
      world.accountant.send('POST', `${made.address}/certificates`, { id, membershipId });
    const first = randomUUID();
    expect((await issue(made.members[0], first)).status).toBe(200);
    expect((await issue(made.members[0])).body.code).toBe('certificate_unchanged');
    expect((await issue(made.members[1])).body.code).toBe('certificate_nothing');
    const printed = await world.accountant.send('POST', `/share-certificates/${county}/${first}/print`);
    expect(printed.raw.subarray(0, 5).toString()).toBe('%PDF-');
    const listed = (await world.accountant.get(`${made.address}/certificates`)).body.rows as {
      prints: number;
      revision: number;
    }[];
    expect(listed).toMatchObject([{ number: 1, prints: 1, state: 'valid', shares: 10 }]);
    await subscribe(world, made, { classId, takes: [{ member: 0, shares: 5, on: '2019-02-01' }] });
    expect((await world.accountant.send('POST', `${made.address}/certificates/all`)).body).toEqual({ issued: 1 });
    expect((await world.accountant.get(`${made.address}/certificates?state=replaced`)).body.total).toBe(1);
    const [valid] = (await world.accountant.get(`${made.address}/certificates?state=valid`)).body.rows as {
      id: string;
      revision: number;
    }[];
    const loss = { revision: valid?.revision, reason: '遗失' };
    expect((await world.accountant.send('POST', `/share-certificates/${county}/${valid?.id}/loss`, loss)).status).toBe(
      200,
    );
    expect((await issue(made.members[0])).status).toBe(200);
  });

  it('say through their code what they are, and what was made up is found out', async () => {
    const made = await cooperative(world, [{}]);
    const classId = await makeClass(world, made);
    await subscribe(world, made, { classId, takes: [{ member: 0, shares: 10 }] });
    const id = randomUUID();
    await world.accountant.send('POST', `${made.address}/certificates`, { id, membershipId: made.members[0] });
    const code = await world.database.read(city, async (tx) => {
      const certificate = await findCertificate(tx, { county, id });
      return certificate ? certificateCode(tx, certificate, '合作社') : '';
    });
    const check = (text: string) =>
      world.app.anonymous.send('POST', '/share-certificates/verification', { code: text });
    expect((await check(`https://silian.example/certificate#${code}`)).body).toMatchObject({
      genuine: true,
      state: 'valid',
      claim: { number: 1, shares: 10, paidFen: 100_000, member: '社员1' },
    });
    const [mark, body = '', signature] = code.split('.');
    const forged = Buffer.from(Buffer.from(body, 'base64url').toString('utf8').replace(',10,', ',99,')).toString(
      'base64url',
    );
    expect((await check(`${mark}.${forged}.${signature}`)).body).toMatchObject({ genuine: false, state: null });
    await subscribe(world, made, { classId, takes: [{ member: 0, shares: 1, on: '2019-02-01' }] });
    expect((await check(code)).body).toMatchObject({ genuine: true, state: 'outdated' });
    expect((await check('https://example.com')).body.code).toBe('certificate_code');
    const { publicKey } = (await world.app.anonymous.get('/share-certificates/key')).body as { publicKey: string };
    const signed = Buffer.from(`${mark}.${body}`);
    expect(verify(null, signed, createPublicKey(publicKey), Buffer.from(signature ?? '', 'base64url'))).toBe(true);
  });
});

async function workbook(rows: readonly ExportRow[]): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  const list = writeList({ spec: openingSheet, rows, language: 'zh', exportedBy: '甲', exportedAt: new Date(0) });
  for await (const piece of list) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('opening balances', () => {
  it('come in as one signed entry, all or nothing, once', async () => {
    const made = await cooperative(world, [{}]);
    const classId = await makeClass(world, made, { kind: 'cash', ...{ name: '现金股' } });
    const land = await makeClass(world, made, { kind: 'land', ...{ name: '土地股' } });
    const base = { kind: 'farmer', className: '现金股', source: 'cash', shares: 10, paid: 100_000n };
    const rows = [
      { ...base, number: '001', name: '社员1' },
      { ...base, number: '002', name: '新社员', shares: 5, paid: 20_000n, acquiredOn: '2018-09-01' },
      {
        ...base,
        number: '002',
        name: '新社员',
        className: '土地股',
        source: 'land',
        shares: 84,
        paid: 840_000n,
        expiresOn: '2028-09-01',
      },
    ];
    const upload = async (path: string, list: readonly ExportRow[]) =>
      world.accountant.upload(`${made.address}/opening${path}?openedOn=2019-01-01`, {
        name: '期初.xlsx',
        bytes: await workbook(list),
      });
    const wrong = await upload('/check', [...rows, { ...base, number: '003', name: '丙', className: '没有' }]);
    expect(wrong.body).toMatchObject({ inserted: 3, rejected: 1 });
    expect((await upload('', [...rows, { ...base, number: '003', name: '丙', className: '没有' }])).body.code).toBe(
      'import_rejected',
    );
    expect((await upload('', rows)).body).toMatchObject({ inserted: 3, rejected: 0 });
    expect((await upload('', rows)).body.code).toBe('opening_too_late');
    const register = (await world.accountant.get(made.address)).body;
    expect(register).toMatchObject({
      opening: { members: 2, lots: 3, shares: 99, paidFen: 960_000, openedOn: '2019-01-01' },
    });
    expect((await positions(world, made, { classId: classId, on: '2019-01-01' })).size).toBe(2);
    expect((await positions(world, made, { classId: land, on: '2019-01-01' })).size).toBe(1);
    expect((await world.accountant.get(`${made.address}/moves`)).body).toMatchObject({
      total: 3,
      rows: [{ kind: 'opening', entryNumber: 1 }, {}, {}],
    });
    expect((await world.accountant.send('POST', `${made.address}/opening/template`)).status).toBe(200);
  });
});
