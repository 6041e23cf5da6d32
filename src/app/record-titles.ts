import type { TitleSource, TitleSources } from '../platform/record-titles.ts';
import { listAgencyNames } from '../registers/agencies/public.ts';
import { listHouseholdTitles } from '../registers/households/public.ts';
import { listBranchNames } from '../registers/party-branches/public.ts';
import { listPlaceNames } from '../registers/places/public.ts';

/** What the records behind figures are called, each by the feature that keeps them. */
export const recordTitles: TitleSources = new Map<string, TitleSource>([
  ['household', { act: 'household.read', list: listHouseholdTitles }],
  ['party_branch', { act: 'branch.read', list: listBranchNames }],
  ['agency', { act: 'agency.read', list: listAgencyNames }],
  ['place', namedByPlace('place.read')],
  ['place_flag', namedByPlace('place.read')],
  ['submission', namedByPlace('submission.read')],
]);

/** A flag, a report and a village itself are called like the place they are about. */
function namedByPlace(act: string): TitleSource {
  return {
    act,
    async list(tx, records) {
      const names = await listPlaceNames(
        tx,
        records.map(({ place }) => place),
      );
      return new Map(records.flatMap(({ id, place }) => [[id, names.get(place)] as const]).filter(isNamed));
    },
  };
}

function isNamed(entry: readonly [string, string | undefined]): entry is readonly [string, string] {
  return entry[1] !== undefined;
}
