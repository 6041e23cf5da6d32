import { afterAll, beforeAll, describe, test } from 'vitest';
import { buyCowsWithGrant, issueGrantShares, openBooks, paySubscriptions } from './cooperative/books.ts';
import { draftPlan, registerPlan, resolvePlan, surveyAssets } from './cooperative/founding.ts';
import { beginLife, days, type Life } from './cooperative/life.ts';
import { closeYear, trade } from './cooperative/year.ts';
import { openStage } from './harness.ts';
import { type PassingCity, startPassingCity } from './passing-city.ts';

/** The life of one cooperative, from the survey to the close of its first year, in the order and on the days of the demo’s own time. */
const stage = openStage();
let city: PassingCity;
let life: Life;

beforeAll(async () => {
  city = await startPassingCity();
});
afterAll(() => city?.stop());

describe('January 2020: a cooperative is founded', () => {
  test('the village surveys what it owns', async () => {
    life = await beginLife(stage, city);
    await surveyAssets(life);
  });

  test('the clerk drafts a plan with thirty founders, eight of them registered poor', () => draftPlan(life));

  test('the Party branch studies it, the founding assembly resolves it, and it is put up', () => resolvePlan(life));

  test('when the notice is over the township reviews it and the banner registers it', async () => {
    await city.moveTo(days.registered);
    await registerPlan(life);
  });
});

describe('January to December: it works', () => {
  test('books are opened, thirty members pay in, eight get household-grant shares', async () => {
    await openBooks(life);
    await paySubscriptions(life);
    await issueGrantShares(life);
  });

  test('a grant comes in and cows are bought with it', () => buyCowsWithGrant(life));

  test('members deliver, the cooperative sells, and the year is closed', async () => {
    await city.moveTo(days.yearOver);
    await trade(life);
    await closeYear(life);
  });
});
