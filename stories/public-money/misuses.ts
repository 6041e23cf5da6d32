import { expect } from 'vitest';
import type { Person } from '../person.ts';
import { type Body, read, send } from '../requests.ts';
import { tryPaying, tryPayments } from './misuse-payments.ts';
import { tryReleases } from './misuse-releases.ts';
import { grantFen, type Money, moneyDays, signIn } from './money.ts';
import { award, setGoals, takeToNotice } from './project.ts';
import { type Refused, refused } from './refusals.ts';
import { type Seats, takeSeats } from './seats.ts';

/** Three projects of the village itself, proposed beside the cooperative’s: one to be tried upon, one for machines, one taken back. */
export async function proposeOthers(money: Money): Promise<void> {
  const clerk = await signIn(money, 'village_clerk');
  const propose = async (number: string, purpose: string) => {
    const id = crypto.randomUUID();
    await send(clerk, '/projects', {
      ...{
        id,
        place: money.place,
        number,
        name: `到户养殖${number}`,
        kind: 'breeding',
        purpose,
        personInCharge: '苏和',
      },
      ...{ content: '扶持农牧户养殖', benefit: '带动十户', households: 10, poorHouseholds: 8, budgetFen: 20_000_000 },
      ...{ plannedFrom: '2020-02-24', plannedThrough: '2020-08-31', awardMethod: 'tender' },
    });
    await takeToNotice(money, id);
    return id;
  };
  money.trial = await propose('2020-试', 'industry');
  money.elsewhere = await propose('2020-机', 'machinery');
  money.given = await propose('2020-撤', 'industry');
}

/** Twenty-nine ways to misuse public money, two of them on the page, the others sent as it would, each refused with a sentence. */
export async function tryMisuses(money: Money): Promise<readonly Refused[]> {
  const seats = await takeSeats(money);
  return [
    ...(await tryContracts(money, seats)),
    ...(await tryPayments(money, seats)),
    ...(await tryPaying(money, seats)),
    ...(await tryReleases(money, seats)),
  ];
}

/** Contracts without a goal, against the earmark, over the balance, on a document that does not exist. */
async function tryContracts(money: Money, { clerk }: Seats): Promise<readonly Refused[]> {
  const sign = (what: string, project: string, over: Body) =>
    refused(clerk, what, {
      path: `/projects/${money.county}/${project}/contracts`,
      body: {
        ...{ id: crypto.randomUUID(), number: crypto.randomUUID().slice(0, 8), amountFen: 1_000_000 },
        ...{ signedOn: moneyDays.contracted, startsOn: moneyDays.contracted, throughOn: '2020-08-31' },
        ...{ accountCounty: money.county, accountId: money.villageAccount, ...over },
      },
    });
  const awardId = await award(money, money.trial, { documentNumber: '乌招〔2020〕4号' });
  const withoutGoal = await sign('没有绩效目标', money.trial, { awardId });
  await setGoals(money, money.trial);
  const otherAward = await award(money, money.elsewhere, { documentNumber: '乌招〔2020〕5号' });
  await setGoals(money, money.elsewhere);
  return [
    withoutGoal,
    await sign('改变用途', money.elsewhere, { awardId: otherAward, documentId: await agricultureOf(clerk) }),
    await sign('假文号', money.trial, { awardId, documentId: crypto.randomUUID() }),
    await sign('超出中标金额', money.trial, { awardId, amountFen: grantFen + 1 }),
    await sign('动用已拨走的钱', money.trial, { awardId, documentId: money.documentId }),
  ];
}

/** A document that the village holds money of and that says nothing of machines. */
async function agricultureOf(person: Person): Promise<string> {
  interface Document {
    readonly id: string;
    readonly purposes: readonly string[];
    readonly title: string;
  }
  const { rows } = await read<{ rows: readonly Document[] }>(person, '/fund-documents?limit=50');
  const found = rows.find(({ purposes }) => !purposes.includes('machinery') && purposes.includes('training'));
  expect(found).toBeDefined();
  return found?.id ?? '';
}
