import { type Handler, handle } from '../../platform/http/handle.ts';
import { countyOf, placeOf } from '../../platform/pure/place.ts';
import { ok, refusal, refuse } from '../../platform/pure/result.ts';
import { findCooperative, findMembership, linkMember } from '../../registers/cooperatives/public.ts';
import { findHousehold } from '../../registers/households/public.ts';
import * as contract from './link-contract.ts';
import { countLinked, findGone, findLinks, linkFound, namePlaces } from './link-store.ts';

export const linkRoutes: readonly Handler[] = [
  handle(contract.getLinks, async ({ tx, params }) => {
    const cooperative = await findCooperative(tx, params);
    if (!cooperative) return refuse({ code: 'not_found' });
    const links = await findLinks(tx, cooperative);
    const places = await namePlaces(
      tx,
      links.flatMap(({ match }) => (match ? [match.place] : [])),
    );
    return ok({
      name: cooperative.name,
      linked: await countLinked(tx, cooperative),
      rows: links.map(({ member, match }) => ({
        ...{ membershipId: member.id, number: member.number, name: member.name, revision: member.revision },
        hasNumber: member.idNumberHash !== null,
        found: match ? { name: match.name, placeName: places.get(match.place) ?? null } : null,
      })),
      gone: await findGone(tx, cooperative),
    });
  }),

  handle(contract.linkAll, async ({ tx, params, decide }) => {
    const cooperative = await findCooperative(tx, params);
    if (!cooperative) return refuse({ code: 'not_found' });
    const refused = decide('membership_act.link', { place: cooperative.place });
    if (refused) return refuse(refused);
    return ok({ linked: await linkFound(tx, cooperative) });
  }),

  handle(contract.linkOne, async ({ tx, params, body, decide }) => {
    const member = await findMembership(tx, { county: params.county, id: params.membershipId });
    if (member?.cooperativeId !== params.id) return refuse({ code: 'not_found' });
    const refused = decide('membership_act.link', { place: member.place });
    if (refused) return refuse(refused);
    const county = countyOf(placeOf(member.memberPlace));
    const household = await findHousehold(tx, { county, id: body.householdId });
    if (!household) return refuse(refusal('link_household', 'householdId'));
    const done = await linkMember(
      tx,
      { county: member.county, id: member.id, revision: body.revision },
      {
        ...{ householdCounty: county, householdId: body.householdId, residentId: null },
        ...{ memberPlace: household.place, reason: body.reason },
      },
    );
    return done ? ok({ membershipId: member.id }) : refuse({ code: 'stale' });
  }),
];
