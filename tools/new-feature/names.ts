import { tiers } from '../tidy/layout.ts';

/** The names of one feature in all the forms in which it is written. */
export interface FeatureNames {
  readonly tier: string;
  /** folder, for example `land-uses` */
  readonly folder: string;
  /** the table of one record, for example `land_use` */
  readonly table: string;
  /** value and type of one record: `landUse`, `LandUse` */
  readonly one: string;
  readonly One: string;
  /** value and type of several: `landUses`, `LandUses` */
  readonly many: string;
  readonly Many: string;
  /** its name for people */
  readonly zh: string;
  readonly en: string;
}

/**
 * Reads `activities/land-uses` and the Chinese name of what is recorded there; the English one follows from the
 * folder. Throws an Error that says what is wrong.
 */
export function readNames(address: string, zh: string): FeatureNames {
  const [, tier = '', folder = ''] = /^([a-z]+)\/([a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)*)$/.exec(address) ?? [];
  if (!tiersWithFeatures.some((name) => name === tier)) {
    throw new Error(`'${address}' is not <tier>/<name>; tiers with features: ${tiersWithFeatures.join(' ')}`);
  }
  if (!/\p{Script=Han}/u.test(zh) || /['\\]/.test(zh)) throw new Error(`'${zh}' is no Chinese name of the feature`);
  const single = singular(folder);
  return {
    tier,
    folder,
    table: single.replaceAll('-', '_'),
    one: camelCase(single),
    One: pascalCase(single),
    many: camelCase(folder),
    Many: pascalCase(folder),
    zh,
    en: capital(folder.replaceAll('-', ' ')),
  };
}

const tiersWithoutFeatures: readonly string[] = ['platform', 'measure', 'indicators', 'app'];
const tiersWithFeatures = tiers.filter((tier) => !tiersWithoutFeatures.includes(tier));

function singular(plural: string): string {
  return plural
    .replace(/ies$/, 'y')
    .replace(/(ch|sh|ss|x)es$/, '$1')
    .replace(/([^s])s$/, '$1');
}

function camelCase(kebab: string): string {
  return kebab.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function pascalCase(kebab: string): string {
  return capital(camelCase(kebab));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
