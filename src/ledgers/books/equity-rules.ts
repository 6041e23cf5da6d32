import { coop37Surplus } from './statement-coop37-rules.ts';
import { computeRows, type Figures, type FlowEnds, sumFlows, sumOf } from './statement-rules.ts';

/** Columns of 会农社03 成员权益变动表: contributions, grant equity, capital reserve, surplus reserve, undistributed. */
export const equityColumns = ['301', '311', '321', '322', '332'] as const;

export type EquityColumn = (typeof equityColumns)[number];

interface Change {
  /** its words stand under `row.coop37.equity.<code>` */
  readonly code: string;
  readonly column: EquityColumn;
  readonly direction: 'increase' | 'decrease';
  readonly ends: FlowEnds;
}

const reserves = ['321', '322'] as const;

/**
 * The causes printed on the form. 弥补亏损 stands in the column of the surplus reserve too: the account text lets 322
 * cover losses, though the form prints the line under 资本公积 only.
 */
const changes: readonly Change[] = [
  { code: 'capital_reserve_in', column: '301', direction: 'increase', ends: { from: ['321'], to: ['301'] } },
  { code: 'surplus_reserve_in', column: '301', direction: 'increase', ends: { from: ['322'], to: ['301'] } },
  { code: 'contributed', column: '301', direction: 'increase', ends: { notFrom: [...reserves, '301'], to: ['301'] } },
  { code: 'state_grant', column: '311', direction: 'increase', ends: { notFrom: ['311'], to: ['311', '31101'] } },
  { code: 'donation', column: '311', direction: 'increase', ends: { notFrom: ['311'], to: ['31102'] } },
  { code: 'premium', column: '321', direction: 'increase', ends: { notFrom: ['131', '321'], to: ['321'] } },
  { code: 'appreciation', column: '321', direction: 'increase', ends: { from: ['131'], to: ['321'] } },
  { code: 'drawn', column: '322', direction: 'increase', ends: { from: ['332'], to: ['322'] } },
  { code: 'reserve_drawn_in', column: '322', direction: 'increase', ends: { notFrom: ['332', '322'], to: ['322'] } },
  { code: 'other_in', column: '332', direction: 'increase', ends: { from: reserves, to: ['332'] } },
  { code: 'withdrawn', column: '301', direction: 'decrease', ends: { from: ['301'], notTo: ['301'] } },
  { code: 'to_contribution', column: '321', direction: 'decrease', ends: { from: ['321'], to: ['301'] } },
  { code: 'covered_loss', column: '321', direction: 'decrease', ends: { from: ['321'], to: ['332'] } },
  { code: 'other_out', column: '321', direction: 'decrease', ends: { from: ['321'], notTo: ['301', '332', '321'] } },
  { code: 'grant_out', column: '311', direction: 'decrease', ends: { from: ['311'], notTo: ['311'] } },
  { code: 'to_contribution', column: '322', direction: 'decrease', ends: { from: ['322'], to: ['301'] } },
  { code: 'covered_loss', column: '322', direction: 'decrease', ends: { from: ['322'], to: ['332'] } },
  { code: 'other_out', column: '322', direction: 'decrease', ends: { from: ['322'], notTo: ['301', '332', '322'] } },
  { code: 'reserve_drawn', column: '332', direction: 'decrease', ends: { from: ['332'], to: ['322'] } },
  { code: 'refund', column: '332', direction: 'decrease', ends: { from: ['332'], to: ['221'] } },
  { code: 'dividend', column: '332', direction: 'decrease', ends: { from: ['332'], to: ['222'] } },
  { code: 'to_contribution', column: '332', direction: 'decrease', ends: { from: ['332'], to: ['301'] } },
];

export interface EquityRow {
  readonly code: string;
  readonly direction: 'opening' | 'increase' | 'decrease' | 'closing';
  readonly amounts: ReadonlyMap<EquityColumn, bigint>;
}

export interface EquityTable {
  readonly rows: readonly EquityRow[];
  /** columns in which opening, increases and decreases do not lead to the closing balance: a movement the form has no line for */
  readonly unexplained: readonly EquityColumn[];
}

/** 会农社03: what changed each part of the members’ equity, from the first day of the year. */
export function equityTable(figures: Figures): EquityTable {
  const surplus = computeRows(coop37Surplus, figures, 'closing').get(12) ?? 0n;
  const moved = ['increase', 'decrease'].flatMap((direction) => {
    const listed = changes.filter((change) => change.direction === direction);
    const codes = [...new Set(listed.map(({ code }) => code))];
    const rows = codes.map((code): EquityRow => {
      const cells = listed.filter((change) => change.code === code);
      const amounts = new Map(cells.map(({ column, ends }) => [column, sumEnds(figures, column, ends)]));
      return { code, direction: direction as 'increase' | 'decrease', amounts };
    });
    if (direction === 'decrease') return rows;
    return [
      ...rows,
      { code: 'surplus', direction: 'increase' as const, amounts: new Map([['332', surplus] as const]) },
    ];
  });
  const opening = standing(figures, 'opening');
  const closing = standing(figures, 'closing');
  const unexplained = equityColumns.filter((column) => {
    const led = moved.reduce((sum, { direction, amounts }) => {
      const amount = amounts.get(column) ?? 0n;
      return direction === 'increase' ? sum + amount : sum - amount;
    }, opening.get(column) ?? 0n);
    return led !== (closing.get(column) ?? 0n);
  });
  return {
    rows: [
      { code: 'opening', direction: 'opening', amounts: opening },
      ...moved,
      { code: 'closing', direction: 'closing', amounts: closing },
    ],
    unexplained,
  };
}

/** 31101 and 31102 both begin with 311: what went to the donations is not a state grant. */
function sumEnds(figures: Figures, column: EquityColumn, ends: FlowEnds): bigint {
  const sum = sumFlows(figures.flows, ends);
  if (column !== '311' || !ends.to?.includes('311')) return sum;
  return sum - sumFlows(figures.flows, { ...ends, to: ['31102'] });
}

const resultCodes = ['331', '332', '501', '502', '511', '521', '522', '523', '524', '529', '531'];

function standing(figures: Figures, at: 'opening' | 'closing'): ReadonlyMap<EquityColumn, bigint> {
  return new Map(
    equityColumns.map((column) => [column, -sumOf(figures[at], column === '332' ? resultCodes : [column])] as const),
  );
}
