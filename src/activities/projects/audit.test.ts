import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { county, neighbour, openWorld, payDirectly, village, type World } from './projects.testing.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.setDay('2018-06-01');
  await register();
});
afterAll(() => world.close());

const living = randomUUID();
const dead = randomUUID();
const cadre = randomUUID();

/** Three households: one as it should be, one whose only person died, one with the branch secretary. */
async function register(): Promise<void> {
  const owner = await world.database.connectOwner();
  for (const [id, name, left] of [
    [living, '白音', null],
    [dead, '哈斯', '2018-02-01'],
    [cadre, '书记', null],
  ] as const) {
    await owner.query(
      `insert into household (county, id, place, number, joined_on, joined_kind, revision, recorded_at, recorded_by)
       values ($1, $2, $3, $4, '2015-01-01', 'registered', 1, now(), gen_random_uuid())`,
      [county, id, village, id.slice(0, 12)],
    );
    await owner.query(
      `insert into resident (county, id, place, household_id, name, name_original, name_key, pinyin, initials, id_number, id_number_hash,
         id_number_masked, id_last4, sex, birth_on, relation, joined_on, joined_kind, left_on, left_reason, revision, recorded_at, recorded_by)
       values ($1, gen_random_uuid(), $2, $3, $4, $4, $4, '', '', '', sha256($5::bytea), '', '0000', 'male', '1960-01-01', '01',
         '2015-01-01', 'registered', $6::date, $7, 1, now(), gen_random_uuid())`,
      [county, village, id, name, id, left, left === null ? null : 'died'],
    );
  }
  await owner.query(
    `with b as (insert into party_branch (county, id, place, name, kind, starts_on, revision, recorded_at, recorded_by)
       values ($1, gen_random_uuid(), $2, '党支部', 'village', '2015-01-01', 1, now(), gen_random_uuid()) returning county, id, place)
     insert into branch_post (county, id, place, branch_id, post, person_name, starts_on, revision, recorded_at, recorded_by)
     select county, gen_random_uuid(), place, id, 'secretary', '书记', '2016-01-01', 1, now(), gen_random_uuid() from b`,
    [county, village],
  );
  await owner.end();
}

function pay(
  payee: { readonly id: string; readonly name: string; readonly kind?: 'enterprise' },
  amountFen: bigint,
  occurredOn = '2018-05-02',
): Promise<string> {
  const { id, name, kind } = payee;
  const home = kind === undefined ? ({ kind: 'household', place: village } as const) : { kind };
  return payDirectly(world, { payee: { ...home, county, id, name }, amountFen, occurredOn });
}

function codeOf(reply: { readonly status: number; readonly body: Record<string, unknown> }): unknown {
  return reply.status === 200 ? 'ok' : reply.body.code;
}

describe('alerts', () => {
  const window = { from: '2018-01-01', through: '2018-12-31' };
  interface Listed {
    readonly id: string;
    readonly rule: string;
  }

  it('finds what the registers say against a payment, once, and counts what became of it', async () => {
    await pay({ id: living, name: '白音' }, 111_100n);
    await pay({ id: dead, name: '哈斯' }, 122_200n);
    await pay({ id: cadre, name: '书记' }, 133_300n);
    await pay({ id: randomUUID(), name: '查无此户' }, 144_400n);
    await pay({ id: randomUUID(), name: '某公司', kind: 'enterprise' }, 3_000_000n);
    const { auditor, clerk } = world.people();
    const tested = (await auditor.get('/misuse-alerts/back-test?from=2018-01-01&through=2018-12-31')).body;
    const expected = ['round_sum', 'payee_unknown', 'payee_dead', 'cadre_household'];
    const found = (tested.rules as { rule: string; found: number }[]).filter((one) => one.found > 0);
    expect(found.map(({ rule }) => rule)).toEqual(expected);
    expect((await auditor.get('/misuse-alerts')).body.total).toBe(0);
    const run = () => auditor.send('POST', '/misuse-alerts/find', window);
    expect((await run()).body).toMatchObject({ payments: 5, found: 4, opened: 4, extended: 0 });
    expect((await run()).body).toMatchObject({ found: 4, opened: 0 });
    expect((await clerk.get('/misuse-alerts')).status).toBe(403);

    const rows = (await auditor.get('/misuse-alerts')).body.rows as Listed[];
    const decide = (rule: string, body: object) => {
      const id = rows.find((one) => one.rule === rule)?.id;
      return auditor.send('POST', `/misuse-alerts/${county}/${id}/decide`, { revision: 1, result: '已核', ...body });
    };
    expect(codeOf(await decide('payee_dead', { state: 'confirmed' }))).toBe('alert_misuse_missing');
    expect(codeOf(await decide('payee_dead', { state: 'confirmed', misuse: 'fraudulent_claim' }))).toBe('ok');
    expect(codeOf(await decide('round_sum', { state: 'cleared' }))).toBe('ok');
    const after = (await auditor.get('/misuse-alerts/back-test?from=2018-01-01&through=2018-12-31')).body;
    const of = (rule: string) =>
      (after.rules as { rule: string; hitBp: number | null }[]).find((one) => one.rule === rule)?.hitBp;
    expect([of('payee_dead'), of('round_sum'), of('payee_unknown')]).toEqual([10_000, 0, null]);
    const trial = (await auditor.get('/misuse-alerts/back-test?from=2018-01-01&through=2018-12-31&roundFen=7000000'))
      .body;
    expect((trial.rules as { rule: string; found: number }[]).find((one) => one.rule === 'round_sum')?.found).toBe(0);
  });
});

describe('a sample', () => {
  it('is drawn from its seed again and again, judged line by line, and taken away with its evidence', async () => {
    const { auditor, cityOffice } = world.people();
    const draft = {
      id: randomUUID(),
      title: '五月抽样',
      seed: '骰子 4 2 6',
      drawnFor: village,
      size: 3,
      paidFrom: '2018-05-01',
      paidThrough: '2018-05-31',
    };
    const drawn = await auditor.send('POST', '/audit-samples', draft);
    expect(drawn.body).toMatchObject({ county: 150600, population: 5, size: 3 });
    const address = `/audit-samples/150600/${draft.id}`;
    const view = (await auditor.get(address)).body as { redrawn: string; items: { id: string; revision: number }[] };
    expect(view.redrawn).toBe('same');
    const again = { ...draft, id: randomUUID() };
    await auditor.send('POST', '/audit-samples', again);
    const other = (await auditor.get(`/audit-samples/150600/${again.id}`)).body as { items: { paymentId: string }[] };
    expect(other.items.map(({ paymentId }) => paymentId)).toEqual(
      (view.items as unknown as { paymentId: string }[]).map(({ paymentId }) => paymentId),
    );
    const judge = (verdict: string, note?: string) =>
      auditor.send('POST', `${address}/items/${view.items[0]?.id}`, { revision: 1, verdict, note });
    expect(codeOf(await judge('objected'))).toBe('sample_note_missing');
    expect(codeOf(await judge('objected', '没有附件'))).toBe('ok');
    expect((await cityOffice.get(address)).status).toBe(403);
    const bundle = await auditor.send('POST', `${address}/bundle`);
    expect(bundle.status).toBe(200);
    expect(bundle.raw.subarray(0, 2).toString()).toBe('PK');
    expect(bundle.raw.includes('manifest.json')).toBe(true);
    await pay({ id: living, name: '白音' }, 99_900n, '2018-05-03');
    expect((await auditor.get(address)).body).toMatchObject({ redrawn: 'other', objected: 1 });
  });
});

describe('a finding', () => {
  it('is answered by the place, sent back, and closed by the auditor', async () => {
    const { auditor, accountant } = world.people();
    const draft = {
      ...{
        id: randomUUID(),
        place: village,
        number: '审2018-1',
        source: 'audit',
        misuse: 'fraudulent_claim',
        title: '付给已故人员',
      },
      ...{
        detail: '2018 年 5 月付给已故人员',
        amountFen: 122_200,
        responsible: '甲村',
        foundOn: '2018-06-01',
        dueOn: '2018-07-01',
      },
    };
    expect(codeOf(await auditor.send('POST', '/findings', { ...draft, dueOn: '2018-06-01' }))).toBe('finding_days');
    expect(codeOf(await auditor.send('POST', '/findings', draft))).toBe('ok');
    const address = `/findings/${county}/${draft.id}`;
    const answer = (by = accountant, recoveredFen = 122_200, revision = 1) =>
      by.send('POST', `${address}/answer`, { revision, answer: '已追回', recoveredFen });
    const review = (verdict: string, revision: number) =>
      auditor.send('POST', `${address}/review`, { revision, verdict, opinion: '看过凭证' });
    expect(codeOf(await review('closed', 1))).toBe('finding_not_answered');
    expect(codeOf(await answer(accountant, 122_201))).toBe('finding_recovered');
    expect((await answer(await world.app.signIn('village_accountant', { place: neighbour }))).status).toBe(404);
    expect(codeOf(await answer())).toBe('ok');
    expect(codeOf(await review('returned', 2))).toBe('ok');
    expect(codeOf(await answer(accountant, 122_200, 3))).toBe('ok');
    expect(codeOf(await review('closed', 4))).toBe('ok');
    expect((await accountant.get(address)).body).toMatchObject({
      state: 'closed',
      reopened: 1,
      light: 'met',
      recoveredFen: 122_200,
    });
    expect(codeOf(await answer(accountant, 0, 5))).toBe('finding_closed');
    expect((await accountant.send('POST', '/findings', { ...draft, id: randomUUID() })).status).toBe(403);
    expect((await auditor.send('POST', '/findings/export')).status).toBe(200);
  });
});
