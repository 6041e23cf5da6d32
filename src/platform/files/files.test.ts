import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorAt, type TestDatabase, testDatabase } from '../db/testing.ts';
import { type TestClient, type TestServer, testServer } from '../http/testing.ts';
import { platformFeature } from '../platform-feature.ts';
import { ok } from '../pure/result.ts';

import { folderStorage, hashContent } from './blob-storage.ts';
import { readExif, writeExif } from './exif.ts';
import { safeName } from './file-name.ts';
import { stripPhoto } from './photo.ts';
import { fileRoutes } from './routes.ts';

const village = 150622100201;
const neighbour = 150622100202;
const county = 150622;

let database: TestDatabase;
let app: TestServer;
let clerk: TestClient;
let stranger: TestClient;

beforeAll(async () => {
  database = await testDatabase([]);
  // a record to attach to, as any feature would declare one
  const owner = await database.connectOwner();
  await owner.query(`create table example (county int, id uuid, place bigint, cooperative_id uuid, primary key (county, id));
    grant select, insert on example to silian_app; grant select on example to silian_member;
    create table office_example (county int, id uuid, place bigint); grant select on office_example to silian_app;
    create policy own_rows on example to silian_member
      using (cooperative_id = nullif(current_setting('silian.organisation', true), '')::uuid); alter table example enable row level security;
    create policy in_range on example to silian_app using (place between nullif(current_setting('silian.lo', true), '')::bigint
      and nullif(current_setting('silian.hi', true), '')::bigint)`);
  await owner.end();
  const tables = new Map(database.tables)
    .set('example', { ...{ name: 'example', kind: 'record', organisationColumn: 'cooperative_id' } })
    .set('office_example', { ...{ name: 'office_example', kind: 'record' } });
  database = { ...database, tables };
  app = await testServer(database, { features: [platformFeature], handlers: fileRoutes() });
  clerk = await app.signIn('village_clerk', { place: village });
  stranger = await app.signIn('village_clerk', { place: neighbour });
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

async function newRecord(place = village, cooperativeId: string | null = null): Promise<string> {
  const id = randomUUID();
  await database.act(actorAt('city_office', 150600000000), async (tx) =>
    ok(await sql`insert into example values (${county}, ${id}, ${place}, ${cooperativeId}::uuid)`.execute(tx.db)),
  );
  return id;
}

function attach(client: TestClient, record: string, file: { name: string; bytes: Uint8Array }) {
  return client.upload(`/records/example/${county}/${record}/attachments?attachmentId=${randomUUID()}`, file);
}

function picture(width = 800, height = 600) {
  return sharp({ create: { width, height, channels: 3, background: '#667744' } });
}

function photo() {
  return picture()
    .jpeg()
    .withExif({
      IFD0: { Model: 'Telephone 9' },
      IFD2: { DateTimeOriginal: '2018:06:27 10:11:12' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '39/1 36/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '109/1 46/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}

function text(content: string): Uint8Array {
  return new Uint8Array(Buffer.from(content));
}

describe('a file of a record', () => {
  it('comes back byte for byte, as a download that no browser opens or guesses at', async () => {
    const record = await newRecord();
    const bytes = text('会议记录\n2018年6月');
    const sent = await attach(clerk, record, { name: '会议记录 蒙ᠮᠣᠩ.txt', bytes });
    expect(sent.status).toBe(200);
    const file = await clerk.get(`/attachments/${county}/${sent.body.id}/content`);
    expect(file.raw.equals(Buffer.from(bytes))).toBe(true);
    expect(String(file.headers['content-disposition'])).toMatch(/^attachment; .*filename\*=UTF-8''%E4%BC%9A/);
    expect(file.headers['x-content-type-options']).toBe('nosniff');
    const listed = await clerk.get(`/records/example/${county}/${record}/attachments`);
    expect(listed.body).toMatchObject({
      files: [{ id: sent.body.id, name: '会议记录 蒙ᠮᠣᠩ.txt' }],
      allowed: ['file.attach'],
    });
  });

  it('is unknown to the neighbouring village in every way (quality A5)', async () => {
    const record = await newRecord();
    const sent = await attach(clerk, record, { name: 'a.txt', bytes: text('secret of the village') });
    for (const path of ['content', 'thumbnail'])
      expect((await stranger.get(`/attachments/${county}/${sent.body.id}/${path}`)).status).toBe(404);
    expect((await stranger.get(`/records/example/${county}/${record}/attachments`)).status).toBe(404);
    expect((await attach(stranger, record, { name: 'b.txt', bytes: text('x') })).status).toBe(404);
    const withdrawn = await stranger.send('POST', `/attachments/${county}/${sent.body.id}/withdraw`, {
      revision: 1,
      reason: 'x',
    });
    expect(withdrawn.status).toBe(404);
    expect((await clerk.get(`/attachments/${county}/${sent.body.id}/content`)).status).toBe(200);
  });

  it('is added by a manager to the records of his own cooperative, and to no others (quality A5)', async () => {
    const [own, other] = [randomUUID(), randomUUID()];
    const manager = await app.signIn('cooperative_manager', { organisationId: own });
    const rival = await app.signIn('cooperative_manager', { organisationId: other });
    const record = await newRecord(village, own);
    const theirs = await newRecord(village, other);
    const nobodys = await newRecord(village);
    const bytes = text(`合同 ${randomUUID()}`);
    const sent = await attach(manager, record, { name: '合同.txt', bytes });
    expect(sent.status, JSON.stringify(sent.body)).toBe(200);
    expect((await manager.get(`/records/example/${county}/${record}/attachments`)).body).toMatchObject({
      files: [{ id: sent.body.id, name: '合同.txt' }],
      allowed: ['file.attach'],
    });
    expect((await manager.get(`/attachments/${county}/${sent.body.id}/content`)).raw.equals(Buffer.from(bytes))).toBe(
      true,
    );
    // the offices of the place read it as they read the record
    expect((await clerk.get(`/attachments/${county}/${sent.body.id}/content`)).status).toBe(200);
    for (const not of [theirs, nobodys]) {
      expect((await attach(manager, not, { name: 'b.txt', bytes })).status).toBe(404);
      expect((await manager.get(`/records/example/${county}/${not}/attachments`)).status).toBe(404);
    }
    const take = (client: TestClient, id: unknown) =>
      client.send('POST', `/attachments/${county}/${id}/withdraw`, { revision: 1, reason: '传错' });
    for (const path of ['content', 'thumbnail'])
      expect((await rival.get(`/attachments/${county}/${sent.body.id}/${path}`)).status).toBe(404);
    expect((await take(rival, sent.body.id)).status).toBe(404);
    const official = await attach(clerk, record, { name: '批复.txt', bytes: text(`批复 ${randomUUID()}`) });
    expect((await take(manager, official.body.id)).body.code).toBe('file_of_other');
    expect((await take(manager, sent.body.id)).status).toBe(200);
    expect((await manager.get(`/records/example/${county}/${record}/attachments`)).body.files).toHaveLength(1);
  });

  it('cannot be hung by a manager on a table that only offices read, whatever is in it', async () => {
    const manager = await app.signIn('cooperative_manager', { organisationId: randomUUID() });
    const at = `/records/office_example/${county}/${randomUUID()}/attachments`;
    expect((await manager.get(at)).body.code).toBe('not_found');
    const sent = await manager.upload(`${at}?attachmentId=${randomUUID()}`, { name: 'a.txt', bytes: Buffer.from('a') });
    expect(sent.body.code).toBe('not_found');
  });

  it('cannot be hung on a table that is no record', async () => {
    for (const table of ['account', 'audit_event', 'attachment', 'pg_class', 'example_history']) {
      expect((await clerk.get(`/records/${table}/${county}/${randomUUID()}/attachments`)).status).toBe(404);
    }
  });

  it('is stored once, however often it comes (quality A66)', async () => {
    const [one, two] = [await newRecord(), await newRecord()];
    const bytes = text(`the same ${randomUUID()}`);
    const first = await attach(clerk, one, { name: 'a.txt', bytes });
    const again = await attach(clerk, one, { name: 'b.txt', bytes });
    const other = await attach(clerk, two, { name: 'c.txt', bytes });
    expect(again.body.id).toBe(first.body.id);
    expect(other.body.id).not.toBe(first.body.id);
    const owner = await database.connectOwner();
    const { rows } = await owner.query('select count(*)::int as n from blob where sha256 = $1', [hashContent(bytes)]);
    await owner.end();
    expect(rows[0]?.n).toBe(1);
  });

  it('can be taken out, and the room is free again', async () => {
    const record = await newRecord();
    const sent = await attach(clerk, record, { name: 'a.txt', bytes: text(`${randomUUID()}`) });
    const take = () =>
      clerk.send('POST', `/attachments/${county}/${sent.body.id}/withdraw`, { revision: 1, reason: '传错' });
    expect((await take()).status).toBe(200);
    expect((await take()).status).toBe(404);
    expect((await clerk.get(`/attachments/${county}/${sent.body.id}/content`)).status).toBe(404);
  });

  it('does not exceed the limit of its place, not even sixteen at once (quality A65)', async () => {
    const place = 150622100203;
    const owner = await database.connectOwner();
    await owner.query('insert into attachment_usage (county, place, bytes, limit_bytes) values ($1, $2, 0, 100)', [
      county,
      place,
    ]);
    const local = await app.signIn('village_clerk', { place });
    const record = await newRecord(place);
    const replies = await Promise.all(
      Array.from({ length: 16 }, (_, at) =>
        attach(local, record, { name: 'a.txt', bytes: text(`${String(at).padStart(2, '0')}${'x'.repeat(28)}`) }),
      ),
    );
    expect(replies.filter((reply) => reply.status === 200)).toHaveLength(3);
    expect(replies.filter((reply) => reply.body.code === 'file_quota')).toHaveLength(13);
    const { rows } = await owner.query('select bytes::int from attachment_usage where place = $1', [place]);
    await owner.end();
    expect(rows).toEqual([{ bytes: 90 }]);
  });
});

describe('what a file is', () => {
  it('is told by its content, not its name (quality A62)', async () => {
    const record = await newRecord();
    const png = await picture(20, 20).png().toBuffer();
    const pdf = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF');
    const cases: readonly (readonly [string, Uint8Array, string | undefined])[] = [
      ['a.png', png, undefined],
      ['a.pdf', pdf, undefined],
      ['a.pdf', png, 'file_type_differs'],
      ['a.png', pdf, 'file_type_differs'],
      ['a.exe', Buffer.from('MZ\x90\0\x03\0\0\0'), 'file_type_unknown'],
      ['a.html', text('<script>alert(1)</script>'), 'file_type_unknown'],
      ['a.svg', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'file_type_unknown'],
      ['a.txt', Buffer.from([1, 2, 3, 0]), 'file_type_unknown'],
      ['a.zip', Buffer.from(`PK\x05\x06${'\0'.repeat(18)}`, 'latin1'), 'file_type_unknown'],
      ['a.txt', new Uint8Array(), 'file_empty'],
    ];
    for (const [name, bytes, code] of cases) {
      const reply = await attach(clerk, record, { name, bytes });
      expect([name, reply.body.code]).toEqual([name, code]);
    }
  });

  it('a picture that carries a page is refused, and whatever else hangs on behind one is cut off', async () => {
    const record = await newRecord();
    const jpeg = await picture(30, 30).jpeg().toBuffer();
    const page = Buffer.from('<html><script>alert(1)</script>');
    const refused = await attach(clerk, record, { name: 'a.jpg', bytes: Buffer.concat([jpeg, page]) });
    expect(refused.body.code).toBe('file_type_unknown');
    const sent = await attach(clerk, record, { name: 'a.jpg', bytes: Buffer.concat([jpeg, Buffer.from('smuggled')]) });
    const file = await clerk.get(`/attachments/${county}/${sent.body.id}/content`);
    expect(file.raw.equals(jpeg)).toBe(true);
    expect(file.headers['content-type']).toBe('image/jpeg');
    expect(String(file.headers['content-disposition'])).toMatch(/^attachment/);
  });

  it('a few bytes that claim a giant picture are refused at once (quality A63)', async () => {
    const record = await newRecord();
    const flood = await picture(9000, 9000).png({ compressionLevel: 9 }).toBuffer();
    expect(flood.length).toBeLessThan(1_000_000);
    const before = process.memoryUsage().rss;
    const began = performance.now();
    const reply = await attach(clerk, record, { name: 'a.png', bytes: flood });
    expect(reply.body.code).toBe('file_image_too_large');
    expect(performance.now() - began).toBeLessThan(2000);
    expect(process.memoryUsage().rss - before).toBeLessThan(256e6);
    const cut = await attach(clerk, record, { name: 'a.jpg', bytes: (await photo()).subarray(0, 900) });
    expect(cut.body.code).toBe('file_image_damaged');
  });

  it.each([
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['C:\\Users\\a\\b.pdf', 'b.pdf'],
    ['a\r\nSet-Cookie: x=1.txt', 'aSet-Cookie x=1.txt'],
    ['\u202Egpj.exe', 'gpj.exe'],
    ['.htaccess', 'htaccess'],
    ['<img src=x onerror=alert(1)>.png', 'img src=x onerror=alert(1).png'],
    ['..', 'file'],
  ])('the name %j becomes %j (quality A48, A49)', (given, name) => {
    expect(safeName(given)).toBe(name);
  });

  it('a long name keeps its extension', () => {
    expect(Array.from(safeName(`${'𠮷'.repeat(300)}.pdf`))).toHaveLength(200);
    expect(safeName(`${'嘎'.repeat(300)}.pdf`)).toMatch(/嘎\.pdf$/);
  });
});

describe('photographs', () => {
  it('keep their time and the way up, and lose their place and device (quality A63, row 158)', async () => {
    for (const [type, bytes] of [
      ['image/jpeg', await photo()],
      [
        'image/png',
        await sharp(await photo())
          .keepExif()
          .png()
          .toBuffer(),
      ],
      [
        'image/webp',
        await sharp(await photo())
          .keepExif()
          .webp()
          .toBuffer(),
      ],
    ] as const) {
      const before = await sharp(bytes).metadata();
      expect(before.exif?.includes('Telephone')).toBe(true);
      const stripped = stripPhoto(bytes, type);
      const { exif, width, height } = await sharp(stripped).metadata();
      expect([width, height]).toEqual([before.width, before.height]);
      expect(stripped.includes('Telephone')).toBe(false);
      expect(await pixels(stripped)).toEqual(await pixels(bytes));
      expect(readExif(exif?.subarray(exif.toString('latin1', 0, 4) === 'Exif' ? 6 : 0) ?? Buffer.alloc(0))).toEqual({
        takenAt: '2018:06:27 10:11:12',
        orientation: 6,
      });
    }
  });

  it('have a small upright picture without any data', async () => {
    const record = await newRecord();
    const sent = await attach(clerk, record, { name: 'IMG_1.JPG', bytes: await photo() });
    expect(sent.body.hasThumbnail).toBe(true);
    const small = await clerk.get(`/attachments/${county}/${sent.body.id}/thumbnail`);
    const { format, width, height, exif } = await sharp(small.raw).metadata();
    expect({ format, width, height, exif }).toEqual({ format: 'webp', width: 240, height: 320, exif: undefined });
  });

  it('of telephones that write HEIC lose their place where it stands, and not a byte moves', async () => {
    const { exif = Buffer.alloc(0) } = await sharp(await photo()).metadata();
    const xmp = '<x exif:GPSLatitude="39,36.5N" exif:Model="T"><exif:GPSLongitude>109,46E</exif:GPSLongitude></x>';
    const file = Buffer.concat([Buffer.from('....ftypheic'), exif, Buffer.from(xmp), Buffer.from('pixels')]);
    const stripped = stripPhoto(file, 'image/heic');
    expect(stripped.length).toBe(file.length);
    expect(stripped.toString('latin1')).not.toMatch(/39,36|109,46/);
    expect(stripped.includes('Telephone 9')).toBe(true);
    const place = Buffer.from([39, 0, 0, 0, 1, 0, 0, 0, 36, 0, 0, 0, 1, 0, 0, 0]);
    expect([file.includes(place), stripped.includes(place)]).toEqual([true, false]);
    expect(stripped.subarray(-6).toString()).toBe('pixels');
  });

  it('Exif is read in both byte orders and survives damage', () => {
    const facts = { takenAt: '2018:06:27 10:11:12', orientation: 3 };
    expect(readExif(writeExif(facts))).toEqual(facts);
    expect(readExif(writeExif({}))).toEqual({ orientation: 1, takenAt: undefined });
    const block = writeExif(facts);
    for (let at = 0; at < block.length; at += 1) {
      const damaged = Buffer.from(block);
      damaged[at] = 0xff;
      expect(() => readExif(damaged)).not.toThrow();
    }
  });
});

describe('files in a folder', () => {
  it('are found again, and a damaged one is not handed out', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'silian-files-'));
    const outside = await testServer(database, {
      features: [platformFeature],
      handlers: fileRoutes(folderStorage(folder)),
    });
    const local = await outside.signIn('village_clerk', { place: village });
    const record = await newRecord();
    const bytes = text(`in the folder ${randomUUID()}`);
    const sent = await attach(local, record, { name: 'a.txt', bytes });
    const path = `/attachments/${county}/${sent.body.id}/content`;
    expect((await local.get(path)).raw.equals(Buffer.from(bytes))).toBe(true);
    const [shelf = ''] = await readdir(folder);
    const [file = ''] = await readdir(join(folder, shelf));
    expect(file).toBe(hashContent(bytes).toString('hex'));
    await writeFile(join(folder, shelf, file), 'something else');
    expect((await local.get(path)).status).toBe(500);
    await outside.close();
    await rm(folder, { recursive: true });
  });
});

async function pixels(bytes: Buffer): Promise<Buffer> {
  return sharp(bytes).raw().toBuffer();
}
