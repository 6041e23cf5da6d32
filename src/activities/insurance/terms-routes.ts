import { isUniqueViolation } from '../../platform/db/connection.ts';
import { type Handler, handle } from '../../platform/http/handle.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { findAgency } from '../../registers/agencies/public.ts';
import { sharesOf } from './column-rules.ts';
import { splitPremium } from './rules.ts';
import * as contract from './terms-contract.ts';
import * as store from './terms-store.ts';

export const routes: readonly Handler[] = [
  handle(contract.listTerms, async ({ tx, allowed }) => {
    const rows = (await store.listTerms(tx)).map((row) => ({ ...row }));
    const insurers = (await store.listInsurers(tx)).map((one) => ({ ...one }));
    return ok({ rows, insurers, allowed: allowed(['insurance.terms'], {}) });
  }),

  handle(contract.setTerms, async ({ tx, body, decide }) => {
    const refused = decide('insurance.terms', {});
    if (refused) return refuse(refused);
    const parts = splitPremium(0n, sharesOf(body));
    if (!parts.ok) return refuse({ ...parts.refusal, field: 'holderBp' });
    if ((body.seasonFrom === null) !== (body.seasonTo === null))
      return refuse({ code: 'insurance_season_half', field: 'seasonTo' });
    try {
      await store.recordTerms(tx, body);
    } catch (error) {
      if (isUniqueViolation(error, 'insurance_terms_once'))
        return refuse({ code: 'insurance_terms_known', field: 'startsOn' });
      throw error;
    }
    return ok({ id: body.id });
  }),

  handle(contract.enrolInsurer, async ({ tx, body, decide }) => {
    const refused = decide('insurance.terms', {});
    if (refused) return refuse(refused);
    const agency = await findAgency(tx, { county: body.county, id: body.agencyId });
    if (!agency) return refuse({ code: 'not_found', field: 'agencyId' });
    if (agency.kind !== 'insurer') return refuse({ code: 'insurance_no_insurer', field: 'agencyId' });
    const { id, county, name } = agency;
    await store.recordInsurer(tx, { id, county, name, enrolledOn: todayInShanghai(tx.now) });
    return ok({ id });
  }),
];
