import { describe, expect, test } from 'vitest';
import { findViolations } from './axe.ts';
import { openStage } from './harness.ts';
import type { Person } from './person.ts';

const stage = openStage();

interface Reply {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** A write as the page itself would send it: what this story is not about is done without the screen. */
function send(person: Person, path: string, body: unknown): Promise<Reply> {
  return person.page.evaluate(
    async ({ path: address, body: content }) => {
      const token = /silian_csrf=([^;]+)/.exec(document.cookie)?.[1] ?? '';
      const response = await fetch(`/api${address}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-csrf-token': decodeURIComponent(token),
          'idempotency-key': crypto.randomUUID(),
        },
        body: JSON.stringify(content),
      });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    },
    { path, body },
  );
}

/** A cooperative in the accountant’s village with books from January 2019. */
async function openBooks(): Promise<{ accountant: Person; clerk: Person; book: string }> {
  const accountant = await stage.signInAs('village_accountant');
  const me = await accountant.page.evaluate(async () => (await fetch('/api/me')).json());
  const place = Number(me.position.place);
  const township = await stage.signInAs('township_clerk');
  const [id, bookId] = [crypto.randomUUID(), crypto.randomUUID()];
  const registered = await send(township, '/cooperatives', {
    ...{ id, place, kind: 'farmers_professional', name: `账簿故事合作社${id.slice(0, 4)}`, registeredOn: '2018-07-01' },
  });
  expect(registered.status, JSON.stringify(registered.body)).toBe(200);
  const { county } = registered.body as { county: number };
  const opened = await send(accountant, '/books', { id: bookId, county, cooperativeId: id, startsOn: '2019-01-01' });
  expect(opened.status, JSON.stringify(opened.body)).toBe(200);
  const clerk = await stage.signInAs('village_clerk');
  return { accountant, clerk, book: `/books/${county}/${bookId}` };
}

async function keys(person: Person, ...pressed: readonly string[]): Promise<void> {
  for (const key of pressed) await person.press(key);
}

async function typeHere(person: Person, text: string): Promise<void> {
  await person.page.locator(':focus').waitFor();
  await person.type(person.page.locator(':focus'), text);
}

describe('the accountant', () => {
  test('enters a two-line voucher by keys alone in under 25 seconds, and another person posts it', async () => {
    const { accountant, clerk, book } = await openBooks();
    await accountant.open(`${book}/vouchers/new`);
    await accountant.see(accountant.page.getByLabel('第 1 行 摘要'));
    await accountant.settle();
    accountant.startCounting();
    await typeHere(accountant, '卖羊毛');
    await keys(accountant, 'Enter');
    await typeHere(accountant, 'yhck');
    await keys(accountant, 'Enter');
    await typeHere(accountant, '1200.50');
    await keys(accountant, 'Enter');
    // the summary is repeated
    await keys(accountant, 'Enter');
    await typeHere(accountant, '501');
    await keys(accountant, 'Enter', '=', 'F12');
    await accountant.see(accountant.page.getByText('凭证已保存'));
    expect(accountant.seconds).toBeLessThan(25);
    await accountant.see(accountant.page.locator('[id$="-0-memo"]:focus'));
    await expect.poll(() => accountant.page.locator('[id$="-0-memo"]').inputValue()).toBe('');

    await clerk.open(`${book}/vouchers`);
    await clerk.click(
      clerk.page
        .getByRole('row', { name: /卖羊毛/ })
        .getByRole('link')
        .first(),
    );
    await clerk.see(clerk.page.getByText('合计（大写）：壹仟贰佰元伍角整'));
    await clerk.picture('voucher-draft');
    await clerk.click(clerk.page.getByRole('button', { name: '审核并记账' }));
    await clerk.click(clerk.page.getByRole('dialog').getByRole('button', { name: '审核并记账' }));
    await clerk.see(clerk.page.getByText('记-1 号').first());
    await clerk.click(clerk.page.getByLabel('按位分格'));
    await clerk.picture('voucher-posted');
    expect(await findViolations(clerk.page)).toEqual([]);
  });

  test('uses the other keys for summaries, sides and the list of accounts, and is told where a line is wrong', async () => {
    const { accountant, book } = await openBooks();
    accountant.faults.expect(422);
    await accountant.open(`${book}/vouchers/new`);
    const cell = (line: number, name: string) => accountant.page.getByLabel(`第 ${line} 行 ${name}`, { exact: true });
    await accountant.type(cell(1, '摘要'), '付电费');
    await cell(1, '科目').focus();
    await keys(accountant, 'F7');
    await accountant.type(accountant.page.getByRole('dialog').getByRole('textbox'), '管理');
    await keys(accountant, 'Enter');
    await expect.poll(() => cell(1, '科目').inputValue()).toBe('523');
    await accountant.type(cell(1, '贷方金额'), '88');
    await cell(1, '贷方金额').focus();
    await keys(accountant, ' ');
    await expect.poll(() => cell(1, '借方金额').inputValue()).toBe('88');
    await accountant.type(cell(2, '摘要'), '//');
    await expect.poll(() => cell(2, '摘要').inputValue()).toBe('付电费');
    await accountant.click(accountant.page.getByRole('button', { name: '增加一行' }));
    await accountant.type(cell(3, '摘要'), '..');
    await expect.poll(() => cell(3, '摘要').inputValue()).toBe('付电费');
    await accountant.type(cell(2, '科目'), '114');
    await keys(accountant, 'Enter');
    await accountant.type(cell(2, '贷方金额'), '88');
    await accountant.picture('voucher-entry');
    await accountant.click(accountant.page.getByRole('button', { name: '保存', exact: true }));
    await accountant.see(accountant.page.getByRole('alert').getByText(/第 2 行：科目 114 要选择明细/));
    expect(await findViolations(accountant.page)).toEqual([]);
  });

  test('goes from the balance sheet to the ledger to the voucher, and back to where he was', async () => {
    const { accountant, clerk, book } = await openBooks();
    const lines = (amount: number) => [
      { memo: '卖羊毛', code: '102', debitFen: amount, creditFen: 0 },
      { memo: '卖羊毛', code: '501', debitFen: 0, creditFen: amount },
    ];
    const vouchers: { id: string; revision: number }[] = [];
    for (let at = 1; at <= 60; at++) {
      const voucherId = crypto.randomUUID();
      const occurredOn = `2019-0${1 + (at % 6)}-${String(1 + (at % 28)).padStart(2, '0')}`;
      const kept = await send(accountant, `${book}/vouchers`, { voucherId, occurredOn, lines: lines(100 * at) });
      expect(kept.status).toBe(200);
      vouchers.push({ id: voucherId, revision: 1 });
    }
    expect((await send(clerk, `${book}/vouchers/check`, { vouchers })).body).toEqual({ posted: 60 });
    await accountant.open(`${book}/statements?form=sheet&year=2019`);
    await accountant.see(accountant.page.getByText('相等'));
    await accountant.picture('balance-sheet');
    expect(await findViolations(accountant.page)).toEqual([]);
    await accountant.click(accountant.page.getByRole('link', { name: '102', exact: true }));
    const numbers = accountant.page.getByRole('link', { name: /^记-\d+ 号$/ });
    await accountant.see(numbers);
    await accountant.settle();
    const ledger = accountant.page.locator('.list-scroll');
    await ledger.evaluate((box) => box.scrollTo(0, 900));
    const before = await ledger.evaluate((box) => box.scrollTop);
    expect(before).toBeGreaterThan(300);
    await accountant.picture('ledger');
    await accountant.click(numbers.nth(30));
    await accountant.see(accountant.page.getByRole('heading', { level: 1, name: '记账凭证' }));
    await accountant.page.goBack();
    await accountant.see(ledger);
    await expect.poll(() => ledger.evaluate((box) => box.scrollTop)).toBe(before);
    for (const path of ['', '/vouchers', '/balances', '/general', '/members', '/trades', '/accounts', '/closing']) {
      await accountant.open(`${book}${path}`);
      await accountant.picture(`books${path.replace('/', '-')}`);
      expect(await findViolations(accountant.page), path).toEqual([]);
    }
  });
});
