import type { Subject } from '../../platform/access/rules.ts';
import { isUniqueViolation } from '../../platform/db/connection.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { takeBackMotion } from '../../procedures/assemblies/public.ts';
import { withdrawNotice } from '../../procedures/notices/public.ts';
import { findCharter, findCooperative } from '../../registers/cooperatives/public.ts';
import * as contract from './contract.ts';
import { findConversionClass } from './conversion-store.ts';
import { freezeYear } from './freeze-store.ts';
import { subjectType, viewRow } from './rules.ts';
import { refusalOf } from './run-rules.ts';
import { divideBy } from './run-store.ts';
import { recordBasis } from './snapshot-store.ts';
import * as store from './store.ts';
import { drawsWithin } from './surplus-rules.ts';
import { viewDistribution } from './view-store.ts';

export const routes = [
  handle(contract.listDistributions, async ({ tx, query }) => {
    const { rows, total } = await store.listDistributions(tx, query);
    return ok({ rows: rows.map((row) => viewRow(row)), total });
  }),

  handle(contract.getDistribution, async ({ tx, params, allowed }) => {
    const row = await store.findDistribution(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const view = await viewDistribution(tx, row);
    const acts = allowed(openActs(row), subjectOf(row));
    const isOwnChoice = row.madeBy === tx.actor.accountId;
    return ok({ ...view, allowed: acts.filter((act) => act !== 'distribution.declare' || !isOwnChoice) });
  }),

  handle(contract.recordDistribution, async ({ tx, body, decide }) => {
    const cooperative = await findCooperative(tx, { county: body.county, id: body.cooperativeId });
    if (!cooperative) return refuse({ code: 'not_found', field: 'cooperativeId' });
    const { county, place, id: cooperativeId } = cooperative;
    const refused = decide('distribution.make', { place, organisationId: cooperativeId });
    if (refused) return refuse(refused);
    const frozen = await freezeYear(tx, cooperative, { year: body.year, recordOn: body.recordOn, snapshot: 1 });
    if (!frozen.ok) return frozen;
    const { base, ruleSet, rows } = frozen.value;
    try {
      await store.recordDistribution(tx, cooperative, { id: body.id, year: body.year, ruleSet, base });
    } catch (error) {
      if (isUniqueViolation(error, 'distribution_once')) return refuse({ code: 'distribution_known', field: 'year' });
      throw error;
    }
    const head = { county, id: body.id, place, cooperativeId };
    await recordBasis(tx, { ...head, snapshot: 1 }, rows);
    const charter = await findCharter(tx, { county, cooperativeId, on: base.recordOn });
    if (!charter && ruleSet !== 'contract') return refuse({ code: 'distribution_no_charter', field: 'cooperativeId' });
    const option = charter ?? nothingSetAside;
    await store.recordOption(tx, head, {
      ...option,
      convertedBp: 0,
      ...{ id: newRecordId(tx), ordinal: 1, name: charter?.resolutionNumber ?? '1' },
      ...(ruleSet === 'farmers_professional' ? {} : { reserveQuantifiedBy: undefined, patronageBp: 0 }),
    });
    return ok({ county, id: body.id });
  }),

  handle(contract.refreezeDistribution, async ({ tx, params, body, decide }) => {
    const row = await store.findDistribution(tx, params);
    const cooperative = row && (await findCooperative(tx, { county: row.county, id: row.cooperativeId }));
    if (!row || !cooperative) return refuse({ code: 'not_found' });
    const refused = decide('distribution.make', subjectOf(row));
    if (refused) return refuse(refused);
    if (row.state !== 'draft' && row.state !== 'chosen') return refuse({ code: 'distribution_closed' });
    const snapshot = row.snapshot + 1;
    const frozen = await freezeYear(tx, cooperative, { year: row.year, recordOn: body.recordOn, snapshot });
    if (!frozen.ok) return frozen;
    const { base, rows } = frozen.value;
    const key = { ...params, revision: body.revision };
    if (!(await store.refreeze(tx, key, { base, reason: body.reason }))) return refuse({ code: 'stale' });
    await recordBasis(tx, { ...row, snapshot }, rows);
    return ok(params);
  }),

  handle(contract.withdrawDistribution, async ({ tx, params, body, decide }) => {
    const row = await store.findDistribution(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('distribution.withdraw', subjectOf(row));
    if (refused) return refuse(refused);
    if (row.state === 'declared' || row.state === 'withdrawn') return refuse({ code: 'distribution_closed' });
    const key = { ...params, revision: body.revision };
    if (!(await store.withdrawDistribution(tx, key, body.reason))) return refuse({ code: 'stale' });
    const subject = { county: row.county, subjectType, subjectId: row.id };
    await withdrawNotice(tx, subject, body.reason);
    await takeBackMotion(tx, subject, body.reason);
    return ok(params);
  }),

  handle(contract.recordOption, async ({ tx, params, body, decide }) => {
    const row = await store.findDistribution(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('distribution.make', subjectOf(row));
    if (refused) return refuse(refused);
    if (row.state !== 'draft' && row.state !== 'chosen') return refuse({ code: 'distribution_closed' });
    if (row.ruleSet === 'contract') return refuse({ code: 'distribution_no_options' });
    if (!drawsWithin(body)) return refuse({ code: 'surplus_draws_beyond_whole', field: 'surplusReserveBp' });
    const convertible = await mayConvert(tx, row, body.convertedBp);
    if (!convertible.ok) return convertible;
    const taken = (await store.listOptions(tx, row)).map(({ ordinal }) => ordinal);
    const ordinal = [1, 2, 3].find((number) => !taken.includes(number));
    if (ordinal === undefined) return refuse({ code: 'distribution_options_full' });
    await store.recordOption(tx, row, { ...body, ordinal });
    return ok({ county: row.county, id: body.id });
  }),

  handle(contract.withdrawOption, async ({ tx, params, body, decide }) => {
    const row = await store.findDistribution(tx, params);
    const option = row && (await store.listOptions(tx, row)).find(({ id }) => id === params.optionId);
    if (!row || !option) return refuse({ code: 'not_found' });
    const refused = decide('distribution.make', subjectOf(row));
    if (refused) return refuse(refused);
    if (row.state === 'declared' || row.optionId === option.id) return refuse({ code: 'distribution_option_chosen' });
    const key = { county: row.county, id: option.id, revision: body.revision };
    const gone = await store.withdrawOption(tx, key, body.reason);
    return gone ? ok({ county: row.county, id: option.id }) : refuse({ code: 'stale' });
  }),

  handle(contract.chooseOption, async ({ tx, params, body, decide }) => {
    const row = await store.findDistribution(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('distribution.make', subjectOf(row));
    if (refused) return refuse(refused);
    if (row.state !== 'draft' && row.state !== 'chosen') return refuse({ code: 'distribution_closed' });
    const run = await divideBy(tx, row, body.optionId);
    if (!run.ok) return run;
    const { statement, steps, digest } = run.value;
    const against = refusalOf(run.value);
    if (against) return refuse({ ...against, field: 'optionId' });
    if (statement.row17 + statement.row18 === 0n) return refuse({ code: 'distribution_nothing', field: 'optionId' });
    const drawn = (code: string) => steps.find((step) => step.code === code)?.amountFen ?? 0n;
    const chosen = await store.choose(
      tx,
      { ...params, revision: body.revision },
      {
        ...{ optionId: body.optionId, digest, patronageRefundFen: statement.row17, remainderFen: statement.row18 },
        ...{ surplusReserveFen: drawn('surplus_reserve'), welfareFen: drawn('welfare_reserve') },
        ...{ expansionFen: drawn('expansion_reserve'), reliefFen: drawn('relief_reserve') },
      },
    );
    return chosen ? ok(params) : refuse({ code: 'stale' });
  }),
];

const nothingSetAside = {
  ...{ resolutionNumber: '1', surplusReserveBp: 0, expansionBp: 0, reliefBp: 0, welfareReserveBp: 0, patronageBp: 0 },
  reserveQuantifiedBy: undefined,
};

/** Conversion is for cooperatives, and needs a class in which contributions are recorded. */
async function mayConvert(tx: Tx, row: store.DistributionRow, bp: number): Promise<Result<true, Refusal>> {
  if (bp === 0) return ok(true);
  const field = 'convertedBp';
  if (row.ruleSet !== 'farmers_professional') return refuse({ code: 'conversion_of_cooperatives', field });
  const share = await findConversionClass(tx, { ...row, on: todayInShanghai(tx.now) });
  return share ? ok(true) : refuse({ code: 'conversion_no_class', field });
}

export function subjectOf({ place, cooperativeId }: store.DistributionRow): Subject {
  return { place, organisationId: cooperativeId };
}

/** What may be done in the state it is in; who may do it is decided beside. */
function openActs(row: store.DistributionRow): string[] {
  switch (row.state) {
    case 'draft':
      return ['distribution.make', 'distribution.withdraw'];
    case 'chosen':
      return ['distribution.make', 'distribution.withdraw', 'distribution.declare'];
    case 'declared':
      return ['dividend.correct', 'dividend.check', 'payout.make', 'payout.settle', 'payee.record'];
    case 'withdrawn':
      return [];
  }
}
