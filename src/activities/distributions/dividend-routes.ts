import { findBooks, postVoucher } from '../../ledgers/books/public.ts';
import { isUniqueViolation } from '../../platform/db/connection.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { type Language, speak } from '../../platform/words.ts';
import { listPlaceNames } from '../../registers/places/public.ts';
import * as corrections from './correction-store.ts';
import { subjectOf } from './distribution-routes.ts';
import * as contract from './dividend-contract.ts';
import { explain } from './explain-rules.ts';
import * as lines from './line-store.ts';
import { pageOf, subjectType } from './rules.ts';
import { choicesOf, compareRuns, type Run, runOption } from './run-rules.ts';
import { loadRun } from './run-store.ts';
import { type DistributionRow, findDistribution } from './store.ts';
import { correctionLines } from './voucher-rules.ts';
import { words } from './words.ts';

/** More years than any household has. */
const mostOwn = 100;

export const routes = [
  handle(contract.compareOptions, async ({ tx, params }) => {
    const row = await findDistribution(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const { base, members, options } = await loadRun(tx, row);
    const compared = compareRuns(
      base,
      members,
      options.map(({ name, ordinal: _, ...charter }) => ({ name, charter })),
    );
    if (!compared.ok) return compared;
    const digits = (quotient: { numerator: bigint; denominator: bigint }) => ({
      numerator: String(quotient.numerator),
      denominator: String(quotient.denominator),
    });
    return ok({
      options: compared.value.options.map(({ gini: _gini, ...view }, at) => ({
        ...view,
        id: options[at]?.id ?? '',
        median: digits(view.median),
        poorMedian: view.poorMedian ? digits(view.poorMedian) : null,
        refusals: view.refusals.map((refusal) => ({ ...refusal })),
      })),
      shifts: compared.value.shifts.map((shift) => ({ ...shift })),
    });
  }),

  handle(contract.compareMembers, async ({ tx, params, query }) => {
    const row = await findDistribution(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const { base, members, options } = await loadRun(tx, row);
    const runs: Run[] = [];
    for (const option of options) {
      const run = runOption(base, members, option);
      if (!run.ok) return run;
      runs.push(run.value);
    }
    const asked = query.against ? options.findIndex(({ id }) => id === query.against) : options.length - 1;
    if (asked < 0) return refuse({ code: 'not_found', field: 'against' });
    const found = choicesOf(members, runs, asked).filter(
      ({ member, change }) =>
        (!query.q || member.number.includes(query.q) || member.name.includes(query.q)) &&
        (!query.poor || member.poor === query.poor) &&
        (!query.change || change === query.change),
    );
    const sign = query.order === 'desc' ? -1 : 1;
    if (query.sort === 'changeFen') found.sort((a, b) => sign * Number(a.changeFen - b.changeFen));
    else if (sign < 0) found.reverse();
    const shown = found.slice(query.offset, query.offset + query.limit);
    const names = await listPlaceNames(tx, [...new Set(shown.map(({ member }) => member.memberPlace))]);
    return ok({
      rows: shown.map(({ member, totalFen, changeFen }) => ({
        ...{ membershipId: member.membershipId, number: member.number, name: member.name, poor: member.poor },
        ...{ memberPlaceName: names.get(member.memberPlace) ?? null, totalFen: [...totalFen], changeFen },
      })),
      total: found.length,
    });
  }),

  handle(contract.listLines, async ({ tx, params, query }) => {
    const row = await findDistribution(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const { rows, total } = await lines.listLines(tx, row, query);
    const names = await listPlaceNames(tx, [...new Set(rows.map(({ memberPlace }) => memberPlace))]);
    return ok({
      rows: rows.map(({ sharesFen, ...line }) => ({
        ...line,
        shares: sharesFen,
        memberPlaceName: names.get(line.memberPlace) ?? null,
      })),
      total,
    });
  }),

  handle(contract.listPlaces, async ({ tx, params }) => {
    const row = await findDistribution(tx, params);
    return row ? ok({ rows: [...(await lines.sumByPlace(tx, row))] }) : refuse({ code: 'not_found' });
  }),

  handle(contract.listOwnDividends, async ({ tx, language }) => {
    const found = await lines.listExplained(tx, {}, mostOwn);
    const rows = [];
    for (const line of found) {
      const sums = await lines.readSums(tx, { county: line.county, id: line.distributionId });
      if (!sums) continue;
      rows.push({
        ...{ county: line.county, distributionId: line.distributionId, cooperativeName: sums.cooperativeName },
        ...{ year: line.year, declaredOn: line.declaredOn, name: line.name, totalFen: line.totalFen + line.changedFen },
        ...{ paidFen: line.paidFen, inFlightFen: line.inFlightFen },
        explanation: explainInWords(line, sums, language),
      });
    }
    return ok({ rows });
  }),

  handle(contract.listCorrections, async ({ tx, actor, params, allowed }) => {
    const row = await findDistribution(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const acts = allowed(row.state === 'declared' ? ['dividend.correct'] : [], subjectOf(row));
    const rows = [];
    for (const one of await corrections.listCorrections(tx, row)) {
      const mayPost = one.state === 'proposed' && one.madeBy !== actor.accountId;
      const { proposed: _proposed, distributionId: _distribution, madeBy: _maker, ...shown } = one;
      rows.push({
        ...shown,
        changes: [...(await changesOf(tx, row, one))],
        allowed: mayPost ? allowed(['dividend.check'], subjectOf(row)) : [],
      });
    }
    return ok({ rows, allowed: acts });
  }),

  handle(contract.proposeCorrection, async ({ tx, params, body, decide }) => {
    const row = await findDistribution(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('dividend.correct', subjectOf(row));
    if (refused) return refuse(refused);
    if (row.state !== 'declared') return refuse({ code: 'distribution_not_declared' });
    const awards = await corrections.listAwards(
      tx,
      row,
      body.lines.map(({ membershipId }) => membershipId),
    );
    const unknown = body.lines.findIndex(
      (line) => !awards.some(({ membershipId }) => membershipId === line.membershipId),
    );
    if (unknown >= 0) return refuse({ code: 'correction_member_unknown', field: `lines.${unknown}.membershipId` });
    const proposed = body.lines.map(({ membershipId, refundFen, remainderFen }) => ({
      ...{ membershipId, refundFen: String(refundFen), remainderFen: String(remainderFen) },
    }));
    try {
      await corrections.recordCorrection(tx, row, { id: body.id, cause: body.cause, proposed });
    } catch (error) {
      if (isUniqueViolation(error, 'dividend_correction_open')) return refuse({ code: 'correction_open' });
      throw error;
    }
    return ok({ county: row.county, id: body.id });
  }),

  handle(contract.postCorrection, async ({ tx, params, body, decide }) => {
    const row = await findDistribution(tx, params);
    const found = row && (await corrections.listCorrections(tx, row)).find(({ id }) => id === params.correctionId);
    if (!row || !found) return refuse({ code: 'not_found' });
    const refused = decide('dividend.check', { ...subjectOf(row), makerId: found.madeBy });
    if (refused) return refuse(refused);
    if (found.state !== 'proposed') return refuse({ code: 'correction_posted' });
    return post(tx, row, { ...found, revision: body.revision });
  }),
];

async function changesOf(tx: Tx, row: DistributionRow, correction: corrections.CorrectionRow) {
  if (correction.state === 'posted') {
    const posted = await corrections.listChanges(tx, correction);
    return posted.map((change) => ({ ...change, differenceFen: change.newFen - change.oldFen }));
  }
  const wanted = new Map(correction.proposed.map((line) => [line.membershipId, line]));
  const awards = await corrections.listAwards(tx, row, [...wanted.keys()]);
  return awards.map(({ membershipId, number, name, refundFen, remainderFen }) => {
    const line = wanted.get(membershipId);
    const newFen = BigInt(line?.refundFen ?? '0') + BigInt(line?.remainderFen ?? '0');
    const oldFen = refundFen + remainderFen;
    return { membershipId, number, name, oldFen, newFen, differenceFen: newFen - oldFen };
  });
}

async function post(
  tx: Tx,
  distribution: DistributionRow,
  row: corrections.CorrectionRow,
): Promise<Result<{ county: number; id: string; voucherId: string | null }, Refusal>> {
  const { county, cooperativeId } = distribution;
  const wanted = new Map(row.proposed.map((line) => [line.membershipId, line]));
  const awards = await corrections.listAwards(tx, distribution, [...wanted.keys()]);
  const changes = awards.map((award) => {
    const line = wanted.get(award.membershipId);
    return { award, refundFen: BigInt(line?.refundFen ?? '0'), remainderFen: BigInt(line?.remainderFen ?? '0') };
  });
  const postedOn = todayInShanghai(tx.now);
  const books =
    distribution.ruleSet === 'contract' ? undefined : await findBooks(tx, { county, cooperativeId, on: postedOn });
  if (!books && distribution.ruleSet !== 'contract') return refuse({ code: 'books_missing' });
  const entry = books
    ? correctionLines({
        chart: books.chart,
        changes: changes.map(({ award, refundFen, remainderFen }) => ({
          membershipId: award.membershipId,
          refundFen: refundFen - award.refundFen,
          dividendFen: remainderFen - award.remainderFen,
        })),
      })
    : [];
  const written =
    entry.length > 0
      ? await postVoucher(tx, {
          ...{ county, cooperativeId, occurredOn: postedOn, template: 'distribution_correction', lines: entry },
          memo: speak(words['voucher.corrected'], 'zh', { year: distribution.year, cause: row.cause }),
          ...{ sourceType: subjectType, sourceId: distribution.id, makerId: row.madeBy, checkerId: tx.actor.accountId },
          sourcePage: `${pageOf(distribution)}?tab=corrections`,
        })
      : undefined;
  if (written && !written.ok) return written;
  const voucherId = written?.value.voucherId ?? null;
  const done = await corrections.postCorrection(tx, { distribution, row }, { changes, postedOn, voucherId });
  return done ? ok({ county, id: row.id, voucherId }) : refuse({ code: 'stale' });
}

/** The sum of a line in plain words. */
export function explainInWords(line: lines.ExplainedLine, sums: lines.PublicSums, language: Language): string[] {
  return explain(line, sums).map(({ key, values }) => speak(words[`explain.${key}`], language, values));
}
