import { randomUUID } from 'node:crypto';
import { type Actor, systemActor } from '../../platform/access/actor.ts';
import { analyzeTables } from '../../platform/db/analyze.ts';
import type { TableName } from '../../platform/db/columns.ts';
import type { Database } from '../../platform/db/database.ts';
import { type Tx, transact } from '../../platform/db/transact.ts';
import type { ReplyOf, RouteContract } from '../../platform/http/contract.ts';
import { invoke } from '../../platform/http/invoke.ts';
import type { LocalDate } from '../../platform/pure/period.ts';
import { ok } from '../../platform/pure/result.ts';
import { composeProduct } from '../compose.ts';

/** Somebody of the demo in whose name something was done. */
export interface DemoPerson {
  readonly id: string;
  readonly name: string;
}

/** A route that was walked on a day of the demo, and by whom. */
export interface DemoAsk {
  readonly on: LocalDate;
  readonly by: DemoPerson;
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}

/** Does the demo's work on the days on which it would have been done. */
export interface Desk {
  /** one act of stores and seeds, as the demo begins */
  now(work: (tx: Tx) => Promise<void>): Promise<void>;
  /** the same on a day that may lie in the past */
  onDay<T>(day: LocalDate, work: (tx: Tx) => Promise<T>, by?: DemoPerson): Promise<T>;
  /** after a bulk load: of all tables, unless some are named */
  analyze(tables?: readonly TableName[]): Promise<void>;
  /** one act of the product, by all its rules; throws what it refuses */
  ask<C extends RouteContract>(contract: C, ask: DemoAsk): Promise<ReplyOf<C>>;
}

const everywhere = { lo: 150_600_000_000, hi: 150_699_999_999 };

export function openDesk(database: Database): Desk {
  const { acts, handlers } = composeProduct();
  const byContract = new Map(handlers.map((handler) => [handler.contract, handler]));
  const placeOn = (day: LocalDate): Database => ({ ...database, clock: () => new Date(`${day}T10:00:00+08:00`) });
  const load = async <T>(place: Database, work: (tx: Tx) => Promise<T>, by?: DemoPerson): Promise<T> => {
    const result = await transact(place, { actor: actorOf(by), act: 'demo.load' }, async (tx) => ok(await work(tx)));
    if (!result.ok) throw new Error(result.refusal.code);
    return result.value;
  };
  return {
    now: (work) => load(database, work),
    analyze: (tables) => analyzeTables(database, tables),
    onDay: (day, work, by) => load(placeOn(day), work, by),
    async ask(contract, { on, by, params, query, body }) {
      const handler = byContract.get(contract);
      if (!handler) throw new Error(`the product has no route ${contract.path}`);
      const visit = { actor: actorOf(by), language: 'zh' as const, params, query, body };
      const result = await invoke({ place: placeOn(on), acts }, handler, visit);
      if (!result.ok)
        throw new Error(`the demo keeps to the rules: ${contract.path} ${JSON.stringify(result.refusal)}`);
      return result.value as ReplyOf<typeof contract>;
    },
  };
}

function actorOf(by: DemoPerson | undefined): Actor {
  const actor = systemActor(everywhere, randomUUID());
  return by ? { ...actor, accountId: by.id, name: by.name } : actor;
}
