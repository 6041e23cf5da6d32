import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { findViolations } from './axe.ts';
import { type City, startCity } from './city.ts';
import { arrive, openStage } from './harness.ts';
import type { Person } from './person.ts';

const stage = openStage();

describe('somebody at the sign-in page', () => {
  test('hears the same for a wrong password and for an account that does not exist', async () => {
    const person = await stage.visitor();
    person.faults.expect(422, 401, 403, 400);
    await person.open('/sign-in');
    for (const login of ['city_office', 'nobody.here']) {
      await signIn(person, { login, password: 'not the password' });
      expect(await person.page.getByRole('alert').textContent()).toBe('账号或密码不对。');
      expect(await person.page.getByLabel('账号').inputValue()).toBe(login);
    }
    expect(await findViolations(person.page)).toEqual([]);
  });

  test('comes with one click, to the page that was asked for', async () => {
    const person = await stage.visitor();
    person.faults.expect(401);
    await person.open('/places?q=%E6%98%AD%E5%90%9B');
    await person.page.waitForURL(/\/sign-in\?to=/);
    person.startCounting();
    await person.click(person.page.locator('button[name="township_clerk"]'));
    await arrive(person.page);
    expect(new URL(person.page.url()).pathname).toBe('/places');
    expect(person.page.url()).toContain('q=');
    expect(person.clicks).toBe(1);
  });

  test('is never led to another site', async () => {
    const person = await stage.visitor();
    for (const to of ['//evil.invalid/', '/\\evil.invalid', 'https://evil.invalid/', 'javascript:alert(1)']) {
      await person.open(`/sign-in?to=${encodeURIComponent(to)}`);
      await person.click(person.page.locator('button[name="township_clerk"]'));
      await arrive(person.page);
      expect(person.page.url()).toBe(`${inject('city')}/`);
    }
  });

  test('is not caught by a page of another site that frames this one', async () => {
    const person = await stage.visitor();
    person.faults.expect(/X-Frame-Options|frame-ancestors/);
    await person.page.route('http://trap.invalid/', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<title>trap</title><iframe src="${inject('city')}/"></iframe>`,
      }),
    );
    await person.page.goto('http://trap.invalid/');
    const [, framed] = person.page.frames();
    expect(framed).toBeDefined();
    expect(await framed?.locator('#root').count()).toBe(0);
  });
});

describe('somebody who leaves', () => {
  test('takes the session with them: a copied cookie opens nothing any more', async () => {
    const person = await stage.signInAs('banner_office');
    const copied = await person.page.context().cookies();
    await person.click(person.page.getByRole('button', { name: '退出' }));
    await person.page.waitForURL('**/sign-in');

    const thief = await stage.visitor();
    thief.faults.expect(401);
    await thief.page.context().addCookies(copied);
    expect((await thief.page.request.get('/api/me')).status()).toBe(401);
    await thief.page.goto('/places');
    await thief.page.waitForURL(/\/sign-in\?to=%2Fplaces/);
    await person.page.goBack();
    person.faults.expect(401);
    await person.page.waitForURL(/\/sign-in/);
  });

  test('can end a session that was left open elsewhere', async () => {
    const here = await stage.signInAs('finance');
    const elsewhere = await stage.signInAs('finance');
    await here.open('/sessions');
    const ends = here.page.getByRole('row').getByRole('button', { name: '结束', exact: true });
    await here.see(ends);
    for (let left = await ends.count(); left > 0; left -= 1) {
      await here.click(ends.first());
      await here.click(here.page.getByRole('dialog').getByRole('button', { name: '结束', exact: true }));
      await expect.poll(() => ends.count()).toBe(left - 1);
    }
    elsewhere.faults.expect(401);
    await elsewhere.page.goto('/places');
    await elsewhere.page.waitForURL(/\/sign-in/);
  });
});

describe('the first administrator of a real system', () => {
  let city: City;
  beforeAll(async () => {
    city = await startCity({ empty: true });
  });
  afterAll(async () => {
    await city.stop();
  });

  test('signs in with the password that was printed, and must replace it before anything else', async () => {
    const person = await stage.visitor({ city: city.address });
    person.faults.expect(400, 403, 422);
    await person.open('/sign-in');
    expect(await person.page.locator('.demo-accounts').count()).toBe(0);
    const [, password = ''] = /(?:首次密码|first password) (\S+?)[（ ]/.exec(city.said) ?? [];
    await signIn(person, { login: 'admin', password });
    await arrive(person.page);
    await person.open('/accounts');
    expect(await person.page.locator('h1').textContent()).toBe('设置新密码');
    expect((await person.page.request.get('/api/accounts')).ok()).toBe(false);

    await changePassword(person, { current: password, password: 'password123' });
    expect(await person.page.getByRole('alert').textContent()).toBe('这个密码太常见，请换一个。');
    await changePassword(person, { current: password, password: newPassword });
    await person.see(person.page.getByRole('heading', { name: '账号与岗位', level: 1 }));
    expect(await findViolations(person.page)).toEqual([]);
  });

  test('is locked out by somebody’s guesses for a while, and told for how long', async () => {
    const person = await stage.visitor({ city: city.address, language: 'en' });
    person.faults.expect(400, 401, 403, 422, 429);
    await person.open('/sign-in');
    for (let guess = 0; guess < 5; guess += 1) await signIn(person, { login: 'admin', password: `guess ${guess}` });
    await signIn(person, { login: 'admin', password: newPassword });
    const alert = await person.page.getByRole('alert').textContent();
    expect(alert).toMatch(/^Too many attempts; try again in \d+ seconds\.$/);
  });
});

const newPassword = 'the camels drink at dusk';

async function signIn(person: Person, { login, password }: { login: string; password: string }): Promise<void> {
  const { page } = person;
  await person.type(page.locator('#login'), login);
  await person.type(page.locator('#password'), password);
  const answered = page.waitForResponse((response) => response.url().endsWith('/api/sign-in'));
  await person.click(page.locator('form button[type="submit"]'));
  await answered;
  await person.settle();
}

async function changePassword(person: Person, given: { current: string; password: string }): Promise<void> {
  await person.type(person.page.locator('#current'), given.current);
  await person.type(person.page.locator('#new'), given.password);
  const answered = person.page.waitForResponse((response) => response.url().endsWith('/api/password'));
  await person.click(person.page.locator('form button[type="submit"]'));
  await answered;
  await person.settle();
}
