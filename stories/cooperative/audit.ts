import { expect } from 'vitest';
import type { Person } from '../person.ts';
import { read } from '../requests.ts';
import { days, type Life, people, signIn } from './life.ts';
import { pageOf } from './surplus.ts';

const month = days.resolved.slice(0, 7);
const city = 150_600_000_000;

/** What the month’s report says of refunds to registered-poor households, in fen; nothing stands there before the first. */
export async function readRefunds(person: Person): Promise<number> {
  const address = `/figures?indicator=patronage_refunds_poor&place=${city}&month=${month}`;
  await person.open(address);
  const total = person.page.locator('.provenance strong');
  return Number((await person.read(total)).replace(/[^\d]/g, ''));
}

/** What the distribution’s own lines give to the registered poor. */
async function sumOfPoor(life: Life, person: Person): Promise<number> {
  interface Line {
    readonly membershipId: string;
    readonly patronageRefundFen: number;
  }
  const { rows } = await read<{ rows: readonly Line[] }>(person, `${pageOf(life)}/lines?limit=200`);
  const poor = new Set(life.members.slice(0, people.poor).map(({ id }) => id));
  return rows
    .filter(({ membershipId }) => poor.has(membershipId))
    .reduce((sum, { patronageRefundFen }) => sum + patronageRefundFen, 0);
}

/** The auditor walks from the city’s total in the month’s report to one herder and what his account says. */
export async function walkToHerder(life: Life): Promise<void> {
  const auditor = await signIn(life, 'auditor');
  const { page } = auditor;
  const poor = await sumOfPoor(life, auditor);
  expect(poor).toBeGreaterThan(0);
  await expect.poll(() => readRefunds(auditor), { timeout: 60_000 }).toBe(poor);
  await auditor.open(`/reports/monthly?month=${month}`);
  const refunds = page.getByRole('row').filter({ hasText: '本年建档立卡贫困户盈余返还' });
  await auditor.click(refunds.locator('a.figure-link').first());
  await auditor.see(page.getByText('从何而来'));
  const herder = life.members[0];
  await auditor.picture('cooperative-rows');
  await auditor.click(page.locator(`a[href*="${life.distribution}"][href$="q=${herder?.number}"]`).first());
  await auditor.see(page.getByRole('row').filter({ hasText: herder?.name ?? '' }));
  await auditor.picture('cooperative-herder');
}
