import { verifyRoutes } from '../platform/audit/routes.ts';
import type { Workplace } from '../platform/db/transact.ts';
import type { Act, Feature } from '../platform/feature.ts';
import type { Handler } from '../platform/http/handle.ts';
import type { RefusalWords } from '../platform/http/problem.ts';
import { findWords } from '../platform/http/registry.ts';
import { words as sheetWords } from '../platform/sheets/words.ts';
import { words as uiWords } from '../platform/ui/words.ts';
import { features } from './features.ts';
import { handlers } from './handlers.ts';

/** The product put together: every feature with its acts, words and routes. */
export interface Product {
  readonly features: readonly Feature[];
  readonly acts: ReadonlyMap<string, Act>;
  readonly find: RefusalWords;
  readonly handlers: readonly Handler[];
  /** with the routes that read beyond any range: the verification of the trail */
  handlersWith(recount: Workplace): readonly Handler[];
}

export function composeProduct(): Product {
  return {
    features,
    acts: collectActs(features),
    find: findWords(features, [uiWords, sheetWords]),
    handlers,
    handlersWith: (recount) => [...handlers, ...verifyRoutes(recount)],
  };
}

function collectActs(all: readonly Feature[]): ReadonlyMap<string, Act> {
  const acts = new Map<string, Act>();
  for (const feature of all) {
    for (const [name, act] of Object.entries(feature.acts)) {
      if (acts.has(name)) throw new Error(`the act ${name} is declared twice`);
      acts.set(name, act);
    }
  }
  return acts;
}
