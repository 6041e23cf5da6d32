import type { Workplace } from '../db/transact.ts';
import type { Vault } from '../db/vault.ts';
import type { ProblemKind } from './contract.ts';
import { chainHead, firstHead, hashBytes, MerkleTree, type SealAlgorithm } from './merkle.ts';
import { latestCommitMillis } from './seal.ts';
import { checkEvent, opensToCommitted, toMillis } from './verify-event.ts';
import { readTrail, type TrailLeaf, type TrailReader } from './verify-store.ts';

export interface Problem {
  readonly kind: ProblemKind;
  /** the event it is about, where one can be named */
  readonly event?: { readonly county: number; readonly id: string };
  /** the seal it is about */
  readonly seal?: number;
  readonly detail?: string;
}

export interface Verification {
  readonly events: number;
  readonly seals: number;
  /** events written since the last seal */
  readonly unsealed: number;
  /** when the oldest of them was recorded: more than some minutes ago, the sealing stands still */
  readonly unsealedSince: string | undefined;
  /** personal values that open to what the trail committed to */
  readonly commitments: number;
  /** at most {@link maxProblems} are kept, all are counted */
  readonly problems: readonly Problem[];
  readonly problemCount: number;
  /** `number:hex` of the newest seal, to be compared with the one that others hold */
  readonly head: string | undefined;
}

export const maxProblems = 1_000;

/**
 * Recomputes the whole trail from the tables' columns: every leaf hash, root and link of the chain, and every
 * personal value against its commitment. `head` is one that was handed out earlier (64 hex digits, or
 * `number:hex`): with it a rewritten history is found even when every seal in the database was rewritten too.
 */
export async function verifyTrail(
  recount: Workplace,
  given: { readonly head?: string | undefined } = {},
): Promise<Verification> {
  return readTrail(recount, async (reader) => {
    const finding = new Finding();
    const erased = await readErasures(reader);
    const seals = await readSeals(reader, finding);
    const checker: EventChecker = { finding, erased };
    const sealedEvents = await verifyLeaves(reader, checker, seals);
    const unsealed = await verifyUnsealed(reader, checker, seals.at(-1));
    const commitments = await verifyCommitments(reader, recount.vault, finding);
    if (given.head !== undefined) compareHead(seals, given.head, finding);
    const last = seals.at(-1);
    return {
      events: sealedEvents + unsealed.count,
      seals: seals.length,
      unsealed: unsealed.count,
      unsealedSince: unsealed.since,
      commitments,
      problems: finding.problems,
      problemCount: finding.count,
      head: last && `${last.number}:${last.head}`,
    };
  });
}

class Finding {
  readonly problems: Problem[] = [];
  count = 0;

  add(problem: Problem): void {
    this.count += 1;
    if (this.problems.length < maxProblems) this.problems.push(problem);
  }
}

interface EventChecker {
  readonly finding: Finding;
  /** `table county id` of records whose personal values were erased by an act */
  readonly erased: ReadonlySet<string>;
}

interface KnownSeal {
  readonly number: number;
  readonly sealedAt: number;
  readonly leafCount: number;
  readonly algorithm: SealAlgorithm;
  readonly root: string;
  readonly head: string;
}

async function readErasures(reader: TrailReader): Promise<ReadonlySet<string>> {
  const erased = new Set<string>();
  for await (const keys of reader.erasures()) for (const key of keys) erased.add(key);
  return erased;
}

/** Reads the seals, checking what each binds without its leaves: number, link, head. */
async function readSeals(reader: TrailReader, finding: Finding): Promise<readonly KnownSeal[]> {
  const seals: KnownSeal[] = [];
  let previousHead: string = firstHead.toString('hex');
  for await (const rows of reader.seals()) {
    for (const row of rows) {
      const seal = { ...row, sealedAt: toMillis(row.sealedAt), algorithm: row.algorithm as SealAlgorithm };
      for (let missing = (seals.at(-1)?.number ?? 0) + 1; missing < seal.number; missing += 1)
        finding.add({ kind: 'seal_missing', seal: missing });
      const sealedAtMicros = BigInt(seal.sealedAt) * 1000n + BigInt(row.sealedAt.slice(23));
      const head = chainHead(Buffer.from(row.previous, 'hex'), {
        ...seal,
        root: Buffer.from(row.root, 'hex'),
        sealedAtMicros,
      });
      if (head.toString('hex') !== row.head) finding.add({ kind: 'seal_changed', seal: seal.number });
      else if (row.previous !== previousHead) finding.add({ kind: 'chain_broken', seal: seal.number });
      previousHead = row.head;
      seals.push(seal);
    }
  }
  return seals;
}

/** Follows the leaves seal by seal and rebuilds each root from the events themselves. */
async function verifyLeaves(reader: TrailReader, checker: EventChecker, seals: readonly KnownSeal[]): Promise<number> {
  const byNumber = new Map(seals.map((seal, at) => [seal.number, { seal, before: seals[at - 1] }]));
  let current: OpenSeal | undefined;
  let events = 0;
  for await (const leaves of reader.leaves()) {
    for (const leaf of leaves) {
      if (current?.number !== leaf.sealNumber) {
        if (current) closeSeal(current, checker.finding);
        current = openSeal(leaf.sealNumber, byNumber.get(leaf.sealNumber));
        if (!current.seal) checker.finding.add({ kind: 'seal_missing', seal: leaf.sealNumber });
        byNumber.delete(leaf.sealNumber);
      }
      if (takeLeaf(current, leaf, checker)) events += 1;
    }
  }
  if (current) closeSeal(current, checker.finding);
  for (const number of byNumber.keys()) checker.finding.add({ kind: 'seal_incomplete', seal: number, detail: '0' });
  return events;
}

interface OpenSeal {
  readonly number: number;
  readonly seal: KnownSeal | undefined;
  readonly before: KnownSeal | undefined;
  readonly tree: MerkleTree;
  lastKey: string;
  nextOrdinal: number;
  /** an event of it is already named, so a different root says nothing new */
  explained: boolean;
}

function openSeal(number: number, known: { seal: KnownSeal; before: KnownSeal | undefined } | undefined): OpenSeal {
  const tree = new MerkleTree(known?.seal.algorithm ?? 'sha256');
  return { number, seal: known?.seal, before: known?.before, tree, lastKey: '', nextOrdinal: 0, explained: false };
}

/** Checks one leaf with its event; returns whether the event is there. */
function takeLeaf(open: OpenSeal, leaf: TrailLeaf, { finding, erased }: EventChecker): boolean {
  const name = (kind: ProblemKind) => {
    open.explained = true;
    finding.add({ kind, event: { county: leaf.county, id: leaf.eventId }, seal: open.number });
  };
  const key = `${leaf.county} ${leaf.eventId}`;
  if (leaf.ordinal !== open.nextOrdinal || key <= open.lastKey) name('event_reordered');
  open.nextOrdinal = leaf.ordinal + 1;
  open.lastKey = key;
  if (!leaf.event) {
    name('event_missing');
    open.tree.add(Buffer.from(leaf.leafHash, 'hex'));
    return false;
  }
  const checked = checkEvent(leaf.event, erased);
  open.tree.add(checked.hash);
  const kinds = new Set<ProblemKind>(checked.kinds);
  if (checked.hash.toString('hex') !== leaf.leafHash) kinds.add('event_changed');
  if (open.before && checked.recordedAt < open.before.sealedAt - latestCommitMillis) kinds.add('event_inserted');
  for (const kind of kinds) name(kind);
  return true;
}

function closeSeal({ seal, tree, explained }: OpenSeal, finding: Finding): void {
  if (!seal) return;
  if (tree.leafCount !== seal.leafCount) {
    finding.add({ kind: 'seal_incomplete', seal: seal.number, detail: `${tree.leafCount} / ${seal.leafCount}` });
  } else if (!explained && tree.root().toString('hex') !== seal.root) {
    finding.add({ kind: 'seal_changed', seal: seal.number });
  }
}

async function verifyUnsealed(
  reader: TrailReader,
  { finding, erased }: EventChecker,
  last: KnownSeal | undefined,
): Promise<{ count: number; since: string | undefined }> {
  let count = 0;
  let since = Number.POSITIVE_INFINITY;
  for await (const events of reader.unsealed()) {
    for (const event of events) {
      const checked = checkEvent(event, erased);
      const kinds = new Set<ProblemKind>(checked.kinds);
      if (last && checked.recordedAt < last.sealedAt - latestCommitMillis) kinds.add('event_inserted');
      for (const kind of kinds) finding.add({ kind, event: { county: event.county, id: event.id } });
      since = Math.min(since, checked.recordedAt);
      count += 1;
    }
  }
  return { count, since: count > 0 ? new Date(since).toISOString() : undefined };
}

async function verifyCommitments(reader: TrailReader, vault: Vault, finding: Finding): Promise<number> {
  let count = 0;
  for await (const rows of reader.commitments()) {
    for (const row of rows) {
      count += 1;
      if (!opensToCommitted(vault, row)) {
        finding.add({ kind: 'commitment_changed', event: { county: row.county, id: row.eventId }, detail: row.path });
      }
    }
  }
  return count;
}

function compareHead(seals: readonly KnownSeal[], given: string, finding: Finding): void {
  const [, number, hex = ''] = /^(?:(\d+):)?([0-9a-f]+)$/.exec(given.trim().toLowerCase()) ?? [];
  const complete = hex.length === hashBytes * 2;
  const found =
    complete && seals.some((seal) => seal.head === hex && (number === undefined || seal.number === Number(number)));
  if (!found)
    finding.add({
      kind: 'head_not_found',
      ...(number === undefined ? {} : { seal: Number(number) }),
      detail: given.slice(0, 80),
    });
}
