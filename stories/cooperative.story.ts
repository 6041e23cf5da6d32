import { afterAll, beforeAll, describe, test } from 'vitest';
import { walkToHerder } from './cooperative/audit.ts';
import { buyCowsWithGrant, issueGrantShares, openBooks, paySubscriptions } from './cooperative/books.ts';
import { draftPlan, registerPlan, resolvePlan, surveyAssets } from './cooperative/founding.ts';
import { beginLife, days, type Life } from './cooperative/life.ts';
import { payOut, printSlips } from './cooperative/payout.ts';
import { compareOptions, postNotice, resolveAndDeclare } from './cooperative/surplus.ts';
import { closeYear, trade } from './cooperative/year.ts';
import { openStage } from './harness.ts';
import { type PassingCity, startPassingCity } from './passing-city.ts';

/** One cooperative’s whole life, told in order, over a year and three weeks of the demo’s own time. */
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

describe('January 2021: the surplus goes to the households', () => {
  test('three options are compared and one is chosen', () => compareOptions(life));

  test('it is put on notice, and the one objection is answered', () => postNotice(life));

  test('the assembly resolves it and it is declared', async () => {
    await city.moveTo(days.resolved);
    await resolveAndDeclare(life);
  });

  test('the bank pays twenty-eight and returns two', () => payOut(life));

  test('every household gets a slip', () => printSlips(life));

  test('the auditor walks from the city’s total to one herder', () => walkToHerder(life));
});
