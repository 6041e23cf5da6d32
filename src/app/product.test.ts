import { describe, expect, it } from 'vitest';
import { catalogue } from '../indicators/public.ts';
import { clauses } from '../measure/public.ts';
import { roles } from '../platform/access/roles.ts';
import { words as accessWords } from '../platform/access/words.ts';
import type { Words } from '../platform/words.ts';
import { composeProduct } from './compose.ts';

const product = composeProduct();

describe('the product', () => {
  it('names only acts that a feature declares', () => {
    const unknown = product.handlers
      .map(({ contract }) => contract.act)
      .filter((act) => act !== 'public' && act !== 'signed_in' && !product.acts.has(act));
    expect(unknown).toEqual([]);
  });

  it('mounts every route once', () => {
    const addresses = product.handlers.map(({ contract }) => `${contract.method} ${contract.path}`);
    expect(addresses.filter((address, index) => addresses.indexOf(address) !== index)).toEqual([]);
    expect(addresses.length).toBeGreaterThan(50);
  });

  it('has a declared act behind every page, and words for every act, fact kind, menu line and role', () => {
    const missing: string[] = [];
    for (const feature of product.features) {
      const words: Words = feature.words;
      for (const act of Object.keys(feature.acts)) if (!words[`act.${act}`]) missing.push(`${feature.name} act.${act}`);
      for (const fact of feature.facts)
        if (!words[`fact.${fact.name}`]) missing.push(`${feature.name} fact.${fact.name}`);
      for (const page of feature.pages) {
        if (page.menu && !words[page.menu.words]) missing.push(`${feature.name} ${page.menu.words}`);
        if (!product.acts.has(page.act) && page.act !== 'signed_in')
          missing.push(`${feature.name} page act ${page.act}`);
      }
    }
    for (const role of roles) if (!(`role.${role}` in accessWords)) missing.push(`role.${role}`);
    expect(missing).toEqual([]);
  });

  it('shows every page that a feature declares, and no other', async () => {
    // read while the test runs: the declaration itself belongs to the browser's half of the code
    const file = new URL('./web/pages.ts', import.meta.url).href;
    const { pages: shown } = (await import(file)) as { readonly pages: readonly { path: string; act: string }[] };
    const lineOf = ({ path, act }: { readonly path: string; readonly act: string }) => `${path} ${act}`;
    const declared = product.features.flatMap(({ pages }) => pages).map(lineOf);
    expect(declared.toSorted()).toEqual(shown.map(lineOf).toSorted());
  });

  it('cites only clauses that the measure has', () => {
    const known = new Set(clauses.map((clause) => clause.id));
    const cited = [
      ...product.features.flatMap((feature) => feature.clauses.map((clause) => `${feature.name} ${clause}`)),
      ...catalogue.map((indicator) => `${indicator.code} ${indicator.clause}`),
    ];
    expect(cited.filter((line) => !known.has(line.split(' ').at(-1) ?? ''))).toEqual([]);
  });

  it('uses every declared act', () => {
    const used = new Set(product.handlers.map(({ contract }) => contract.act));
    for (const feature of product.features) for (const page of feature.pages) used.add(page.act);
    expect([...product.acts.keys()].filter((act) => !used.has(act))).toEqual([]);
  });

  it('writes only through acts that say so', () => {
    const wrong = product.handlers
      .filter(({ contract }) => contract.method !== 'GET' && !contract.download)
      .filter(
        ({ contract }) =>
          contract.act !== 'public' && contract.act !== 'signed_in' && !product.acts.get(contract.act)?.writes,
      )
      .map(({ contract }) => `${contract.method} ${contract.path}`);
    expect(wrong).toEqual([]);
  });
});
