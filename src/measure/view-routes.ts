import type { z } from 'zod';
import type { Article } from './articles.data.ts';
import { type Clause, clauses } from './clauses.data.ts';
import type {
  articleView,
  clauseView,
  interpretationView,
  parameterValueView,
  parameterView,
  stageView,
} from './contract.ts';
import { evidenceNames } from './evidence.data.ts';
import type { InterpretationRow } from './interpretation-store.ts';
import type { StoredParameter } from './parameter-store.ts';
import { parameterDefinitions } from './parameters.data.ts';
import { citedClauses, parameterOn } from './rules.ts';
import { type StageTarget, stages } from './stages.data.ts';

/** An article as it is answered: our words, its clauses, how many interpretations it has. */
export function viewArticle(
  article: Article,
  interpretations: ReadonlyMap<number, number>,
): z.output<typeof articleView> {
  return {
    number: article.number,
    chapter: article.chapter,
    title: article.title,
    summary: article.summary,
    clauses: citedClauses(clauses, String(article.number)).map(viewClause),
    interpretations: interpretations.get(article.number) ?? 0,
  };
}

/** The parameters of one article, or all; each with the value in force on `day` and every value it had. */
export function viewParameters(
  rows: readonly StoredParameter[],
  day: string,
  article?: number,
): z.output<typeof parameterView>[] {
  const wanted = parameterDefinitions.filter(({ clause }) => article === undefined || clause.startsWith(`${article}.`));
  return wanted.map(({ code, clause, unit, name }) => {
    const inForce = parameterOn(rows, code, day);
    return {
      code,
      clause,
      unit,
      name,
      inForce: inForce ? viewValue(inForce) : null,
      history: rows.filter((row) => row.code === code).map(viewValue),
    };
  });
}

/** The stages; a target's number is the parameter's value on the day it falls due. */
export function viewStages(rows: readonly StoredParameter[]): z.output<typeof stageView>[] {
  return stages.map(({ year, startsOn, endsOn, title, targets }) => ({
    year,
    startsOn,
    endsOn,
    title,
    targets: targets.map((target) => viewTarget(target, rows)),
  }));
}

export function viewInterpretation(row: InterpretationRow): z.output<typeof interpretationView> {
  return { ...row, recordedAt: row.recordedAt.toISOString() };
}

function viewClause(clause: Clause): z.output<typeof clauseView> {
  const { id, article, kind, text, evidence } = clause;
  const kinds = 'facts' in evidence ? evidence.facts : [];
  const facts = kinds.map((fact) => ({ kind: fact, name: evidenceNames[fact] ?? ([fact, fact] as const) }));
  return {
    id,
    article,
    kind,
    roles: [...clause.roles],
    text,
    facts,
    reason: 'reason' in evidence ? evidence.reason : null,
  };
}

function viewTarget(target: StageTarget, rows: readonly StoredParameter[]) {
  const { code, clause, name, dueOn, parameter, villages, basis } = target;
  const value = parameter === undefined ? undefined : parameterOn(rows, parameter, dueOn);
  return { code, clause, name, dueOn, targetBp: value?.value ?? null, villages, basis };
}

function viewValue(row: StoredParameter): z.output<typeof parameterValueView> {
  return {
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    value: row.value,
    source: [row.sourceZh, row.sourceEn],
    recordedAt: row.recordedAt.toISOString(),
  };
}
