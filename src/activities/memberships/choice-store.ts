import { chartFor } from '../../ledgers/books/chart-rules.ts';
import { findBooks } from '../../ledgers/books/public.ts';
import { listLots, listPolicies, listShareClasses, listValuations } from '../../ledgers/shares/public.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { CooperativeRow } from '../../registers/cooperatives/public.ts';

/** What the form of an act offers to choose from. */
export async function listChoices(tx: Tx, cooperative: CooperativeRow, membershipId: string | undefined) {
  const { county, id: cooperativeId, kind, name } = cooperative;
  const at = { county, cooperativeId };
  const book = chartFor(kind, '2024-01-01') === undefined ? undefined : await findBooks(tx, at);
  const classes = await listShareClasses(tx, at);
  const lots = membershipId === undefined ? [] : await listLots(tx, { county, id: membershipId });
  const valuations = await listValuations(tx, { county, id: cooperativeId }, { limit: 1000, offset: 0 });
  const policies = await listPolicies(tx, { county, id: cooperativeId });
  return {
    name,
    booksId: book?.id ?? null,
    classes: classes.map((share) => ({ id: share.id, name: share.name, kind: share.kind, parFen: share.parFen })),
    lots: lots
      .filter(({ shares }) => shares > 0)
      .map(({ id, className, acquiredOn, expiresOn, shares, agreedFen, paidFen }) => ({
        ...{ id, className, acquiredOn, expiresOn, shares, unpaidFen: agreedFen - paidFen },
      })),
    valuations: valuations.rows
      .filter((one) => one.membershipId === membershipId && one.shares === 0)
      .map(({ id, description, valueFen }) => ({ id, description, valueFen })),
    policies: policies
      .filter(({ frozenOn, issuedOn, classId }) => frozenOn !== null && issuedOn === null && classId !== null)
      .map((policy) => ({ id: policy.id, name: policy.name, members: policy.members })),
  };
}
