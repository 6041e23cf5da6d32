import type { BookRow } from '../../ledgers/books/public.ts';
import { bookDemoGrants, closeDemoYear, loadDemoBooks } from '../../ledgers/books/seed.ts';
import { type LocalDate, localDate } from '../../platform/pure/period.ts';
import { type FoundedCooperative, upliftedOn } from './cooperatives.ts';
import type { DemoPerson, Desk } from './desk.ts';
import { inLanes } from './lanes.ts';

/** An organisation of the demo that keeps books. */
export interface KeptCooperative extends FoundedCooperative {
  readonly book: BookRow;
}

export interface Bookkeeping {
  readonly desk: Desk;
  readonly random: () => number;
  readonly maker: DemoPerson;
  readonly checker: DemoPerson;
  /** first day of business in the books, and the last of the demo */
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** So many keep books; the seat's own, which stand first, among them. */
const keepers = 18;
export const closedYear = 2018;
const closedOn = localDate('2019-01-21');

/** Opens the books of the first that the law wants them of, posts two years of business and closes the first. */
export async function keepBooks(
  keeping: Bookkeeping,
  founded: readonly FoundedCooperative[],
): Promise<readonly KeptCooperative[]> {
  const { random, from } = keeping;
  const fit = founded.filter(({ row }) => row.registeredOn < from && hasBooks(row.kind));
  return inLanes(fit.slice(0, keepers), random, (one, of) => keepOne({ ...keeping, ...of }, one));
}

/** The first few have closed month by month; of the others the last month of the year says so for all. */
const monthly = 4;

async function keepOne(
  keeping: Bookkeeping & { readonly at: number },
  one: FoundedCooperative,
): Promise<KeptCooperative> {
  const { desk, random, at, maker, checker, from, until } = keeping;
  const { made, row: cooperative, contributions } = one;
  const memberPlaces = new Map(made.members.map(({ id, memberPlace }) => [id, memberPlace]));
  const book = await desk.onDay(until, async (tx) => {
    const opened = await loadDemoBooks(tx, random, {
      ...{ cooperative, startsOn: from, until, isPastoral: made.isPastoral, contributions: withBusiness(one) },
      ...{ memberPlaces, maker, checker },
    });
    const grants = { on: upliftedOn, policyId: cooperative.id, lines: contributions, maker, checker };
    await bookDemoGrants(tx, opened, grants);
    return opened;
  });
  const closing = { year: closedYear, everyMonth: at < monthly, maker, checker };
  await desk.onDay(closedOn, (tx) => closeDemoYear(tx, book, closing));
  return { ...one, book };
}

/** The village's collective holds shares but delivers nothing. */
function withBusiness({ made, contributions }: FoundedCooperative) {
  const collective = new Set(made.members.flatMap(({ id, kind }) => (kind === 'collective' ? [id] : [])));
  return contributions.map(({ membershipId, paidFen }) => ({
    ...{ membershipId, paidFen, trades: !collective.has(membershipId) },
  }));
}

function hasBooks(kind: string): boolean {
  return (
    kind === 'farmers_professional' || kind === 'shareholding_economic' || kind === 'collective_economic_organization'
  );
}
