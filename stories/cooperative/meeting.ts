import { fill, submit } from '../forms.ts';
import type { Person } from '../person.ts';

/** Everybody comes, all are in favour of the one motion, and the meeting is closed. */
export async function attendAndVote(
  clerk: Person,
  { path, chair }: { readonly path: string; readonly chair: string },
): Promise<void> {
  const { page } = clerk;
  const dialog = page.getByRole('dialog');
  await clerk.open(`${path}?tab=roll`);
  await clerk.click(page.getByRole('button', { name: '全部到会' }));
  await clerk.click(page.getByRole('button', { name: /^保存点名/ }));
  await clerk.see(page.getByText('已保存。'));
  await clerk.open(path);
  await clerk.click(page.getByRole('button', { name: '录票数' }));
  await clerk.click(dialog.getByRole('button', { name: '全部赞成' }));
  await dialog.waitFor({ state: 'detached' });
  await clerk.settle();
  await clerk.click(page.getByRole('button', { name: '结束会议' }));
  await fill(clerk, dialog, {
    主持人: chair,
    记录人: '其木格',
    '监票、计票人': '王建国、李秀英',
    会议记录: '一致通过。',
  });
  await submit(clerk, dialog, '结束会议');
  await dialog.waitFor({ state: 'detached' });
  await clerk.see(page.getByText('通过').first());
}
