import type { Tx } from '../../platform/db/transact.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { addDays, localDate, todayInShanghai } from '../../platform/pure/period.ts';
import { ratioBp } from '../../platform/pure/ratio.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { planCase, proposeAlertDecision } from './alert-case-rules.ts';
import * as contract from './alert-contract.ts';
import { type AlertLimits, alertRules, compare, type FoundAlert } from './alert-fact-rules.ts';
import { listLotFacts, listMovementFacts, listPaymentFacts, type PaymentWindow } from './alert-fact-store.ts';
import { detect } from './alert-rules.ts';
import * as store from './alert-store.ts';

export const routes: readonly Handler[] = [
  handle(contract.listAlerts, async ({ tx, query }) => {
    const { rows, total } = await store.listAlerts(tx, query);
    return ok({ rows: rows.map((row) => ({ ...row, detail: { ...row.detail } })), total });
  }),

  handle(contract.backTest, async ({ tx, query }) => {
    const { place, from, through, ...trial } = query;
    const inForce = await store.readAlertLimits(tx, todayInShanghai(tx.now));
    const limits = tryOut(inForce, trial);
    const { found, payments } = await run(tx, { place, from, through }, limits);
    const cases = await store.listKnownAlerts(tx, entriesOf(found));
    const counts = await store.countAlerts(tx, place);
    const rules = alertRules.map((rule) => {
      const mine = found.filter((one) => one.rule === rule);
      const known = mine.flatMap((one) => {
        const plan = planCase(one, cases);
        return plan.kind === 'known' ? [plan.known] : [];
      });
      const { confirmed = 0, cleared = 0 } = counts.find((one) => one.rule === rule) ?? {};
      return {
        ...{ rule, found: mine.length, foundFen: mine.reduce((sum, { amountFen }) => sum + amountFen, 0n) },
        ...{ known: known.length, confirmed: known.filter(({ state }) => state === 'confirmed').length },
        cleared: known.filter(({ state }) => state === 'cleared').length,
        hitBp: ratioBp(confirmed, confirmed + cleared) ?? null,
      };
    });
    return ok({ payments, limits: plainLimits(limits), rules });
  }),

  handle(contract.findAlerts, async ({ tx, body, decide }) => {
    const refused = decide('misuse_alert.find', body.place === undefined ? {} : { place: body.place });
    if (refused) return refuse(refused);
    const { found, payments } = await run(tx, body, await store.readAlertLimits(tx, todayInShanghai(tx.now)));
    const cases = await store.listKnownAlerts(tx, entriesOf(found));
    let [opened, extended] = [0, 0];
    for (const one of found) {
      const plan = planCase(one, cases);
      if (plan.kind === 'open') {
        await store.recordAlert(tx, one);
        opened += 1;
      } else if (plan.kind === 'extend') {
        if (!(await store.extendAlert(tx, plan.known, one))) return refuse({ code: 'stale' });
        extended += 1;
      }
    }
    return ok({ payments, found: found.length, opened, extended });
  }),

  handle(contract.getAlert, async ({ tx, params, allowed }) => {
    const alert = await store.findAlert(tx, params);
    if (!alert) return refuse({ code: 'not_found' });
    const entries = await store.listEntries(tx, alert.entries);
    const acts =
      alert.state === 'open' ? ['misuse_alert.decide'] : alert.state === 'confirmed' ? ['finding.record'] : [];
    return ok({
      ...{ ...alert, detail: { ...alert.detail }, entries: [...entries] },
      allowed: allowed(acts, { place: alert.place }),
    });
  }),

  handle(contract.decideAlert, async ({ tx, params, body, decide }) => {
    const alert = await store.findAlert(tx, params);
    if (!alert) return refuse({ code: 'not_found' });
    const refused = decide('misuse_alert.decide', { place: alert.place });
    if (refused) return refuse(refused);
    const proposed = proposeAlertDecision(alert.state, body);
    if (!proposed.ok) return proposed;
    const done = await store.decideAlert(tx, { ...params, revision: body.revision }, body);
    return done ? ok(params) : refuse({ code: 'stale' });
  }),
];

/** days that a finding may reach back: a year for lists, a little more for what goes with it */
const reach = 400;

/** Runs the detectors over the days with what came before them, and keeps what ends within the days. */
async function run(
  tx: Tx,
  window: PaymentWindow,
  limits: AlertLimits,
): Promise<{ readonly found: readonly FoundAlert[]; readonly payments: number }> {
  const longer = { ...window, from: addDays(localDate(window.from), -reach) };
  const payments = await listPaymentFacts(tx, longer);
  const today = todayInShanghai(tx.now);
  const facts = { payments, movements: await listMovementFacts(tx, longer), lots: await listLotFacts(tx, window) };
  const found = detect({ ...facts, on: compare(today, window.through) < 0 ? today : window.through }, limits).filter(
    ({ rule, occurredOn }) => rule === 'idle_year' || occurredOn >= window.from,
  );
  return { found, payments: payments.filter(({ paidOn }) => paidOn >= window.from).length };
}

function entriesOf(found: readonly FoundAlert[]): readonly string[] {
  return [...new Set(found.flatMap(({ entries }) => entries))];
}

type Trial = Readonly<Partial<Record<keyof AlertLimits, number | undefined>>>;

/** The numbers in force with those that are tried instead. */
function tryOut(limits: AlertLimits, trial: Trial): AlertLimits {
  const fen = (key: 'twoOverFen' | 'threeOverFen' | 'roundFen') => {
    const tried = trial[key];
    return tried === undefined ? limits[key] : BigInt(tried);
  };
  return {
    ...{ twoOverFen: fen('twoOverFen'), threeOverFen: fen('threeOverFen') },
    splitDays: trial.splitDays ?? limits.splitDays,
    // a multiple of nothing is none
    roundFen: fen('roundFen') || 1n,
    againDays: trial.againDays ?? limits.againDays,
    yearEndDays: trial.yearEndDays ?? limits.yearEndDays,
    yearEndBp: trial.yearEndBp ?? limits.yearEndBp,
    jumpBp: trial.jumpBp ?? limits.jumpBp,
    listSameBp: trial.listSameBp ?? limits.listSameBp,
    idleDays: trial.idleDays ?? limits.idleDays,
  };
}

function plainLimits(limits: AlertLimits): Record<string, number> {
  return Object.fromEntries(Object.entries(limits).map(([key, value]) => [key, Number(value)]));
}
