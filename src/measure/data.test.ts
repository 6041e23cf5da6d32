import { describe, expect, it } from 'vitest';
import { roles } from '../platform/access/roles.ts';
import { articles, chapters } from './articles.data.ts';
import { clauses } from './clauses.data.ts';
import { evidenceNames } from './evidence.data.ts';
import { feature } from './feature.ts';
import { parameterDefinitions } from './parameters.data.ts';
import { articleOf, citedClauses } from './rules.ts';
import { stages } from './stages.data.ts';

describe('the measure as data', () => {
  it('has 22 articles in order, over seven chapters', () => {
    expect(articles.map((article) => article.number)).toEqual(Array.from({ length: 22 }, (_, index) => index + 1));
    expect(chapters.map((chapter) => chapter.number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const firsts = chapters.map(({ number }) => articles.find((article) => article.chapter === number)?.number);
    expect(firsts).toEqual([1, 3, 7, 8, 11, 16, 21]);
    expect(articles.every((article, index) => article.chapter >= (articles[index - 1]?.chapter ?? 1))).toBe(true);
  });

  it('gives every clause an id of its own, in an article that exists', () => {
    const ids = clauses.map((clause) => clause.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const clause of clauses) expect(articleOf(clause.id)).toBe(clause.article);
    for (const { number } of articles) expect(citedClauses(clauses, String(number))).not.toEqual([]);
  });

  it('names who answers for every obligation, goal and competence', () => {
    for (const clause of clauses) {
      if (clause.kind !== 'declaratory') expect(clause.roles, clause.id).not.toEqual([]);
      for (const role of clause.roles) expect(roles).toContain(role);
    }
  });

  it('says for every clause what shows it, and leaves no obligation or goal without facts', () => {
    for (const { id, kind, evidence } of clauses) {
      if ('facts' in evidence) {
        expect(evidence.facts, id).not.toEqual([]);
        for (const fact of evidence.facts) expect(evidenceNames).toHaveProperty(fact);
      }
      if ('reason' in evidence) expect(['declaratory', 'competence'], id).toContain(kind);
    }
  });

  it('keeps the clauses that others cite where they cite them', () => {
    const textOf = (id: string) => clauses.find((clause) => clause.id === id)?.text[1];
    expect(textOf('9.3')).toMatch(/net profit/);
    expect(textOf('11.3')).toMatch(/200,000/);
    expect(textOf('14.1')).toMatch(/90 %/);
  });

  it('is complete in both languages', () => {
    const pairs = [
      ...chapters.map((chapter) => chapter.title),
      ...articles.flatMap((article) => [article.title, article.summary]),
      ...clauses.flatMap(({ text, evidence }) => ('reason' in evidence ? [text, evidence.reason] : [text])),
      ...Object.values(evidenceNames),
      ...stages.flatMap((stage) => [stage.title, ...stage.targets.map((target) => target.name)]),
      ...parameterDefinitions.flatMap(({ name, values }) => [name, ...values.map((value) => value.source)]),
    ];
    for (const [zh, en] of pairs) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/[a-z]/);
      expect(en).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it('points stages and parameters at clauses and parameters that exist', () => {
    const codes = new Set(parameterDefinitions.map((definition) => definition.code));
    expect(codes.size).toBe(parameterDefinitions.length);
    for (const { clause } of parameterDefinitions) expect(citedClauses(clauses, clause)).toHaveLength(1);
    for (const stage of stages) {
      for (const target of stage.targets) {
        expect(citedClauses(clauses, target.clause)).toHaveLength(1);
        expect(target.dueOn >= stage.startsOn && target.dueOn <= stage.endsOn).toBe(true);
        if (target.parameter !== undefined) expect(codes).toContain(target.parameter);
        else expect(target.basis).toBe('open');
      }
    }
  });

  it('cites only its own clauses, and has words for all that it shows', () => {
    for (const citation of feature.clauses) expect(citedClauses(clauses, citation)).not.toEqual([]);
    for (const kind of new Set(clauses.map((clause) => clause.kind)))
      expect(feature.words).toHaveProperty([`kind.${kind}`]);
    for (const { unit } of parameterDefinitions) expect(feature.words).toHaveProperty([`unit.${unit}`]);
  });
});
