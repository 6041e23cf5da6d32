import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import { readFacts } from './meeting-store.ts';
import * as contract from './motion-contract.ts';
import { barOf, type Matter } from './motion-rules.ts';
import * as motions from './motion-store.ts';
import { holdOpen } from './roll-routes.ts';
import type { AssemblyRow } from './store.ts';
import { standingOf } from './view-rules.ts';
import { judgeVote } from './vote-rules.ts';
import { words } from './words.ts';

export const routes: readonly Handler[] = [
  handle(contract.listOffered, async ({ tx, query }) => {
    const { rows, total } = await motions.listOffered(tx, query);
    const views = rows.map((row) => {
      const { county, id, place, placeName, cooperativeId, cooperativeName, matter, title, page, offeredOn } = row;
      return {
        ...{ county, id, place, placeName, cooperativeId, cooperativeName, matter, title, page, offeredOn },
        revision: row.revision,
      };
    });
    return ok({ rows: views, total });
  }),

  handle(contract.addMotion, async ({ tx, params, body, decide }) => {
    const held = await holdOpen(tx, params, decide);
    if (!held.ok) return held;
    const barred = bar(held.value, body.matter);
    if (barred) return refuse(barred);
    const { county, place, cooperativeId, id: assemblyId } = held.value;
    const ordinal = nextOrdinal(await motions.listMotions(tx, params));
    const free = { subjectType: null, subjectId: null, digest: null, page: null };
    await motions.recordMotion(tx, { county, place, cooperativeId, assemblyId, ordinal, ...body, ...free });
    return ok({ county, id: body.id });
  }),

  handle(contract.takeMotion, async ({ tx, params, body, decide }) => {
    const held = await holdOpen(tx, params, decide);
    if (!held.ok) return held;
    const motion = await motions.findMotion(tx, { county: params.county, id: body.motionId });
    const fits = motion?.place === held.value.place && motion.cooperativeId === held.value.cooperativeId;
    if (!motion || !fits) return refuse({ code: 'not_found' });
    if (motion.assemblyId !== null) return refuse({ code: 'motion_taken' });
    const barred = bar(held.value, motion.matter);
    if (barred) return refuse(barred);
    const ordinal = nextOrdinal(await motions.listMotions(tx, params));
    const change = {
      key: { county: motion.county, id: motion.id, revision: body.revision },
      reason: words['said.placed'][0],
    };
    const placed = await motions.placeMotion(tx, change, { assemblyId: held.value.id, ordinal });
    return placed ? ok({ county: motion.county, id: motion.id }) : refuse({ code: 'stale' });
  }),

  handle(contract.correctMotion, async ({ tx, params, body, decide }) => {
    const held = await holdOpen(tx, params, decide);
    if (!held.ok) return held;
    const found = await findOn(tx, await motions.listMotions(tx, params), params);
    if (!found.ok) return found;
    const motion = found.value;
    const barred = bar(held.value, body.matter);
    if (barred) return refuse(barred);
    if (motion.subjectType !== null && motion.matter !== body.matter) {
      return refuse(refusal('motion_matter_fixed', 'matter'));
    }
    const change = { key: keyOf(motion, body.revision), reason: body.reason };
    const done = await motions.correctMotion(tx, change, body);
    return done ? ok({ county: motion.county, id: motion.id }) : refuse({ code: 'stale' });
  }),

  handle(contract.dropMotion, async ({ tx, params, body, decide }) => {
    const held = await holdOpen(tx, params, decide);
    if (!held.ok) return held;
    const found = await findOn(tx, await motions.listMotions(tx, params), params);
    if (!found.ok) return found;
    const motion = found.value;
    const change = { key: keyOf(motion, body.revision), reason: body.reason };
    const done = await motions.releaseMotion(tx, motion, change);
    return done ? ok({ county: motion.county, id: motion.id }) : refuse({ code: 'stale' });
  }),

  handle(contract.countVotes, async ({ tx, params, body, decide }) => {
    const held = await holdOpen(tx, params, decide);
    if (!held.ok) return held;
    const agenda = await motions.listMotions(tx, params);
    const found = await findOn(tx, agenda, params);
    if (!found.ok) return found;
    const motion = found.value;
    const facts = await readFacts(tx, held.value, agenda);
    const { motionClass } = standingOf(motion, facts);
    const judged = judgeVote(facts.setting, motionClass, { attendance: facts.counts, ballot: body });
    if (!judged.ok) return judged;
    const change = { key: keyOf(motion, body.revision), reason: words['said.counted'][0] };
    const done = await motions.recordVotes(tx, change, body);
    return done ? ok({ county: motion.county, id: motion.id }) : refuse({ code: 'stale' });
  }),
];

/** Why the organ of the meeting may not decide the matter. */
function bar({ form, organ, heldOn }: AssemblyRow, matter: Matter): Refusal | undefined {
  const barred = barOf(form, organ, { matter, on: heldOn });
  return barred && refusal(barred.code, 'matter');
}

function keyOf({ county, id }: motions.MotionRow, revision: number) {
  return { county, id, revision };
}

/** The motion where it is on the agenda; one that waits or is on another says so. */
async function findOn(
  tx: Tx,
  agenda: readonly motions.MotionRow[],
  { county, motionId }: { readonly county: number; readonly motionId: string },
): Promise<Result<motions.MotionRow, Refusal>> {
  const motion = agenda.find(({ id }) => id === motionId);
  if (motion) return ok(motion);
  const elsewhere = await motions.findMotion(tx, { county, id: motionId });
  return refuse({ code: elsewhere ? 'motion_not_here' : 'not_found' });
}

function nextOrdinal(agenda: readonly motions.MotionRow[]): number {
  return Math.max(0, ...agenda.map(({ ordinal }) => ordinal ?? 0)) + 1;
}
