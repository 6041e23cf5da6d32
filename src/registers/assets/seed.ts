import { insertRows } from '../../platform/db/columns.ts';
import { loadPast, type PastRow } from '../../platform/db/load.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { Row } from '../../platform/db/tx.ts';
import { addDays, atNine, localDate } from '../../platform/pure/period.ts';
import { digestBanner } from './check-store.ts';
import { addContract, type Demo, type DemoAssetSpan, type DemoAssetVillage, nextId, pick } from './contract-seed.ts';

export interface DemoAssets {
  readonly assets: readonly PastRow[];
  readonly checks: readonly PastRow[];
  readonly contracts: readonly PastRow[];
  readonly rents: readonly PastRow[];
  /** rows of journals, complete but for who wrote the asset */
  readonly confirmations: readonly Row[];
  readonly payments: readonly Row[];
  /** complete but for the digest of their lines */
  readonly surveys: readonly (PastRow & { readonly row: { readonly place: number; readonly year: number } })[];
}

interface Plan {
  /** how many villages have one */
  readonly share: number;
  readonly where?: 'pastoral' | 'arable';
  /** class, kind, name and what finds it */
  readonly of: readonly [string, string, string, string, string];
  /** area in mu or value in yuan: from … to */
  readonly mu?: readonly [number, number];
  readonly yuan?: readonly [number, number];
  readonly let?: { readonly share: number; readonly kind: string; readonly yuanOfUnit: number };
  readonly poverty?: { readonly source: string; readonly document: string; readonly project: string };
}

const plans: readonly Plan[] = [
  {
    share: 1,
    where: 'arable',
    of: ['natural_resource', 'cropland', '村集体机动地', 'cunjitijidongdi', 'cjtjdd'],
    mu: [60, 420],
    let: { share: 0.8, kind: 'contracting', yuanOfUnit: 260 },
  },
  {
    share: 1,
    where: 'pastoral',
    of: ['natural_resource', 'grassland_natural', '未承包草牧场', 'weichengbaocaomuchang', 'wcbcmc'],
    mu: [1500, 14_000],
    let: { share: 0.7, kind: 'contracting', yuanOfUnit: 5 },
  },
  {
    share: 0.3,
    of: ['natural_resource', 'unused', '荒沙荒滩', 'huangshahuangtan', 'hsht'],
    mu: [200, 3000],
  },
  {
    share: 0.35,
    of: ['operating', 'building', '扶贫保鲜冷藏库', 'fupinbaoxianlengcangku', 'fpbxlck'],
    yuan: [280_000, 1_200_000],
    let: { share: 0.85, kind: 'lease', yuanOfUnit: 0.05 },
    poverty: { source: 'central', document: '鄂财农发〔2018〕126号', project: '产业扶贫冷藏保鲜项目' },
  },
  {
    share: 0.45,
    of: ['operating', 'livestock', '扶贫基础母畜', 'fupinjichumuchu', 'fpjcmc'],
    yuan: [120_000, 480_000],
    let: { share: 0.75, kind: 'joint_operation', yuanOfUnit: 0.06 },
    poverty: { source: 'region', document: '内财农〔2018〕57号', project: '集体牧场养殖扶贫项目' },
  },
  {
    share: 0.3,
    of: ['operating', 'machinery', '大型拖拉机', 'daxingtuolaji', 'dxtlj'],
    yuan: [90_000, 260_000],
  },
  {
    share: 1,
    of: ['public_welfare', 'building', '党群服务中心', 'dangqunfuwuzhongxin', 'dqfwzx'],
    yuan: [180_000, 900_000],
  },
  {
    share: 0.6,
    of: ['public_welfare', 'structure', '文化活动广场', 'wenhuahuodongguangchang', 'whhdgc'],
    yuan: [40_000, 220_000],
  },
];

/** Days from the end of the demo to the last day of a contract: some have run out, some soon will. */
const termEnds = [-45, 5, 25, 80, 200, 420, 420, 800, 1100, 1500] as const;

/** What the collective of one demo village owns, lets and checks each year. The same random numbers make the same. */
export function demoAssets(random: () => number, village: DemoAssetVillage, span: DemoAssetSpan): DemoAssets {
  const made: Making = {
    random,
    village,
    span,
    base: { county: countyOf(village.place), place: village.place },
    ...empty(),
  };
  const kept = plans.filter(
    ({ share, where }) => random() < share && where !== (village.isPastoral ? 'arable' : 'pastoral'),
  );
  for (const [at, plan] of kept.entries()) addAsset(made, plan, at + 1);
  for (const year of checkedYears(span)) addSurvey(made, year, kept.length);
  const { assets, checks, contracts, rents, confirmations, payments, surveys } = made;
  return { assets, checks, contracts, rents, confirmations, payments, surveys };
}

/** Loads what was made for the villages of a banner. */
export async function loadDemoAssets(tx: Tx, villages: readonly DemoAssets[]): Promise<void> {
  const rows = (key: 'assets' | 'checks' | 'contracts' | 'rents') => villages.flatMap((one) => one[key]);
  const confirmations = villages.flatMap((one) => one.confirmations);
  await loadPast(tx, 'asset', rows('assets'));
  await insertRows(
    tx,
    { table: 'asset_confirmation', types: 'asset_confirmation' },
    confirmations.map((row) => ({ ...row, made_by: tx.actor.accountId })),
  );
  await loadPast(tx, 'asset_check', rows('checks'));
  const digestOf = await digestBanner(tx, countyOf(villages[0]?.assets[0]?.row.place ?? 0));
  const surveys = villages.flatMap((one) =>
    one.surveys.map(({ row, recordedAt }) => ({ row: { ...row, digest: digestOf(row.place, row.year) }, recordedAt })),
  );
  await loadPast(tx, 'asset_survey', surveys);
  await loadPast(tx, 'asset_contract', rows('contracts'));
  await loadPast(tx, 'asset_rent', rows('rents'));
  const payments = villages.flatMap((one) => one.payments);
  await insertRows(tx, { table: 'rent_payment', types: 'rent_payment' }, payments);
}

type Making = Demo & ReturnType<typeof empty>;

function empty() {
  return {
    assets: [] as PastRow[],
    checks: [] as PastRow[],
    contracts: [] as PastRow[],
    rents: [] as PastRow[],
    confirmations: [] as Row[],
    payments: [] as Row[],
    surveys: [] as DemoAssets['surveys'][number][],
    confirmed: 0,
  };
}

function addAsset(made: Making, plan: Plan, serial: number): void {
  const { random, span, base } = made;
  const id = nextId(made);
  const mu = plan.mu ? between(random, plan.mu) : 0;
  const areaMu = random() < 0.3 ? Math.round(mu * 99) / 100 : mu;
  const valueFen = plan.yuan ? BigInt(between(random, plan.yuan)) * 100n : 0n;
  // what was found: nearly always a little less than the books had
  const foundFen = random() < 0.3 ? (valueFen * 96n) / 100n : valueFen;
  const end = plan.let && random() < plan.let.share ? pick(random, termEnds) : undefined;
  const terms = plan.let && end !== undefined ? plan.let : undefined;
  const { poverty } = plan;
  const [of, kind, name, pinyin, initials] = plan.of;
  made.assets.push({
    row: {
      ...base,
      id,
      number: String(serial).padStart(3, '0'),
      class: of,
      kind,
      name,
      pinyin,
      initials,
      book_area_mu: mu,
      area_mu: areaMu,
      book_value_fen: valueFen,
      verified_value_fen: plan.yuan ? foundFen : null,
      acquired_on: poverty ? '2017-11-20' : null,
      use_state: terms ? (terms.kind === 'contracting' ? 'contracted' : 'let') : plan.let ? 'idle' : 'own_use',
      claim_state: random() < 0.85 ? 'undisputed' : plan.mu ? 'disputed' : 'unregistered',
      poverty_project: poverty !== undefined,
      funding_source: poverty?.source ?? null,
      funding_document: poverty?.document ?? null,
      project_name: poverty?.project ?? null,
      known_by: plan.mu ? 'land_survey' : 'books',
      listed_on: '2017-12-31',
    },
    recordedAt: atNine(span.from),
  });
  addConfirmations(made, id);
  addChecks(made, {
    id,
    class: of,
    bookMu: mu,
    mu: areaMu,
    bookFen: valueFen,
    fen: plan.yuan ? foundFen : 0n,
  });
  if (!terms || end === undefined) return;
  const yuan = between(random, plan.mu ?? plan.yuan ?? [0, 0]) * terms.yuanOfUnit;
  const letting = { assetId: id, serial, kind: terms.kind, isProject: poverty !== undefined, yuan };
  addContract(made, letting, addDays(span.until, end));
}

/** Nine in ten are confirmed by both; some by the village alone. */
function addConfirmations(made: Making, assetId: string): void {
  const { random, span, base } = made;
  const luck = random();
  const parties = luck < 0.9 ? (['village', 'township'] as const) : luck < 0.96 ? (['village'] as const) : [];
  for (const party of parties) {
    const confirmedOn = addDays(span.from, party === 'village' ? 3 : 9);
    made.confirmations.push({
      ...base,
      id: nextId(made),
      asset_id: assetId,
      asset_revision: 1,
      party,
      confirmed_on: confirmedOn,
      recorded_at: atNine(confirmedOn),
      recorded_by: party === 'village' ? span.villageBy : span.townshipBy,
    });
  }
  if (parties.length === 2) made.confirmed += 1;
}

interface CheckedDemo {
  readonly id: string;
  readonly class: string;
  readonly bookMu: number;
  readonly mu: number;
  readonly bookFen: bigint;
  readonly fen: bigint;
}

function addChecks(made: Making, asset: CheckedDemo): void {
  let opening = { fen: asset.bookFen, mu: asset.bookMu };
  for (const year of checkedYears(made.span)) {
    const isStill = opening.fen === asset.fen && opening.mu === asset.mu;
    const checkedOn = localDate(`${year + 1}-01-15`);
    made.checks.push({
      row: {
        ...made.base,
        id: nextId(made),
        asset_id: asset.id,
        asset_revision: 1,
        class: asset.class,
        year,
        opening_fen: opening.fen,
        increase_fen: 0n,
        decrease_fen: opening.fen - asset.fen,
        closing_fen: asset.fen,
        opening_mu: opening.mu,
        increase_mu: 0,
        decrease_mu: Math.round((opening.mu - asset.mu) * 100) / 100,
        closing_mu: asset.mu,
        finding: isStill ? 'as_listed' : 'changed',
        cause: isStill ? null : '实地核实后按现状调整',
        checked_on: checkedOn,
      },
      recordedAt: atNine(checkedOn),
    });
    opening = asset;
  }
}

/** Most surveys were accepted in time; some villages are behind. */
function addSurvey(made: Making, year: number, assets: number): void {
  const { random, span, base } = made;
  const [reportedOn, acceptedOn] = [localDate(`${year + 1}-02-20`), localDate(`${year + 1}-03-12`)];
  const luck = random();
  if (assets === 0 || luck < 0.05) return;
  const isAccepted = luck > 0.12;
  const row = {
    ...base,
    id: nextId(made),
    year,
    state: isAccepted ? 'accepted' : 'reported',
    assets,
    confirmed: made.confirmed,
    reported_on: reportedOn,
    reported_by: span.villageBy,
    accepted_on: isAccepted ? acceptedOn : null,
    accepted_by: isAccepted ? span.townshipBy : null,
  };
  made.surveys.push({ row, recordedAt: atNine(isAccepted ? acceptedOn : reportedOn) });
}

/** Years that were over, and reported by March, before the demo ended. */
function checkedYears({ from, until }: DemoAssetSpan): readonly number[] {
  const first = Number(from.slice(0, 4));
  const years = Array.from({ length: 4 }, (_, at) => first + at);
  return years.filter((year) => `${year + 1}-03-31` <= until);
}

function between(random: () => number, [low, high]: readonly [number, number]): number {
  return Math.round((low + random() * (high - low)) / 10) * 10;
}

function countyOf(place: number): number {
  return Math.floor(place / 1_000_000);
}
