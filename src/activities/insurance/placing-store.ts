import { type NewRow, recordMany } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import type { CellError } from '../../platform/sheets/model.ts';
import { headColumns, insuredColumns, sharesOf, type TermsRow } from './column-rules.ts';
import { differingCell, type IntakeRow, policyKey, weighRow } from './import-rules.ts';
import { recordManyInsured, recountPolicy } from './insured-store.ts';
import { findKnownPolicies, type KnownPolicy } from './placing-read-store.ts';
import { type HolderKind, type LineAmounts, payers, unitOf } from './rules.ts';
import { findPolicy, revisePolicy } from './store.ts';
import { listTerms } from './terms-store.ts';

/** A row whose household, or cooperative, is known. */
export interface PlacedRow {
  readonly row: IntakeRow;
  readonly place: number;
  readonly name: string;
  readonly householdId: string | null;
  readonly cooperativeId: string | null;
  readonly matched: 'number' | 'name' | 'near' | 'hand';
}

interface Line extends PlacedRow {
  readonly id: string;
  units: number;
  amounts: LineAmounts;
}

/** What becomes of one policy: new, or lines added to one that is known. */
interface PolicyPlan {
  readonly id: string;
  readonly place: number;
  readonly head: IntakeRow;
  readonly terms: TermsRow;
  readonly known: KnownPolicy | undefined;
  readonly lines: Map<string, Line>;
}

export interface PlacingPlan {
  readonly context: PlacingContext;
  readonly policies: readonly PolicyPlan[];
  /** rows that go onto policies */
  readonly placed: number;
  /** rows whose household stands on its policy already */
  readonly known: number;
  readonly faults: readonly CellError[];
}

export interface PlacingContext {
  readonly insurerId: string;
  readonly importId: string;
}

/** Puts rows together to policies, one for each number and village; two people of a household make one line. */
export async function planPolicies(
  tx: Tx,
  context: PlacingContext,
  placed: readonly PlacedRow[],
): Promise<PlacingPlan> {
  const terms = await listTerms(tx);
  const numbers = [...new Set(placed.map(({ row }) => row.number))];
  const known = new Map(
    (await findKnownPolicies(tx, context.insurerId, numbers)).map((one) => [policyKey(one.number, one.place), one]),
  );
  const policies = new Map<string, PolicyPlan>();
  const faults: CellError[] = [];
  let [count, before] = [0, 0];
  for (const one of placed) {
    const key = policyKey(one.row.number, one.place);
    const outcome = placeRow(tx, one, { policy: policies.get(key), known: known.get(key), terms });
    if ('code' in outcome) faults.push({ rowNumber: one.row.rowNumber, ...outcome });
    else if (outcome.isKnown) before += 1;
    else {
      policies.set(key, outcome.policy);
      count += 1;
    }
  }
  return { context, policies: [...policies.values()], placed: count, known: before, faults };
}

type Outcome =
  | { readonly isKnown: true }
  | { readonly isKnown: false; readonly policy: PolicyPlan }
  | Omit<CellError, 'rowNumber'>;

interface Surroundings {
  readonly policy: PolicyPlan | undefined;
  readonly known: KnownPolicy | undefined;
  readonly terms: readonly TermsRow[];
}

function placeRow(tx: Tx, one: PlacedRow, { policy, known, terms }: Surroundings): Outcome {
  const { row } = one;
  const holder = one.householdId ?? one.cooperativeId ?? '';
  if (known?.holders.has(holder)) return { isKnown: true };
  if (known && (known.source !== 'import' || known.state !== 'in_force'))
    return { key: 'number', code: 'policy_closed' };
  const head = policy?.head ?? known;
  const differing = head && differingCell(row, head);
  if (differing) return { key: differing === 'rateBp' ? 'rate' : differing, code: 'policy_differs' };
  const found = policy?.terms ?? terms.find((each) => each.line === row.line && each.startsOn <= row.startsOn);
  if (!found) return { key: 'line', code: 'terms_missing' };
  const amounts = weighRow(row, sharesOf(known ?? found));
  if (!amounts.ok) return { key: 'premiumFen', code: amounts.refusal.code };
  const plan = policy ?? {
    ...{ id: known?.id ?? newRecordId(tx), place: one.place, head: row, terms: found, known },
    lines: new Map<string, Line>(),
  };
  const other = plan.lines.get(holder);
  if (!other) plan.lines.set(holder, { ...one, id: newRecordId(tx), units: row.units, amounts: amounts.value });
  else if (other.row.name === row.name && other.row.units === row.units)
    return { key: 'name', code: 'duplicate_row', values: { other: other.row.rowNumber } };
  else {
    other.units = Math.round((other.units + row.units) * 100) / 100;
    other.amounts = addAmounts(other.amounts, amounts.value);
  }
  return { isKnown: false, policy: plan };
}

function addAmounts(a: LineAmounts, b: LineAmounts): LineAmounts {
  const parts = payers.map((payer) => [payer, a[payer] + b[payer]] as const);
  const sums = { sumFen: a.sumFen + b.sumFen, premiumFen: a.premiumFen + b.premiumFen };
  return { ...a, ...sums, ...Object.fromEntries(parts) };
}

/** Writes what was planned: new policies in force as the insurer issued them, their lines, and the totals. */
export async function writePolicies(tx: Tx, { context, policies }: PlacingPlan): Promise<void> {
  const fresh = policies.filter(({ known }) => known === undefined);
  await recordMany(
    tx,
    'insurance_policy',
    fresh.map((plan) => policyRow(tx, context, plan)),
  );
  await recordManyInsured(
    tx,
    policies.flatMap((plan) => linesOf(context, plan)),
  );
  for (const { known } of policies) if (known) await recountKnown(tx, known);
}

function policyRow(tx: Tx, { insurerId, importId }: PlacingContext, plan: PolicyPlan): NewRow {
  const lines = [...plan.lines.values()];
  const sum = (of: (amounts: LineAmounts) => bigint) => lines.reduce((total, { amounts }) => total + of(amounts), 0n);
  const units = lines.reduce((total, line) => total + Math.round(line.units * 100), 0) / 100;
  const cooperativeId = lines.find((line) => line.cooperativeId !== null)?.cooperativeId ?? null;
  const holderKind: HolderKind = cooperativeId ? 'cooperative' : lines.length > 1 ? 'village' : 'household';
  return {
    ...{ county: Math.floor(plan.place / 1_000_000), id: plan.id, place: plan.place, insurer_id: insurerId },
    ...{ holder_kind: holderKind, cooperative_id: cooperativeId, ...headColumns(plan.head, plan.terms) },
    ...{
      lines: lines.length,
      units,
      sum_fen: sum(({ sumFen }) => sumFen),
      premium_fen: sum(({ premiumFen }) => premiumFen),
    },
    ...Object.fromEntries(payers.map((payer) => [`${payer}_fen`, sum((amounts) => amounts[payer])])),
    ...{ state: 'in_force', digest: null, made_by: null, issued_on: todayInShanghai(tx.now) },
    ...{ issued_by: tx.actor.accountId, source: 'import', import_id: importId, previous_id: null },
  };
}

function linesOf({ insurerId }: PlacingContext, plan: PolicyPlan): NewRow[] {
  const { head } = plan;
  const policy = {
    ...{ county: Math.floor(plan.place / 1_000_000), id: plan.id, place: plan.place, insurerId, inForce: true },
    ...{ line: head.line, unit: unitOf(head.line), startsOn: head.startsOn, endsOn: head.endsOn },
  };
  return [...plan.lines.values()].map((line) =>
    insuredColumns(policy, {
      ...{ id: line.id, insuredPlace: line.place, householdId: line.householdId, cooperativeId: line.cooperativeId },
      ...{ name: line.name, units: line.units, amounts: line.amounts, signedOn: null, matched: line.matched },
    }),
  );
}

/** A policy of one household to which another one came is one of the village together. */
async function recountKnown(tx: Tx, { county, id }: KnownPolicy): Promise<void> {
  const policy = await findPolicy(tx, { county, id });
  if (!policy) return;
  const key = { county, id, revision: policy.revision };
  const counted = await recountPolicy(tx, key, 'import');
  const isTogether = policy.holderKind === 'household';
  const set = { holder_kind: 'village' };
  const done = isTogether ? await revisePolicy(tx, { county, id }, { set, reason: 'import' }) : counted;
  if (!done) throw Object.assign(new Error('a policy changed during the import'), { code: '40001' });
}
