import { proposeAct } from '../../activities/memberships/contract.ts';
import { addDays } from '../../platform/pure/period.ts';
import type { Bookkeeping, KeptCooperative } from './bookkeeping.ts';
import type { CooperativeWorld } from './cooperatives.ts';
import { idOn } from './random.ts';
import { texts } from './texts.data.ts';

const asking = 3;

/** In the first few somebody wants to join, and somebody has given notice to leave. */
export async function proposeMemberships(
  { desk, random, maker, until }: Bookkeeping,
  { villages }: CooperativeWorld,
  kept: readonly KeptCooperative[],
): Promise<void> {
  const on = addDays(until, -9);
  for (const { row, made } of kept.slice(0, asking)) {
    const members = new Set(made.members.map(({ idNumber }) => idNumber));
    const newcomer = villages
      .find(({ place }) => place === row.place)
      ?.heads.find(({ idNumber }) => !members.has(idNumber));
    const base = { county: row.county, cooperativeId: row.id, occurredOn: on };
    if (newcomer) {
      const who = { newcomerKind: 'farmer', newcomerName: newcomer.name, newcomerIdNumber: newcomer.idNumber };
      const paper = { documentNumber: texts.application(newcomer.name), appliedOn: addDays(on, -2) };
      const body = { ...base, id: idOn(random, on), kind: 'join', ...who, newcomerPlace: row.place, ...paper };
      await desk.ask(proposeAct, { on, by: maker, body });
    }
    const leaver = made.members.findLast(({ kind }) => kind === 'farmer');
    if (!leaver || made.members.length < asking * 4) continue;
    const paper = { documentNumber: texts.noticeToLeave(leaver.name), leaveReason: 'exit', appliedOn: on };
    const body = { ...base, id: idOn(random, on), kind: 'exit', membershipId: leaver.id, ...paper };
    await desk.ask(proposeAct, { on, by: maker, body });
  }
}
