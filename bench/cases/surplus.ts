import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { type Fill, fillDividends, sumBasis } from '../../src/activities/distributions/dividend-store.ts';
import { planFill } from '../../src/activities/distributions/fill-rules.ts';
import type { Database } from '../../src/platform/db/database.ts';
import type { Bench, Case, Line } from '../case.ts';
import { listVillages } from '../city.ts';
import { inDatabase } from '../empty-city.ts';
import { actAt } from '../journal.ts';
import { alternate, repeat, time } from '../rounds.ts';
import { median } from '../verdict.ts';

const membersAt = { small: 100_000, full: 1_000_000 } as const;
const few = 1_000;

/** P2: a surplus divided among all members and their lines written, against writing as many lines with their key. */
export const surplus: Case = {
  code: 'P2',
  name: 'surplus',
  run: (bench) => inDatabase(bench, 'bench_surplus', (database, owner) => measureSurplus(bench, { database, owner })),
};

interface Setting {
  readonly database: Database;
  readonly owner: pg.Client;
}

async function measureSurplus(bench: Bench, setting: Setting): Promise<readonly Line[]> {
  const { owner } = setting;
  const members = membersAt[bench.size];
  await owner.query(
    'create table bench_dividend (like dividend, primary key (county, distribution_id, membership_id))',
  );
  const tenth = await layOut(setting, members / 10);
  const all = await layOut(setting, members);
  const small = await repeat(() => divide(setting, tenth), bench.effort.rounds);
  await divide(setting, all);
  await owner.query('create table bench_source as select * from dividend where distribution_id = $1', [all.id]);
  const series = await alternate({ floor: () => copyLines(owner), ours: () => divide(setting, all) }, bench.effort);
  const { rows } = await owner.query<{ lines: number; sum: string }>(
    'select count(*)::int as lines, sum(total_fen)::text as sum from dividend where distribution_id = $1',
    [all.id],
  );
  const village = await layOut(setting, few);
  const quick = await alternate(
    { floor: () => time(() => owner.query('select 1')), ours: () => divide(setting, village) },
    bench.effort,
  );
  return [
    {
      ...series,
      what: 'divided and written',
      size: `${members} members`,
      unit: 'ms',
      goals: [{ kind: 'ratio', most: 2 }],
      growth: {
        small: { size: members / 10, cost: median(small) },
        large: { size: members, cost: median(series.ours) },
      },
      correct: rows[0]?.lines === members && rows[0]?.sum === String(refundFen + remainderFen),
    },
    {
      ...quick,
      what: 'divided and written',
      size: `${few} members`,
      unit: 'ms',
      goals: [{ kind: 'time', most: 25 }],
      correct: true,
    },
  ];
}

const refundFen = 6_000_000_017n;
const remainderFen = 3_999_999_991n;
const year = 2019;
const day = '2020-03-02';

interface Distribution {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly cooperativeId: string;
}

/** A chosen distribution with its frozen members; amounts that divide into nothing even. */
async function layOut({ owner }: Setting, members: number): Promise<Distribution> {
  const [place] = await listVillages();
  if (place === undefined) throw new Error('no villages');
  const at = { county: Math.floor(place / 1_000_000), id: randomUUID(), place, cooperativeId: randomUUID() };
  const { county, id, cooperativeId } = at;
  await owner.query(
    `insert into cooperative (county, id, place, kind, name, pinyin, initials, registered_on, revision, recorded_at, recorded_by)
     values ($1, $2, $3, 'farmers_professional', $4, 'x', 'x', '2018-01-01', 1, now(), $2)`,
    [county, cooperativeId, place, `合作社${members}`],
  );
  await owner.query(
    `insert into distribution_basis (county, distribution_id, snapshot, rank, membership_id, place, member_place, cooperative_id,
       number, name, poor, patronage_fen, contribution_fen, contribution_weight, reserve_share_fen, shares, shares_weight,
       uplift_weight, gives_on_bp, receives_on, floor_fen, recorded_at, recorded_by)
     select $1, $2, 1, n, gen_random_uuid(), $3, $3, $4, n::text, '其木格', 'no', 20000 + n * 7919 % 1000003, 100000,
       100000 + n * 104729 % 1000033, n % 977, 0, 0, 0, 0, false, 0, now(), $4
     from generate_series(1, $5::bigint) as n`,
    [county, id, place, cooperativeId, members],
  );
  await owner.query('analyze distribution_basis');
  return at;
}

/** One act, into a table that is as empty as the floor's. */
async function divide({ database, owner }: Setting, at: Distribution): Promise<number> {
  await owner.query('truncate dividend');
  return time(() =>
    actAt(database, at.place, async (tx) => {
      const key = { county: at.county, id: at.id, snapshot: 1 };
      const sums = await sumBasis(tx, key);
      const base = {
        ...({ ruleSet: 'farmers_professional', floorBp: 6_000, daysWeighed: 1 } as const),
        ...{ surplusFen: refundFen + remainderFen, openingUndistributedFen: 0n, reserveUsedForLossesFen: 0n },
        grantEquityFen: 12_345_678n,
      };
      const split = { surplusReserveFen: 0n, patronageFen: refundFen, remainderFen };
      const plan = planFill(base, split, { sums, reserveBy: 'equal' });
      const fill: Fill = { ...at, ...key, form: 'farmers_professional', year, declaredOn: day, plan, digest: '' };
      const filled = await fillDividends(tx, fill);
      if (filled.refundFen !== refundFen || filled.remainderFen !== remainderFen) throw new Error('wrong sums');
    }),
  );
}

async function copyLines(owner: pg.Client): Promise<number> {
  await owner.query('truncate bench_dividend');
  return time(() => owner.query('insert into bench_dividend select * from bench_source'));
}
