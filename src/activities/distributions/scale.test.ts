import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { balances, distributionOf, openWorld, organisation, resolve, type World } from './distributions.testing.ts';

const holders = 10_000;

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 120_000);
afterAll(() => world.close());

describe('ten thousand holders', () => {
  it('are declared in one transaction, or not at all', { timeout: 240_000 }, async () => {
    const people = Array.from({ length: holders }, (_, at) => ({ shares: (at % 7) + 1 }));
    const of = await organisation(world, people, { kind: 'collective_economic_organization', classKind: 'quantified' });
    const made = distributionOf(() => world.clerk, of);
    await made.begin();
    await made.choose();
    await made.send('/notice', { postedOn: '2020-03-02', contact: '村委会 0477-1234567' });
    await world.setDay('2020-03-16');
    const { digest, revision } = await made.view();
    await resolve(world, of, { id: made.id, digest: digest ?? '', heldOn: '2020-03-15' });
    // a year closed through this day takes no voucher: nothing of the distribution is there either
    const owner = await world.database.connectOwner();
    await owner.query("update ledger_book set closed_through = '2020-12-31' where id = $1", [of.bookId]);
    const late = await world.accountant.send('POST', `${made.address}/declare`, { revision });
    expect(late.body.code).toBe('ledger_period_closed');
    expect((await owner.query('select count(*) from dividend')).rows).toEqual([{ count: '0' }]);
    await owner.query("update ledger_book set closed_through = '2018-12-31' where id = $1", [of.bookId]);
    await owner.end();
    const begun = performance.now();
    const done = await world.accountant.send('POST', `${made.address}/declare`, { revision });
    const took = performance.now() - begun;
    expect(done.body).toMatchObject({ members: holders, totalFen: 800_000 });
    process.stdout.write(`declared ${holders} in ${Math.round(took)} ms\n`);
    const due = await balances(world, of, '113');
    expect([...due.values()].reduce((sum, amount) => sum + amount, 0)).toBe(-800_000);
  });
});
