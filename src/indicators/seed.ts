import { seededId } from '../platform/pure/ids.ts';
import { addDays, type LocalDate, localDate } from '../platform/pure/period.ts';

/** A small part of the city: two banners, three townships, five rural villages and an urban community. */
export const exampleDivisions = [
  { code: 150600000000, level: 'city', name: '鄂尔多斯市', nameOfficial: '鄂尔多斯市' },
  banner(150621000000, '达拉特旗'),
  town(150621100000, '树林召镇'),
  village(150621100201, '林原村'),
  banner(150622000000, '准格尔旗'),
  town(150622100000, '薛家湾镇'),
  { ...village(150622100001, '滨河社区'), rural: false },
  village(150622100201, '柳树湾村'),
  village(150622100202, '白大路村'),
  town(150622101000, '沙圪堵镇'),
  village(150622101201, '伏路嘎查'),
  village(150622101202, '速机沟村'),
] as const;

/** Writes {@link exampleDivisions}, given as JSON: indicators know the table, not the register. */
export const insertDivisions = `
  insert into place (code, id, county, level, kind, name, name_official, pinyin, initials, rural, starts_on, recorded_at, recorded_by)
  select code, gen_random_uuid(), code / 1000000, level, coalesce("townshipKind", "bannerKind", level), name, "nameOfficial",
    name, name, coalesce(rural, false), '2010-01-01', '2018-01-01', '00000000-0000-7000-8000-000000000001'
  from jsonb_to_recordset($1::jsonb) as d (code bigint, level text, name text, "nameOfficial" text, rural boolean,
    "townshipKind" text, "bannerKind" text)`;

/** Villages and the community of {@link exampleDivisions}: where facts are recorded. */
export const exampleSites: readonly number[] = exampleDivisions
  .map((one) => one.code)
  .filter((code) => code % 1000 !== 0);

function banner(code: number, name: string) {
  return { code, level: 'banner', name, nameOfficial: name, bannerKind: 'banner' } as const;
}

function town(code: number, name: string) {
  return { code, level: 'township', name, nameOfficial: name, townshipKind: 'town' } as const;
}

function village(code: number, name: string) {
  return { code, level: 'village', name, nameOfficial: `${name}委会`, rural: true } as const;
}

type Random = () => number;
type Row = Readonly<Record<string, unknown>>;

/** Tables that {@link nextEdit} writes to. */
export type ExampleTable =
  | 'place_flag'
  | 'household'
  | 'resident'
  | 'poverty_registration'
  | 'party_branch'
  | 'branch_post'
  | 'asset'
  | 'cooperative'
  | 'membership';

/** A record that stands; `owner` is the household, branch or cooperative it belongs to. */
export interface ExampleRecord {
  readonly table: ExampleTable;
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly label: string;
  readonly owner?: string;
}

export type ExampleEdit =
  | { readonly kind: 'record'; readonly of: ExampleRecord; readonly row: Row }
  | { readonly kind: 'revise'; readonly of: ExampleRecord; readonly set: Row }
  | { readonly kind: 'withdraw'; readonly of: ExampleRecord };

export interface ExampleSpan {
  readonly from: string;
  /** days */
  readonly length: number;
  readonly sites: readonly number[];
}

/** The next thing somebody might write, given what stands: a new record, other dates for one, or one taken out. */
export function nextEdit(random: Random, standing: readonly ExampleRecord[], span: ExampleSpan): ExampleEdit {
  const dice = random();
  const one = pick(random, standing);
  if (one && dice < 0.3) return { kind: 'revise', of: one, set: revision(random, one, span) };
  const free = standing.filter((record) => !standing.some((other) => other.owner === record.id));
  const loose = pick(random, free);
  if (loose && dice < 0.4) return { kind: 'withdraw', of: loose };
  return newRecord(random, standing, span);
}

function newRecord(random: Random, standing: readonly ExampleRecord[], span: ExampleSpan): ExampleEdit {
  const place = pick(random, span.sites) ?? 0;
  const households = standing.filter((record) => record.table === 'household');
  const owner = pick(random, households);
  const branch = standing.find((record) => record.table === 'party_branch' && record.place === place);
  switch (Math.floor(random() * 9)) {
    case 0: {
      const flag = pick(random, ['key_poor_village', 'weak_village', 'pilot_village']) ?? '';
      const known = standing.find((one) => one.table === 'place_flag' && one.place === place && one.label === flag);
      if (known) return { kind: 'revise', of: known, set: revision(random, known, span) };
      return made(random, { table: 'place_flag', place, label: flag }, { flag, ...period(random, span) });
    }
    case 1:
      if (branch && !standing.some((one) => one.owner === branch.id)) {
        const row = { branch_id: branch.id, post: 'secretary', person_name: '王', ...period(random, span) };
        return made(random, { table: 'branch_post', place, label: '', owner: branch.id }, row);
      }
      if (!branch) {
        const name = `支部${digits(random, 12)}`;
        return made(
          random,
          { table: 'party_branch', place, label: '' },
          { name, kind: 'village', ...period(random, span) },
        );
      }
      break;
    case 2:
    case 3:
      if (owner && !standing.some((one) => one.table === 'poverty_registration' && one.owner === owner.id)) {
        const part = { table: 'poverty_registration', place: owner.place, label: '', owner: owner.id } as const;
        return made(random, part, { ...registration(random), household_id: owner.id, ...period(random, span) });
      }
      break;
    case 4:
      if (owner) {
        const part = { table: 'resident', place: owner.place, label: '', owner: owner.id } as const;
        return made(random, part, { ...resident(random), household_id: owner.id, joined_on: day(random, span) });
      }
      break;
    case 5:
      return made(random, { table: 'asset', place, label: '' }, asset(random, span));
    case 6: {
      const row = { ...named(`合作社${digits(random, 12)}`), kind: pick(random, forms), branch_led: random() < 0.5 };
      return made(random, { table: 'cooperative', place, label: '' }, { ...row, registered_on: day(random, span) });
    }
    case 7: {
      const cooperative = pick(
        random,
        standing.filter((record) => record.table === 'cooperative'),
      );
      if (cooperative) return newMember(random, { cooperative, household: owner, place }, span);
      break;
    }
    default:
  }
  const row = { number: digits(random, 12), joined_on: day(random, span), joined_kind: 'registered' };
  return made(random, { table: 'household', place, label: '' }, row);
}

interface Joining {
  readonly cooperative: ExampleRecord;
  readonly household: ExampleRecord | undefined;
  /** where a member without a household lives, in whichever banner */
  readonly place: number;
}

function newMember(random: Random, { cooperative, household, place }: Joining, span: ExampleSpan): ExampleEdit {
  const part = { table: 'membership', place: cooperative.place, label: '', owner: cooperative.id } as const;
  const home = household ? { household_county: household.county, household_id: household.id } : {};
  const row = { ...named('白音'), number: digits(random, 12), kind: 'farmer', joined_by: 'joined', ...home };
  return made(random, part, {
    ...row,
    cooperative_id: cooperative.id,
    form: 'farmers_professional',
    member_place: household?.place ?? place,
    joined_on: day(random, span),
  });
}

function made(random: Random, part: Omit<ExampleRecord, 'county' | 'id'>, row: Row): ExampleEdit {
  const of = { ...part, county: Math.floor(part.place / 1_000_000), id: newId(random) };
  return { kind: 'record', of, row: { county: of.county, id: of.id, place: of.place, ...row } };
}

/** Other dates, or another state: the columns that figures depend on. */
function revision(random: Random, { table }: ExampleRecord, span: ExampleSpan): Row {
  switch (table) {
    case 'household': {
      const left = random() < 0.5;
      return { left_on: left ? after(span) : null, left_kind: left ? 'moved_out' : null };
    }
    case 'resident': {
      const left = random() < 0.5;
      return { left_on: left ? after(span) : null, left_reason: left ? 'other' : null };
    }
    case 'poverty_registration':
      return { ...registration(random), ...period(random, span) };
    case 'asset': {
      const left = random() < 0.5;
      return { ...worth(random), left_on: left ? after(span) : null, left_kind: left ? 'sold' : null };
    }
    case 'cooperative': {
      const dissolved = random() < 0.5;
      return { dissolved_on: dissolved ? after(span) : null, dissolved_reason: dissolved ? '解散' : null };
    }
    case 'membership': {
      const left = random() < 0.5;
      return { left_on: left ? after(span) : null, left_reason: left ? 'exit' : null };
    }
    default:
      return period(random, span);
  }
}

function registration(random: Random): Row {
  return {
    state: pick(random, ['registered', 'lifted_out', 'relapsed', 'deregistered']),
    change: pick(random, ['entry', 'exit', 'relapse', 'reclassified']),
    standard: 'national',
    kind: pick(random, ['general', 'low_income_support', 'extreme_poverty']),
    main_cause: 'illness',
    other_causes: [],
    document_number: '准扶〔2018〕1号',
    decided_on: '2018-01-01',
  };
}

const forms = ['farmers_professional', 'shareholding_economic', 'federation', 'company'];

function named(name: string): Row {
  return { name, pinyin: 'baiyin', initials: 'by' };
}

function asset(random: Random, span: ExampleSpan): Row {
  const land = random() < 0.5;
  return {
    ...named('资产'),
    number: digits(random, 12),
    class: land ? 'natural_resource' : 'operating',
    kind: land ? 'grassland_natural' : 'livestock',
    use_state: 'own_use',
    claim_state: 'certified',
    known_by: 'found',
    listed_on: day(random, span),
    ...worth(random),
  };
}

function worth(random: Random): Row {
  return { book_value_fen: Math.floor(random() * 1e9), area_mu: Math.floor(random() * 1e5) / 4 };
}

function resident(random: Random): Row {
  const number = digits(random, 18);
  return {
    name: '白音',
    name_original: '白音',
    name_key: '白音',
    pinyin: 'baiyin',
    initials: 'by',
    id_number: Buffer.from(number),
    id_number_hash: Buffer.from(number),
    id_number_masked: '150622********',
    id_last4: number.slice(-4),
    sex: pick(random, ['male', 'female']),
    birth_on: '1980-01-01',
    relation: '99',
    joined_kind: 'registered',
  };
}

function period(random: Random, span: ExampleSpan): Row {
  const starts = day(random, span);
  const ends = random() < 0.3 ? addDays(starts, 1 + Math.floor(random() * 90)) : null;
  return { starts_on: starts, ends_on: ends };
}

function day(random: Random, span: ExampleSpan): LocalDate {
  return addDays(localDate(span.from), Math.floor(random() * span.length));
}

/** A leaving never lies before the joining, whichever day of the span that was. */
function after(span: ExampleSpan): LocalDate {
  return addDays(localDate(span.from), span.length + 1);
}

function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
}

function newId(random: Random): string {
  return seededId(Date.UTC(2018, 0, 1) + Math.floor(random() * 1e9), random);
}

function pick<T>(random: Random, list: readonly T[]): T | undefined {
  return list[Math.floor(random() * list.length)];
}
