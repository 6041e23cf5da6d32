import type { Subject } from '../../platform/access/rules.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { formatYuan } from '../../platform/pure/money.ts';
import { formatBp } from '../../platform/pure/ratio.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { openNotice, withdrawNotice } from '../../procedures/notices/public.ts';
import * as contract from './claim-contract.ts';
import { type ClaimRow, digestClaim, findClaim, listClaimLines, reviseClaim } from './claim-store.ts';
import { claimNotice } from './notice-rules.ts';
import { words } from './words.ts';

const subjectType = 'insurance_claim';

/** The survey of a claim on the board, and claims that end before an agreement. */
export const routes: readonly Handler[] = [
  handle(contract.postClaimNotice, async ({ tx, params, body, decide }) => {
    const row = await findClaim(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('insurance.report', subjectOf(row));
    if (refused) return refuse(refused);
    if (row.state !== 'surveyed') return refuse({ code: 'insurance_claim_not_surveyed' });
    const lines = await listClaimLines(tx, row);
    const digest = await digestClaim(tx, row);
    const change = { set: { state: 'listed', digest }, reason: 'listed' };
    if (!(await reviseClaim(tx, { ...params, revision: body.revision }, change))) return refuse({ code: 'stale' });
    const lineName = words[`code.line.${row.line}`][0];
    const content = claimNotice(
      {
        ...{ title: `${row.placeName}${lineName}${words['notice.claim'][0]}`, number: row.policyNumber, lineName },
        ...{ insurerName: row.insurerName, causeName: words[`code.cause.${row.cause}`][0] },
        total: formatYuan(row.agreedFen),
        lines: lines.map(({ name, surveyedUnits, lossBp, agreedFen }) => ({
          ...{ name, surveyedUnits: surveyedUnits ?? 0, loss: formatBp(lossBp ?? 0), agreedFen: agreedFen ?? 0n },
        })),
      },
      words,
    );
    return openNotice(tx, {
      ...content,
      ...{ county: row.county, place: row.place, organisationId: row.insurerId, kind: 'other' },
      ...{ subjectType, subjectId: row.id, digest, postedOn: body.postedOn, contact: body.contact },
      page: `/insurance-claims/${row.county}/${row.id}`,
    });
  }),

  handle(contract.resurveyClaim, async ({ tx, params, body, decide }) => {
    const row = await findClaim(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('insurance.survey', subjectOf(row));
    if (refused) return refuse(refused);
    if (row.state !== 'listed') return refuse({ code: 'insurance_claim_not_listed' });
    const change = { set: { state: 'surveyed', digest: null }, reason: body.reason };
    if (!(await reviseClaim(tx, { ...params, revision: body.revision }, change))) return refuse({ code: 'stale' });
    await withdrawNotice(tx, { county: row.county, subjectType, subjectId: row.id }, body.reason);
    return ok(params);
  }),

  handle(contract.closeClaim, async ({ tx, params, body, decide }) => {
    const row = await findClaim(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('insurance.report', subjectOf(row));
    if (refused) return refuse(refused);
    return end({ tx, row, state: 'withdrawn' }, body);
  }),

  handle(contract.declineClaim, async ({ tx, params, body, decide }) => {
    const row = await findClaim(tx, params);
    if (!row) return refuse({ code: 'not_found' });
    const refused = decide('insurance.survey', { ...subjectOf(row), makerId: row.madeBy });
    if (refused) return refuse(refused);
    return end({ tx, row, state: 'declined' }, body);
  }),
];

type Ending = {
  readonly tx: Parameters<typeof findClaim>[0];
  readonly row: ClaimRow;
  readonly state: 'withdrawn' | 'declined';
};

async function end({ tx, row, state }: Ending, body: { readonly revision: number; readonly reason: string }) {
  const isOpen = row.state === 'reported' || row.state === 'surveyed' || row.state === 'listed';
  if (!isOpen) return refuse({ code: 'insurance_claim_not_open' });
  const { county, id } = row;
  const change = { set: { state, closed_for: body.reason }, reason: body.reason };
  if (!(await reviseClaim(tx, { county, id, revision: body.revision }, change))) return refuse({ code: 'stale' });
  await withdrawNotice(tx, { county, subjectType, subjectId: id }, body.reason);
  return ok({ county, id });
}

function subjectOf({ place, insurerId }: ClaimRow): Subject {
  return { place, organisationId: insurerId };
}
