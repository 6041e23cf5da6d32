import { allocate } from '../../platform/pure/allocate.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import type { Discipline } from './rules.ts';

/** A movement of money: in from outside under a document (`from` absent), between accounts, or out (`to` absent). */
export interface LotMovement {
  readonly id: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** of a receipt: where the money comes from; otherwise only lots of this document are taken */
  readonly document?: string | undefined;
  readonly amountFen: bigint;
}

/** Money of one document that reached an account at once, with what is left of it. */
export interface Lot {
  readonly account: string;
  readonly document: string;
  /** the movement that brought it */
  readonly movement: string;
  readonly amountFen: bigint;
  leftFen: bigint;
}

/** What a movement took of each document. */
export interface LotMove {
  readonly movement: string;
  readonly document: string;
  readonly amountFen: bigint;
}

export interface LotRun {
  readonly lots: readonly Lot[];
  readonly moves: readonly LotMove[];
}

export type LotRefusal = Refusal<'lots_insufficient' | 'lots_no_document' | 'lots_no_account'>;

/**
 * Carries every yuan's document through movements in their order. `fifo` gives the oldest lots first; `pro_rata` divides
 * an amount over the documents in the account by largest remainder, of equal remainders the smaller document first, and
 * takes the oldest lots of each. A movement brings one lot of each document to where it goes.
 */
export function runLots(
  disciplines: ReadonlyMap<string, Discipline>,
  movements: readonly LotMovement[],
): Result<LotRun, LotRefusal> {
  const lots: Lot[] = [];
  const live = new Map<string, Lot[]>();
  const moves: LotMove[] = [];
  for (const movement of movements) {
    const taken = takeParts(movement, { live, disciplines });
    if (!taken.ok) return taken;
    for (const [document, amountFen] of taken.value) {
      moves.push({ movement: movement.id, document, amountFen });
      if (movement.to === undefined) continue;
      const lot = { account: movement.to, document, movement: movement.id, amountFen, leftFen: amountFen };
      lots.push(lot);
      const held = live.get(movement.to);
      if (held) held.push(lot);
      else live.set(movement.to, [lot]);
    }
  }
  return ok({ lots, moves });
}

interface Standing {
  readonly live: Map<string, Lot[]>;
  readonly disciplines: ReadonlyMap<string, Discipline>;
}

/** What a movement takes, by document in the order in which lots come to be. */
function takeParts(
  movement: LotMovement,
  { live, disciplines }: Standing,
): Result<readonly (readonly [string, bigint])[], LotRefusal> {
  const { from, document, amountFen, id } = movement;
  if (from === undefined) {
    return document === undefined
      ? refuse(refusal('lots_no_document', 'movements', { movement: id }))
      : ok([[document, amountFen]]);
  }
  const discipline = disciplines.get(from);
  if (!discipline) return refuse(refusal('lots_no_account', 'movements', { account: from }));
  const free = (live.get(from) ?? []).filter((lot) => document === undefined || lot.document === document);
  const quotas = discipline === 'fifo' ? undefined : quotasOf(free, amountFen);
  const parts = takeOldest(free, { amountFen, quotas });
  if (!parts) return refuse(refusal('lots_insufficient', 'movements', { movement: id }));
  live.set(
    from,
    (live.get(from) ?? []).filter((lot) => lot.leftFen > 0n),
  );
  return ok([...parts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function quotasOf(lots: readonly Lot[], amountFen: bigint): ReadonlyMap<string, bigint> | undefined {
  const held = new Map<string, bigint>();
  for (const { document, leftFen } of lots) held.set(document, (held.get(document) ?? 0n) + leftFen);
  const shares = allocate(
    amountFen,
    [...held].map(([key, weight]) => ({ key, weight })),
  );
  return shares.ok ? new Map(shares.value.map((share) => [share.key, share.amountFen])) : undefined;
}

/** The oldest first, as far as the amount and the quota of each document reach; undefined when there is not enough. */
function takeOldest(
  lots: readonly Lot[],
  { amountFen, quotas }: { readonly amountFen: bigint; readonly quotas: ReadonlyMap<string, bigint> | undefined },
): ReadonlyMap<string, bigint> | undefined {
  if (lots.reduce((sum, { leftFen }) => sum + leftFen, 0n) < amountFen) return undefined;
  const left = new Map(quotas);
  const parts = new Map<string, bigint>();
  let rest = amountFen;
  for (const lot of lots) {
    const most = quotas ? (left.get(lot.document) ?? 0n) : rest;
    const part = lot.leftFen < most ? lot.leftFen : most;
    if (part === 0n) continue;
    lot.leftFen -= part;
    rest -= part;
    left.set(lot.document, most - part);
    parts.set(lot.document, (parts.get(lot.document) ?? 0n) + part);
  }
  return parts;
}
