import { systemActor } from '../platform/access/actor.ts';
import { type Tx, transact, type Workplace } from '../platform/db/transact.ts';
import { ok } from '../platform/pure/result.ts';
import { ensureParameters, listParameterRows, type StoredParameter } from './parameter-store.ts';
import { parameterOn } from './rules.ts';

export { type Article, articles, type Chapter, chapters, measureInForceFrom, measureName } from './articles.data.ts';
export { type Clause, type ClauseKind, clauseKinds, clauses, type Evidence } from './clauses.data.ts';
export { ensureParameters, listParameterRows, type StoredParameter } from './parameter-store.ts';
export { type ParameterDefinition, parameterDefinitions } from './parameters.data.ts';
export { type Stage, type StageTarget, stages } from './stages.data.ts';

const everywhere = { lo: 110_000_000_000, hi: 999_999_999_999 };

/**
 * Brings what this version knows of the measure into the database; run at every start.
 * @returns how many dated parameter values were new
 */
export async function importMeasure(workplace: Workplace): Promise<number> {
  const context = { actor: systemActor(everywhere, 'start'), act: 'measure.set_parameter' };
  const result = await transact(workplace, context, async (tx) => ok(await ensureParameters(tx)));
  return result.ok ? result.value : 0;
}

/** The value of a parameter in force on a day; undefined where none is: the rule then has no number to work with. */
export async function findParameter(tx: Tx, code: string, day: string): Promise<StoredParameter | undefined> {
  return parameterOn(await listParameterRows(tx, [code]), code, day);
}

/** The values in force on a day of several parameters, by code, read at once; what is not in force is not in it. */
export async function findParameters(
  tx: Tx,
  codes: readonly string[],
  day: string,
): Promise<ReadonlyMap<string, StoredParameter>> {
  const rows = await listParameterRows(tx, codes);
  const found = codes.flatMap((code) => parameterOn(rows, code, day) ?? []);
  return new Map(found.map((parameter) => [parameter.code, parameter]));
}

/** The value in force on a day, in the parameter's unit. Throws where none is: for numbers that never lapse. */
export async function getParameter(tx: Tx, code: string, day: string): Promise<number> {
  const found = await findParameter(tx, code, day);
  if (found === undefined || found.value === null) throw new RangeError(`no parameter ${code} on ${day}`);
  return found.value;
}
