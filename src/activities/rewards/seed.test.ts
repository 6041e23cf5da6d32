import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { localDate } from '../../platform/pure/period.ts';
import { demoRewards, demoSchemes } from './seed.ts';

const span = {
  ...{ from: localDate('2018-01-01'), until: localDate('2019-12-31') },
  ...{ villageBy: randomUUID(), townshipBy: randomUUID() },
};
const village = {
  place: 150622100201,
  households: Array.from({ length: 60 }, (_, at) => ({ id: randomUUID(), name: `户主${at}`, poor: 'yes' as const })),
};

it('demo rewards are the same from the same numbers, and their amounts follow units and rate', () => {
  const schemes = demoSchemes(numbers(3), 150622000000, span.from);
  const made = demoRewards(numbers(5), village, { span, schemes });
  expect(demoRewards(numbers(5), village, { span, schemes })).toEqual(made);
  expect(made.reward.length).toBeGreaterThan(1);
  for (const { row } of made.reward) {
    const units = made.reward_unit.filter((one) => one.row.reward_id === row.id);
    expect(units).toHaveLength(Number(row.units));
    expect(row.amount_fen).toBe(BigInt(units.length) * BigInt(String(row.rate_fen)));
  }
});

function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
