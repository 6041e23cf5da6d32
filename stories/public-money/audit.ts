import { expect } from 'vitest';
import type { Person } from '../person.ts';
import { read } from '../requests.ts';
import { grantFen, type Money, poorHouseholds, projectAddress, signIn } from './money.ts';
import { seller } from './project.ts';

interface Reached {
  readonly way: string;
  readonly householdId: string;
  readonly amountFen: number;
}

/** From the document to the households, each ribbon and each line opening its entries. */
export async function walkForward(money: Money): Promise<void> {
  const auditor = await signIn(money, 'auditor');
  const { page } = auditor;
  const document = `150600/${money.documentId}`;
  await auditor.open(`/funds/trace?document=${document}`);
  await auditor.see(page.locator('.sankey-text').filter({ hasText: money.documentNumber }));
  await auditor.picture('money-20-picture');
  await openRibbons(auditor);
  await auditor.open(`/fund-documents/${document}`);
  await auditor.see(page.getByRole('rowheader', { name: seller }));
  await auditor.picture('money-22-document');
  await auditor.click(page.getByRole('link', { name: '到户情况' }));
  await auditor.settle();
  await auditor.see(page.getByText('合作社分红').first());
  await auditor.picture('money-23-reach');
  await readReached(auditor, money);
  const [herder] = money.members;
  const line = page.getByRole('row').filter({ has: page.getByRole('link', { name: herder?.name, exact: true }) });
  await auditor.click(line.locator('td.end a').first());
  await auditor.settle();
  expect(page.url()).toContain(`/distributions/${money.county}/${money.distribution}`);
  await auditor.picture('money-24-distribution');
}

/** Every ribbon leads to entries that are there; one is clicked, and the first line of the table. */
async function openRibbons(auditor: Person): Promise<void> {
  const { page } = auditor;
  const ribbons = page.locator('svg.sankey a');
  const addresses = await ribbons.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(addresses.length).toBeGreaterThan(10);
  for (const address of new Set(addresses)) {
    const { total } = await read<{ total: number }>(auditor, address);
    expect(total, address).toBeGreaterThan(0);
  }
  await auditor.click(ribbons.last());
  await auditor.settle();
  await auditor.see(page.locator('main tbody tr'));
  await auditor.picture('money-21-entries');
  await page.goBack();
  await auditor.settle();
  await auditor.click(page.locator('details.as-table summary'));
  await auditor.click(page.locator('details.as-table tbody tr').first().getByRole('link'));
  await auditor.settle();
  await auditor.see(page.locator('main tbody tr'));
}

/** Eight registered-poor households stand among those reached, and the sum is that of the lines. */
async function readReached(auditor: Person, { documentId, members }: Money): Promise<void> {
  const { rows, sumFen } = await read<{ rows: readonly Reached[]; sumFen: number }>(
    auditor,
    `/fund-reach?document=${documentId}&poor=true&limit=200`,
  );
  const dividends = rows.filter(({ way, amountFen }) => way === 'dividend' && amountFen > 0);
  const poor = new Set(dividends.map(({ householdId }) => householdId));
  for (const { householdId } of members.slice(0, poorHouseholds)) expect(poor).toContain(householdId);
  expect(rows.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(sumFen);
}

/** From a herder’s household to the document, each step opening its entry. */
export async function walkBack(money: Money): Promise<void> {
  const auditor = await signIn(money, 'auditor');
  const { page } = auditor;
  const household = `/fund-reach?household=${money.county}/${money.members[0]?.householdId}`;
  const line = page.locator('main tbody tr').filter({ hasText: money.documentNumber }).first();
  const follow = async (name: string) => {
    await auditor.open(household);
    await auditor.see(line);
    await auditor.click(line.getByRole('link', { name, exact: true }));
    await auditor.settle();
  };
  await auditor.open(household);
  await auditor.see(line);
  await auditor.picture('money-25-back');
  await follow(money.name);
  await auditor.see(page.getByRole('heading', { level: 1, name: money.name }));
  await follow(`${(grantFen / 100).toLocaleString('en')}.00 元`);
  await auditor.see(page.getByText(seller).first());
  await auditor.picture('money-26-payment');
  await auditor.click(page.locator(`main a[href="${projectAddress(money)}"]`).first());
  await auditor.see(page.getByRole('heading', { level: 1, name: '基础母牛扩繁' }));
  await follow(money.documentNumber);
  await auditor.see(page.getByText(money.documentNumber).first());
  await auditor.see(page.getByRole('rowheader', { name: seller }));
}
