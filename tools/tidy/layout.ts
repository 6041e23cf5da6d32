/** The folders of `src/` in the order in which data flows; imports only go from right to left. */
export const tiers = [
  'platform',
  'measure',
  'registers',
  'ledgers',
  'procedures',
  'activities',
  'indicators',
  'reports',
  'app',
] as const;

export type Tier = (typeof tiers)[number];

export type Role =
  | 'feature'
  | 'words'
  | 'contract'
  | 'rules'
  | 'schema'
  | 'facts'
  | 'store'
  | 'public'
  | 'routes'
  | 'pages'
  | 'widgets'
  | 'catalogue'
  | 'data'
  | 'seed'
  | 'test';

/** Where a file of `src/` stands. */
export interface Standing {
  readonly tier: Tier;
  /** folder of the feature, for example `registers/places`; absent in `platform` and `app`, which are free inside */
  readonly feature: string | undefined;
  /** path inside the feature, or inside the tier where there is none */
  readonly inner: string;
  /** what the file's name says it is; absent for a name outside the roles */
  readonly role: Role | undefined;
}

const singleFeatureTiers: readonly Tier[] = ['measure', 'indicators'];
const freeTiers: readonly Tier[] = ['platform', 'app'];
/** Tiers whose features hold definitions as data. */
const dataTiers: readonly Tier[] = ['measure', 'indicators', 'reports'];

/** Reads a path such as `src/registers/places/store.ts`; `undefined` outside the nine folders. */
export function standingOf(path: string): Standing | undefined {
  const [src, first = '', ...rest] = path.split('/');
  const tier = tiers.find((name) => name === first);
  if (src !== 'src' || !tier || rest.length === 0) return undefined;
  if (freeTiers.includes(tier))
    return { tier, feature: undefined, inner: rest.join('/'), role: roleOf(tier, rest.at(-1) ?? '') };
  if (singleFeatureTiers.includes(tier))
    return { tier, feature: tier, inner: rest.join('/'), role: roleOf(tier, rest.join('/')) };
  const [name = '', ...inside] = rest;
  if (inside.length === 0) return { tier, feature: undefined, inner: name, role: undefined };
  return { tier, feature: `${tier}/${name}`, inner: inside.join('/'), role: roleOf(tier, inside.join('/')) };
}

export function isFree(standing: Standing): boolean {
  return freeTiers.includes(standing.tier);
}

/** Tests, and the `*.testing.ts` files that only tests use. */
export function isTest(path: string): boolean {
  return /\.(test|testing)\.tsx?$/.test(path);
}

export function isAbove(tier: Tier, other: Tier): boolean {
  return tiers.indexOf(tier) > tiers.indexOf(other);
}

function roleOf(tier: Tier, inner: string): Role | undefined {
  if (isTest(inner)) return 'test';
  if (/^pages\/.+\.(tsx?|css)$/.test(inner)) return 'pages';
  if (/^widgets\/.+\.(tsx?|css)$/.test(inner)) return 'widgets';
  if (dataTiers.includes(tier) && /^catalogue\/.+\.ts$/.test(inner)) return 'catalogue';
  if (dataTiers.includes(tier) && /^[\w-]+\.data\.ts$/.test(inner)) return 'data';
  if (/^(?:[a-z0-9-]+-)?schema\.sql$/.test(inner)) return 'schema';
  if (inner === 'facts.sql') return 'facts';
  const [, fixed] = /^(feature|public)\.ts$/.exec(inner) ?? [];
  const [, split] = /^(?:[a-z0-9-]+-)?(words|contract|rules|store|routes|seed)\.ts$/.exec(inner) ?? [];
  return roles.find((role) => role === (fixed ?? split));
}

const roles = ['feature', 'words', 'public', 'seed', 'contract', 'rules', 'store', 'routes'] as const satisfies Role[];
