import type { Canaries, Owner } from './rights-canary.testing.ts';
import { tokensOf } from './rights-canary.testing.ts';
import { type Cover, canUse, type Ground, nowhere, requestOf, swappableOf } from './rights-cover.testing.ts';
import type { Gate, Reply, Request, Sitter } from './rights-gate.testing.ts';
import { placeKey, tableOf } from './rights-samples.testing.ts';
import { maySee } from './rights-seats.testing.ts';

/** All that a walk needs. */
export interface Field {
  readonly gate: Gate;
  readonly covers: readonly Cover[];
  readonly grounds: readonly Ground[];
  readonly canaries: Canaries;
  readonly random: () => number;
  /** tables whose rows belong to a place, an account or a household */
  readonly guarded: ReadonlySet<string>;
  /** routes that answer otherwise on purpose, each with the reason */
  readonly declared: Readonly<Record<string, string>>;
}

export interface Findings {
  /** one sentence for each answer that told or did what it may not */
  readonly faults: string[];
  /** statuses of what everybody got for his own, by route */
  readonly own: Map<string, Set<number>>;
}

/** A place and a month that no register knows, far outside every range. */
const unknown = nowhere(659_999_999_999);

/** Sends every route what one seat can aim at: what is his own, what is others' at a place by lot, what is nobody's. */
export async function walkSeat(field: Field, sitter: Sitter, findings: Findings): Promise<void> {
  const turns = field.covers.flatMap((cover) => turnsOf(field, sitter, cover));
  await inParallel(turns, async ({ request, expected, rehearsed }) => {
    const { gate } = field;
    const reply = await (rehearsed ? gate.rehearse(sitter, request) : gate.send(sitter, request));
    const name = `${sitter.seat.label}: ${request.contract.method} ${request.contract.path}`;
    // what hangs on a public board, and what a ticket opens, is for everybody
    const told = request.contract.act === 'public' ? [] : leaksIn(field.canaries, sitter, reply);
    if (told.length > 0) findings.faults.push(`${name} told ${told.slice(0, 3).join(', ')}`);
    if (reply.status >= 500) findings.faults.push(`${name} broke: ${reply.text.slice(-600)}`);
    const fault = await expected(reply, findings);
    if (fault !== undefined) findings.faults.push(`${name} ${fault}`);
  });
}

interface Turn {
  readonly request: Request;
  /** nothing of it stays */
  readonly rehearsed: boolean;
  /** what is wrong with the answer */
  expected(reply: Reply, findings: Findings): Promise<string | undefined> | string | undefined;
}

function turnsOf(field: Field, sitter: Sitter, cover: Cover): Turn[] {
  const { gate, grounds } = field;
  const home = homeOf(sitter, grounds);
  if (!canUse(gate, sitter, cover.contract)) return barredTurns(sitter, cover, someOf(field));
  const strange = oneOf(
    grounds.filter((ground) => !reaches(sitter, cover, ground)),
    field.random,
  );
  return [
    {
      request: requestOf(cover, home),
      rehearsed: cover.contract.method !== 'GET',
      expected: (reply, { own }) => {
        own.set(cover.address, (own.get(cover.address) ?? new Set()).add(reply.status));
        return undefined;
      },
    },
    ...strange.flatMap((ground) => [
      ...pathTurns(field, sitter, { cover, ground, home }),
      ...fieldTurns(field, sitter, { cover, ground, home }),
    ]),
  ];
}

/** Without the act every door looks the same, whatever stands behind it. */
function barredTurns({ seat }: Sitter, cover: Cover, grounds: readonly Ground[]): Turn[] {
  const [status, code] = seat.role === 'public' ? [401, 'not_signed_in'] : [403, 'forbidden'];
  return grounds.map((ground) => ({
    request: requestOf(cover, ground),
    rehearsed: false,
    expected: (reply) =>
      reply.status === status && reply.code === code
        ? undefined
        : `answered ${reply.status} ${reply.code} without the act`,
  }));
}

/** Home, and another by lot. */
function someOf({ grounds, random }: Field): readonly Ground[] {
  return [...grounds.slice(0, 1), ...oneOf(grounds.slice(1), random)];
}

/** One by lot: every route meets every place at some of the many seats, which takes a quarter of the time of all of them. */
function oneOf(grounds: readonly Ground[], random: () => number): readonly Ground[] {
  const lot = grounds[Math.floor(random() * grounds.length)];
  return lot ? [lot] : [];
}

/** Others' records in the path: as if they were not there. */
function pathTurns(field: Field, sitter: Sitter, at: { cover: Cover; ground: Ground; home: Ground }): Turn[] {
  const { cover, ground, home } = at;
  const { contract, tables, address } = cover;
  const { id } = tables;
  const named =
    id === undefined ? contract.path.includes(':place') && contract.method !== 'GET' : field.guarded.has(id);
  if (!named) return [];
  const others = ground.tables.filter((table) => !maySee(sitter.seat, ownerOf(ground, table)));
  const other = others[Math.floor(field.random() * others.length)];
  const requests = [requestOf(cover, ground, { home })];
  if (id !== undefined && other !== undefined) {
    const swapped = { ...cover, tables: { ...tables, id: other } };
    requests.push({
      ...requestOf(swapped, ground, { home }),
      params: { ...requestOf(swapped, ground, { home }).params },
    });
  }
  return requests.map((request) => ({
    request,
    rehearsed: false,
    expected: (reply) => {
      if (reply.status === 404 && reply.code === 'not_found') return undefined;
      return address in field.declared ? undefined : `answered ${reply.status} ${reply.code} for ${ground.label}`;
    },
  }));
}

/** Others' places and records named in the query or the body. */
function fieldTurns(field: Field, sitter: Sitter, at: { cover: Cover; ground: Ground; home: Ground }): Turn[] {
  const { cover, ground, home } = at;
  const { contract, address } = cover;
  return swappableOf(contract, home).map((key) => ({
    request: requestOf(cover, home, { references: true, swap: { key, from: ground } }),
    rehearsed: contract.method !== 'GET',
    expected: async (reply) => {
      if (address in field.declared) return undefined;
      const placed = placeKey.test(key);
      if (placed ? ground.place === home.place : maySee(sitter.seat, ownerOf(ground, tableOf(key, address))))
        return undefined;
      const nobodys = requestOf(cover, home, { references: true, swap: { key, from: unknown } });
      const compared = placed ? reply : await field.gate.rehearse(sitter, nobodys);
      if (placed && contract.method !== 'GET' && reply.status === 200 && !contract.download)
        return `accepted the ${key} of ${ground.label}`;
      if (!placed && (reply.status !== compared.status || reply.code !== compared.code))
        return `answered ${reply.status} ${reply.code} for the ${key} of ${ground.label}, ${compared.status} ${compared.code} for nobody's`;
      return undefined;
    },
  }));
}

/** Canaries in an answer that belong to nobody the seat may see. */
export function leaksIn(canaries: Canaries, { seat }: Sitter, reply: Reply): string[] {
  return [...tokensOf(reply.text)].filter((token) => {
    const owners = canaries.get(token);
    return owners !== undefined && !owners.some((owner) => maySee(seat, owner));
  });
}

/** The ground a seat works on: the first it may see, else the first. */
export function homeOf({ seat }: Sitter, grounds: readonly Ground[]): Ground {
  const seen = grounds.find((ground) => maySee(seat, ownerOf(ground, 'household')));
  const [first] = grounds;
  const home = seen ?? first;
  if (!home) throw new Error('there is no ground');
  return home;
}

/** Whether the seat may know of the record that the route is about, as it stands on this ground. */
function reaches({ seat }: Sitter, { tables }: Cover, ground: Ground): boolean {
  return maySee(seat, ownerOf(ground, tables.id ?? 'household'));
}

function ownerOf(ground: Ground, table: string): Owner {
  return {
    table: table.replace(/_history$/, ''),
    place: ground.place,
    id: ground.ref(table)?.id,
    householdId: ground.ref('household')?.id,
    organisationId: ground.ref(table)?.organisationId,
  };
}

/** Six at a time: waiting for the database overlaps with the work of the server. */
export async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const run = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: 6 }, run));
}
