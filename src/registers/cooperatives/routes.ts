import { isForeignKeyViolation, isUniqueViolation } from '../../platform/db/connection.ts';
import { noteAct } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Refusal, refuse } from '../../platform/pure/result.ts';
import { writeList } from '../../platform/sheets/export.ts';
import { type Language, speak } from '../../platform/words.ts';
import { routes as charterRoutes } from './charter-routes.ts';
import { countComposition, listBreaches, recheckComposition } from './composition-store.ts';
import * as contract from './contract.ts';
import { routes as memberRoutes } from './member-routes.ts';
import { listMembers } from './member-store.ts';
import { codeKnown, endAllMemberships, nameKnown, registerCooperative } from './register-store.ts';
import { checkDissolution, readCreditCode } from './rules.ts';
import { cooperativeSheet } from './sheet-contract.ts';
import { routes as sheetRoutes } from './sheet-routes.ts';
import * as store from './store.ts';
import { words } from './words.ts';

const acts = [
  'cooperative.correct',
  'cooperative.dissolve',
  'charter.record',
  'membership.record',
  'membership.import',
  'membership.export',
];

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const mostExported = 20_000;

const registerRoutes: readonly Handler[] = [
  handle(contract.listCooperatives, async ({ tx, query }) => {
    const { rows, total } = await store.listCooperatives(tx, query);
    return ok({ rows: [...rows], total });
  }),

  handle(contract.exportCooperatives, async ({ tx, actor, query, language }) => {
    const { rows } = await store.listCooperatives(tx, { ...query, limit: mostExported, offset: 0 });
    const place = actor.range?.lo ?? 0;
    const [first] = rows;
    if (first) noteAct(tx, 'cooperative', { key: first, place, note: { exported: rows.length, ...query } });
    const list = writeList({
      spec: cooperativeSheet,
      rows: rows.map((row) => ({ ...row, placeName: row.placeName, branchLed: String(row.branchLed) })),
      language,
      exportedBy: actor.name,
      exportedAt: tx.now,
    });
    return ok(await workbook(list, language));
  }),

  handle(contract.getCooperative, async ({ tx, params, allowed }) => {
    const row = await store.findCooperativeListed(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const breaches = await listBreaches(tx, params);
    const { publicAffairs: _, ...composition } = await countComposition(tx, params, todayInShanghai(tx.now));
    const subject = { place: row.place, organisationId: row.id };
    return ok({ ...row, breaches: [...breaches], composition, allowed: allowed(acts, subject) });
  }),

  handle(contract.recordCooperative, async ({ tx, body, decide }) => {
    const refused = decide('cooperative.register', { place: body.place });
    if (refused) return refuse(refused);
    const made = await registerCooperative(tx, body);
    return made.ok ? ok({ county: made.value.county, id: made.value.id }) : made;
  }),

  handle(contract.correctCooperative, async ({ tx, params, body, decide }) => {
    const row = await store.findCooperative(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('cooperative.correct', { place: row.place, organisationId: row.id });
    if (refused) return refuse(refused);
    if (body.registeredOn > todayInShanghai(tx.now))
      return refuse({ code: 'cooperative_in_future', field: 'registeredOn' });
    const code = readCreditCode(row.kind, body.creditCode);
    if (!code.ok) return code;
    if (code.value !== row.creditCode) {
      await store.releaseCode(tx, params);
      if (code.value !== null && !(await store.claimCode(tx, code.value, params))) return refuse(codeKnown);
    }
    const { revision, reason, ...fields } = body;
    return correct(tx, { ...params, revision }, { fields: { ...fields, creditCode: code.value }, reason });
  }),

  handle(contract.dissolveCooperative, async ({ tx, params, body, decide }) => {
    const row = await store.findCooperative(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('cooperative.dissolve', { place: row.place, organisationId: row.id });
    if (refused) return refuse(refused);
    const { revision, dissolvedOn, reason } = body;
    const checked = checkDissolution(row, dissolvedOn, todayInShanghai(tx.now));
    if (!checked.ok) return checked;
    if (!(await store.dissolveCooperative(tx, { ...params, revision }, { dissolvedOn, reason })))
      return refuse({ code: 'stale' });
    const members = await listMembers(tx, { county: row.county, cooperativeId: row.id, on: dissolvedOn });
    await endAllMemberships(tx, members, { leftOn: dissolvedOn, reason });
    await recheckComposition(tx, { ...row, dissolvedOn });
    return ok(params);
  }),

  handle(contract.withdrawCooperative, async ({ tx, params, body, decide }) => {
    const row = await store.findCooperative(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('cooperative.dissolve', { place: row.place, organisationId: row.id });
    if (refused) return refuse(refused);
    await store.releaseCode(tx, params);
    try {
      const done = await store.withdrawCooperative(tx, { ...params, revision: body.revision }, body.reason);
      return done ? ok(params) : refuse({ code: 'stale' });
    } catch (error) {
      if (isForeignKeyViolation(error)) return refuse({ code: 'cooperative_in_use' });
      throw error;
    }
  }),
];

async function correct(
  tx: Tx,
  key: { county: number; id: string; revision: number },
  change: { readonly fields: store.CooperativeFields; readonly reason: string },
) {
  try {
    const done = await store.correctCooperative(tx, key, change);
    return done ? ok({ county: key.county, id: key.id }) : refuse<Refusal>({ code: 'stale' });
  } catch (error) {
    if (isUniqueViolation(error, 'cooperative_county_place_name_key')) return refuse<Refusal>(nameKnown);
    throw error;
  }
}

async function workbook(list: AsyncIterable<Buffer>, language: Language) {
  const pieces: Buffer[] = [];
  for await (const piece of list) pieces.push(piece);
  return { fileName: `${speak(words.title, language)}.xlsx`, contentType: xlsx, content: Buffer.concat(pieces) };
}

export const routes: readonly Handler[] = [...registerRoutes, ...charterRoutes, ...memberRoutes, ...sheetRoutes];
