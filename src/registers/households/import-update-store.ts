import { type Revision, reviseMany } from '../../platform/db/revise-many.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { Row } from '../../platform/db/tx.ts';
import { householdColumns } from './household-store.ts';
import { fieldsOf, type HomeChange, type HomeProposal, type StayChange, stopsBeingHead } from './import-rules.ts';
import { nameColumns } from './name-store.ts';
import { toColumns } from './rules.ts';

/** Writes what the sheet says anew of households that are known. */
export async function reviseHomes(tx: Tx, proposals: readonly HomeProposal[]): Promise<void> {
  const revisions = proposals.flatMap(({ known, homeChange }): Revision[] => {
    if (!known || !homeChange) return [];
    const { county, id, revision } = known;
    return [{ key: { county, id, revision }, set: homeColumns(tx, homeChange) }];
  });
  await reviseAlike(tx, 'household', revisions);
}

/**
 * Writes what the sheet says anew of people who are known: first of those who stop being head, so that no household
 * has two in between, then of the others.
 */
export async function reviseStays(tx: Tx, proposals: readonly HomeProposal[], who: 'heads' | 'others'): Promise<void> {
  const revisions = proposals.flatMap(({ known, updates }): Revision[] => {
    if (!known) return [];
    return updates
      .filter((update) => stopsBeingHead(update) === (who === 'heads'))
      .map((update) => {
        const { id, revision } = update.stay;
        return { key: { county: known.county, id, revision }, set: stayColumns(tx, update) };
      });
  });
  await reviseAlike(tx, 'resident', revisions);
}

function homeColumns(tx: Tx, change: HomeChange): Row {
  const columns = householdColumns(tx, fieldsOf(change));
  if (!columns.ok) throw new Error(`checked before, refused now: ${columns.refusal.code}`);
  return columns.value;
}

function stayColumns(tx: Tx, { changed, nameOriginal }: StayChange): Row {
  const { name, ...fields } = changed;
  const named = name === undefined ? {} : nameColumns(tx, { name: String(name), original: nameOriginal });
  return { ...toColumns(fields), ...named };
}

/** One statement for all records in which the same columns change. */
async function reviseAlike(tx: Tx, table: 'household' | 'resident', revisions: readonly Revision[]): Promise<void> {
  const alike = Map.groupBy(revisions, ({ set }) => Object.keys(set).sort().join());
  for (const group of alike.values()) await reviseMany(tx, table, { revisions: group, reason: 'import' });
}
