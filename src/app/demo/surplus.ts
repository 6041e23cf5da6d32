import * as contract from '../../activities/distributions/contract.ts';
import * as payouts from '../../activities/distributions/payout-contract.ts';
import { subjectType } from '../../activities/distributions/rules.ts';
import { settleDemoBatch } from '../../activities/distributions/seed.ts';
import { addDays, type LocalDate, localDate } from '../../platform/pure/period.ts';
import { formOfKind } from '../../procedures/assemblies/rules.ts';
import { holdDemoMeeting } from '../../procedures/assemblies/seed.ts';
import { answerObjection, recordObjection } from '../../procedures/notices/objection-contract.ts';
import { type Bookkeeping, closedYear, type KeptCooperative } from './bookkeeping.ts';
import { inLanes } from './lanes.ts';
import { idOn } from './random.ts';
import { texts } from './texts.data.ts';

/** How far a distribution of the demo has come. */
const stages = ['draft', 'notice', 'objected', 'called', 'declared', 'sent', 'paid'] as const;
type Stage = (typeof stages)[number];

/** A declared distribution with what it set aside for relief. */
export interface DeclaredSurplus {
  readonly kept: KeptCooperative;
  readonly declaredOn: LocalDate;
  readonly reliefFen: bigint;
}

/** days before it on which an assembly is called */
const noticeDays = 20;
const begunOn = localDate('2019-03-04');
/** those that are under way began so many days before the end of the demo */
const lateDays: Readonly<Partial<Record<Stage, number>>> = {
  draft: 5,
  notice: 4,
  objected: 12,
  called: 25,
  declared: 40,
};

/** Distributes the closed year of each, as far as its turn says: some have paid, some are on the way, a few are late. */
export async function distributeSurplus(
  keeping: Bookkeeping,
  kept: readonly KeptCooperative[],
): Promise<readonly DeclaredSurplus[]> {
  const done = await inLanes(kept, keeping.random, async (one, { at, random }) => {
    const stage = stageOf(at);
    return stage && distribute({ keeping: { ...keeping, random }, kept: one, stage, at });
  });
  return done.filter((one) => one !== undefined);
}

/** The seat's cooperative has paid; behind it every stage is there once, then few have paid, and most have not begun. */
function stageOf(at: number): Stage | undefined {
  if (at === 0) return 'paid';
  if (at <= stages.length) return stages[at - 1];
  return ([undefined, 'paid', 'draft'] as const)[at % 3];
}

interface Distributing {
  readonly keeping: Bookkeeping;
  readonly kept: KeptCooperative;
  readonly stage: Stage;
  readonly at: number;
}

interface Key {
  readonly county: number;
  readonly id: string;
}

async function distribute(of: Distributing): Promise<DeclaredSurplus | undefined> {
  const { keeping, kept, stage, at } = of;
  const { desk, random, maker, until } = keeping;
  const back = lateDays[stage];
  const on = back === undefined ? addDays(begunOn, 2 * at) : addDays(until, -back);
  const key = { county: kept.row.county, id: idOn(random, on) };
  const body = { ...key, cooperativeId: kept.row.id, year: closedYear, recordOn: null };
  await desk.ask(contract.recordDistribution, { on, by: maker, body });
  await addOptions(of, key, on);
  if (stage === 'draft') return undefined;
  const drafted = await desk.ask(contract.getDistribution, { on, by: maker, params: key });
  // a loss, or a profit too small for its reserves, stays a draft
  if (!drafted.statement || BigInt(drafted.statement.row17) + BigInt(drafted.statement.row18) === 0n) return undefined;
  const choice = { revision: drafted.revision, optionId: drafted.options[0]?.id };
  await desk.ask(contract.chooseOption, { on, by: maker, params: key, body: choice });
  const sheet = { postedOn: on, contact: `${kept.row.chairperson ?? ''} ${kept.row.phone ?? ''}` };
  const notice = await desk.ask(contract.postDistributionNotice, { on, by: maker, params: key, body: sheet });
  if (stage === 'objected' || at % 7 === 0)
    await objectTo(of, { county: key.county, id: notice.noticeId }, addDays(on, 2));
  if (stage === 'notice' || stage === 'objected') return undefined;
  const heldOn = addDays(localDate(notice.endsOn), stage === 'called' ? noticeDays : 4);
  await meet(of, key, { heldOn, on });
  if (stage === 'called') return undefined;
  return declareAndPay(of, key, addDays(heldOn, 3));
}

/** A second and a third way to divide, laid beside the charter's where members argued. */
async function addOptions({ keeping, kept, at }: Distributing, params: Key, on: LocalDate): Promise<void> {
  if (at % 4 !== 0 || kept.book.chart !== 'coop37') return;
  const base = { surplusReserveBp: 1_000, reserveQuantifiedBy: 'patronage', welfareReserveBp: 0, convertedBp: 0 };
  const ways = [
    { name: texts.moreForExpansion, expansionBp: 1_500, reliefBp: 500, patronageBp: 6_000 },
    { name: texts.moreForPatronage, expansionBp: 500, reliefBp: 300, patronageBp: 8_000 },
  ];
  for (const way of ways) {
    const body = { id: idOn(keeping.random, on), ...base, ...way };
    await keeping.desk.ask(contract.recordOption, { on, by: keeping.maker, params, body });
  }
}

/** Somebody objects; an answer is still owed where the distribution waits for it. */
async function objectTo({ keeping, stage }: Distributing, params: Key, on: LocalDate): Promise<void> {
  const { desk, random, maker, checker } = keeping;
  const told = {
    ...{ id: idOn(random, on), channel: 'spoken', concerns: 'content', name: null, phone: null },
    statement: texts.objection,
  };
  const { county, id } = await desk.ask(recordObjection, { on, by: maker, params, body: told });
  if (stage === 'objected') return;
  const answer = { revision: 1, outcome: 'explained', answer: texts.objectionAnswer };
  await desk.ask(answerObjection, { on: addDays(on, 2), by: checker, params: { county, id }, body: answer });
}

async function meet(
  { keeping, kept, stage }: Distributing,
  key: Key,
  { heldOn, on }: { readonly heldOn: LocalDate; readonly on: LocalDate },
): Promise<void> {
  const { desk, random, maker } = keeping;
  const { row } = kept;
  const form = formOfKind(row.kind);
  const { digest, name } = {
    ...(await desk.ask(contract.getDistribution, { on, by: maker, params: key })),
    name: row.name,
  };
  if (!form || digest === null) throw new Error('a demo distribution was chosen');
  const page = `/distributions/${key.county}/${key.id}`;
  const called = stage === 'called' ? addDays(heldOn, -noticeDays) : heldOn;
  await desk.onDay(called, async (tx) => {
    await holdDemoMeeting(tx, random, {
      ...{
        place: row.place,
        cooperativeId: row.id,
        form,
        organ: 'members_assembly',
        heldOn,
        come: 0.92,
        ahead: noticeDays,
      },
      title: texts.yearlyAssembly(name, closedYear + 1),
      motions: [
        { matter: 'annual_report', title: texts.annualReport(closedYear) },
        {
          matter: 'distribution_plan',
          title: texts.distributionPlan(closedYear),
          subject: { type: subjectType, id: key.id, digest, page },
        },
      ],
    });
  });
}

async function declareAndPay(of: Distributing, key: Key, on: LocalDate): Promise<DeclaredSurplus> {
  const { keeping, kept, stage, at } = of;
  const { desk, random, maker, checker } = keeping;
  const chosen = await desk.ask(contract.getDistribution, { on, by: checker, params: key });
  const body = { revision: chosen.revision };
  await desk.ask(contract.declareDistribution, { on, by: checker, params: key, body });
  const relief = chosen.steps.find(({ code }) => code === 'relief_reserve');
  const declared = { kept, declaredOn: on, reliefFen: BigInt(relief?.amountFen ?? 0) };
  if (stage === 'declared') return declared;
  const sentOn = addDays(on, 5);
  const batch = { id: idOn(random, sentOn), channel: 'bank' };
  await desk.ask(payouts.makeBatch, { on: sentOn, by: maker, params: key, body: batch });
  if (stage === 'sent') return declared;
  const returned = at % 3 === 0 ? 2 : 0;
  await desk.onDay(
    addDays(sentOn, 3),
    (tx) => settleDemoBatch(tx, { county: key.county, id: batch.id }, returned),
    checker,
  );
  return declared;
}
