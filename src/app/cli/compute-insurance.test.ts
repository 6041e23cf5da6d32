import { expect, it } from 'vitest';
import { compute } from './compute.testing.ts';

const shares = { central: 3_500, region: 2_500, city: 500, banner: 500, holder: 3_000 };
const policy = { lines: [{ hundredths: 101 }, { hundredths: 700 }], unitSumFen: 33_333, rateBp: 617, shares };

it('splits each premium so that the parts add up to it, and the policy is the sum of its lines', async () => {
  const ran = await compute('premium-split', policy);
  expect(ran).toMatchObject({ code: 0, err: '' });
  const { lines, total } = JSON.parse(ran.out);
  expect(lines[0]).toEqual({
    sumFen: 33_666,
    premiumFen: 2_077,
    central: 727,
    region: 519,
    city: 104,
    banner: 104,
    holder: 623,
  });
  for (const one of [...lines, total])
    expect(one.central + one.region + one.city + one.banner + one.holder).toBe(one.premiumFen);
  expect(lines[0].premiumFen + lines[1].premiumFen).toBe(total.premiumFen);
});

it.each([
  ['lines', { ...policy, lines: [] }],
  ['lines.0.hundredths', { ...policy, lines: [{ hundredths: -1 }] }],
  ['lines.0.hundredths', { ...policy, lines: [{ hundredths: 0.5 }] }],
  ['unitSumFen', { ...policy, unitSumFen: 0.5 }],
  ['unitSumFen', { ...policy, unitSumFen: Number.MAX_SAFE_INTEGER }],
  ['rateBp', { ...policy, rateBp: 10_001 }],
  ['shares', { ...policy, shares: { ...shares, holder: 2_999 } }],
])('refuses with 2, naming %s', async (field, input) => {
  const ran = await compute('premium-split', input);
  expect(ran.code).toBe(2);
  expect(ran.err).toContain(field);
});
