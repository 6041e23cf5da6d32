import { afterAll, beforeAll, describe, test } from 'vitest';
import { openStage } from './harness.ts';
import { type PassingCity, startPassingCity } from './passing-city.ts';
import { walkBack, walkForward } from './public-money/audit.ts';
import { declareDividend, proposeDividend, workAndClose } from './public-money/dividend.ts';
import { proposeOthers, tryMisuses } from './public-money/misuses.ts';
import { beginMoney, hireChecker, type Money, moneyDays } from './public-money/money.ts';
import { buyCows, handOver, passOn, propose } from './public-money/project.ts';
import { readRefusals } from './public-money/refusals.ts';
import { recordDocument, releaseGrant, scoreRelease } from './public-money/release.ts';

/** Two hundred thousand yuan on their way from the city’s document to eight registered-poor households. */
const stage = openStage();
let city: PassingCity;
let money: Money;

beforeAll(async () => {
  city = await startPassingCity();
});
afterAll(() => city?.stop());

describe('January 2020: the money comes down', () => {
  test('the city records its document', async () => {
    money = await beginMoney(stage, city);
    await hireChecker(money);
    await recordDocument(money);
  });

  test('it releases two hundred thousand yuan to each of sixty key poor villages', () => releaseGrant(money));

  test('one of them proposes cows through its cooperative', async () => {
    await propose(money);
    await proposeOthers(money);
  });
});

describe('February: it is spent', () => {
  test('the village passes the money on, and the cooperative buys its cows', async () => {
    await city.moveTo(moneyDays.contracted);
    await passOn(money);
    await buyCows(money);
    await handOver(money);
  });

  test('every attempt at misuse is refused with a sentence and stands on the auditor’s list', async () => {
    await readRefusals(money, await tryMisuses(money));
  });
});

describe('January 2021: it reaches the households', () => {
  test('the year with the cows is closed, and its surplus put on notice', async () => {
    await city.moveTo(moneyDays.yearOver);
    await workAndClose(money);
    await proposeDividend(money);
  });

  test('what the grant was to achieve is scored by the indicators', () => scoreRelease(money));

  test('the members resolve it, and eight registered-poor households get their part', async () => {
    await city.moveTo(moneyDays.resolved);
    await declareDividend(money);
  });

  test('the auditor walks from the document to the households, and back', async () => {
    await walkForward(money);
    await walkBack(money);
  });
});
