import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer, compute } from './compute.testing.ts';

const member = fc.record({
  patronageFen: fc.nat(1_000_000),
  contributionFen: fc.nat(1_000_000),
  reserveShareFen: fc.nat(1_000_000),
});
const members = fc
  .array(member, { minLength: 1, maxLength: 20 })
  .map((list) => list.map((one, at) => ({ id: `m${at}`, ...one })));

describe('cooperative-composition', () => {
  it('says what is wrong, by which article, and until when it is to be cured', async () => {
    const farmers = Array.from({ length: 18 }, () => ({ kind: 'farmer' }));
    const units = [{ kind: 'unit', unitKind: 'enterprise' }, { kind: 'collective' }];
    const input = { kind: 'farmers_professional', on: '2019-08-31', members: [...farmers, ...units] };
    expect(await answer('cooperative-composition', input)).toEqual({
      ok: false,
      counts: { members: 20, farmers: 18, units: 1, collectives: 1, cooperatives: 0, publicAffairs: 0 },
      breaches: [{ code: 'units_too_many', clause: 'COOP 20', actual: 2, bound: 1 }],
      cureBy: '2020-03-02',
    });
    const decided = { ...input, limits: { collectiveIsUnit: false } };
    expect(await answer('cooperative-composition', decided)).toMatchObject({ ok: true, cureBy: null });
  });

  it.each([
    ['kind', { kind: 'club', on: '2019-01-01', members: [] }],
    ['on', { kind: 'federation', on: '2019-02-30', members: [] }],
    ['members.0.kind', { kind: 'federation', on: '2019-01-01', members: [{ kind: 'friend' }] }],
  ])('refuses with 2, naming %s', async (field, input) => {
    const ran = await compute('cooperative-composition', input);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err.startsWith(`${field}: `)).toBe(true);
  });
});

describe('rules of shares', () => {
  it('quantify property without losing a fen or a share', async () => {
    const input = {
      propertyFen: 1_000_050,
      parFen: 100,
      collectiveBp: 2_000,
      members: [{ id: 'b' }, { id: 'a' }, { id: 'c' }],
    };
    expect(await answer('share-quantification', input)).toEqual({
      totalShares: 10_000,
      collectiveShares: 2_000,
      memberShares: 8_000,
      leftoverFen: 50,
      lines: [
        { id: 'b', shares: 2_667, valueFen: 266_700 },
        { id: 'a', shares: 2_667, valueFen: 266_700 },
        { id: 'c', shares: 2_666, valueFen: 266_600 },
      ],
    });
  });

  it('write the reserve to accounts, whatever the order of the members', async () => {
    const bases = fc.constantFrom('patronage', 'contribution', 'equal');
    await fc.assert(
      fc.asyncProperty(fc.nat(10_000_000), bases, members, async (drawnFen, by, list) => {
        const weights = list.map((one) => (by === 'equal' ? 1 : one[`${by}Fen` as 'patronageFen']));
        const sum = weights.reduce((all, weight) => all + weight, 0);
        fc.pre(sum > 0);
        const { lines } = await answer('reserve-quantification', { drawnFen, by, members: list });
        const again = await answer('reserve-quantification', { drawnFen, by, members: list.toReversed() });
        expect(again.lines.toReversed()).toEqual(lines);
        let total = 0;
        for (const [at, line] of lines.entries()) {
          total += line.quantifiedFen;
          const distance = BigInt(line.quantifiedFen) * BigInt(sum) - BigInt(drawnFen) * BigInt(weights[at] ?? 0);
          expect(distance < BigInt(sum) && distance > -BigInt(sum)).toBe(true);
          expect(line.reserveShareFen).toBe(line.quantifiedFen + (list[at]?.reserveShareFen ?? 0));
        }
        expect(total).toBe(drawnFen);
      }),
      { numRuns: 60, seed: 11 },
    );
  });

  it('average grants, split capital and settle exits', async () => {
    const grants = await answer('grant-shares', { grantFen: 100, members: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] });
    expect(grants.lines.map((line: { grantShareFen: number }) => line.grantShareFen)).toEqual([34, 33, 33]);
    const capital = await answer('opening-capital', {
      parFen: 100,
      members: [{ id: 'a', shares: 3, receivedFen: 250 }],
    });
    expect(capital).toMatchObject({ capitalFen: 300, receivedFen: 250, premiumFen: -50, totalShares: 3 });
    const settled = await answer('member-settlement', {
      contributionFen: 1000,
      lossShareFen: 1500,
      unpaidPatronageFen: 70,
      grantShareFen: 9,
    });
    expect(settled).toMatchObject({ deductedFen: 1000, beyondLimitFen: 500, payableFen: 70, retainedGrantFen: 9 });
  });

  it.each([
    ['share-quantification', 'parFen', { propertyFen: 1, parFen: 0, members: [] }],
    ['share-quantification', 'members', { propertyFen: 100, parFen: 1, members: [] }],
    ['opening-capital', 'members', { parFen: 2 ** 52, members: [{ id: 'a', shares: 3 }] }],
    ['opening-capital', 'members.1.id', { parFen: 1, members: [{ id: 'a' }, { id: 'a' }] }],
    [
      'reserve-quantification',
      'members.0.patronageFen',
      { drawnFen: 1, by: 'equal', members: [{ id: 'a', patronageFen: -1 }] },
    ],
    ['reserve-quantification', 'members', { drawnFen: 1, by: 'patronage', members: [{ id: 'a' }] }],
    ['grant-shares', 'members', { grantFen: 1, members: [] }],
    ['grant-shares', 'grantFen', { grantFen: 0.5, members: [{ id: 'a' }] }],
    ['member-settlement', 'contributionFen', { contributionFen: -1 }],
    ['member-settlement', 'contribution', { contribution: 1 }],
  ])('%s refuses with 2, naming %s', async (rule, field, input) => {
    const ran = await compute(rule, input);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err.startsWith(`${field}: `)).toBe(true);
  });
});
