import type pg from 'pg';
import type { Bench, Case, Line } from '../case.ts';
import { type City, cityCode, type Known } from '../city.ts';
import { asOwner } from '../database.ts';
import { atDesk, type Desk, spreadOver } from '../desk.ts';
import { alternate, repeat, time } from '../rounds.ts';
import { median, quantile } from '../verdict.ts';
import { type Seat, takeSeat, type Visitor, visit } from '../visitor.ts';

const searchesPerRound = 42;
/** What the search answers at most. */
const mostHits = 200;

/** P15: people by name, part of a name, pinyin, initials and the end of their number, by three offices, in their ranges. */
export const search: Case = {
  code: 'P15',
  name: 'search',
  async run(bench) {
    const { tenth, whole } = await bench.cities();
    const small = await atDesk(tenth, async (desk) => {
      const offices = await openOffices(tenth, desk);
      return median(await repeat(() => searchesP95(offices, tenth), 4));
    });
    await bench.settle();
    const line = await atDesk(whole, (desk) => measure(bench, whole, desk));
    const growth = {
      small: { size: tenth.residents, cost: small },
      large: { size: whole.residents, cost: median(line.ours) },
    };
    return [{ ...line, growth }];
  },
};

async function measure(bench: Bench, city: City, desk: Desk): Promise<Line> {
  const offices = await openOffices(city, desk);
  return asOwner(city.database, async (owner) => {
    const wrong = await findWrong(city, offices, owner);
    const series = await alternate(
      { floor: () => lookUpsP95(owner, city), ours: () => searchesP95(offices, city) },
      bench.effort,
    );
    return {
      ...series,
      what: 'over HTTP, p95',
      size: `${city.residents} residents`,
      unit: 'ms',
      goals: [
        { kind: 'ratio', most: 20 },
        { kind: 'time', most: 40 },
      ],
      correct: wrong === undefined,
      ...(wrong ? { note: wrong } : {}),
    };
  });
}

interface Office {
  readonly seat: Seat;
  readonly visitor: Visitor;
}

/** City, banner and township of the person searched for: all ranges that a search can have above a village. */
async function openOffices(city: City, { port }: Desk): Promise<readonly Office[]> {
  const [first] = spreadOver(city.files.sample, 1);
  const place = first?.place ?? 0;
  const seats = [
    await takeSeat(city.database, 'city_office', cityCode),
    await takeSeat(city.database, 'banner_office', Math.floor(place / 1_000_000) * 1_000_000),
    await takeSeat(city.database, 'township_clerk', Math.floor(place / 1_000) * 1_000),
  ];
  return seats.map((seat) => ({ seat, visitor: visit(port, seat) }));
}

/** What people type: whole names, surnames, given names, pinyin, its beginning, initials, four digits. */
function wordsOf(city: City): readonly string[] {
  const ways: readonly ((known: Known) => string)[] = [
    (known) => known.name,
    (known) => known.name.slice(0, 1),
    (known) => known.name.slice(-2),
    (known) => known.pinyin,
    (known) => known.pinyin.slice(0, 4),
    (known) => known.initials,
    (known) => known.last4,
  ];
  return spreadOver(city.files.sample, searchesPerRound).map(
    (known, index) => ways[index % ways.length]?.(known) ?? known.name,
  );
}

async function searchesP95(offices: readonly Office[], city: City): Promise<number> {
  const spent: number[] = [];
  for (const [index, word] of wordsOf(city).entries()) {
    const office = offices[Math.floor(index / 7) % offices.length];
    if (office) spent.push((await office.visitor.get(pathOf(word))).ms);
  }
  return quantile(spent, 0.95);
}

/** The floor: one person by the exact number, which an index holds. */
async function lookUpsP95(owner: pg.Client, city: City): Promise<number> {
  const spent: number[] = [];
  for (const { county, hash } of spreadOver(city.files.sample, searchesPerRound)) {
    spent.push(
      await time(() =>
        owner.query(
          `select county, id, household_id, place, name, id_number_masked, birth_on from resident
           where county = $1 and id_number_hash = $2 and left_on is null`,
          [county, hash],
        ),
      ),
    );
  }
  return quantile(spent, 0.95);
}

interface Found {
  readonly total: number;
  readonly rows: readonly { readonly id: string; readonly place: number }[];
}

/** Against looking at every resident in range: as many, and nobody whom that look does not find. */
async function findWrong(city: City, offices: readonly Office[], owner: pg.Client): Promise<string | undefined> {
  for (const [index, word] of wordsOf(city).slice(0, 21).entries()) {
    const office = offices[Math.floor(index / 7)];
    if (!office?.seat.actor.range) return 'an office without a range';
    const { lo, hi } = office.seat.actor.range;
    const { rows } = await owner.query<{ id: string }>(lookThrough, [word, lo, hi]);
    const { body } = await office.visitor.get<Found>(pathOf(word));
    const all = new Set(rows.map((row) => row.id));
    const strangers = body.rows.filter((row) => !all.has(row.id)).length;
    if (strangers > 0 || body.total !== Math.min(all.size, mostHits)) {
      return `${index}: found ${body.total}, looking through finds ${all.size}, ${strangers} strangers`;
    }
  }
  return undefined;
}

/** Begins or ends with the word, or its pinyin or initials begin with it, or the number ends in it. */
const lookThrough = `
  select id from resident where left_on is null and place between $2 and $3 and (
    case when $1 ~ '^[0-9]{3}[0-9X]$' then id_last4 = $1
      when $1 ~ '^[a-z]+$' then starts_with(pinyin, $1) or starts_with(initials, $1) or starts_with(name_key, $1)
      else starts_with(name_key, $1) or right(name_key, length($1)) = $1 end)`;

function pathOf(word: string): string {
  return `/residents?q=${encodeURIComponent(word)}&limit=200`;
}
