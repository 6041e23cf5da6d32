import { describe, expect, it } from 'vitest';
import { feature as disclosures } from '../activities/disclosures/feature.ts';
import { feature as distributions } from '../activities/distributions/feature.ts';
import { feature as formations } from '../activities/formations/feature.ts';
import { feature as insurance } from '../activities/insurance/feature.ts';
import { feature as landUses } from '../activities/land-uses/feature.ts';
import { feature as loans } from '../activities/loans/feature.ts';
import { feature as projects } from '../activities/projects/feature.ts';
import { feature as reliefs } from '../activities/reliefs/feature.ts';
import { feature as rewards } from '../activities/rewards/feature.ts';
import { feature as submissions } from '../activities/submissions/feature.ts';
import { feature as books } from '../ledgers/books/feature.ts';
import { feature as funds } from '../ledgers/funds/feature.ts';
import { feature as shares } from '../ledgers/shares/feature.ts';
import { clauses } from '../measure/public.ts';
import { citedClauses } from '../measure/rules.ts';
import { roles } from '../platform/access/roles.ts';
import { feature as assemblies } from '../procedures/assemblies/feature.ts';
import { feature as notices } from '../procedures/notices/feature.ts';
import { feature as assets } from '../registers/assets/feature.ts';
import { feature as cooperatives } from '../registers/cooperatives/feature.ts';
import { feature as households } from '../registers/households/feature.ts';
import { feature as land } from '../registers/land/feature.ts';
import { feature as branches } from '../registers/party-branches/feature.ts';
import { feature as places } from '../registers/places/feature.ts';
import { catalogue, catalogueChanges, catalogueVersion } from './catalogue/catalogue.ts';
import { auditCatalogue } from './rules.ts';
import { withoutIndicator } from './without-indicator.data.ts';
import { words } from './words.ts';

/** What the figures of articles 9 and 10 are counted from. */
const cooperation = [
  cooperatives,
  assets,
  shares,
  books,
  assemblies,
  notices,
  formations,
  distributions,
  reliefs,
  disclosures,
];

const facts = [
  places,
  branches,
  households,
  ...cooperation,
  land,
  funds,
  submissions,
  landUses,
  loans,
  insurance,
  projects,
  rewards,
].flatMap((feature) => [...feature.facts]);
const kinds = new Set(facts.map((fact) => fact.name));

describe('the catalogue', () => {
  it('is sound: codes once, facts known, ratios over counted figures', () => {
    expect(auditCatalogue(catalogue, kinds)).toEqual([]);
  });

  it('finds what is wrong with a bad one', () => {
    const [first] = catalogue;
    if (first?.kind !== 'counted') throw new Error('the first indicator is counted');
    const ratio = { ...first, kind: 'ratio', code: 'r', numerator: 'none', denominator: first.code } as const;
    const wrong = auditCatalogue([first, first, { ...first, code: 'x', fact: 'unheard_of' }, ratio], kinds);
    expect(wrong).toHaveLength(3);
  });

  it('cites clauses of the measure, has a unit with words and an owner with a role', () => {
    for (const indicator of catalogue) {
      expect(citedClauses(clauses, indicator.clause).length, indicator.code).toBeGreaterThan(0);
      expect(roles, indicator.code).toContain(indicator.owner);
      expect(words, indicator.code).toHaveProperty([`unit.${indicator.kind === 'counted' ? indicator.unit : 'bp'}`]);
      for (const text of [...indicator.name, ...indicator.formula]) expect(text.trim(), indicator.code).not.toBe('');
    }
  });

  it('names its version in the change log', () => {
    expect(catalogueChanges.map((change) => change.version)).toContain(catalogueVersion);
    for (const change of catalogueChanges) {
      for (const code of change.codes) expect(catalogue.map((one) => one.code)).toContain(code);
    }
  });
});

describe('law L4', () => {
  it('gives every fact kind that a figure reads a page for its records', () => {
    const read = new Set(catalogue.flatMap((one) => (one.kind === 'counted' ? [one.fact] : [])));
    for (const kind of read) {
      const page = facts.find((fact) => fact.name === kind)?.recordPage;
      expect(page, kind).toMatch(/^\/[a-z]/);
    }
  });
});

describe('law L5', () => {
  const obliged = clauses.filter((clause) => clause.kind === 'obligation').map((clause) => clause.id);
  const cited = new Set(catalogue.flatMap((one) => citedClauses(clauses, one.clause).map((clause) => clause.id)));
  const excused = withoutIndicator.flatMap((one) => one.clauses);

  it('has an indicator or a written reason for each clause that obliges somebody', () => {
    expect(obliged.filter((id) => !cited.has(id) && !excused.includes(id))).toEqual([]);
  });

  it('excuses no clause twice, none that has an indicator, and none that is not there', () => {
    expect(excused.filter((id) => cited.has(id) || !obliged.includes(id))).toEqual([]);
    expect(new Set(excused).size).toBe(excused.length);
  });
});
