import { expect } from 'vitest';
import { put, read } from '../requests.ts';
import { type Life, press, signIn } from './life.ts';
import { pageOf } from './surplus.ts';

interface Payouts {
  readonly paidFen: number;
  readonly returnedFen: number;
  readonly unclaimedFen: number;
  readonly due: readonly { readonly membershipId: string; readonly name: string }[];
}

/** A file for the bank, and what the bank says of it: twenty-eight paid, two come back. */
export async function payOut(life: Life): Promise<void> {
  const clerk = await signIn(life, 'village_clerk');
  for (const [at, { id, name }] of life.members.entries()) {
    const account = `62284800000000${String(at + 1).padStart(5, '0')}`;
    const payee = { id: crypto.randomUUID(), holder: name, bankName: '农村信用社', account };
    await put(clerk, `/payees/${life.county}/${id}`, payee);
  }
  const { page } = clerk;
  await clerk.open(`${pageOf(life)}?tab=payouts`);
  await press(clerk, '生成银行发放清单');
  await clerk.click(page.getByRole('button', { name: /^下载/ }));
  const dialog = page.getByRole('dialog');
  await clerk.click(dialog.getByLabel('CSV'));
  await clerk.click(dialog.getByRole('button', { name: '代发清单' }));
  const file = await clerk.download(dialog.getByRole('button', { name: '下载', exact: true }));
  const lines = file.content.toString('utf8').trim().split('\r\n').slice(1);
  expect(lines).toHaveLength(life.members.length);
  const accountant = await signIn(life, 'village_accountant');
  await accountant.open(`${pageOf(life)}?tab=payouts`);
  await accountant.click(accountant.page.getByRole('button', { name: /^导入银行回盘文件/ }));
  const reading = accountant.page.getByRole('dialog');
  await accountant.upload(reading.locator('input[type="file"]'), { name: '回盘.csv', content: returned(lines) });
  await accountant.see(reading.getByText(/成功 28 笔.*退回 2 笔/));
  await accountant.picture('cooperative-returned');
  await accountant.click(reading.getByRole('button', { name: '核销' }));
  await reading.waitFor({ state: 'detached' });
  await accountant.settle();
  const payouts = await read<Payouts>(accountant, `${pageOf(life)}/payouts`);
  expect(payouts.due.map(({ membershipId }) => membershipId)).toEqual(life.members.slice(-2).map(({ id }) => id));
  expect(payouts.returnedFen).toBe(payouts.unclaimedFen);
}

/** The file as the bank sends it back: the last two accounts were closed. */
function returned(lines: readonly string[]): Buffer {
  const rows = lines.map((line, at) => {
    const [reference = '', , account = '', , amount = ''] = line.split(',').map((cell) => cell.replaceAll('"', ''));
    const result = at < lines.length - 2 ? ['成功', ''] : ['失败', '账户已销户'];
    return [reference, account, amount, ...result].join(',');
  });
  return Buffer.from(`\uFEFF${['流水号,账号,金额,处理结果,失败原因', ...rows].join('\r\n')}\r\n`);
}

/** A slip for every household, on paper. */
export async function printSlips(life: Life): Promise<void> {
  const clerk = await signIn(life, 'village_clerk');
  await clerk.open(pageOf(life));
  const slips = await clerk.download(clerk.page.getByRole('button', { name: '打印到户通知单' }));
  expect(slips.content.subarray(0, 4).toString()).toBe('%PDF');
}
