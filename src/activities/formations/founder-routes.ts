import { isUniqueViolation } from '../../platform/db/connection.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { countyOf, placeOf } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import type { ImportPlan } from '../../platform/sheets/import.ts';
import { describeError, markRejected } from '../../platform/sheets/mark.ts';
import { writeTemplate } from '../../platform/sheets/template.ts';
import { type Language, speak } from '../../platform/words.ts';
import { findHousehold } from '../../registers/households/public.ts';
import { changePlan, holdPlan } from './draft-store.ts';
import * as contract from './founder-contract.ts';
import { founderRows, importFounders } from './founder-import-store.ts';
import { correctFounder, recordFounders, removeFounder } from './founder-store.ts';
import { type Founder, proposeFounder } from './rules.ts';
import { founderSheet } from './sheet-contract.ts';
import { findFormation } from './store.ts';
import { words } from './words.ts';

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const mostErrors = 200;

export const routes: readonly Handler[] = [
  handle(contract.addFounder, async ({ tx, params, body, decide }) => {
    const held = await holdPlan(tx, params, decide);
    if (!held.ok) return held;
    const founder = await settle(tx, body);
    if (!founder.ok) return founder;
    const reason = words['said.founder'][0];
    return unlessKnown(() =>
      changePlan(tx, held.value, {
        reason,
        write: async () => {
          await recordFounders(tx, held.value, [{ ...founder.value, id: body.id }]);
          return true;
        },
      }),
    );
  }),

  handle(contract.correctFounder, async ({ tx, params, body, decide }) => {
    const held = await holdPlan(tx, params, decide);
    if (!held.ok) return held;
    const { revision, reason, ...fields } = body;
    const founder = await settle(tx, fields);
    if (!founder.ok) return founder;
    const key = { county: params.county, id: params.founderId, revision };
    const at = { formationId: params.id, founder: founder.value };
    return unlessKnown(() =>
      changePlan(tx, held.value, { reason, write: () => correctFounder(tx, { key, reason }, at) }),
    );
  }),

  handle(contract.removeFounder, async ({ tx, params, body, decide }) => {
    const held = await holdPlan(tx, params, decide);
    if (!held.ok) return held;
    const { revision, reason } = body;
    const key = { county: params.county, id: params.founderId, revision };
    return changePlan(tx, held.value, { reason, write: () => removeFounder(tx, { key, reason }, params.id) });
  }),

  handle(contract.founderTemplate, async ({ tx, params, language }) => {
    const formation = await findFormation(tx, params);
    if (!formation) return refuse({ code: 'not_found' });
    const knownRows = await founderRows(tx, formation);
    const content = await writeTemplate(founderSheet, { language, knownRows, placeLabel: formation.name });
    return ok({ fileName: `${speak(words['sheet.founders'], language)}.xlsx`, contentType: xlsxType, content });
  }),

  handle(contract.checkFounders, async ({ tx, params, file, language, decide }) => {
    const held = await holdPlan(tx, params, decide);
    if (!held.ok) return held;
    const checked = await importFounders(tx, held.value, { bytes: file.bytes, language, mode: 'check' });
    return checked.ok ? ok(reportOf(checked.value, language)) : checked;
  }),

  handle(contract.takeFounders, async ({ tx, params, query, file, language, decide }) => {
    const held = await holdPlan(tx, params, decide);
    if (!held.ok) return held;
    const mode = query.keepGood === 'true' ? 'good' : 'all';
    const taken = await importFounders(tx, held.value, { bytes: file.bytes, language, mode });
    return taken.ok ? ok(reportOf(taken.value, language)) : taken;
  }),

  handle(contract.markFounders, async ({ tx, params, file, language, decide }) => {
    const held = await holdPlan(tx, params, decide);
    if (!held.ok) return held;
    const checked = await importFounders(tx, held.value, { bytes: file.bytes, language, mode: 'check' });
    if (!checked.ok) return checked;
    const { errors } = checked.value;
    const marked = await markRejected({ bytes: file.bytes, spec: founderSheet, errors, language, words });
    if (!marked.ok) return refuse({ ...marked.refusal, field: 'file' });
    const { content, extension } = marked.value;
    const name = `${file.name.replace(/\.[^.]*$/, '').slice(0, 80)}-${speak(words['sheet.marked'], language)}`;
    return ok({ fileName: `${name}.${extension}`, contentType: extension === 'csv' ? 'text/csv' : xlsxType, content });
  }),
];

/** A founder who stands for a household of the register has its village; a household one may not know of is none. */
async function settle(tx: Tx, typed: Founder): Promise<Result<Founder, Refusal>> {
  const proposed = proposeFounder(typed);
  if (!proposed.ok || typed.householdId === null) return proposed;
  const county = countyOf(placeOf(typed.memberPlace));
  const household = await findHousehold(tx, { county, id: typed.householdId });
  if (!household) return refuse(refusal('founder_household_unknown', 'householdId'));
  return ok({ ...proposed.value, memberPlace: household.place });
}

async function unlessKnown<T>(write: () => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal>> {
  try {
    return await write();
  } catch (error) {
    if (isUniqueViolation(error, 'formation_founder_county_formation_id_number_key')) {
      return refuse(refusal('founder_number_known', 'number'));
    }
    if (isUniqueViolation(error, 'formation_founder_household_name')) {
      return refuse(refusal('founder_known', 'name'));
    }
    throw error;
  }
}

function reportOf(plan: ImportPlan, language: Language) {
  const { inserted, updated, unchanged, rejected } = plan;
  const errors = plan.errors.slice(0, mostErrors).map((error) => {
    const column = founderSheet.columns.find(({ key }) => key === error.key);
    return {
      row: error.rowNumber,
      ...(column ? { column: speak(column.title, language) } : {}),
      message: describeError({ ...error, key: '' }, { spec: founderSheet, language, words }),
    };
  });
  return { inserted, updated, unchanged, rejected, errors };
}
