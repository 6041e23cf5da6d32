import { expect } from 'vitest';
import { idInAddress, press } from '../cooperative/life.ts';
import { attendAndVote } from '../cooperative/meeting.ts';
import { fill, submit } from '../forms.ts';
import type { Person } from '../person.ts';
import { type Body, read, send } from '../requests.ts';
import { type Money, moneyDays, poorHouseholds, signIn } from './money.ts';

interface Draft {
  readonly id: string;
  readonly revision: number;
}

/** A year with the cows: members deliver, the herd’s milk and calves are sold, and two years are closed. */
export async function workAndClose(money: Money): Promise<void> {
  const accountant = await signIn(money, 'village_accountant');
  const clerk = await signIn(money, 'village_clerk');
  await withdrawLeftovers(accountant, money);
  for (const { id } of money.members.slice(0, poorHouseholds)) {
    await recordEvent(accountant, money, {
      ...{
        kind: 'purchase_from_member',
        occurredOn: '2020-09-14',
        amounts: { cost: 200_000 },
        parties: { memberSub: id },
      },
      ...{ choices: { asset: 'stock', counter: 'bank' }, product: '牛犊', quantity: 1, unit: '头' },
    });
  }
  await check(clerk, money);
  await recordEvent(accountant, money, {
    ...{ kind: 'sold_from_stock', occurredOn: '2020-10-19', amounts: { proceeds: 30_000_000, cost: 1_600_000 } },
    ...{ choices: { counter: 'bank' }, product: '牛犊', quantity: 8, unit: '头' },
  });
  await check(clerk, money);
  for (const year of [2019, 2020]) await closeYear(money, year);
}

/** Twelve months one by one, with what the cards of the assets say of each, and the result carried over. */
export async function closeYear(money: Money, year: number): Promise<void> {
  const accountant = await signIn(money, 'village_accountant');
  const clerk = await signIn(money, 'village_clerk');
  const book = bookOf(money);
  for (let month = 1; month <= 12; month += 1) {
    const name = `${year}-${String(month).padStart(2, '0')}`;
    if (year > lastDepreciated) {
      await send(accountant, `${book}/prepare-depreciation`, { month: name });
      await check(clerk, money);
    }
    if (month === 12) {
      await send(accountant, `${book}/prepare-year-end`, { year });
      await check(clerk, money);
    }
    await send(accountant, `${book}/close`, { month: name });
  }
}

/** the demo wrote the depreciation of its own two years */
const lastDepreciated = 2019;

/** Events of the year before that nobody checked, since there was no cash to pay them from. */
async function withdrawLeftovers(accountant: Person, money: Money): Promise<void> {
  interface Event extends Draft {
    readonly voucherId: string;
  }
  const { rows } = await read<{ rows: readonly Event[] }>(accountant, `${bookOf(money)}/events?limit=200`);
  const drafts = new Set((await draftsOf(accountant, money)).map(({ id }) => id));
  for (const { id, voucherId, revision } of rows) {
    if (!drafts.has(voucherId)) continue;
    const reason = { revision, reason: '上年未付，作废' };
    await send(accountant, `/business-events/${money.county}/${id}/withdraw`, reason);
  }
}

async function draftsOf(person: Person, money: Money): Promise<readonly Draft[]> {
  const { rows } = await read<{ rows: readonly Draft[] }>(person, `${bookOf(money)}/vouchers?state=draft&limit=200`);
  return rows.map(({ id, revision }) => ({ id, revision }));
}

async function check(clerk: Person, money: Money): Promise<void> {
  const vouchers = await draftsOf(clerk, money);
  await send(clerk, `${bookOf(money)}/vouchers/check`, { vouchers });
}

async function recordEvent(accountant: Person, money: Money, event: Body): Promise<void> {
  await send(accountant, `${bookOf(money)}/events`, { eventId: crypto.randomUUID(), ...event });
}

function bookOf({ county, bookId }: Money): string {
  return `/books/${county}/${bookId}`;
}

export function distributionOf({ county, distribution }: Money): string {
  return `/distributions/${county}/${distribution}`;
}

/** The surplus of the year with the cows is put on notice, and the members are called together. */
export async function proposeDividend(money: Money): Promise<void> {
  const clerk = await signIn(money, 'village_clerk');
  money.distribution = crypto.randomUUID();
  const { county, cooperativeId } = money;
  await send(clerk, '/distributions', { id: money.distribution, county, cooperativeId, year: 2020 });
  interface View {
    readonly revision: number;
    readonly options: readonly { readonly id: string }[];
  }
  const { revision, options } = await read<View>(clerk, distributionOf(money));
  await send(clerk, `${distributionOf(money)}/choose`, { revision, optionId: options[0]?.id });
  await send(clerk, `${distributionOf(money)}/notice`, {
    postedOn: moneyDays.yearOver,
    contact: '嘎查委员会 0477-1234567',
  });
  const { motionId } = await send(clerk, `${distributionOf(money)}/motion`, {});
  await callAssembly(money, String(motionId));
}

/** The members’ assembly is called on the page, with the dividend on its agenda. */
async function callAssembly(money: Money, motionId: string): Promise<void> {
  const clerk = await signIn(money, 'village_clerk');
  const { page } = clerk;
  await clerk.open(`/assemblies/new?cooperative=${money.cooperativeId}`);
  await fill(clerk, page.locator('main'), {
    ...{ 会议名称: '2020年度成员大会', 开会日期: moneyDays.resolved, 通知日期: moneyDays.yearOver },
    资料备查日期: moneyDays.yearOver,
  });
  await submit(clerk, page.locator('main'), '召集会议');
  await page.waitForURL(/\/assemblies\/\d+\/[^/]+$/);
  await clerk.settle();
  money.assembly = idInAddress(clerk);
  await send(clerk, `/assemblies/${money.county}/${money.assembly}/motions/take`, { motionId, revision: 1 });
}

/** The assembly resolves it, and the accountant declares it. */
export async function declareDividend(money: Money): Promise<void> {
  const clerk = await signIn(money, 'village_clerk');
  await attendAndVote(clerk, { path: `/assemblies/${money.county}/${money.assembly}`, chair: '苏和' });
  const accountant = await signIn(money, 'village_accountant');
  await accountant.open(distributionOf(money));
  await press(accountant, '审核入账');
  const { state } = await read<{ state: string }>(accountant, distributionOf(money));
  expect(state).toBe('declared');
}
