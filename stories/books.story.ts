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
async function send(person: Person, path: string, body: unknown): Promise<Reply> {
  const cookies = await person.page.context().cookies();
  const token = cookies.find(({ name }) => name === 'silian_csrf')?.value ?? '';
  return person.page.evaluate(
    async ({ path: address, body: content, token: kept }) => {
      const response = await fetch(`/api${address}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-csrf-token': decodeURIComponent(kept),
          'idempotency-key': crypto.randomUUID(),
        },
        body: JSON.stringify(content),
      });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    },
    { path, body, token },
  );
}

/** A cooperative in the accountant’s village with books from January 2019. */
async function openBooks(): Promise<{ accountant: Person; clerk: Person; book: string }> {
  const accountant = await stage.signInAs('village_accountant');
  const place = await accountant.page.evaluate(async () => {
    const me = (await (await fetch('/api/me')).json()) as { readonly position: { readonly place: number } };
    return Number(me.position.place);
  });
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
    await clerk.see(clerk.page.getByText('壹仟贰佰元伍角整'));
    await clerk.picture('voucher-draft');
    await clerk.click(clerk.page.getByRole('button', { name: '审核并记账' }));
    await clerk.click(clerk.page.getByRole('dialog').getByRole('button', { name: '审核并记账' }));
    await clerk.see(clerk.page.getByText('记-1 号').first());
    await clerk.click(clerk.page.getByLabel('按位分格'));
    await clerk.picture('voucher-posted');
    expect(await findViolations(clerk.page)).toEqual([]);
  });
});

describe('the keys of the voucher', () => {
  test('work for summaries, sides and the list of accounts, and a wrong line is told', async () => {
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
});

describe('the books', () => {
  test('lead from the balance sheet to the ledger to the voucher, and back to the same place', async () => {
    const { accountant, clerk, book } = await openBooks();
    await post60(accountant, clerk, book);
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
  });

  test('have every page in order', async () => {
    const { accountant, book } = await openBooks();
    for (const path of [
      '',
      '/events',
      '/events/new',
      '/vouchers',
      '/balances',
      '/general',
      '/members',
      '/trades',
      '/bank',
    ]) {
      await accountant.open(`${book}${path}`);
      await accountant.picture(`books${path.replaceAll('/', '-')}`);
      expect(await findViolations(accountant.page), path).toEqual([]);
    }
    for (const path of ['/cards', '/accounts', '/closing']) {
      await accountant.open(`${book}${path}`);
      await accountant.picture(`books${path.replace('/', '-')}`);
      expect(await findViolations(accountant.page), path).toEqual([]);
    }
  });
});

describe('a business event', () => {
  test('is recorded in the words of the manager; its voucher writes itself, carries back to it and its photo', async () => {
    const { accountant, clerk, book } = await openBooks();
    await accountant.open(`${book}/events/new`);
    await accountant.click(accountant.page.getByRole('link', { name: '取得收入' }));
    await accountant.settle();
    const field = (name: string) => accountant.page.getByLabel(name, { exact: true });
    await accountant.type(field('日期'), '2019-03-05');
    await accountant.choose(field('用途（科目）'), '经营收入');
    await accountant.choose(field('结算方式'), '银行存款');
    await accountant.type(field('实收金额'), '1200.50');
    await accountant.type(accountant.page.getByLabel(/^摘要/), '卖羊毛');
    await accountant.picture('event-form');
    expect(await findViolations(accountant.page)).toEqual([]);
    await accountant.click(accountant.page.getByRole('button', { name: '保存' }));
    await accountant.see(accountant.page.getByRole('heading', { level: 1, name: '取得收入' }));
    const photo = { name: '过磅单.pdf', content: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n') };
    await accountant.click(accountant.page.getByRole('tab', { name: /照片/ }));
    await accountant.upload(accountant.page.locator('input[type="file"]'), photo);
    await accountant.see(accountant.page.getByText('过磅单.pdf'));
    await accountant.settle();
    await accountant.picture('event');
    expect(await findViolations(accountant.page)).toEqual([]);

    await clerk.open(`${book}/vouchers`);
    await clerk.click(
      clerk.page
        .getByRole('row', { name: /卖羊毛/ })
        .getByRole('link')
        .first(),
    );
    await clerk.click(clerk.page.getByRole('button', { name: '审核并记账' }));
    await clerk.click(clerk.page.getByRole('dialog').getByRole('button', { name: '审核并记账' }));
    await clerk.see(clerk.page.getByText('记-1 号').first());
    await clerk.open(`${book}/statements?form=sheet&year=2019`);
    await clerk.click(clerk.page.getByRole('link', { name: '102', exact: true }));
    await clerk.click(clerk.page.getByRole('link', { name: '记-1 号' }));
    await clerk.click(clerk.page.getByRole('link', { name: '打开来源记录' }));
    await clerk.click(clerk.page.getByRole('tab', { name: /照片/ }));
    await clerk.see(clerk.page.getByText('过磅单.pdf'));
    const line = clerk.page.locator('.list-scroll').getByRole('link', { name: '记-1 号' });
    for (let back = 0; back < 4 && !(await line.isVisible()); back += 1) {
      await clerk.page.goBack();
      await clerk.settle();
    }
    await clerk.see(line);
  });
});

describe('the statement of the bank', () => {
  test('is imported as the bank wrote it, and what it does not know is matched by hand and undone', async () => {
    const { accountant, clerk, book } = await openBooks();
    await post60(accountant, clerk, book);
    await accountant.open(`${book}/bank`);
    await accountant.click(accountant.page.getByRole('button', { name: /导入/ }).first());
    const rows = [
      '交易日期,对方户名,收入金额,支出金额,余额',
      '2019-03-03,羊绒厂,2.00,,2.00',
      '2019-05-20,羊绒厂,4.00,,6.00',
    ];
    const file = { name: '对账单.csv', content: Buffer.from(rows.join('\n')) };
    await accountant.upload(accountant.page.getByRole('dialog').locator('input[type="file"]'), file);
    await accountant.click(
      accountant.page
        .getByRole('dialog')
        .getByRole('button', { name: /导入|写入/ })
        .last(),
    );
    await accountant.see(accountant.page.getByRole('link', { name: /^记-\d+ 号$/ }));
    await accountant.settle();
    await accountant.picture('bank');
    expect(await findViolations(accountant.page)).toEqual([]);
    await accountant.click(
      accountant.page
        .getByRole('row', { name: /羊绒厂.*4\.00/ })
        .getByRole('link')
        .first(),
    );
    await accountant.click(accountant.page.getByRole('button', { name: '对上', exact: true }));
    await accountant.see(accountant.page.getByRole('button', { name: '撤销匹配' }));
    await accountant.picture('bank-line');
    expect(await findViolations(accountant.page)).toEqual([]);
  });
});

/** Sixty sales over half a year, posted by another person. */
async function post60(accountant: Person, clerk: Person, book: string): Promise<void> {
  const vouchers: { id: string; revision: number }[] = [];
  for (let at = 1; at <= 60; at++) {
    const voucherId = crypto.randomUUID();
    const occurredOn = `2019-0${1 + (at % 6)}-${String(1 + (at % 28)).padStart(2, '0')}`;
    const lines = [
      { memo: '卖羊毛', code: '102', debitFen: 100 * at, creditFen: 0 },
      { memo: '卖羊毛', code: '501', debitFen: 0, creditFen: 100 * at },
    ];
    const kept = await send(accountant, `${book}/vouchers`, { voucherId, occurredOn, lines });
    expect(kept.status).toBe(200);
    vouchers.push({ id: voucherId, revision: 1 });
  }
  expect((await send(clerk, `${book}/vouchers/check`, { vouchers })).body).toEqual({ posted: 60 });
}
