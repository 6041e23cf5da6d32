import { demoGroup, drawUpDemo, hangDemo } from '../../activities/disclosures/seed.ts';
import * as returns from '../../activities/distributions/return-contract.ts';
import { loadDemoFormations } from '../../activities/formations/seed.ts';
import { loadPast } from '../../platform/db/load.ts';
import { addDays, localDate } from '../../platform/pure/period.ts';
import { formOfKind } from '../../procedures/assemblies/rules.ts';
import { demoYearlyAssembly, holdDemoMeeting } from '../../procedures/assemblies/seed.ts';
import { demoAssets, loadDemoAssets } from '../../registers/assets/seed.ts';
import type { Bookkeeping, KeptCooperative } from './bookkeeping.ts';
import type { CooperativeWorld, FoundedCooperative } from './cooperatives.ts';
import { inLanes } from './lanes.ts';
import { idOn } from './random.ts';
import { texts } from './texts.data.ts';

/** What the collectives of all villages own, let and check, banner by banner. */
export async function surveyAssets(
  { desk, random, maker, checker, from, until }: Bookkeeping,
  { villages }: CooperativeWorld,
): Promise<void> {
  const span = { from, until, villageBy: maker.id, townshipBy: checker.id };
  for (const banner of Map.groupBy(villages, ({ place }) => Math.floor(place / 1_000_000)).values()) {
    const made = banner.map(({ place, isPastoral, heads }) =>
      demoAssets(random, { place, isPastoral, people: heads.map(({ name }) => name) }, span),
    );
    await desk.onDay(until, (tx) => loadDemoAssets(tx, made));
  }
}

const plannedVillages = 8;

/** Plans at every step: in the township of the demo's own clerks first, so that they have something to do. */
export async function planFormations(
  { desk, random, maker, checker, until }: Bookkeeping,
  { villages, seat }: CooperativeWorld,
): Promise<void> {
  const township = (place: number) => Math.floor(place / 1_000);
  const fit = villages.filter(({ heads }) => heads.length >= 12);
  const near = fit.filter((one) => one !== seat && township(one.place) === township(seat.place)).slice(0, 2);
  const far = fit.filter((one, at) => at % 23 === 4 && township(one.place) !== township(seat.place));
  // in turn: registered, on notice, a draft, under review, …
  const chosen = [...far.slice(0, 1), seat, ...near, ...far.slice(1)].slice(0, plannedVillages);
  const demo = {
    ...{ until, villageBy: maker.id, townshipBy: checker.id },
    villages: chosen.map(({ place, name, branchId, heads }) => ({ place, name, branchId, people: heads })),
  };
  await loadDemoFormations((day, work) => desk.onDay(day, work, maker), random, demo);
}

/** Quarters that are over and when they were drawn up; the first few have disclosed all of them, the others the last. */
const quarters = [
  { startsOn: '2019-01-01', drawnOn: localDate('2019-04-08') },
  { startsOn: '2019-04-01', drawnOn: localDate('2019-07-09') },
  { startsOn: '2019-07-01', drawnOn: localDate('2019-10-10') },
] as const;
const punctual = 4;

/** Finance groups, and the disclosures of the third quarter; the fourth is still owed. */
export async function discloseFinances(keeping: Bookkeeping, kept: readonly KeptCooperative[]): Promise<void> {
  const { desk, random, maker, checker, from } = keeping;
  const groups = kept.flatMap(({ row, made }) => {
    const people = made.members.flatMap(({ kind, name }) => (kind === 'farmer' ? [name] : []));
    return demoGroup(random, { place: row.place, cooperativeId: row.id, people }, from);
  });
  await desk.onDay(quarters[0].drawnOn, (tx) => loadPast(tx, 'finance_group_member', groups), maker);
  await inLanes(kept, random, async ({ row }, { at, random: own }) => {
    // one in six owes it still, one in six drew it up and nobody has signed
    if (at % 6 === 5) return;
    for (const { startsOn, drawnOn } of at < punctual ? quarters : quarters.slice(-1)) {
      const owed = { place: row.place, cooperativeId: row.id, period: 'quarter', startsOn } as const;
      const id = await desk.onDay(drawnOn, (tx) => drawUpDemo(tx, own, owed), maker);
      if (!id || at % 6 === 4) return;
      const key = { county: row.county, id };
      const hung = await desk.onDay(addDays(drawnOn, 4), (tx) => hangDemo(tx, key), checker);
      if (!hung) throw new Error('a demo disclosure hangs');
    }
  });
}

const calledIn = 16;

/** The assemblies of the new year, called already. */
export async function callAssemblies(keeping: Bookkeeping, kept: readonly KeptCooperative[]): Promise<void> {
  const { desk, random, until } = keeping;
  for (const { row } of kept.slice(0, 6)) {
    const form = formOfKind(row.kind);
    if (!form) continue;
    const { id, place, name } = row;
    const meeting = demoYearlyAssembly({ id, place, name, form, heldOn: addDays(until, calledIn) });
    await desk.onDay(addDays(until, -4), async (tx) => {
      await holdDemoMeeting(tx, random, meeting);
    });
  }
}

/** Contracts of the asset-income projects: a floor each year, mostly paid. */
export async function promiseReturns(keeping: Bookkeeping, founded: readonly FoundedCooperative[]): Promise<void> {
  const { desk, random, maker, from } = keeping;
  const projects = founded.filter(({ row }) => row.kind === 'asset_income_project' && row.registeredOn < from);
  for (const [at, { row }] of projects.entries()) {
    const on = localDate('2018-01-22');
    const params = { county: row.county, id: idOn(random, on) };
    const principalFen = 30_000_000 + 5_000_000 * Math.floor(random() * 8);
    const terms = {
      principalFen,
      floorBp: 600,
      profitShareBp: 0,
      startsOn: '2018-01-01',
      endsOn: '2020-12-31',
      months: 12,
    };
    const parties = {
      number: texts.returnNumber(at + 1),
      payer: texts.returnPayer,
      subject: texts.returnSubject,
    };
    const body = { ...params, cooperativeId: row.id, payerCode: null, ...parties, ...terms };
    await desk.ask(returns.recordReturn, { on, by: maker, body });
    const { schedule } = await desk.ask(returns.getReturn, { on, by: maker, params });
    // one in five owes the second year, or a part of it
    for (const line of schedule.slice(0, at % 5 === 2 ? 1 : 2)) {
      const paidOn = addDays(localDate(line.dueOn), -3);
      const receipt = {
        revision: line.revision,
        id: idOn(random, paidOn),
        paidOn,
        amountFen: Number(line.promisedFen),
      };
      const document = texts.returnReceipt(paidOn);
      const lineParams = { ...params, lineId: line.id };
      if (paidOn > keeping.until) continue;
      await desk.ask(returns.recordReceipt, {
        on: paidOn,
        by: maker,
        params: lineParams,
        body: { ...receipt, document },
      });
    }
  }
}
