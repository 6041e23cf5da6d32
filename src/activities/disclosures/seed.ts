import type { PastRow } from '../../platform/db/load.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { seededId } from '../../platform/pure/ids.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { countyOf, placeOf } from '../../platform/pure/place.ts';
import { drawItems, findPeriod } from './draw-store.ts';
import { listGroup } from './group-store.ts';
import type { PeriodKind } from './rules.ts';
import { findUnit } from './source-store.ts';
import { hang } from './step-routes.ts';
import { checkDisclosure, findDisclosure, recordDisclosure } from './store.ts';

/** The finance group of a demo village or cooperative: three of its people, rows of `finance_group_member`. */
export function demoGroup(
  random: () => number,
  unit: { readonly place: number; readonly cooperativeId: string | null; readonly people: readonly string[] },
  from: string,
): readonly PastRow[] {
  const recordedAt = new Date(`${from}T09:00:00+08:00`);
  const county = countyOf(placeOf(unit.place));
  const start = Math.floor(random() * unit.people.length);
  return ['head', 'member', 'member'].flatMap((post, at): readonly PastRow[] => {
    const name = unit.people[(start + at) % unit.people.length];
    if (name === undefined) return [];
    const row = {
      county,
      id: demoId(random, recordedAt),
      place: unit.place,
      cooperative_id: unit.cooperativeId,
      name,
      post,
      decision_number: '村民代表会议2018年第1号决议',
      starts_on: from,
    };
    return [{ row, recordedAt }];
  });
}

export interface DemoDisclosure {
  readonly place: number;
  readonly cooperativeId: string | null;
  readonly period: PeriodKind;
  readonly startsOn: string;
}

/** Draws up the disclosure of a period from what the demo’s books and lists hold; undefined where they hold nothing. */
export async function drawUpDemo(tx: Tx, random: () => number, owed: DemoDisclosure): Promise<string | undefined> {
  const unit = await findUnit(tx, owed);
  const span = await findPeriod(tx, owed);
  const items = unit && span && (await drawItems(tx, unit, span));
  if (!items) return undefined;
  const { county, place, cooperativeId, form } = unit;
  const id = demoId(random, tx.now);
  const drawn = { county, id, place, cooperativeId, form, ...span, items };
  await recordDisclosure(tx, drawn, todayInShanghai(tx.now));
  return id;
}

/** Signs for the whole finance group and puts it up, as somebody else than drew it up; false where there is no group. */
export async function hangDemo(tx: Tx, key: { readonly county: number; readonly id: string }): Promise<boolean> {
  const row = await findDisclosure(tx, key);
  const signedOn = todayInShanghai(tx.now);
  const group = row ? await listGroup(tx, row, signedOn) : [];
  if (!row || group.length === 0) return false;
  const signatures = group.map(({ id }) => ({ memberId: id, opinion: 'agreed' as const, remark: null }));
  await checkDisclosure(tx, row, { revision: row.revision, signedOn, signatures });
  const checked = await findDisclosure(tx, key);
  const hung = checked && (await hang(tx, checked, undefined));
  return hung?.ok === true;
}

function demoId(random: () => number, at: Date): string {
  return seededId(at.getTime(), random);
}
