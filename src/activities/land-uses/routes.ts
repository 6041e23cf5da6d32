import { findParameter } from '../../measure/public.ts';
import { isUniqueViolation } from '../../platform/db/connection.ts';
import { noteTakenOut } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { addWorkdays } from '../../platform/pure/calendar.ts';
import { localDate, todayInShanghai } from '../../platform/pure/period.ts';
import { countyOf, placeOf } from '../../platform/pure/place.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import type { ExportRow } from '../../platform/sheets/cells-out.ts';
import { writeList } from '../../platform/sheets/export.ts';
import { type Language, speak, type WordPair } from '../../platform/words.ts';
import { passesCheck } from '../../registers/land/project-rules.ts';
import { findEcologicalCheck } from '../../registers/land/public.ts';
import * as contract from './contract.ts';
import { answerDueOn, proposeAnswer, proposeExtension, proposeSecuring, proposeUse } from './rules.ts';
import { useSheet } from './sheet-contract.ts';
import * as store from './store.ts';
import { words } from './words.ts';

const acts = ['land_use.ask', 'land_use.answer', 'land_use.export'];
const mostExported = 100_000;
/** Where no parameter is in force: as the law has it. */
const lawful = { land_use_answer_workdays: 20, land_use_extension_workdays: 10 } as const;

export const routes: readonly Handler[] = [
  handle(contract.listUses, async ({ tx, query }) => {
    const { limit, offset, ...filters } = query;
    return ok(await store.listUses(tx, filters, { limit, offset }));
  }),

  handle(contract.getUse, async ({ tx, params, allowed }) => {
    const found = await store.findUse(tx, params);
    if (!found) return refuse({ code: 'not_found' });
    const { madeBy: _, ...use } = found;
    const subject = { county: params.county, subjectType: 'land_use', subjectId: params.id } as const;
    const check = await findEcologicalCheck(tx, subject);
    const { result = '', checkedOn = '', documentNumber = '' } = check ?? {};
    const passes = passesCheck(check, todayInShanghai(tx.now));
    return ok({
      ...use,
      ...store.toUseRow(tx, found),
      ecology: check ? { result, checkedOn, documentNumber, passes } : null,
      allowed: allowed(acts, { place: found.place }),
    });
  }),

  handle(contract.askUse, async ({ tx, body, decide }) => {
    const { id, place, ...fields } = body;
    const refused = decide('land_use.ask', { place });
    if (refused) return refuse(refused);
    if (!(await store.isOpenVillage(tx, place))) return refuse({ code: 'use_place', field: 'place' });
    const proposed = proposeUse(fields, todayInShanghai(tx.now));
    if (!proposed.ok) return proposed;
    const county = countyOf(placeOf(place));
    const clock = await clockOf(tx, fields.requestedOn);
    return unlessNumberKnown(async () => {
      await store.recordUse(tx, { county, id, place }, { fields, clock });
      return ok({ county, id, dueOn: clock.dueOn });
    });
  }),

  handle(contract.correctUse, async ({ tx, params, body, decide }) => {
    const known = await store.findUse(tx, params);
    if (!known) return refuse({ code: 'not_found' });
    const refused = decide('land_use.ask', { place: known.place });
    if (refused) return refuse(refused);
    if (known.state !== 'asked') return refuse({ code: 'use_answered' });
    const { revision, reason, ...fields } = body;
    const proposed = proposeUse(fields, todayInShanghai(tx.now));
    if (!proposed.ok) return proposed;
    if (known.extendedOn !== null && fields.requestedOn !== known.requestedOn) return refuse({ code: 'use_extended' });
    const clock = fields.requestedOn === known.requestedOn ? known : await clockOf(tx, fields.requestedOn);
    return unlessNumberKnown(async () => {
      const done = await store.correctUse(tx, { ...params, revision }, { fields, clock, reason });
      return done ? ok(params) : refuse({ code: 'stale' });
    });
  }),

  handle(contract.withdrawUse, async ({ tx, params, body, decide }) => {
    const known = await store.findUse(tx, params);
    if (!known) return refuse({ code: 'not_found' });
    const refused = decide('land_use.ask', { place: known.place });
    if (refused) return refuse(refused);
    if (known.state !== 'asked') return refuse({ code: 'use_answered' });
    const change = { set: { state: 'withdrawn' }, reason: body.reason };
    return (await store.reviseUse(tx, { ...params, revision: body.revision }, change))
      ? ok(params)
      : refuse({ code: 'stale' });
  }),

  handle(contract.extendUse, async ({ tx, params, body, decide }) => {
    const known = await store.findUse(tx, params);
    if (!known) return refuse({ code: 'not_found' });
    const refused = decide('land_use.answer', { place: known.place });
    if (refused) return refuse(refused);
    const today = todayInShanghai(tx.now);
    const proposed = proposeExtension(known, today);
    if (!proposed.ok) return proposed;
    const days = await workdays(tx, 'land_use_extension_workdays', known.requestedOn);
    const dueOn = addWorkdays(localDate(known.dueOn), days);
    const set = { due_on: dueOn, extended_on: today, extended_reason: body.reason };
    const done = await store.reviseUse(tx, { ...params, revision: body.revision }, { set, reason: body.reason });
    return done ? ok({ ...params, dueOn }) : refuse({ code: 'stale' });
  }),

  handle(contract.answerUse, async ({ tx, params, body, decide }) => {
    const known = await store.findUse(tx, params);
    if (!known) return refuse({ code: 'not_found' });
    const refused = decide('land_use.answer', { place: known.place, makerId: known.madeBy });
    if (refused) return refuse(refused);
    const proposed = proposeAnswer(known, body, todayInShanghai(tx.now));
    if (!proposed.ok) return proposed;
    const set = {
      state: body.granted ? 'granted' : 'refused',
      answered_on: body.answeredOn,
      answered_by: tx.actor.accountId,
      granted_mu: body.granted ? body.grantedMu : null,
      answer_document: body.granted ? body.answerDocument : null,
      answer_reason: body.answerReason,
    };
    const reason = body.granted ? 'granted' : 'refused';
    const done = await store.reviseUse(tx, { ...params, revision: body.revision }, { set, reason });
    return done ? ok(params) : refuse({ code: 'stale' });
  }),

  handle(contract.secureUse, async ({ tx, params, body, decide }) => {
    const known = await store.findUse(tx, params);
    if (!known) return refuse({ code: 'not_found' });
    const refused = decide('land_use.answer', { place: known.place });
    if (refused) return refuse(refused);
    const proposed = proposeSecuring(known, body.securedOn, todayInShanghai(tx.now));
    if (!proposed.ok) return proposed;
    const set = { secured_on: body.securedOn, secured_document: body.securedDocument };
    const done = await store.reviseUse(tx, { ...params, revision: body.revision }, { set, reason: 'secured' });
    return done ? ok(params) : refuse({ code: 'stale' });
  }),

  handle(contract.exportUses, async ({ tx, actor, query, language }) => {
    const { rows } = await store.listUses(tx, query, { limit: mostExported, offset: 0 });
    noteTakenOut(tx, 'land_use', { ...query, exported: rows.length });
    const lines = rows.map((row): ExportRow => {
      const { areaMu, grantedMu, waitingDays, guarantee, applicantKind, purpose, landClass } = row;
      const coded = {
        guarantee: codeWord('guarantee', guarantee, language),
        applicantKind: codeWord('applicantKind', applicantKind, language),
        purpose: codeWord('purpose', purpose, language),
        landClass: codeWord('landClass', landClass, language),
      };
      const numbers = { areaMu: String(areaMu), grantedMu: grantedMu === null ? null : String(grantedMu), waitingDays };
      return { ...row, ...coded, ...numbers };
    });
    const pieces: Buffer[] = [];
    const options = { language, exportedBy: actor.name, exportedAt: tx.now };
    for await (const piece of writeList({ spec: useSheet, rows: lines, ...options })) pieces.push(piece);
    return ok({
      fileName: `${speak(words.title, language)}.xlsx`,
      contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      content: Buffer.concat(pieces),
    });
  }),
];

async function clockOf(tx: Tx, requestedOn: string): Promise<store.Clock> {
  const answerDays = await workdays(tx, 'land_use_answer_workdays', requestedOn);
  return { answerDays, dueOn: answerDueOn(requestedOn, answerDays) };
}

async function workdays(tx: Tx, code: keyof typeof lawful, day: string): Promise<number> {
  return (await findParameter(tx, code, day))?.value ?? lawful[code];
}

function codeWord(list: string, code: string, language: Language): string {
  const known: Readonly<Record<string, WordPair>> = words;
  const pair = known[`code.${list}.${code}`];
  return pair ? speak(pair, language) : code;
}

async function unlessNumberKnown<T>(write: () => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal>> {
  try {
    return await write();
  } catch (error) {
    if (isUniqueViolation(error, 'land_use_number')) return refuse({ code: 'use_number_known', field: 'number' });
    throw error;
  }
}
