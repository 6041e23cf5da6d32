import { isForeignKeyViolation } from '../../platform/db/connection.ts';
import { noteAct } from '../../platform/db/history.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { recheckComposition } from './composition-store.ts';
import * as contract from './member-contract.ts';
import { isPerson, proposeMember } from './member-rules.ts';
import * as members from './member-store.ts';
import { joinMember, memberClash, memberSetting } from './register-store.ts';
import { findCooperative } from './store.ts';

const acts = ['membership.correct', 'membership.reveal'];

export const routes: readonly Handler[] = [
  handle(contract.listMembers, async ({ tx, params, query }) => {
    if (!(await findCooperative(tx, params))) return refuse({ code: 'not_found' });
    const { rows, total } = await members.listMemberPage(tx, params, query);
    return ok({ rows: [...rows], total });
  }),

  handle(contract.nextMemberNumber, async ({ tx, params }) => {
    if (!(await findCooperative(tx, params))) return refuse({ code: 'not_found' });
    return ok({ number: await members.findNextNumber(tx, params) });
  }),

  handle(contract.getMember, async ({ tx, params, allowed }) => {
    const member = await members.findMembership(tx, params);
    if (!member) return refuse({ code: 'not_found' });
    const names = await members.describeMember(tx, member);
    return ok({ ...member, ...names, allowed: allowed(acts, subjectOf(member)) });
  }),

  handle(contract.recordMember, async ({ tx, params, body, decide }) => {
    const cooperative = await findCooperative(tx, params);
    if (!cooperative) return refuse({ code: 'not_found' });
    const refused = decide('membership.record', { place: cooperative.place, organisationId: cooperative.id });
    if (refused) return refuse(refused);
    const joined = await joinMember(tx, { cooperative, entry: body });
    return joined.ok ? ok({ county: cooperative.county, id: body.id }) : joined;
  }),

  handle(contract.correctMember, async ({ tx, params, body, decide }) => {
    const member = await members.findMembership(tx, params);
    const cooperative = member && (await findCooperative(tx, { county: member.county, id: member.cooperativeId }));
    if (!member || !cooperative) return refuse({ code: 'not_found' });
    const refused = decide('membership.correct', subjectOf(member));
    if (refused) return refuse(refused);
    const { revision, reason, ...typed } = body;
    const kept = isPerson(typed.kind) && (typed.idNumber === null || typed.idNumber.includes('*'));
    const proposed = proposeMember(
      { ...typed, idNumber: kept ? null : typed.idNumber },
      memberSetting(tx, cooperative),
    );
    if (!proposed.ok) return proposed;
    const change = { fields: proposed.value, idNumber: kept ? undefined : proposed.value.idNumber, reason };
    let done = false;
    const clash = await memberClash(tx, async (same) => {
      done = await members.correctMember(same, { ...params, revision }, change);
    });
    if (clash) return refuse(clash);
    if (!done) return refuse({ code: 'stale' });
    await recheckComposition(tx, cooperative);
    return ok({ county: member.county, id: member.id });
  }),

  handle(contract.withdrawMember, async ({ tx, params, body, decide }) => {
    const member = await members.findMembership(tx, params);
    const cooperative = member && (await findCooperative(tx, { county: member.county, id: member.cooperativeId }));
    if (!member || !cooperative) return refuse({ code: 'not_found' });
    const refused = decide('membership.correct', subjectOf(member));
    if (refused) return refuse(refused);
    try {
      if (!(await members.withdrawMember(tx, { ...params, revision: body.revision }, body.reason)))
        return refuse({ code: 'stale' });
    } catch (error) {
      if (isForeignKeyViolation(error)) return refuse({ code: 'membership_in_use' });
      throw error;
    }
    await recheckComposition(tx, cooperative);
    return ok({ county: member.county, id: member.id });
  }),

  handle(contract.revealMember, async ({ tx, params, decide }) => {
    const member = await members.findMembership(tx, params);
    if (!member) return refuse({ code: 'not_found' });
    const refused = decide('membership.reveal', subjectOf(member));
    if (refused) return refuse(refused);
    noteAct(tx, 'membership', { key: params, place: member.place, note: { revealed: 'id_number' } });
    return ok({ idNumber: await members.openIdNumber(tx, params) });
  }),

  handle(contract.ownMemberships, async ({ tx, actor }) => {
    const rows = actor.household ? await members.listOwnMemberships(tx, actor.household) : [];
    return ok({ rows: [...rows] });
  }),
];

function subjectOf(member: members.MembershipRow) {
  return { place: member.place, organisationId: member.cooperativeId };
}
