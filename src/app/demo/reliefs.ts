import * as contract from '../../activities/reliefs/contract.ts';
import { addDays, type LocalDate, localDate } from '../../platform/pure/period.ts';
import type { MemberEntry } from '../../registers/cooperatives/public.ts';
import type { Bookkeeping } from './bookkeeping.ts';
import { inLanes } from './lanes.ts';
import { idOn } from './random.ts';
import type { DeclaredSurplus } from './surplus.ts';
import { texts } from './texts.data.ts';

/** less than this is not worth a list */
const leastFen = 60_000n;

/** Lists of households in need, paid out of what was set aside for relief; one still hangs and one is a draft. */
export async function giveReliefs(keeping: Bookkeeping, declared: readonly DeclaredSurplus[]): Promise<void> {
  const able = declared.filter(({ reliefFen }) => reliefFen >= leastFen).slice(0, 10);
  await inLanes(able, keeping.random, (one, { at, random }) => give({ keeping: { ...keeping, random }, one, at }));
}

async function give({
  keeping,
  one,
  at,
}: {
  readonly keeping: Bookkeeping;
  readonly one: DeclaredSurplus;
  readonly at: number;
}): Promise<void> {
  const { desk, random, maker, checker, until } = keeping;
  const { row, made } = one.kept;
  const on = at === 1 ? addDays(until, -3) : at === 2 ? addDays(until, -2) : addDays(one.declaredOn, 60);
  if (on > until) return;
  const params = { county: row.county, id: idOn(random, on) };
  const head = { title: texts.reliefTitle, documentNumber: texts.reliefDecision(on.slice(0, 4)), channel: 'bank' };
  await desk.ask(contract.recordRelief, { on, by: maker, body: { ...params, cooperativeId: row.id, ...head } });
  const poor = made.members.filter(({ id }) => made.poor.has(id)).slice(0, 3);
  for (const [index, member] of poor.entries()) {
    const body = lineOf(random, {
      member,
      on,
      cause: texts.reliefCauses[index % texts.reliefCauses.length] ?? texts.reliefTitle,
      fen: one.reliefFen,
    });
    await desk.ask(contract.addReliefLine, { on, by: maker, params, body });
  }
  if (at === 2 || poor.length === 0) return;
  const { revision } = await desk.ask(contract.getRelief, { on, by: maker, params });
  const sheet = { revision, postedOn: on, contact: `${row.chairperson ?? ''} ${row.phone ?? ''}` };
  const notice = await desk.ask(contract.postReliefNotice, { on, by: maker, params, body: sheet });
  const paidOn = addDays(localDate(notice.endsOn), 2);
  if (at === 1 || paidOn > until) return;
  const listed = await desk.ask(contract.getRelief, { on: paidOn, by: checker, params });
  const body = { revision: listed.revision };
  await desk.ask(contract.payRelief, { on: paidOn, by: checker, params, body });
}

interface ReliefLine {
  readonly member: MemberEntry;
  readonly on: LocalDate;
  readonly cause: string;
  /** set aside for relief */
  readonly fen: bigint;
}

/** A fifth of what was set aside, in whole yuan. */
function lineOf(random: () => number, { member, on, cause, fen }: ReliefLine) {
  return {
    ...{ id: idOn(random, on), householdId: member.householdId, householdCounty: member.householdCounty, cause },
    amountFen: Number((fen / 500n) * 100n),
  };
}
