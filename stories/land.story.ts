import { beforeAll, describe, expect, test } from 'vitest';
import { pick } from './cooperative/books.ts';
import { idInAddress } from './cooperative/life.ts';
import { findOverflow } from './desk-pages.ts';
import { fill, submit } from './forms.ts';
import { openStage } from './harness.ts';
import type { Person } from './person.ts';
import { read } from './requests.ts';

/** A household lets its grassland, and the rent stands in its income to the fen. */
const stage = openStage();
const rent = { mu: '120.55', yuan: '10.33', fen: 124_528, text: '1,245.28' } as const;
const mark = crypto.randomUUID().slice(0, 4);
const names = { parcel: `北滩草场${mark}`, taker: `绿源草业${mark}公司`, contract: `流转故事-${mark}` } as const;

interface Household {
  readonly county: number;
  readonly id: string;
  readonly headName: string;
}

interface Income {
  readonly sumFen: number;
  readonly entries: readonly { readonly kind: string; readonly amountFen: number; readonly address: string }[];
}

let place = 0;
let today = '';
let household: Household;
let parcel = '';
let lease = '';
let before: { readonly incomeFen: number; readonly figureFen: number };

beforeAll(async () => {
  const clerk = await stage.signInAs('village_clerk');
  const me = await read<{ today: string; position: { place: number } }>(clerk, '/me');
  ({ today } = me);
  ({ place } = me.position);
  const { rows } = await read<{ rows: readonly Household[] }>(clerk, '/households?limit=200&sort=number');
  const count = (name: string) => rows.filter(({ headName }) => headName === name).length;
  const alone = rows.find(({ headName }) => count(headName) === 1);
  if (!alone) throw new Error('no household of the village can be told by the name of its head');
  household = alone;
  before = { incomeFen: (await readIncome(clerk)).sumFen, figureFen: await readFigure(clerk) };
});

describe('the village clerk', () => {
  test('registers a parcel of a household and lets it to an enterprise with its rents', async () => {
    const clerk = await stage.signInAs('village_clerk');
    const { page } = clerk;
    await clerk.open('/parcels/new');
    await pick(clerk, '持有人', household.headName);
    await fill(clerk, page.locator('main'), {
      ...{ 地块名称: names.parcel, 合同面积: rent.mu, 列入台账日期: firstDay(), 承包期至: yearsOn(20) },
    });
    await clerk.picture('land-parcel-form');
    await submit(clerk, page.locator('main'));
    await page.waitForURL(/\/parcels\/\d+\/[^/]+$/);
    parcel = new URL(page.url()).pathname;
    await clerk.see(page.getByRole('heading', { name: names.parcel }));
    await enterLease(clerk, names.contract);
    await clerk.picture('land-lease-form');
    await submit(clerk, page.getByRole('dialog'));
    await page.waitForURL(/\/land-transfers\/\d+\/[^/]+$/);
    lease = idInAddress(clerk);
    await clerk.see(page.getByRole('heading', { name: names.contract }));
    await clerk.see(page.getByRole('cell', { name: `${rent.text} 元` }));
    await clerk.settle();
    await clerk.picture('land-lease');
  });

  test('is told why the same grassland cannot be let twice', async () => {
    const clerk = await stage.signInAs('village_clerk');
    clerk.faults.expect(409, 422);
    await clerk.open(parcel);
    await enterLease(clerk, `${names.contract}-再`);
    const dialog = clerk.page.getByRole('dialog');
    await submit(clerk, dialog);
    await clerk.see(dialog.getByText(/同一块地不能同时流转两次|只剩 0 亩没有流转/));
    await clerk.picture('land-lease-twice');
  });

  test('pays the rent that is due in one run', async () => {
    const clerk = await stage.signInAs('village_clerk');
    const { page } = clerk;
    await clerk.open('/land-transfers/run');
    await clerk.type(page.getByLabel('受让方或付款方'), names.taker);
    await clerk.settle();
    await clerk.see(page.getByRole('row').filter({ hasText: names.contract }));
    await fill(clerk, page.locator('main'), { 付款日期: today });
    await clerk.picture('land-run');
    await submit(clerk, page.locator('main'), `登记已付 ${rent.text} 元`);
    await clerk.see(page.getByText('没有到期未付的租金。'));
  });
});

describe('what was paid', () => {
  test('stands in the income of the household, which leads back to the lease', async () => {
    const clerk = await stage.signInAs('village_clerk');
    const { page } = clerk;
    await clerk.open(`/households/${household.county}/${household.id}`);
    await clerk.click(page.getByRole('link', { name: '收入', exact: true }));
    await clerk.see(page.getByRole('heading', { name: `${household.headName}家的收入` }));
    await clerk.settle();
    await clerk.picture('land-income');
    const income = await readIncome(clerk);
    expect(income.sumFen).toBe(before.incomeFen + rent.fen);
    const address = `/land-transfers/${household.county}/${lease}`;
    expect(income.entries.filter((entry) => entry.address === address)).toMatchObject([
      { kind: 'land_rent', amountFen: rent.fen },
    ]);
    await clerk.click(page.locator(`a[href="${address}"]`).filter({ hasText: rent.text }));
    await clerk.see(page.getByRole('heading', { name: names.contract }));
  });
});

test('the figure of the month contains the rent, and its rows lead to the lease', async () => {
  const clerk = await stage.signInAs('village_clerk');
  await expect.poll(() => readFigure(clerk), { timeout: 30_000 }).toBe(before.figureFen + rent.fen);
  const month = today.slice(0, 7);
  await clerk.open(`/figures?indicator=land_rent_paid&place=${place}&month=${month}`);
  await clerk.picture('land-figure');
  await clerk.click(clerk.page.locator(`a[href="/land-transfers/${household.county}/${lease}"]`).first());
  await clerk.see(clerk.page.getByRole('heading', { name: names.contract }));
});

test('on a phone the income, the lease and the run stay on the screen', async () => {
  const clerk = await stage.signInAs('village_clerk', { screen: 'phone' });
  const { county, id } = household;
  const pages = {
    ...{ income: `/household-income/${county}/${id}`, lease: `/land-transfers/${county}/${lease}` },
    ...{ parcel, run: '/land-transfers/run' },
  };
  for (const [name, path] of Object.entries(pages)) {
    await clerk.open(path);
    await clerk.picture(`phone-land-${name}`);
    expect(await findOverflow(clerk), path).toEqual([]);
  }
});

/** From the page of the parcel: from the first of this month on, the rent of each year due on its first day. */
async function enterLease(clerk: Person, number: string): Promise<void> {
  await clerk.click(clerk.page.getByRole('button', { name: '办理流转' }));
  await fill(clerk, clerk.page.getByRole('dialog'), {
    ...{ 合同编号: number, 受让方类别: '企业', 受让方: names.taker, 流转用途: '放牧', 签订日期: firstDay() },
    ...{ 起始日期: firstDay(), 最后一日: yearsOn(3), 每亩每期租金: rent.yuan, 之后几天内付: '0' },
  });
}

function firstDay(): string {
  return `${today.slice(0, 7)}-01`;
}

function yearsOn(years: number): string {
  return `${Number(today.slice(0, 4)) + years}-12-31`;
}

function readIncome(clerk: Person): Promise<Income> {
  return read<Income>(clerk, `/household-income/${household.county}/${household.id}?year=${today.slice(0, 4)}`);
}

/** Rent paid to the households of the village since January, in fen. */
async function readFigure(clerk: Person): Promise<number> {
  const month = today.slice(0, 7);
  const { own } = await read<{ own: { readonly value: number | null } }>(
    clerk,
    `/figures/below?indicator=land_rent_paid&place=${place}&month=${month}`,
  );
  return own.value ?? 0;
}
