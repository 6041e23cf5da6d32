import { expect } from 'vitest';
import type { Person } from '../person.ts';
import { type Body, read, send } from '../requests.ts';
import { bookOf, checkDrafts } from './books.ts';
import { type Life, press, signIn } from './life.ts';

/** What members are paid for the calves of a season, and what the season’s herd is sold for. */
const seasons = [
  { bought: '2020-03-16', sold: '2020-04-20', perMember: 200_000, proceeds: 8_400_000 },
  { bought: '2020-09-14', sold: '2020-10-19', perMember: 250_000, proceeds: 10_500_000 },
] as const;

/** A year in business: members deliver twice, the cooperative sells, and pays for its office. */
export async function trade(life: Life): Promise<void> {
  const accountant = await signIn(life, 'village_accountant');
  const clerk = await signIn(life, 'village_clerk');
  for (const { bought, sold, perMember, proceeds } of seasons) {
    let cost = 0;
    for (const [at, { id }] of life.members.entries()) {
      const price = perMember + 1_000 * at;
      cost += price;
      await recordEvent(accountant, life, {
        ...{ kind: 'purchase_from_member', occurredOn: bought, amounts: { cost: price }, parties: { memberSub: id } },
        ...{ choices: { asset: 'stock', counter: 'bank' }, product: '牛犊', quantity: 1, unit: '头' },
      });
    }
    await post(clerk, life);
    await recordEvent(accountant, life, {
      ...{ kind: 'sold_from_stock', occurredOn: sold, amounts: { proceeds, cost }, choices: { counter: 'bank' } },
      ...{ product: '牛犊', quantity: life.members.length, unit: '头' },
    });
    await post(clerk, life);
  }
  await recordEvent(accountant, life, {
    ...{ kind: 'expense_paid', occurredOn: '2020-11-09', amounts: { paid: 300_000 }, memo: '办公费' },
    choices: { purpose: 'administration', counter: 'bank' },
  });
  await post(clerk, life);
}

async function recordEvent(accountant: Person, life: Life, event: Body): Promise<void> {
  await send(accountant, `${bookOf(life)}/events`, { eventId: crypto.randomUUID(), ...event });
}

/** Another person checks what waits. */
async function post(clerk: Person, life: Life): Promise<void> {
  interface Draft {
    readonly id: string;
    readonly revision: number;
  }
  const { rows } = await read<{ rows: readonly Draft[] }>(clerk, `${bookOf(life)}/vouchers?state=draft&limit=200`);
  const vouchers = rows.map(({ id, revision }) => ({ id, revision }));
  const posted = await send(clerk, `${bookOf(life)}/vouchers/check`, { vouchers });
  expect(posted).toEqual({ posted: rows.length });
}

/** Eleven months are closed one by one, with the cows’ depreciation; the year’s end is closed on the page. */
export async function closeYear(life: Life): Promise<void> {
  const accountant = await signIn(life, 'village_accountant');
  const clerk = await signIn(life, 'village_clerk');
  for (let month = 1; month <= 12; month += 1) {
    const name = `2020-${String(month).padStart(2, '0')}`;
    if (month > 1) {
      await send(accountant, `${bookOf(life)}/prepare-depreciation`, { month: name });
      await post(clerk, life);
    }
    if (month < 12) await send(accountant, `${bookOf(life)}/close`, { month: name });
  }
  await accountant.open(`${bookOf(life)}/closing`);
  await press(accountant, '生成年末结转凭证');
  await checkDrafts(clerk, life, 3);
  await accountant.open(`${bookOf(life)}/closing`);
  await accountant.click(accountant.page.getByRole('button', { name: '年结' }));
  const dialog = accountant.page.getByRole('dialog');
  await accountant.click(dialog.getByRole('button', { name: /结/ }).last());
  await accountant.see(accountant.page.getByText('本年盈余'));
  await accountant.picture('cooperative-closed');
}
