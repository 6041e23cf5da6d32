import { expect, test } from 'vitest';
import { findViolations } from './axe.ts';
import { allowedPages, findOverflow, isDead, linksOn, pagesOfMoney, readDeskPages, walk } from './desk-pages.ts';
import { findChinese, keepRecorded } from './english.ts';
import { fill, submit } from './forms.ts';
import { openStage, screens } from './harness.ts';
import type { Person } from './person.ts';

const stage = openStage();
const { pages, publicPages } = await readDeskPages();
const seen = new Set<string>();

/** Between them they may open every page; each looks at what nobody before could open, the first at public money alone. */
const readers = [
  ...(['finance', 'city_office', 'township_clerk', 'village_clerk', 'village_accountant'] as const),
  ...(['auditor', 'household', 'administrator'] as const),
];

test('somebody corrects a record, so that the audit trail has something to show', async () => {
  const person = await stage.signInAs('banner_office');
  await person.open('/agencies');
  await person.click(person.page.getByRole('row').getByRole('link').first());
  await person.click(person.page.getByRole('button', { name: '更正' }));
  const dialog = person.page.getByRole('dialog');
  await fill(person, dialog, { 联系人: '宝音', 更正理由: '补登联系人' });
  await submit(person, dialog);
  await person.see(person.page.getByText('宝音'));
});

test.each(readers)(
  'every page that %s opens can be read by everybody, and scrolls in one direction only, in the office and on the phone; in English no Chinese is left but names and texts that were recorded',
  async (login) => {
    const person = await stage.signInAs(login);
    const recorded = keepRecorded(person);
    const faults: string[] = [];
    const allowed = await allowedPages(person, pages);
    await walk(person, login === 'finance' ? pagesOfMoney(allowed) : allowed, {
      seen,
      async onArrival({ page, address }) {
        const name = page.path.replace(/[^a-z]+/gi, '-');
        for (const screen of ['phone', 'office'] as const) {
          await person.page.setViewportSize(screens[screen]);
          await person.settle();
          faults.push(...(await faultsOf(person, address)).map((fault) => `${screen}: ${fault}`));
          await person.picture(`${screen}-zh${name}`);
        }
        await inEnglish(person, async () => {
          const left = [...(await findChinese(person, recorded)), ...(await findOverflow(person))];
          faults.push(...left.map((fault) => `${address} in English: ${fault}`));
          await person.picture(`office-en${name}`);
        });
      },
    });
    expect(faults).toEqual([]);
  },
  300_000,
);

test('no page is left over that no role may open or no link leads to', () => {
  expect(pages.map(({ path }) => path).filter((path) => !seen.has(path))).toEqual([]);
});

async function inEnglish(person: Person, look: () => Promise<void>): Promise<void> {
  const to = (language: string) => person.page.getByRole('button', { name: language, exact: true });
  await person.click(to('English'));
  await person.see(to('中文'));
  await person.settle();
  await look();
  await person.click(to('中文'));
  await person.see(to('English'));
}

async function faultsOf(person: Person, address: string): Promise<readonly string[]> {
  const { page } = person;
  const headings = await page.locator('main h1').count();
  const unnamed = headings === 1 ? [] : [`${address}: ${headings} main headings`];
  const dead = (await linksOn(person)).filter((link) => isDead(link, [...pages, ...publicPages]));
  const failed = await page.locator('.problem').count();
  return [
    ...(await findOverflow(person)).map((fault) => `${address}: ${fault}`),
    ...unnamed,
    ...dead.map((link) => `${address}: leads nowhere: ${link}`),
    ...(failed > 0 ? [`${address}: ${await page.locator('.problem').first().textContent()}`] : []),
    ...(await findViolations(page)),
  ];
}
