import { keepPreviousData, QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CallInput, ReplyOf, RouteContract } from '../http/contract.ts';
import { call, isRefusal, newId, ProblemError } from './client.ts';
import { toJson } from './request.ts';

/**
 * Server data in components.
 *
 * - `useReply(contract, { params, query }, { enabled?, everyMs? })` → react-query result; show it with `<Loaded>`.
 * - `useWrite(contract)` → `{ mutateAsync(input), isPending, error }`; afterwards everything on screen is read again,
 *   so no page has to know which figures a write touches. Pressed again with the same input it keeps its
 *   idempotency key, so that a write whose answer was lost is not done twice.
 */
export function useReply<C extends RouteContract>(contract: C, input: CallInput<C> = {}, options: ReplyOptions = {}) {
  return useQuery<ReplyOf<C>, Error>({
    queryKey: queryKeyOf(contract, input),
    queryFn: ({ signal }) => call(contract, input, { signal }),
    enabled: options.enabled ?? true,
    refetchInterval: options.everyMs ?? false,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}

export interface ReplyOptions {
  readonly enabled?: boolean;
  /** asks again at this interval, for work that is under way on the server */
  readonly everyMs?: number;
  /** shows the last page while the next one comes */
  readonly keepPrevious?: boolean;
}

export function useWrite<C extends RouteContract>(contract: C) {
  const client = useQueryClient();
  return useMutation<ReplyOf<C>, Error, CallInput<C>>({
    mutationFn: (input) => call(contract, input, { idempotencyKey: intentKey(contract, input) }),
    onError: (error) => {
      if (isRefusal(error)) intents.delete(contract);
    },
    onSuccess: () => {
      intents.delete(contract);
      return client.invalidateQueries();
    },
  });
}

export function queryKeyOf<C extends RouteContract>(contract: C, input: CallInput<C> = {}): readonly unknown[] {
  return [contract.path, JSON.parse(toJson({ params: input.params, query: input.query }))];
}

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 15_000, retry: shouldRetry, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  });
}

const intents = new WeakMap<RouteContract, { readonly input: string; readonly key: string }>();

function intentKey<C extends RouteContract>(contract: C, { params, query, body, file }: CallInput<C>): string {
  if (file) return newId();
  const input = toJson({ params, query, body });
  const known = intents.get(contract);
  if (known?.input === input) return known.key;
  const key = newId();
  intents.set(contract, { input, key });
  return key;
}

function shouldRetry(failures: number, error: Error): boolean {
  return failures < 1 && error instanceof ProblemError && error.problem.status >= 500;
}
