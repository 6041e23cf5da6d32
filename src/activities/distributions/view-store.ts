import { findBooks } from '../../ledgers/books/public.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { listMotionStandings } from '../../procedures/assemblies/public.ts';
import { findNotice } from '../../procedures/notices/public.ts';
import { type ActProofs, actsOf } from './act-rules.ts';
import { readCautions } from './caution-store.ts';
import { isBaseUnchanged } from './freeze-store.ts';
import { stepsBefore, subjectType, viewRow } from './rules.ts';
import { divideShown } from './run-store.ts';
import type { DistributionRow } from './store.ts';

/** Everything that has to be proved before a distribution is posted, as it stands now. */
export async function readProofs(tx: Tx, row: DistributionRow) {
  const subject = { county: row.county, subjectType, subjectId: row.id };
  const notice = await findNotice(tx, subject);
  const [standing] = await listMotionStandings(tx, subject, [subjectType]);
  const resolution = standing?.resolution;
  const pending = standing?.pending;
  const { totalFen } = viewRow(row);
  const proofs: ActProofs = {
    state: row.state,
    digest: row.digest,
    booksUnchanged: await isBaseUnchanged(tx, row),
    notice,
    resolution,
    motionWaits: pending !== undefined && pending.digest === row.digest,
    unpaidFen: row.state === 'declared' && totalFen !== null ? totalFen - row.paidFen - row.convertedFen : undefined,
  };
  return { proofs, notice, resolution, pending };
}

/** One distribution as its page shows it; `allowed` is added by the route. */
export async function viewDistribution(tx: Tx, row: DistributionRow) {
  const { options, run } = await divideShown(tx, row);
  const { proofs, notice, resolution, pending } = await readProofs(tx, row);
  const { county, cooperativeId, recordOn } = row;
  const books = row.ruleSet === 'contract' ? undefined : await findBooks(tx, { county, cooperativeId, on: recordOn });
  const { row17 = 0n, row18 = 0n } = run.ok ? run.value.statement : {};
  const paidFen = row.paidFen + row.convertedFen;
  const cautions =
    books?.chart === 'coop37' && row.state !== 'withdrawn'
      ? await readCautions(tx, books, row17 + row18 + row.changedFen - paidFen)
      : [];
  return {
    ...viewRow(row),
    bookId: books?.id ?? null,
    cautions: [...cautions],
    options: [...options],
    statement: run.ok ? run.value.statement : null,
    steps: run.ok ? [...run.value.steps] : [],
    refusals: run.ok ? run.value.refusals.map((refusal) => ({ ...refusal })) : [],
    chain: [...stepsBefore(proofs)],
    acts: [...actsOf({ ...proofs, isUnlawful: run.ok && run.value.refusals.length > 0 })],
    notice: notice
      ? {
          ...{ noticeId: notice.noticeId, state: notice.state, postedOn: notice.postedOn, endsOn: notice.endsOn },
          isCurrent: notice.digest === row.digest,
        }
      : null,
    resolution: resolution
      ? {
          ...{ assemblyId: resolution.assemblyId, number: resolution.number, heldOn: resolution.heldOn },
          ...{ passed: resolution.passed, isCurrent: resolution.digest === row.digest },
        }
      : null,
    motionAssemblyId: pending?.assemblyId ?? null,
    motionWaits: proofs.motionWaits,
  };
}
