import { expect } from 'vitest';
import { fill, labelled, submit } from '../forms.ts';
import type { Person } from '../person.ts';
import { type Body, read, send } from '../requests.ts';
import { days, idInAddress, type Life, people, press, signIn } from './life.ts';

/** The books are opened on the page; both classes of shares follow the charter. */
export async function openBooks(life: Life): Promise<void> {
  const accountant = await signIn(life, 'village_accountant');
  const { page } = accountant;
  await accountant.open('/books/new');
  await pick(accountant, '合作组织', life.name);
  await fill(accountant, page.locator('main'), { 开账日期: '2020-01-01' });
  await submit(accountant, page.locator('main'), '开账');
  await page.waitForURL(/\/books\/\d+\/[^/]+$/);
  life.bookId = idInAddress(accountant);
  life.cashClass = await addClass(accountant, life, { kind: 'cash', name: '现金股', transfer: 'members', votes: true });
}

async function addClass(person: Person, life: Life, over: Body): Promise<string> {
  const id = crypto.randomUUID();
  const rules = { exit: 'refund', termed: false, dividend: true, parFen: 10_000, startsOn: days.registered };
  const { county, cooperativeId } = life;
  await send(person, `/share-registers/${county}/${cooperativeId}/classes`, {
    ...{ id, documentNumber: '章程', ...rules, ...over },
  });
  return id;
}

/** Thirty members pay what the plan said; the clerk proposes, the accountant posts. */
export async function paySubscriptions(life: Life): Promise<void> {
  const clerk = await signIn(life, 'village_clerk');
  const accountant = await signIn(life, 'village_accountant');
  for (const [at, { id }] of life.members.entries()) {
    const shares = at < people.poor ? 10 : 20 + at;
    const act = await propose(clerk, life, { kind: 'subscribe', membershipId: id, classId: life.cashClass, shares });
    await send(accountant, `${act}/post`, { revision: 1, reason: '款已到账' });
  }
}

/** Previews an act and proposes exactly that; answers its address. */
async function propose(clerk: Person, { county, cooperativeId }: Life, terms: Body): Promise<string> {
  const id = crypto.randomUUID();
  const act: Body = { county, cooperativeId, occurredOn: days.registered, id, ...terms };
  const query = new URLSearchParams(Object.entries(act).map(([key, value]): [string, string] => [key, String(value)]));
  const { digest } = await read<{ digest: string }>(clerk, `/membership-acts/preview?${query}`);
  await send(clerk, '/membership-acts', { documentNumber: '章程', ...act, digest });
  return `/membership-acts/${county}/${id}`;
}

/** The list of registered-poor members is drawn, and their household-grant shares are issued from it. */
export async function issueGrantShares(life: Life): Promise<void> {
  const accountant = await signIn(life, 'village_accountant');
  const clerk = await signIn(life, 'village_clerk');
  const classId = await addClass(accountant, life, {
    ...{ kind: 'household_grant', name: '到户资金股', transfer: 'none', votes: false },
  });
  const policyId = crypto.randomUUID();
  const { county, cooperativeId } = life;
  await send(accountant, `/share-registers/${county}/${cooperativeId}/uplifts`, {
    ...{ id: policyId, mechanism: 'household_grant', name: '到户资金折股', grantFen: 500_000, classId },
    ...{ resolutionNumber: '2020-1', recordOn: days.registered, startsOn: days.registered },
  });
  await accountant.open(`/uplifts/${county}/${policyId}`);
  await press(accountant, '冻结名单');
  const act = await propose(clerk, life, { kind: 'uplift', policyId, counter: 'bank' });
  await accountant.open(act);
  await press(accountant, '核对无误，记账', '名单和到账金额核对一致');
  const holders = await read<{ total: number }>(
    accountant,
    `/share-registers/${county}/${cooperativeId}/holders?classId=${classId}`,
  );
  expect(holders.total).toBe(people.poor);
}

/** A grant comes in and cows are bought with it: two events in plain words, their vouchers checked by the clerk. */
export async function buyCowsWithGrant(life: Life): Promise<void> {
  const accountant = await signIn(life, 'village_accountant');
  const details = { project: '2020年肉牛产业项目', source: '旗扶贫专项资金', asset: '基础母牛' };
  const subs: Record<string, string> = {};
  for (const [kind, name] of Object.entries(details)) subs[kind] = await addDetail(accountant, life, { kind, name });
  await accountant.open(`${bookOf(life)}/events/new`);
  await enterEvent(accountant, '收到财政补助', {
    values: { 日期: days.registered, 补助金额: '100000' },
    picks: { 项目: details.project },
  });
  await accountant.open(`${bookOf(life)}/events/new`);
  await enterEvent(accountant, '用补助购建资产', {
    values: {
      ...{ 日期: days.registered, 资产种类: '生产性生物资产', 结算方式: '银行存款', '价款（成本）': '100000' },
      ...{ 补助金额: '100000', 产品: '基础母牛', 数量: '10', 计量单位: '头' },
    },
    picks: { 项目: details.project, 资金来源: details.source, 资产类别: details.asset },
  });
  await send(accountant, `${bookOf(life)}/cards`, {
    ...{ cardId: crypto.randomUUID(), name: '基础母牛', kind: 'productive_biological', subsidiaryId: subs.asset },
    ...{ purpose: 'expense', costFen: 10_000_000, residualFen: 1_000_000, method: 'straight_line', lifeMonths: 60 },
    addedOn: days.registered,
  });
  const clerk = await signIn(life, 'village_clerk');
  await checkDrafts(clerk, life, 2);
}

async function addDetail(person: Person, life: Life, detail: Body): Promise<string> {
  const subsidiaryId = crypto.randomUUID();
  await send(person, `${bookOf(life)}/subsidiaries`, { subsidiaryId, documentNumber: null, ...detail });
  return subsidiaryId;
}

interface Entering {
  readonly values: Readonly<Record<string, string>>;
  readonly picks: Readonly<Record<string, string>>;
}

async function enterEvent(person: Person, kind: string, { values, picks }: Entering): Promise<void> {
  const { page } = person;
  await person.click(page.getByRole('link', { name: kind, exact: true }));
  await fill(person, page.locator('main'), values);
  for (const [label, text] of Object.entries(picks)) await pick(person, label, text);
  await submit(person, page.locator('main'));
  await person.see(page.getByRole('heading', { level: 1, name: kind }));
}

/** Types into a field that looks records up, and takes the one found. */
export async function pick(person: Person, label: string, text: string): Promise<void> {
  const { page } = person;
  await person.type(page.getByLabel(labelled(label)).first(), text);
  await person.click(page.getByRole('option', { name: text }).first());
}

/** All drafts are chosen and posted in one go. */
export async function checkDrafts(clerk: Person, life: Life, count: number): Promise<void> {
  const { page } = clerk;
  await clerk.open(`${bookOf(life)}/vouchers?state=draft&limit=200`);
  await clerk.click(page.getByRole('checkbox', { name: '选中本页全部' }));
  await clerk.click(page.getByRole('button', { name: /^审核所选凭证/ }));
  await clerk.click(page.getByRole('dialog').getByRole('button', { name: /^审核所选凭证/ }));
  await clerk.see(page.getByText(`${count} 张凭证已记账。`));
  await clerk.settle();
}

export function bookOf({ county, bookId }: Life): string {
  return `/books/${county}/${bookId}`;
}
