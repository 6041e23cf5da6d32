import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorAt, type TestDatabase, testDatabase } from '../db/testing.ts';
import { ok, refuse } from '../pure/result.ts';
import { claimAnswers, countAnswers, takeAnswers, takeUse } from './use.ts';

const acts = new Map([['number.look', { roles: [], writes: true, limit: { perMinute: 5, perDay: 12 } }]]);
let database: TestDatabase;
let now = Date.UTC(2019, 5, 3);

beforeAll(async () => {
  database = await testDatabase([], { clock: () => new Date(now) });
});
afterAll(() => database.drop());

function tick(seconds: number): void {
  now += seconds * 1000;
}

const refused = { code: 'act_too_often', values: { act: 'number.look', perMinute: 5, perDay: 12 } };

async function stops(accountId: string): Promise<readonly Record<string, unknown>[]> {
  const owner = await database.connectOwner();
  const { rows } = await owner.query(
    `select place::int, record_id, changes from audit_event where act = 'account.stopped' and account_id = $1`,
    [accountId],
  );
  await owner.end();
  return rows;
}

describe('an act with a limit', () => {
  it('A31 is done so often a minute and a day by one account, counted once for sixteen at once', async () => {
    const host = { place: database, acts };
    const [one, other] = [actorAt('village_clerk', 150622100201), actorAt('village_clerk', 150622100201)];
    const burst = await Promise.all(Array.from({ length: 16 }, () => takeUse(host, one, 'number.look')));
    expect(burst.filter((stopped) => stopped === undefined)).toHaveLength(5);
    expect(burst.find((stopped) => stopped !== undefined)).toEqual(refused);
    expect(await takeUse(host, other, 'number.look')).toBeUndefined();
    tick(61);
    for (let use = 0; use < 5; use += 1) expect(await takeUse(host, one, 'number.look')).toBeUndefined();
    tick(61);
    for (let use = 0; use < 2; use += 1) expect(await takeUse(host, one, 'number.look')).toBeUndefined();
    tick(61);
    expect(await takeUse(host, one, 'number.look')).toEqual(refused);
    tick(24 * 3600);
    expect(await takeUse(host, one, 'number.look')).toBeUndefined();
  });

  it('A31 leaves one event of the system where it was stopped, not one for each try', async () => {
    const host = { place: database, acts };
    const actor = actorAt('village_clerk', 150622100201);
    for (let use = 0; use < 20; use += 1) await takeUse(host, actor, 'number.look');
    const note = { act: 'number.look', perMinute: 5, perDay: 12 };
    expect(await stops(actor.accountId)).toMatchObject([{ place: 0, record_id: actor.accountId, changes: [{ note }] }]);
    tick(3601);
    for (let use = 0; use < 20; use += 1) await takeUse(host, actor, 'number.look');
    expect(await stops(actor.accountId)).toHaveLength(2);
  });

  it('A31 counts what another act answers: what would be one too many is rolled back, what was refused is counted', async () => {
    const host = { place: database, acts };
    const actor = actorAt('village_clerk', 150622100201);
    const answer = (answers: number) =>
      database.act(actor, async (tx) => {
        countAnswers(tx, 'number.look', answers);
        const stopped = await claimAnswers(acts, tx);
        return stopped ? refuse(stopped) : ok(answers);
      });
    expect(await answer(10)).toBe(10);
    await expect(answer(3)).rejects.toThrow('act_too_often');
    await expect(answer(13)).rejects.toThrow('act_too_often');
    expect(await takeAnswers(host, actor, new Map([['number.look', 2]]))).toBeUndefined();
    expect(await takeAnswers(host, actor, new Map([['number.look', 1]]))).toEqual(refused);
    expect(await takeAnswers(host, actor, new Map([['other.act', 1]]))).toBeUndefined();
  });
});
