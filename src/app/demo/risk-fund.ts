import { askRiskFund, checkRiskRequest, payRiskRequest } from '../../activities/insurance/risk-contract.ts';
import { type DemoLoss, listDemoLosses } from '../../activities/insurance/seed.ts';
import { recordDocument, recordFund } from '../../ledgers/funds/document-contract.ts';
import { carryOutOrder, checkOrder, makeOrder } from '../../ledgers/funds/order-contract.ts';
import { riskTermsOn } from '../../ledgers/funds/public.ts';
import { riskPayout } from '../../ledgers/funds/risk-rules.ts';
import type { Role } from '../../platform/access/roles.ts';
import { addDays, type LocalDate, localDate } from '../../platform/pure/period.ts';
import { setFundOrderGoals } from '../../reports/appraisals/order-contract.ts';
import type { DemoPerson } from './desk.ts';
import type { PublicMoneyLoad } from './money-load.ts';
import { idOn } from './random.ts';
import { texts } from './texts.data.ts';

/** what each banner is given to hold ready, and what the city keeps of the document to make good what they pay */
const shareFen = 10_000_000;
const restFen = 5_000_000;

interface RiskFund {
  readonly load: PublicMoneyLoad;
  readonly person: (role: Role) => DemoPerson;
  readonly year: number;
  readonly documentId: string;
}

interface Compensated {
  readonly banner: number;
  readonly amountFen: bigint;
}

/**
 * The risk fund of the last year (article 14): the city gives each banner its share, the banners compensate the heaviest
 * loss that their insurer left over where it reaches the trigger, and the city makes good what they paid: the first
 * banner half of it, the others all.
 */
export async function coverRisk(load: PublicMoneyLoad, person: (role: Role) => DemoPerson): Promise<void> {
  const { desk, from, until, villages } = load;
  const year = Number(until.slice(0, 4));
  const [given, madeGood] = [localDate(`${year}-04-10`), localDate(`${year}-12-20`)];
  if (given < from || madeGood > until) return;
  const banners = [...new Set(villages.map(({ place }) => Math.floor(place / 1_000_000) * 1_000_000))];
  const fund: RiskFund = { load, person, year, documentId: idOn(load.random, given) };
  await register(fund, given, shareFen * banners.length + restFen);
  const whole = banners.map((place) => ({ place, amountFen: shareFen }));
  await receive(fund, { on: given, number: texts.riskReceived(year), amountFen: sumOf(whole) });
  await give(fund, { on: given, number: texts.riskContributed(year), title: texts.riskContribution, lines: whole });
  const losses = await desk.onDay(given, (tx) => listDemoLosses(tx, { from: given, until: addDays(madeGood, -30) }));
  const paid: Compensated[] = [];
  for (const loss of losses) paid.push(...(await compensate(fund, loss)));
  const lines = paid.map(({ banner, amountFen }, at) => ({
    place: banner,
    amountFen: at === 0 ? Math.ceil(Number(amountFen) / 2) : Number(amountFen),
  }));
  if (lines.length === 0) return;
  await receive(fund, { on: madeGood, number: texts.riskRestReceived(year), amountFen: sumOf(lines) });
  await give(fund, { on: madeGood, number: texts.riskReplenished(year), title: texts.riskReplenishment, lines });
}

function sumOf(lines: readonly { readonly amountFen: number }[]): number {
  return lines.reduce((sum, { amountFen }) => sum + amountFen, 0);
}

async function register({ load, person, year, documentId }: RiskFund, on: LocalDate, amountFen: number): Promise<void> {
  const { desk, random, units } = load;
  const by = { on, by: person('city_office') };
  const fundId = idOn(random, on);
  const kind = { kind: 'poverty_industry', level: 'city', source: 'development' };
  const fund = {
    id: fundId,
    place: units.city,
    ...kind,
    name: `${texts.riskFund}（${year}）`,
    startsOn: `${year}-01-01`,
  };
  await desk.ask(recordFund, { ...by, body: fund });
  const document = {
    ...{ id: documentId, county: Math.floor(units.city / 1_000_000), fundId, number: texts.riskNumber(year) },
    ...{ title: texts.riskFund, issuedOn: on, startsOn: on, amountFen, purposes: ['risk_fund'], places: [units.city] },
  };
  await desk.ask(recordDocument, { ...by, body: document });
}

interface Order {
  readonly on: LocalDate;
  readonly number: string;
}

function receive(fund: RiskFund, { amountFen, ...order }: Order & { readonly amountFen: number }): Promise<void> {
  const lines = [{ place: fund.load.units.city, amountFen }];
  return carryOut(fund, { ...order, kind: 'receipt', title: texts.riskFund, lines });
}

type Given = Order & { readonly title: string; readonly lines: readonly object[] };

function give(fund: RiskFund, order: Given): Promise<void> {
  return carryOut(fund, { ...order, kind: 'allocation', lowerPool: 'risk' });
}

/** One makes the order, with the goal of article 14 where it hands money down, another checks it, a third carries it out. */
async function carryOut(
  { load, person, documentId }: RiskFund,
  { on, ...order }: Given & { readonly kind: string; readonly lowerPool?: string },
): Promise<void> {
  const { desk, random, units } = load;
  const body = { id: idOn(random, on), upperPlace: units.city, documentId, occurredOn: on, ...order };
  const params = await desk.ask(makeOrder, { on, by: person('city_office'), body });
  const bearsGoals = order.kind === 'allocation';
  if (bearsGoals) {
    const goal = {
      indicator: 'villages_insured_ratio',
      target: 9_000,
      weightBp: 10_000,
      dueOn: `${on.slice(0, 4)}-12-31`,
    };
    await desk.ask(setFundOrderGoals, { on, by: person('city_office'), params, body: { goals: [goal] } });
  }
  const revision = bearsGoals ? 2 : 1;
  await desk.ask(checkOrder, { on, by: person('banner_office'), params, body: { revision } });
  await desk.ask(carryOutOrder, { on, by: person('finance'), params, body: { revision: revision + 1 } });
}

/** Nothing for a loss below the trigger. Herds and crops are worth half as much again as they are insured for. */
async function compensate({ load, person }: RiskFund, loss: DemoLoss): Promise<readonly Compensated[]> {
  const { desk, random } = load;
  const on = addDays(loss.paidOn, 10);
  const worth = (fen: bigint) => (fen * 3n) / 2n;
  const claimed = { lossFen: worth(loss.paidFen), valueFen: worth(loss.sumFen) };
  const terms = await desk.onDay(on, (tx) => riskTermsOn(tx, on));
  const isDue = riskPayout({ ...claimed, insuredFen: loss.paidFen }, terms).ok;
  if (!isDue) return [];
  const amounts = { lossFen: Number(claimed.lossFen), valueFen: Number(claimed.valueFen) };
  const body = { id: idOn(random, on), county: loss.county, lineId: loss.id, ...amounts, basis: texts.riskBasis };
  const params = await desk.ask(askRiskFund, { on, by: person('village_clerk'), body });
  await desk.ask(checkRiskRequest, { on, by: person('banner_office'), params, body: { revision: 1 } });
  const { amountFen } = await desk.ask(payRiskRequest, { on, by: person('finance'), params, body: { revision: 2 } });
  return [{ banner: loss.county * 1_000_000, amountFen: BigInt(amountFen) }];
}
