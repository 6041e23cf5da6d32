import { expect } from 'vitest';
import { read } from '../requests.ts';
import { type Money, signIn } from './money.ts';
import { seller } from './project.ts';

interface Reached {
  readonly way: string;
  readonly poor: boolean;
  readonly householdCounty: number;
  readonly householdId: string;
  readonly headName: string;
  readonly amountFen: number;
}

/** From the document to the households, each line opening its entry. */
export async function walkForward(money: Money): Promise<void> {
  const auditor = await signIn(money, 'auditor');
  const { page } = auditor;
  await auditor.open(`/funds/trace?document=150600/${money.documentId}`);
  await auditor.see(page.locator('svg').getByText(money.documentNumber).first());
  await auditor.picture('money-20-picture');
  await auditor.click(page.locator('details.as-table summary'));
  const ribbon = page.locator('details.as-table tbody tr').first().getByRole('link');
  await auditor.click(ribbon);
  await auditor.settle();
  await auditor.see(page.getByRole('row').nth(1));
  await auditor.picture('money-21-entries');
  await auditor.open(`/fund-documents/150600/${money.documentId}`);
  await auditor.see(page.getByRole('rowheader', { name: seller }));
  await auditor.click(page.getByRole('link', { name: '到户情况' }));
  await auditor.settle();
  await auditor.see(page.getByText('合作社分红').first());
  await auditor.picture('money-22-reach');
  const reached = await read<{ rows: readonly Reached[]; households: number; sumFen: number }>(
    auditor,
    `/fund-reach?document=${money.documentId}&poor=true&limit=200`,
  );
  const poor = new Set(reached.rows.map(({ householdId }) => householdId));
  for (const { householdId } of money.members.slice(0, 8)) expect(poor).toContain(householdId);
  await auditor.click(page.locator('tbody tr').first().locator('td.end a'));
  await auditor.settle();
  expect(page.url()).toContain(`/distributions/${money.county}/${money.distribution}`);
}

/** From a herder’s household to the document, each step opening its entry. */
export async function walkBack(money: Money): Promise<void> {
  const auditor = await signIn(money, 'auditor');
  const { page } = auditor;
  const [herder] = money.members;
  await auditor.open(`/fund-reach?household=${money.county}/${herder?.householdId}`);
  const line = page.locator('tbody tr').filter({ hasText: money.documentNumber }).first();
  await auditor.see(line);
  await auditor.picture('money-23-back');
  await auditor.click(
    line.getByRole('link', { name: money.documentNumber }).locator('xpath=following-sibling::a[1]').first(),
  );
  await auditor.settle();
  await auditor.see(page.getByText(seller).first());
  await auditor.picture('money-24-payment');
  await auditor.open(`/fund-reach?household=${money.county}/${herder?.householdId}`);
  await auditor.click(page.getByRole('link', { name: money.documentNumber }).first());
  await auditor.settle();
  await auditor.see(page.getByText(money.documentNumber).first());
}
