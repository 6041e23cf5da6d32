import type { Holder, MovementKind, PayeeKind, Purpose } from './rules.ts';

/** What moved between two places of the picture, of one document. */
export interface FlowEdge {
  readonly kind: MovementKind;
  readonly documentId: string;
  readonly fromAccount: string | null;
  readonly toAccount: string | null;
  readonly purpose: Purpose | null;
  readonly payeeKind: PayeeKind | null;
  readonly amountFen: bigint;
}

export interface FlowHolding {
  readonly accountId: string;
  readonly amountFen: bigint;
}

export interface FlowAccount {
  readonly id: string;
  readonly name: string;
  readonly place: number;
  readonly holder: Holder;
}

export type FlowTier =
  | 'document'
  | 'city'
  | 'banner'
  | 'township'
  | 'village'
  | 'cooperative'
  | 'purpose'
  | 'payee'
  | 'held';

export interface FlowNode {
  readonly id: string;
  readonly tier: FlowTier;
  readonly name: string | null;
  readonly code: string | null;
  readonly amountFen: bigint;
  /** of how many accounts or documents, where small ones are taken together */
  readonly members: number;
}

export interface FlowLink {
  readonly from: string;
  readonly to: string;
  amountFen: bigint;
  readonly filters: Readonly<Record<string, string>> | null;
}

export interface FlowPicture {
  readonly nodes: readonly FlowNode[];
  readonly links: readonly FlowLink[];
}

interface FlowFacts {
  readonly edges: readonly FlowEdge[];
  readonly holdings: readonly FlowHolding[];
  readonly accounts: readonly FlowAccount[];
  readonly documents: ReadonlyMap<string, string>;
  /** the places of the picture */
  readonly range: { readonly lo: number; readonly hi: number };
}

/** More of one tier are drawn as one: a picture of a hundred ribbons shows nothing. */
export const mostOfTier = 12;

/**
 * The picture of money from documents through offices and villages to uses and payees. What was called back is taken off
 * the ribbon it came by; what lies in an account goes to a node of its own, so that what enters a node leaves it. The
 * largest of each tier stand alone, the rest together. Of an account above the picture's place only what it gave is shown,
 * straight from the documents.
 */
export function drawFlows(facts: FlowFacts): FlowPicture {
  const links = netLinks(facts);
  const nodeOf = nodesOf(facts, links);
  const merged = new Map<string, FlowLink>();
  const used = new Map<string, FlowNode>();
  for (const link of links) {
    const from = nodeOf(link.from);
    const to = nodeOf(link.to);
    used.set(from.id, from).set(to.id, to);
    const key = `${from.id}>${to.id}`;
    const known = merged.get(key);
    if (known) known.amountFen += link.amountFen;
    else {
      const single = from.members === 1 && to.members === 1;
      merged.set(key, { from: from.id, to: to.id, amountFen: link.amountFen, filters: single ? link.filters : null });
    }
  }
  const kept = [...merged.values()].filter(({ amountFen, from, to }) => amountFen > 0n && from !== to);
  return { nodes: weigh(kept, used), links: kept };
}

/** Links between single nodes; a recall runs against its allocation. */
function netLinks({ edges, holdings, accounts, range }: FlowFacts): readonly FlowLink[] {
  const inside = new Set(accounts.filter(({ place }) => place >= range.lo && place <= range.hi).map(({ id }) => id));
  const links = new Map<string, FlowLink>();
  const add = (from: string, to: string, { amountFen, filters }: Pick<FlowLink, 'amountFen' | 'filters'>) => {
    const known = links.get(`${from}>${to}`);
    if (known) known.amountFen += amountFen;
    else links.set(`${from}>${to}`, { from, to, amountFen, filters });
  };
  for (const edge of edges) {
    addEdge(edge, add);
    const { kind, documentId, fromAccount, toAccount, amountFen } = edge;
    const above = kind === 'allocation' ? fromAccount : kind === 'recall' ? toAccount : null;
    if (above === null || inside.has(above)) continue;
    const signed = kind === 'allocation' ? amountFen : -amountFen;
    add(`d:${documentId}`, `a:${above}`, { amountFen: signed, filters: { kind: 'allocation', document: documentId } });
  }
  for (const { accountId, amountFen } of holdings) add(`a:${accountId}`, 'held', { amountFen, filters: null });
  return [...links.values()];
}

function addEdge(
  edge: FlowEdge,
  add: (from: string, to: string, link: Pick<FlowLink, 'amountFen' | 'filters'>) => void,
): void {
  const { kind, documentId, fromAccount, toAccount, purpose, payeeKind, amountFen } = edge;
  if (kind === 'receipt' && toAccount !== null) {
    add(`d:${documentId}`, `a:${toAccount}`, { amountFen, filters: { kind, document: documentId, taker: toAccount } });
  } else if (kind === 'payment' && purpose !== null && payeeKind !== null && fromAccount !== null) {
    add(`a:${fromAccount}`, `p:${purpose}`, { amountFen, filters: { kind, giver: fromAccount, purpose } });
    add(`p:${purpose}`, `y:${payeeKind}`, { amountFen, filters: { kind, purpose, payeeKind } });
  } else if (fromAccount !== null && toAccount !== null) {
    const down = kind === 'allocation';
    const [upper, lower] = down ? [fromAccount, toAccount] : [toAccount, fromAccount];
    add(`a:${upper}`, `a:${lower}`, {
      amountFen: down ? amountFen : -amountFen,
      filters: { kind: 'allocation', giver: upper, taker: lower },
    });
  }
}

/** Which node of the picture stands for a single one. */
function nodesOf(facts: FlowFacts, links: readonly FlowLink[]): (id: string) => FlowNode {
  const accounts = new Map(facts.accounts.map((account) => [account.id, account]));
  const weights = new Map<string, bigint>();
  for (const { from, to, amountFen } of links) {
    weights.set(from, (weights.get(from) ?? 0n) + amountFen);
    weights.set(to, (weights.get(to) ?? 0n) + amountFen);
  }
  const tiers = Map.groupBy([...weights.keys()], (id) => tierOf(id, accounts));
  const nodes = new Map<string, FlowNode>();
  for (const [tier, ids] of tiers) {
    const sorted = ids.toSorted((a, b) => compareFen(weights.get(b) ?? 0n, weights.get(a) ?? 0n) || (a < b ? -1 : 1));
    const alone = sorted.length > mostOfTier ? sorted.slice(0, mostOfTier - 1) : sorted;
    for (const id of alone) nodes.set(id, { ...nameOf(id, facts, accounts), id, tier, amountFen: 0n, members: 1 });
    const rest = sorted.slice(alone.length);
    const together = { id: `rest:${tier}`, tier, name: null, code: 'rest', amountFen: 0n, members: rest.length };
    for (const id of rest) nodes.set(id, together);
  }
  return (id) => {
    const node = nodes.get(id);
    if (!node) throw new Error(`no node ${id}`);
    return node;
  };
}

function tierOf(id: string, accounts: ReadonlyMap<string, FlowAccount>): FlowTier {
  if (id === 'held') return 'held';
  if (id.startsWith('d:')) return 'document';
  if (id.startsWith('p:')) return 'purpose';
  if (id.startsWith('y:')) return 'payee';
  const account = accounts.get(id.slice(2));
  if (account === undefined) return 'city';
  if (account.holder === 'cooperative') return 'cooperative';
  const { place } = account;
  if (place % 100_000_000 === 0) return 'city';
  if (place % 1_000_000 === 0) return 'banner';
  return place % 1_000 === 0 ? 'township' : 'village';
}

function nameOf(
  id: string,
  facts: FlowFacts,
  accounts: ReadonlyMap<string, FlowAccount>,
): Pick<FlowNode, 'name' | 'code'> {
  if (id.startsWith('d:')) return { name: facts.documents.get(id.slice(2)) ?? '', code: null };
  if (!id.startsWith('a:')) return { name: null, code: id.includes(':') ? id.slice(2) : id };
  const account = accounts.get(id.slice(2));
  // an office above the reader's range is known to be there, not by name
  return account ? { name: account.name, code: null } : { name: null, code: 'above' };
}

/** Nodes with the larger of what enters and leaves them. */
function weigh(links: readonly FlowLink[], nodes: ReadonlyMap<string, FlowNode>): readonly FlowNode[] {
  const into = new Map<string, bigint>();
  const out = new Map<string, bigint>();
  for (const { from, to, amountFen } of links) {
    out.set(from, (out.get(from) ?? 0n) + amountFen);
    into.set(to, (into.get(to) ?? 0n) + amountFen);
  }
  return [...nodes.values()].flatMap((node) => {
    const [entered, left] = [into.get(node.id) ?? 0n, out.get(node.id) ?? 0n];
    const amountFen = entered > left ? entered : left;
    return amountFen > 0n ? [{ ...node, amountFen }] : [];
  });
}

function compareFen(a: bigint, b: bigint): number {
  return a < b ? -1 : Number(a > b);
}
