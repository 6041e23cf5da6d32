import { describe, expect, it } from 'vitest';
import { drawFlows, type FlowEdge, mostOfTier } from './flow-rules.ts';
import { gridStateOf } from './order-rules.ts';
import { riskPayout } from './risk-rules.ts';

describe('the state of a village', () => {
  it.each([
    ['none', 0n, 0, true],
    ['exact', 20n, 1, true],
    ['short', 19n, 1, true],
    ['over', 21n, 1, true],
    ['double', 40n, 2, true],
    ['unflagged', 20n, 1, false],
  ])('is %s', (state, receivedFen, releases, flagged) => {
    expect(gridStateOf({ receivedFen, releases, flagged }, 20n)).toBe(state);
  });
});

it('the risk fund pays its share of what the insurer left, from the trigger on', () => {
  const terms = { triggerBp: 3_000, shareBp: 5_000 };
  expect(riskPayout({ lossFen: 300n, insuredFen: 101n, valueFen: 1_000n }, terms)).toEqual({ ok: true, value: 99n });
  expect(riskPayout({ lossFen: 299n, insuredFen: 0n, valueFen: 1_000n }, terms).ok).toBe(false);
  expect(riskPayout({ lossFen: 300n, insuredFen: 300n, valueFen: 1_000n }, terms).ok).toBe(false);
});

describe('the picture', () => {
  const range = { lo: 150622000000, hi: 150622999999 };
  const banner = { id: 'b', name: '旗', place: 150622000000, holder: 'office' } as const;
  const villages = Array.from({ length: 30 }, (_, at) => ({
    ...{ id: `v${at}`, name: `村${at}`, holder: 'village' },
    place: 150622100201 + at,
  })) as { id: string; name: string; place: number; holder: 'village' }[];
  const edge = { documentId: 'd', purpose: null, payeeKind: null, fromAccount: null, toAccount: null } as const;

  it('takes small nodes together and loses nothing', () => {
    const edges: FlowEdge[] = [
      { ...edge, kind: 'allocation', fromAccount: 'city', toAccount: 'b', amountFen: 465n },
      ...villages.map(({ id }, at) => ({
        ...edge,
        kind: 'allocation' as const,
        fromAccount: 'b',
        toAccount: id,
        amountFen: BigInt(at + 1),
      })),
    ];
    const holdings = villages.map(({ id }, at) => ({ accountId: id, amountFen: BigInt(at + 1) }));
    const accounts = [banner, ...villages];
    const { nodes, links } = drawFlows({ edges, holdings, accounts, documents: new Map([['d', '文号']]), range });
    expect(nodes.filter(({ tier }) => tier === 'village')).toHaveLength(mostOfTier);
    for (const id of nodes.filter(({ tier }) => tier === 'village' || tier === 'banner').map((node) => node.id)) {
      const [into, out] = (['to', 'from'] as const).map((end) =>
        links.filter((link) => link[end] === id).reduce((sum, { amountFen }) => sum + amountFen, 0n),
      );
      expect([id, into]).toEqual([id, out]);
    }
  });

  it('takes a recall off the ribbon it came by', () => {
    const edges: FlowEdge[] = [
      { ...edge, kind: 'allocation', fromAccount: 'b', toAccount: 'v0', amountFen: 10n },
      { ...edge, kind: 'recall', fromAccount: 'v0', toAccount: 'b', amountFen: 4n },
    ];
    const { links } = drawFlows({ edges, holdings: [], accounts: [banner, ...villages], documents: new Map(), range });
    expect(links).toMatchObject([{ from: 'a:b', to: 'a:v0', amountFen: 6n }]);
  });
});
