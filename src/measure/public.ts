import type { Tx } from '../platform/db/transact.ts';
import { listParameterRows, type StoredParameter } from './parameter-store.ts';
import { parameterOn } from './rules.ts';

export { type Article, articles, type Chapter, chapters, measureInForceFrom, measureName } from './articles.data.ts';
export { type Clause, type ClauseKind, clauseKinds, clauses, type Evidence } from './clauses.data.ts';
export { ensureParameters, listParameterRows, type StoredParameter } from './parameter-store.ts';
export { type ParameterDefinition, parameterDefinitions } from './parameters.data.ts';
export { type Stage, type StageTarget, stages } from './stages.data.ts';

/** The value of a parameter in force on a day; undefined where none is: the rule then has no number to work with. */
export async function findParameter(tx: Tx, code: string, day: string): Promise<StoredParameter | undefined> {
  return parameterOn(await listParameterRows(tx, code), code, day);
}

/** The value in force on a day, in the parameter's unit. Throws where none is: for numbers that never lapse. */
export async function getParameter(tx: Tx, code: string, day: string): Promise<number> {
  const found = await findParameter(tx, code, day);
  if (found === undefined || found.value === null) throw new RangeError(`no parameter ${code} on ${day}`);
  return found.value;
}
