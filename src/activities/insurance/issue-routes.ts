import type { Subject } from '../../platform/access/rules.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { formatYuan } from '../../platform/pure/money.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { findNotice, openNotice, withdrawNotice } from '../../procedures/notices/public.ts';
import * as contract from './contract.ts';
import { digestPolicy, type InsuredRow, listInsured } from './insured-store.ts';
import { policyNotice } from './notice-rules.ts';
import { findPolicy, markInForce, markWithdrawn, type PolicyRow, revisePolicy } from './store.ts';
import { words } from './words.ts';

/** What notices know a policy by. */
const subjectType = 'insurance_policy';

export const routes: readonly Handler[] = [
  handle(contract.postPolicyNotice, async ({ tx, params, body, decide }) => {
    const row = await findPolicy(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('insurance.record', policySubject(row));
    if (refused) return refuse(refused);
    const isImported = row.state === 'in_force' && row.source === 'import';
    if (row.state !== 'draft' && !isImported) return refuse({ code: 'insurance_not_draft' });
    const insured = await listInsured(tx, row);
    const listed = checkList(row, insured);
    if (!listed.ok) return listed;
    const digest = await digestPolicy(tx, row);
    const set = { digest, ...(isImported ? {} : { state: 'listed', made_by: tx.actor.accountId }) };
    const key = { ...params, revision: body.revision };
    if (!(await revisePolicy(tx, key, { set, reason: 'listed' }))) return refuse({ code: 'stale' });
    const lineName = words[`code.line.${row.line}`][0];
    const title = `${row.placeName}${lineName}${words['notice.policy'][0]}`;
    const content = policyNotice({ ...row, title, lineName, premium: formatYuan(row.premiumFen), insured }, words);
    return openNotice(tx, {
      ...content,
      ...{ county: row.county, place: row.place, organisationId: row.insurerId, kind: 'other' },
      ...{ subjectType, subjectId: row.id, digest, postedOn: body.postedOn, contact: body.contact },
      page: `/insurance-policies/${row.county}/${row.id}`,
    });
  }),

  handle(contract.reopenPolicy, async ({ tx, params, body, decide }) => {
    const row = await findPolicy(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('insurance.record', policySubject(row));
    if (refused) return refuse(refused);
    if (row.state !== 'listed') return refuse({ code: 'insurance_not_listed' });
    const set = { state: 'draft', digest: null };
    const key = { ...params, revision: body.revision };
    if (!(await revisePolicy(tx, key, { set, reason: body.reason }))) return refuse({ code: 'stale' });
    await withdrawNotice(tx, { county: row.county, subjectType, subjectId: row.id }, body.reason);
    return ok(params);
  }),

  handle(contract.issuePolicy, async ({ tx, params, body, decide }) => {
    const row = await findPolicy(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const subject = policySubject(row);
    const refused = decide('insurance.issue', row.madeBy ? { ...subject, makerId: row.madeBy } : subject);
    if (refused) return refuse(refused);
    const insured = await listInsured(tx, row);
    const notice = await findNotice(tx, { county: row.county, subjectType, subjectId: row.id });
    const isCurrent = notice?.digest === row.digest && row.digest === (await digestPolicy(tx, row));
    const proposed = proposeIssue(row, insured, isCurrent ? notice?.state : undefined);
    if (!proposed.ok) return proposed;
    const key = { ...params, revision: body.revision };
    const ids = insured.map(({ id }) => id);
    const on = todayInShanghai(tx.now);
    return (await markInForce(tx, key, { on, ids })) ? ok(params) : refuse({ code: 'stale' });
  }),

  handle(contract.withdrawPolicy, async ({ tx, params, body, decide }) => {
    const row = await findPolicy(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('insurance.record', policySubject(row));
    if (refused) return refuse(refused);
    if (row.state === 'withdrawn') return refuse({ code: 'insurance_withdrawn' });
    const insured = await listInsured(tx, row);
    if (insured.some(({ claimedFen }) => claimedFen > 0n)) return refuse({ code: 'insurance_claimed_before' });
    const key = { ...params, revision: body.revision };
    const ids = insured.map(({ id }) => id);
    if (!(await markWithdrawn(tx, key, { ids, reason: body.reason }))) return refuse({ code: 'stale' });
    await withdrawNotice(tx, { county: row.county, subjectType, subjectId: row.id }, body.reason);
    return ok(params);
  }),
];

export function policySubject({ place, insurerId }: PolicyRow): Subject {
  return { place, organisationId: insurerId };
}

/** A list together bears the signature of everybody on it (Agricultural Insurance Regulation, article 10). */
function checkList(row: PolicyRow, insured: readonly InsuredRow[]): Result<true, Refusal> {
  if (insured.length === 0) return refuse({ code: 'insurance_nobody' });
  const unsigned = insured.filter(({ signedOn }) => signedOn === null).length;
  if (row.source === 'hand' && unsigned > 0) return refuse({ code: 'insurance_unsigned', values: { count: unsigned } });
  return ok(true);
}

function proposeIssue(
  row: PolicyRow,
  insured: readonly InsuredRow[],
  notice: string | undefined,
): Result<true, Refusal> {
  const listed = checkList(row, insured);
  if (!listed.ok) return listed;
  const isAlone = row.holderKind === 'household' && insured.length === 1;
  if (row.state === 'draft' && isAlone) return ok(true);
  if (row.state !== 'listed') return refuse({ code: 'insurance_not_listed' });
  if (notice === undefined) return refuse({ code: 'insurance_changed' });
  return notice === 'cleared' ? ok(true) : refuse({ code: 'insurance_notice_open' });
}
