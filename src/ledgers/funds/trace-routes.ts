import { type Handler, handle } from '../../platform/http/handle.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import { ok, refuse } from '../../platform/pure/result.ts';
import { drawFlows } from './flow-rules.ts';
import { listFlowEdges, listFlowHoldings, listFlowNames } from './flow-store.ts';
import * as contract from './trace-contract.ts';
import * as store from './trace-store.ts';

export const traceRoutes: readonly Handler[] = [
  handle(contract.traceBack, async ({ tx, query }) => {
    if (query.payeeId === undefined && query.movementId === undefined) return refuse({ code: 'fund_trace_start' });
    const { pieces, totalFen, more } = await store.traceBack(tx, query);
    return ok({ totalFen, more, pieces: pieces.map((piece) => ({ ...piece, steps: [...piece.steps] })) });
  }),

  handle(contract.traceForward, async ({ tx, query }) => {
    const { rows, total, sumFen } = await store.traceForward(tx, query);
    return ok({ rows: [...rows], total, sumFen });
  }),

  handle(contract.getFlows, async ({ tx, query }) => {
    const edges = await listFlowEdges(tx, query);
    const holdings = await listFlowHoldings(tx, query);
    const accounts = new Set(
      [
        ...edges.flatMap(({ fromAccount, toAccount }) => [fromAccount, toAccount]),
        ...holdings.map((one) => one.accountId),
      ].filter((id) => id !== null),
    );
    const documents = new Set(edges.map(({ documentId }) => documentId));
    const names = await listFlowNames(tx, { accounts: [...accounts], documents: [...documents] });
    const range = query.place === undefined ? (tx.actor.range ?? { lo: 0, hi: 0 }) : placeRange(query.place as Place);
    const { nodes, links } = drawFlows({ edges, holdings, ...names, range });
    return ok({ nodes: [...nodes], links: [...links] });
  }),

  handle(contract.getMovement, async ({ tx, params, allowed }) => {
    const movement = await store.findMovement(tx, params);
    if (!movement) return refuse({ code: 'not_found' });
    const { makerId, ...shown } = movement;
    const parts = await store.listMovementParts(tx, params);
    const acts = movement.kind === 'payment' ? ['fund.recover'] : [];
    return ok({ ...shown, parts: [...parts], allowed: allowed(acts, { place: movement.place, makerId }) });
  }),
];
