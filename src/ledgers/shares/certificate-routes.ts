import { newRecordId } from '../../platform/db/record-id.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { findCooperative, findMembership, listMembers } from '../../registers/cooperatives/public.ts';
import * as contract from './certificate-contract.ts';
import * as store from './certificate-store.ts';
import { certificateKey, readClaim } from './signature-store.ts';

export const routes: readonly Handler[] = [
  handle(contract.listCertificates, async ({ tx, params, query }) => {
    if (!(await findCooperative(tx, params))) return refuse({ code: 'not_found' });
    const { rows, total } = await store.listCertificates(tx, params, query);
    return ok({ rows: [...rows], total });
  }),

  handle(contract.issueCertificate, async ({ tx, params, body, decide }) => {
    const cooperative = await findCooperative(tx, params);
    const membership = await findMembership(tx, { county: params.county, id: body.membershipId });
    if (!cooperative || membership?.cooperativeId !== cooperative.id) return refuse({ code: 'not_found' });
    const refused = decide('share.certificate', { place: cooperative.place, organisationId: cooperative.id });
    if (refused) return refuse(refused);
    const on = todayInShanghai(tx.now);
    const reason = body.reason || contract.issueCertificate.act;
    const issued = await store.issueCertificate(tx, cooperative, { membership, on, id: body.id, reason });
    return issued.ok ? ok({ id: body.id }) : issued;
  }),

  handle(contract.issueAllCertificates, async ({ tx, params, decide }) => {
    const cooperative = await findCooperative(tx, params);
    if (!cooperative) return refuse({ code: 'not_found' });
    const refused = decide('share.certificate', { place: cooperative.place, organisationId: cooperative.id });
    if (refused) return refuse(refused);
    const on = todayInShanghai(tx.now);
    let issued = 0;
    for (const membership of await listMembers(tx, { county: params.county, cooperativeId: params.id, on })) {
      const id = newRecordId(tx);
      const done = await store.issueCertificate(tx, cooperative, {
        membership,
        on,
        id,
        reason: contract.issueAllCertificates.act,
      });
      if (done.ok) issued += 1;
      else if (done.refusal.code === 'stale') return done;
    }
    return ok({ issued });
  }),

  handle(contract.loseCertificate, async ({ tx, params, body, decide }) => {
    const certificate = await store.findCertificate(tx, params);
    if (!certificate) return refuse({ code: 'not_found' });
    const refused = decide('share.certificate', {
      place: certificate.place,
      organisationId: certificate.cooperativeId,
    });
    if (refused) return refuse(refused);
    if (certificate.state !== 'valid') return refuse({ code: 'certificate_not_valid' });
    const loss = { on: todayInShanghai(tx.now), reason: body.reason };
    const done = await store.loseCertificate(tx, { ...params, revision: body.revision }, loss);
    return done ? ok({ id: params.id }) : refuse({ code: 'stale' });
  }),

  handle(contract.getCertificateKey, async ({ tx }) =>
    ok({ algorithm: 'Ed25519' as const, publicKey: certificateKey(tx) }),
  ),

  handle(contract.verifyCertificate, async ({ tx, body }) => {
    const read = readClaim(tx, body.code);
    if (!read.ok) return read;
    const { claim, genuine } = read.value;
    const known = genuine ? await store.findCertificateState(tx, { county: claim.county, id: claim.id }) : undefined;
    return ok({
      genuine,
      state: known?.state ?? null,
      stateOn: known?.stateOn ?? null,
      claim: { ...claim, paidFen: /^\d{1,18}$/.test(claim.paidFen) ? BigInt(claim.paidFen) : 0n },
    });
  }),
];
