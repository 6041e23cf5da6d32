import type { PastRow } from '../../platform/db/load.ts';
import { seededId } from '../../platform/pure/ids.ts';

/** The branches of demo villages: nearly all with a secretary, some vacant, some weak. */
export function demoBranches(
  random: () => number,
  village: { readonly place: number; readonly name: string; readonly people: readonly string[]; readonly from: string },
): { readonly branches: PastRow[]; readonly posts: PastRow[]; readonly rectifications: PastRow[] } {
  const county = Math.floor(village.place / 1_000_000);
  const recordedAt = new Date(`${village.from}T01:00:00Z`);
  const nextId = () => seededId(recordedAt.getTime(), random);
  const base = { county, place: village.place };
  const branchId = nextId();
  const person = village.people[Math.floor(random() * village.people.length)] ?? '';
  const vacant = random() < 0.03;
  const weak = random() < 0.02;
  const branch = { ...base, id: branchId, name: village.name, kind: 'village', starts_on: '2008-07-01', ends_on: null };
  const post = {
    ...base,
    id: nextId(),
    branch_id: branchId,
    post: 'secretary',
    person_name: person,
    starts_on: '2015-10-01',
    ends_on: null,
  };
  const rectification = {
    ...base,
    id: nextId(),
    branch_id: branchId,
    problem: '“三会一课”落实不到位',
    measures: '苏木乡镇领导包联，选派第一书记',
    found_on: village.from,
    due_on: addYear(village.from),
    closed_on: null,
    evidence: null,
  };
  return {
    branches: [{ row: branch, recordedAt }],
    posts: vacant ? [] : [{ row: post, recordedAt }],
    rectifications: weak ? [{ row: rectification, recordedAt }] : [],
  };
}

function addYear(day: string): string {
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
}
