import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { watchFaults } from './faults.ts';
import { Person } from './person.ts';

/** Width and height of the office PC (ux.md table b, 28) and of a phone. */
export const screens = { office: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } } as const;

export interface Look {
  readonly screen?: keyof typeof screens;
  readonly language?: 'zh' | 'en';
  /** address of a city of the story's own; otherwise the one all stories share */
  readonly city?: string;
}

export interface Stage {
  /** somebody before the sign-in page who has not signed in */
  visitor(look?: Look): Promise<Person>;
  /** somebody who clicked the demo account of this name; stands on the home page */
  signInAs(login: string, look?: Look): Promise<Person>;
}

/**
 * The stage of one story file: a browser, and people in it, each in a browser profile of their own. After every story each
 * page must have been free of script errors, console errors and violations of the content security policy.
 */
export function openStage(): Stage {
  let browser: Browser;
  const people: { readonly person: Person; readonly who: string }[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(async ({ task }) => {
    const here = people.splice(0);
    const faults = here.flatMap(({ who, person }) => person.faults.found.map((fault) => `${who}: ${fault}`));
    for (const { who, person } of task.result?.state === 'fail' ? here : [])
      await person.picture(`failed-${task.name.slice(0, 60).replaceAll(' ', '-')}-${who}`);
    await Promise.all(here.map(({ person }) => person.page.context().close()));
    expect(faults).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
  });
  async function visitor(look: Look = {}, who = 'visitor'): Promise<Person> {
    const city = look.city ?? inject('city');
    const context = await newProfile(browser, look, city);
    const page = await context.newPage();
    const person = new Person(page, watchFaults(page));
    people.push({ person, who });
    return person;
  }
  return {
    visitor,
    async signInAs(login, look) {
      const person = await visitor(look, login);
      await person.page.goto('/sign-in');
      await person.page.locator(`.demo-accounts button[name="${login}"]`).click();
      await arrive(person.page);
      return person;
    },
  };
}

/** Signed in: the desk's own frame stands. */
export async function arrive(page: Page): Promise<void> {
  await page.locator('.shell main h1').first().waitFor();
}

async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(process.env.CHROMIUM ? { executablePath: process.env.CHROMIUM } : { channel: 'chromium' }),
    // on a machine without a language the browser would take Chinese names of files for unusable
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

async function newProfile(browser: Browser, look: Look, city: string): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: city,
    viewport: screens[look.screen ?? 'office'],
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  context.setDefaultTimeout(15_000);
  if (look.language) {
    await context.addInitScript(`localStorage.setItem('silian.language', '${look.language}')`);
  }
  return context;
}
