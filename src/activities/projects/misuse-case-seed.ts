import type { FundAccountRow } from '../../ledgers/funds/public.ts';
import { addDays, type LocalDate, localDate } from '../../platform/pure/period.ts';
import type { AlertRule } from './alert-fact-rules.ts';
import type { CastPayee, MisuseCast } from './cast-store.ts';
import type { DemoPeople } from './chain-seed.ts';

/** A village whose households were paid. */
export interface DemoPaidVillage {
  readonly place: number;
  /** at least fourteen that are there all the time, and which of them are registered as poor */
  readonly households: readonly { readonly id: string; readonly name: string; readonly poor: boolean }[];
}

export interface DemoMisuse {
  /** in two townships at least */
  readonly villages: readonly DemoPaidVillage[];
  readonly people: DemoPeople;
  readonly random: () => number;
  /** the year whose money was paid; the grant arrived in it before June */
  readonly year: number;
}

/** A village with its money and the project its households are paid for, which has been through its steps. */
export interface Site extends DemoPaidVillage {
  readonly county: number;
  readonly account: FundAccountRow;
  readonly documentId: string;
  readonly projectId: string;
  /** who delivers to the project, for how much and under which contract */
  readonly delivery: {
    readonly party: string;
    readonly amountFen: bigint;
    readonly promise: { readonly contractId: string; readonly commitmentId: string };
  };
}

/** A payment to be made. */
export interface Draft {
  readonly at: Site;
  readonly on: LocalDate;
  readonly amountFen: bigint;
  readonly payee: { readonly kind: 'household' | 'cooperative' | 'enterprise' } & CastPayee;
  readonly invoice?: string;
  readonly bankTail?: string;
  /** paid under the contract of the project */
  readonly contracted?: boolean;
  /** its order bears the photograph of the demo */
  readonly photographed?: boolean;
}

/** Payments that one rule has to find. */
export interface Case {
  readonly rule: AlertRule;
  readonly drafts: readonly Draft[];
}

/** What the cases are made of. */
export interface Making {
  readonly demo: DemoMisuse;
  readonly sites: readonly Site[];
  readonly cast: MisuseCast;
  readonly day: LocalDate;
  next(): string;
}

/** The village where a case stands: each in another one as long as there are enough. */
export function siteAt({ sites }: Making, at: number): Site {
  const site = sites[at % sites.length];
  if (!site) throw new Error('the demo has villages with money');
  return site;
}

/** A village of another township. */
function siteFarFrom({ sites }: Making, near: Site): Site | undefined {
  const townshipOf = ({ place }: Site) => Math.floor(place / 1_000);
  return sites.findLast((site) => townshipOf(site) !== townshipOf(near));
}

function household(site: Site, at: number): Draft['payee'] {
  const found = site.households[at % site.households.length];
  if (!found) throw new Error('a demo village has households');
  return { ...found, kind: 'household', county: site.county, place: site.place };
}

function supplier({ next }: Making, site: Site, name: string): Draft['payee'] {
  return { id: next(), name, kind: 'enterprise', county: site.county, place: site.place };
}

/** Split, round, paid twice, one invoice twice. */
export function paperCases(making: Making): readonly Case[] {
  const { day } = making;
  const at = (index: number) => siteAt(making, index);
  const one = supplier(making, at(0), '丰源饲料经销部');
  return [
    {
      rule: 'split',
      drafts: [
        { at: at(0), on: day, amountFen: 4_912_300n, payee: one },
        { at: at(0), on: addDays(day, 9), amountFen: 4_865_700n, payee: one },
      ],
    },
    {
      rule: 'round_sum',
      drafts: [{ at: at(1), on: day, amountFen: 2_000_000n, payee: supplier(making, at(1), '恒通商贸部') }],
    },
    {
      rule: 'payee_twice',
      drafts: [0, 40].map((days) => ({
        ...{ at: at(2), on: addDays(day, days), amountFen: 211_300n, payee: household(at(2), 12) },
      })),
    },
    ...invoiceCase(making),
    ...photoCase(making),
  ];
}

/** One photograph of a shed behind the work of two townships. */
function photoCase(making: Making): readonly Case[] {
  const first = siteAt(making, 5);
  const other = siteFarFrom(making, first);
  if (!other) return [];
  const drafts = [first, other].map((at, index) => ({
    ...{ at, on: addDays(making.day, 2 + index), amountFen: 1_477_900n + BigInt(index) },
    ...{ payee: supplier(making, at, ['塞北棚圈施工队', '宏达钢构'][index] ?? ''), invoice: making.next().slice(-8) },
    photographed: true,
  }));
  return [{ rule: 'same_photo', drafts }];
}

/** One invoice in two banners: within one the register of payments refuses it. */
function invoiceCase(making: Making): readonly Case[] {
  const first = siteAt(making, 4);
  const other = making.sites.find(({ county }) => county !== first.county);
  if (!other) return [];
  const invoice = making.next().slice(-8);
  const drafts = [first, other].map((at, index) => ({
    ...{ at, on: addDays(making.day, index), amountFen: 1_311_100n + BigInt(index) },
    ...{ payee: supplier(making, at, '草原饲草公司'), invoice },
  }));
  return [{ rule: 'invoice_twice', drafts }];
}

/** Who is on no register, dead, a cadre; cooperatives without the poor, or with members of yesterday; cards and telephones. */
export function registerCases(making: Making): readonly Case[] {
  const { day, cast, next } = making;
  const at = (index: number) => siteAt(making, index);
  const unknown = { ...household(at(3), 0), id: next(), name: '查无此户' };
  const far = siteFarFrom(making, at(9));
  const single = (rule: AlertRule, kind: Draft['payee']['kind'], payees: readonly CastPayee[]): readonly Case[] =>
    payees.slice(0, 2).flatMap((payee, index) => {
      const site = making.sites.find(({ place }) => place === payee.place);
      const amountFen = 181_700n + BigInt(index);
      return site ? [{ rule, drafts: [{ at: site, on: day, amountFen, payee: { ...payee, kind } }] }] : [];
    });
  return [
    { rule: 'payee_unknown', drafts: [{ at: at(3), on: day, amountFen: 154_400n, payee: unknown }] },
    ...single('payee_dead', 'household', cast.dead),
    ...single('cadre_household', 'household', cast.cadres),
    ...single('no_poor_member', 'cooperative', cast.withoutPoor),
    ...single('members_jump', 'cooperative', cast.leapt),
    {
      rule: 'shared_account',
      drafts: [12, 13].map((index) => ({
        ...{ at: at(6), on: day, amountFen: 143_200n + BigInt(index), payee: household(at(6), index) },
      })),
    },
    {
      rule: 'other_account',
      drafts: [{ at: at(7), on: day, amountFen: 133_900n, payee: household(at(7), 12), bankTail: '0417' }],
    },
    ...(far
      ? [
          {
            rule: 'same_phone' as const,
            drafts: [at(9), far].map((site, index) => ({
              ...{ at: site, on: day, amountFen: 127_600n + BigInt(index), payee: household(site, 13) },
            })),
          },
        ]
      : []),
  ];
}

/** The last days of the year, and the list of the year before. */
export function timeCases(making: Making): readonly Case[] {
  const { year } = making.demo;
  const [late, copied] = [siteAt(making, 10), siteAt(making, 11)];
  return [
    {
      rule: 'year_end',
      drafts: [3_911_700n, 3_877_200n].map((amountFen, index) => ({
        ...{ at: late, on: localDate(`${year}-12-30`), amountFen },
        payee: supplier(making, late, index === 0 ? '腾格里农机公司' : '乌兰种畜场'),
      })),
    },
    {
      rule: 'list_repeated',
      drafts: honestList(making, copied).map((one) => ({ ...one, on: addDays(one.on, 365) })),
    },
  ];
}

/** Ten households of a village, each with an amount of its own. */
function honestList({ demo }: Making, site: Site): readonly Draft[] {
  const on = localDate(`${demo.year}-07-${String(2 + (site.place % 20)).padStart(2, '0')}`);
  return Array.from({ length: 10 }, (_, at) => ({
    ...{ at: site, on, amountFen: 100_300n + BigInt(7_100 * at), payee: household(site, at) },
  }));
}

/** What a village pays as it should: its list, and feed from a supplier with its invoice. */
export function honestPayments(making: Making, site: Site): readonly Draft[] {
  const { demo, next } = making;
  const on = addDays(localDate(`${demo.year}-06-11`), Math.floor(demo.random() * 50));
  const { party, amountFen } = site.delivery;
  const delivered = { at: site, on, amountFen, payee: supplier(making, site, party), invoice: next().slice(-8) };
  return [...honestList(making, site), { ...delivered, contracted: true }];
}
