import type { RouteContract } from '../../platform/http/contract.ts';
import { type Call, handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { writeList } from '../../platform/sheets/export.ts';
import { speak } from '../../platform/words.ts';
import { closeMeeting } from './closing-store.ts';
import * as contract from './contract.ts';
import { routes as documentRoutes } from './document-routes.ts';
import { proxyRuleOf } from './law-rules.ts';
import { openMeeting, readFacts } from './meeting-store.ts';
import { routes as motionRoutes } from './motion-routes.ts';
import { listMotions, type MotionRow, releaseMotion, undecideMotion } from './motion-store.ts';
import { routes as rollRoutes } from './roll-routes.ts';
import { listRoll } from './roll-store.ts';
import { daysOf, numberText, proposeMeeting, subjectOf } from './rules.ts';
import { assemblySheet } from './sheet-contract.ts';
import * as store from './store.ts';
import { flagsOf, type MeetingFacts, quorumOfMeeting, standingOf } from './view-rules.ts';
import { votesPresent } from './vote-rules.ts';
import { words } from './words.ts';

const openActs = ['assembly.call', 'assembly.close'];
const mostExported = 20_000;
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const assemblyRoutes = [
  handle(contract.listAssemblies, async ({ tx, query }) => {
    const { rows, total } = await store.listAssemblies(tx, query);
    return ok({ rows: rows.map(rowView), total });
  }),

  handle(contract.exportAssemblies, async ({ tx, actor, query, language }) => {
    const { rows } = await store.listAssemblies(tx, { ...query, limit: mostExported, offset: 0 });
    const pieces: Buffer[] = [];
    const lines = rows.map((row) => ({
      title: row.title,
      placeName: row.placeName,
      cooperativeName: row.cooperativeName,
      form: speak(words[`code.form.${row.form}`], language),
      organ: speak(words[`code.organ.${row.organ}`], language),
      heldOn: row.heldOn,
      entitled: row.entitled,
      present: row.present,
      motions: row.motions,
      passed: row.passed,
      state: speak(words[`code.state.${row.state}`], language),
    }));
    const sheet = { spec: assemblySheet, rows: lines, language, exportedBy: actor.name, exportedAt: tx.now };
    for await (const piece of writeList(sheet)) pieces.push(piece);
    const fileName = `${speak(words.title, language)}.xlsx`;
    return ok({ fileName, contentType: xlsxType, content: Buffer.concat(pieces) });
  }),

  handle(contract.getAssembly, async (call) => {
    const { tx, params } = call;
    const assembly = await store.findAssembly(tx, params);
    if (!assembly) return refuse({ code: 'not_found' });
    const motions = await listMotions(tx, params);
    const facts = await readFacts(tx, assembly, motions);
    const roll = assembly.rollKind === 'named' ? await listRoll(tx, params) : [];
    const additional = roll
      .filter(({ additionalVotes }) => additionalVotes > 0)
      .map(({ number, name, additionalVotes }) => ({ number, name, votes: additionalVotes }));
    return ok({ ...assemblyView(assembly, { motions, facts }), additional, allowed: actsOn(call, assembly) });
  }),

  handle(contract.callAssembly, async ({ tx, body, decide }) => {
    const subject = { place: body.place, ...(body.cooperativeId ? { organisationId: body.cooperativeId } : {}) };
    const refused = decide('assembly.call', subject);
    if (refused) return refuse(refused);
    const opened = await openMeeting(tx, body);
    if (!opened.ok) return opened;
    // who may not act where the cooperative stands may not know of it
    const elsewhere = decide('assembly.call', subjectOf(opened.value));
    return elsewhere ? refuse(elsewhere) : ok({ county: opened.value.county, id: body.id });
  }),

  handle(contract.correctAssembly, async ({ tx, params, body, decide }) => {
    const held = await store.holdOpenAssembly(tx, params);
    const assembly = held ?? (await store.findAssembly(tx, params));
    const refused = assembly ? decide('assembly.call', subjectOf(assembly)) : { code: 'not_found' };
    if (refused || !assembly) return refuse(refused ?? { code: 'not_found' });
    if (!held) return refuse({ code: 'assembly_over' });
    const { revision, reason, ...meeting } = body;
    if (meeting.rollKind !== held.rollKind) return refuse({ code: 'assembly_roll_kind', field: 'rollKind' });
    const proposed = proposeMeeting(daysOf({ ...held, ...meeting }), todayInShanghai(tx.now));
    if (!proposed.ok) return proposed;
    const counted = held.rollKind === 'counted' ? meeting : { ...meeting, entitled: null };
    const change = { key: { ...params, revision }, reason };
    return (await store.correctAssembly(tx, change, counted)) ? ok(params) : refuse({ code: 'stale' });
  }),

  handle(contract.cancelAssembly, async ({ tx, params, body, decide }) => {
    const held = await store.holdOpenAssembly(tx, params);
    const assembly = held ?? (await store.findAssembly(tx, params));
    const refused = assembly ? decide('assembly.call', subjectOf(assembly)) : { code: 'not_found' };
    if (refused) return refuse(refused);
    if (!held) return refuse({ code: 'assembly_over' });
    for (const motion of await listMotions(tx, params)) {
      await releaseMotion(tx, motion, { key: { county: motion.county, id: motion.id }, reason: body.reason });
    }
    const change = { key: { ...params, revision: body.revision }, reason: body.reason };
    return (await store.cancelAssembly(tx, change)) ? ok(params) : refuse({ code: 'stale' });
  }),

  handle(contract.closeAssembly, async ({ tx, params, body, decide }) => {
    const held = await store.holdOpenAssembly(tx, params);
    const assembly = held ?? (await store.findAssembly(tx, params));
    const refused = assembly ? decide('assembly.close', subjectOf(assembly)) : { code: 'not_found' };
    if (refused) return refuse(refused);
    if (!held) return refuse({ code: 'assembly_over' });
    const closed = await closeMeeting(tx, held, body);
    return closed.ok ? ok(params) : closed;
  }),

  handle(contract.reopenAssembly, async ({ tx, params, body, decide }) => {
    const assembly = await store.findAssembly(tx, params);
    if (!assembly) return refuse({ code: 'not_found' });
    const maker = assembly.closedBy === null ? {} : { makerId: assembly.closedBy };
    const refused = decide('assembly.reopen', { ...subjectOf(assembly), ...maker });
    if (refused) return refuse(refused);
    if (assembly.state !== 'closed') return refuse({ code: 'assembly_not_closed' });
    const change = { key: { ...params, revision: body.revision }, reason: body.reason };
    if (!(await store.reopenAssembly(tx, change))) return refuse({ code: 'stale' });
    for (const { county, id } of await listMotions(tx, params)) {
      await undecideMotion(tx, { key: { county, id }, reason: body.reason });
    }
    return ok(params);
  }),
];

export const routes = [...assemblyRoutes, ...rollRoutes, ...motionRoutes, ...documentRoutes];

function actsOn({ allowed }: Pick<Call<RouteContract>, 'allowed'>, assembly: store.AssemblyRow): string[] {
  const subject = subjectOf(assembly);
  if (assembly.state === 'called') return allowed(openActs, subject);
  const isClosed = assembly.state === 'closed' && assembly.closedBy !== null;
  return isClosed ? allowed(['assembly.reopen'], { ...subject, makerId: assembly.closedBy ?? '' }) : [];
}

function rowView(row: store.AssemblyListRow) {
  const { county, id, place, placeName, cooperativeId, cooperativeName, form, organ, title, heldOn } = row;
  const { state, quorumMet, motions, passed, revision } = row;
  return {
    ...{ county, id, place, placeName, cooperativeId, cooperativeName, form, organ, title, heldOn },
    ...{ state, quorumMet, motions, passed, revision },
  };
}

function assemblyView(
  assembly: store.AssemblyRow,
  { motions, facts }: { readonly motions: readonly MotionRow[]; readonly facts: MeetingFacts },
) {
  const { charter = {} } = facts.setting;
  const { quorumBp = null, ordinaryBp = null, specialBp = null, additionalVotesBp = null } = charter;
  const quorum = facts.counts.entitled > 0 ? quorumOfMeeting(facts) : null;
  const { motions: _motions, passed: _passed, ...head } = rowView({ ...assembly, motions: 0, passed: 0 });
  return {
    ...head,
    startsAt: assembly.startsAt,
    venue: assembly.venue,
    noticedOn: assembly.noticedOn,
    documentsOn: assembly.documentsOn,
    rollKind: assembly.rollKind,
    proxyLimit: assembly.proxyLimit,
    proxyRule: proxyRuleOf(assembly.form),
    women: assembly.women,
    counts: facts.counts,
    quorum: quorum && { ...quorum, ways: [...quorum.ways] },
    votesPresent: votesPresent(facts.setting, facts.counts),
    charter: { quorumBp, ordinaryBp, specialBp, additionalVotesBp },
    clocks: [...facts.clocks],
    flags: flagsOf(facts).map((flag) => ({ ...flag, values: { ...flag.values } })),
    motions: motions.map((motion) => motionView(motion, facts)),
    chairName: assembly.chairName,
    recorderName: assembly.recorderName,
    counterNames: assembly.counterNames,
    minutes: assembly.minutes,
    closedOn: assembly.closedOn,
    files: facts.files ?? 0,
  };
}

/** A decided motion as it was decided, another as it stands now. */
function motionView(motion: MotionRow, facts: MeetingFacts) {
  const standing = standingOf(motion, facts);
  const { id, county, ordinal, matter, title, body, subjectType, subjectId, digest, page, revision } = motion;
  const { votesFor, votesAgainst, votesAbstained } = motion;
  const decided = motion.result !== null;
  return {
    ...{ id, county, ordinal, matter, title, body, subjectType, subjectId, digest, page, revision },
    ...{ votesFor, votesAgainst, votesAbstained, decided },
    motionClass: standing.motionClass,
    clause: standing.clause,
    required: decided ? motion.votesRequired : standing.required,
    whole: decided ? motion.votesWhole : standing.whole,
    result: motion.result ?? standing.result,
    number: numberText(motion) ?? null,
  };
}
