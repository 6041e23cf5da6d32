import { findAlerts } from '../../activities/projects/alert-contract.ts';
import { drawSample } from '../../activities/projects/audit-contract.ts';
import { listProjects } from '../../activities/projects/contract.ts';
import { recordFinding } from '../../activities/projects/finding-contract.ts';
import { seedMisuse } from '../../activities/projects/misuse-seed.ts';
import { askOrder } from '../../activities/projects/order-contract.ts';
import { seedProjects } from '../../activities/projects/seed.ts';
import { listMovements } from '../../ledgers/funds/account-contract.ts';
import { askOverride, orderRecovery } from '../../ledgers/funds/control-contract.ts';
import { accountOf, listFundDocuments } from '../../ledgers/funds/public.ts';
import type { Role } from '../../platform/access/roles.ts';
import { addDays, type LocalDate, localDate, monthOf, shiftMonth } from '../../platform/pure/period.ts';
import { placeOf } from '../../platform/pure/place.ts';
import { keepTilt } from '../../reports/tilts/contract.ts';
import { firstFormula } from '../../reports/tilts/rules.ts';
import type { DemoPerson } from './desk.ts';
import type { PeopledVillage } from './heads.ts';
import type { PublicMoneyLoad } from './money-load.ts';
import { idOn } from './random.ts';
import { texts } from './texts.data.ts';

/** villages with a project, and villages whose households were paid, some of them wrongly */
const most = { projects: 16, paid: 8 } as const;
/** a meeting of villagers, and all the ways in which money can go wrong, take so many */
const leastHeads = 14;

/** What the first year’s grant was spent on, and what those who watch found in it: articles 11 and 18. */
export async function spendGrant(load: PublicMoneyLoad, person: (role: Role) => DemoPerson): Promise<void> {
  const { desk, random, from, until, villages, keyPoor, seat } = load;
  const year = Number(from.slice(0, 4));
  const seen = localDate(`${year + 1}-09-20`);
  const granted = new Set(keyPoor);
  const fit = villages
    .filter(({ place, heads }) => granted.has(place) && heads.length >= leastHeads)
    .toSorted((a, b) => Number(b.place === seat) - Number(a.place === seat));
  if (seen > until || fit.length <= most.paid) return;
  const people = {
    ...{ village: person('village_clerk').id, township: person('township_clerk').id },
    ...{ banner: person('banner_office').id, finance: person('finance').id },
  };
  const paid = fit.slice(-most.paid);
  const sites = fit.slice(0, Math.min(most.projects, fit.length - most.paid)).map(siteOf);
  await desk.onDay(seen, (tx) => seedProjects(tx, { sites, people, random, from: localDate(`${year}-04-10`) }));
  await desk.onDay(seen, (tx) => seedMisuse(tx, { villages: paid.map(paidOf), people, random, year }));
  await watch(load, { person, on: seen, village: paid[0]?.place ?? 0 });
  await askPayment(load, { person, on: seen, village: sites[0]?.place ?? 0 });
}

interface Watching {
  readonly person: (role: Role) => DemoPerson;
  readonly on: LocalDate;
  readonly village: number;
}

/** One of each of what waits on the desks of those who watch public money. */
async function watch(load: PublicMoneyLoad, { person, on, village }: Watching): Promise<void> {
  const { desk, random, from, units } = load;
  const id = () => idOn(random, on);
  const auditor = { on, by: person('auditor') };
  await desk.ask(findAlerts, { ...auditor, body: { from, through: on } });
  const drawn = { drawnFor: units.city, paidFrom: from, paidThrough: on, size: 12 };
  await desk.ask(drawSample, { ...auditor, body: { id: id(), title: texts.sample, seed: String(on), ...drawn } });
  const finding = {
    ...{ id: id(), place: village, number: texts.findingNumber(on), source: 'audit', misuse: 'fraudulent_claim' },
    ...{ title: texts.findingTitle, detail: texts.findingDetail, amountFen: 200_000, responsible: texts.villageBranch },
    ...{ foundOn: on, dueOn: addDays(on, 60) },
  };
  await desk.ask(recordFinding, { ...auditor, body: finding });
  const finance = { on, by: person('finance') };
  const ranking = { month: shiftMonth(monthOf(on), -1), totalFen: 100_000_000, keyPoor: true, formula: firstFormula };
  const tilt = { id: id(), place: units.city, name: texts.tilt(on), ...ranking };
  await desk.ask(keepTilt, { ...finance, body: tilt });
  await askLeave(load, { person, on, village });
  await orderBack(load, { person, on, village });
}

/** Leave to pay for training out of a grant that is not for it. */
async function askLeave({ desk, random }: PublicMoneyLoad, { person, on, village }: Watching): Promise<void> {
  const account = await desk.onDay(on, (tx) => accountOf(tx, { kind: 'village', place: placeOf(village) }));
  const documents = await desk.onDay(on, (tx) => listFundDocuments(tx, { place: village, on }));
  const document = documents.find(({ standard }) => standard);
  if (!account || !document) return;
  const body = {
    ...{ id: idOn(random, on), county: account.county, accountId: account.id, documentId: document.id },
    ...{ code: 'fund_purpose_forbidden', purpose: 'training', payeeKind: 'agency', payeeId: idOn(random, on) },
    ...{ payeeName: texts.school, amountFen: 300_000, justification: texts.leave },
  };
  await desk.ask(askOverride, { on, by: person('banner_office'), body });
}

async function orderBack({ desk, random }: PublicMoneyLoad, { person, on, village }: Watching): Promise<void> {
  const query = { kind: 'payment', place: village, limit: 1 };
  const { rows } = await desk.ask(listMovements, { on, by: person('finance'), query });
  const [wrong] = rows;
  if (!wrong) return;
  const body = {
    ...{ id: idOn(random, on), county: wrong.county, movementId: wrong.id, amountFen: 10_000, cause: 'overpaid' },
    ...{ grounds: texts.overpaid, dueOn: addDays(on, 30) },
  };
  await desk.ask(orderRecovery, { on, by: person('banner_office'), body });
}

/** A household of a project that is under way is to be paid. */
async function askPayment(
  { desk, random, villages }: PublicMoneyLoad,
  { person, on, village }: Watching,
): Promise<void> {
  const maker = { on, by: person('village_accountant') };
  const { rows } = await desk.ask(listProjects, { ...maker, query: { place: village, limit: 1 } });
  const account = await desk.onDay(on, (tx) => accountOf(tx, { kind: 'village', place: placeOf(village) }));
  const payee = villages.find(({ place }) => place === village)?.heads[0];
  const [project] = rows;
  if (!project || !account || !payee) return;
  const body = {
    ...{ id: idOn(random, on), county: project.county, projectId: project.id, purpose: project.purpose },
    ...{ spentOn: 'household', accountCounty: account.county, accountId: account.id, amountFen: 50_000 },
    ...{ payeeKind: 'household', payeeCounty: project.county, payeeId: payee.householdId, memo: texts.ewes },
  };
  await desk.ask(askOrder, { ...maker, body });
}

function siteOf({ place, heads }: PeopledVillage) {
  return {
    place,
    households: heads.length,
    poorHouseholds: heads.filter(({ poor }) => poor).length,
    villagers: heads.map(({ name }) => ({ name })),
  };
}

function paidOf({ place, heads }: PeopledVillage) {
  return { place, households: heads.map(({ householdId, name, poor }) => ({ id: householdId, name, poor })) };
}
