import { type RawBuilder, sql } from 'kysely';
import { type NewRow, type RecordKey, record, revise, withdraw } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import type { CooperativeRow } from '../../registers/cooperatives/public.ts';
import type { DistributionState, RuleSet } from './rules.ts';
import type { ReserveBasis, SurplusCharter } from './surplus-rules.ts';

export interface DistributionRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly placeName: string;
  readonly cooperativeId: string;
  readonly cooperativeName: string;
  /** first day of its fiscal year, MM-DD; null where the cooperative is out of the reader's range */
  readonly fiscalYearStart: string | null;
  readonly form: string;
  readonly ruleSet: RuleSet;
  readonly year: number;
  readonly recordOn: string;
  readonly daysWeighed: number;
  readonly snapshot: number;
  readonly members: number;
  readonly surplusFen: bigint;
  readonly openingFen: bigint;
  readonly reserveUsedFen: bigint;
  readonly grantEquityFen: bigint;
  readonly basisDigest: string;
  readonly state: DistributionState;
  readonly optionId: string | null;
  readonly digest: string | null;
  readonly madeBy: string | null;
  readonly surplusReserveFen: bigint | null;
  readonly welfareFen: bigint | null;
  readonly expansionFen: bigint | null;
  readonly reliefFen: bigint | null;
  readonly patronageRefundFen: bigint | null;
  readonly remainderFen: bigint | null;
  readonly resolutionNumber: string | null;
  readonly declaredOn: string | null;
  readonly declaredBy: string | null;
  readonly voucherId: string | null;
  readonly revision: number;
  /** put right and paid since it was declared, in fen; on its way, and come back */
  readonly changedFen: bigint;
  readonly paidFen: bigint;
  readonly inFlightFen: bigint;
  readonly returnedFen: bigint;
  /** turned into contributions */
  readonly convertedFen: bigint;
}

export interface DistributionFilters {
  readonly q?: string | undefined;
  readonly year?: number | undefined;
  readonly state?: DistributionState | undefined;
  readonly place?: number | undefined;
  readonly cooperativeId?: string | undefined;
  readonly sort?: 'year' | 'cooperativeName' | 'declaredOn' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

const source = sql`(
    select d.*, coalesce(c.name, '') as cooperative_name, c.fiscal_year_start, coalesce(p.name, '') as place_name,
      coalesce((select sum(x.new_refund_fen + x.new_remainder_fen - x.old_refund_fen - x.old_remainder_fen)
        from dividend_change x where x.county = d.county and x.distribution_id = d.id), 0) as changed_fen,
      coalesce(o.paid, 0) as paid_fen, coalesce(o.in_flight, 0) as in_flight_fen, coalesce(o.returned, 0) as returned_fen,
      coalesce(o.converted, 0) as converted_fen
    from distribution d left join cooperative c on c.county = d.county and c.id = d.cooperative_id
    left join place p on p.code = d.place
    left join lateral (
      select sum(amount_fen) filter (where state = 'paid') as paid,
        sum(amount_fen) filter (where state = 'in_flight') as in_flight,
        sum(amount_fen) filter (where state = 'returned') as returned,
        sum(amount_fen) filter (where state = 'converted') as converted
      from payout where county = d.county and distribution_id = d.id
    ) o on true
  ) as d`;

const columns = sql`county, id, place, place_name, cooperative_id, cooperative_name, fiscal_year_start, form, rule_set,
  year, record_on, days_weighed, snapshot, members, surplus_fen, opening_fen, reserve_used_fen, grant_equity_fen, basis_digest, state,
  option_id, digest, made_by, surplus_reserve_fen, welfare_fen, expansion_fen, relief_fen, patronage_refund_fen,
  remainder_fen, resolution_number, declared_on, declared_by, voucher_id, revision, changed_fen, paid_fen,
  in_flight_fen, returned_fen, converted_fen`;

const sortColumns = { year: 'year', cooperativeName: 'cooperative_name', declaredOn: 'declared_on' } as const;

export async function listDistributions(
  tx: Tx,
  query: DistributionFilters & { readonly limit: number; readonly offset: number },
): Promise<{ rows: readonly DistributionRow[]; total: number }> {
  const found = sql`from ${source} where ${conditions(query)}`;
  const sorted = sql.ref(sortColumns[query.sort ?? 'year']);
  const direction = sql.raw(query.order === 'asc' ? 'asc' : 'desc nulls last');
  const { rows } = await sql<DistributionRow>`
    select ${columns} ${found} order by ${sorted} ${direction}, cooperative_name, id
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

function conditions(filters: DistributionFilters): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (filters.year !== undefined) parts.push(sql`year = ${filters.year}`);
  if (filters.state) parts.push(sql`state = ${filters.state}`);
  if (filters.cooperativeId) parts.push(sql`cooperative_id = ${filters.cooperativeId}`);
  if (filters.place !== undefined) {
    const { lo, hi } = placeRange(filters.place as Place);
    parts.push(sql`place between ${lo} and ${hi}`);
  }
  if (filters.q) {
    const text = `%${filters.q.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`(cooperative_name like ${text} or place_name like ${text})`);
  }
  return sql.join(parts, sql` and `);
}

export async function findDistribution(tx: Tx, key: RecordKey): Promise<DistributionRow | undefined> {
  const { rows } = await sql<DistributionRow>`
    select ${columns} from ${source} where county = ${key.county} and id = ${key.id}`.execute(tx.db);
  return rows[0];
}

/** What the books say and who takes part: all that follows is computed from it. */
export interface FrozenBase {
  readonly recordOn: string;
  readonly daysWeighed: number;
  readonly snapshot: number;
  readonly members: number;
  readonly surplusFen: bigint;
  readonly openingFen: bigint;
  readonly reserveUsedFen: bigint;
  readonly grantEquityFen: bigint;
  readonly basisDigest: string;
}

export async function recordDistribution(
  tx: Tx,
  cooperative: CooperativeRow,
  draft: { readonly id: string; readonly year: number; readonly ruleSet: RuleSet; readonly base: FrozenBase },
): Promise<void> {
  const { county, place, kind } = cooperative;
  const row: NewRow = {
    county,
    place,
    id: draft.id,
    cooperative_id: cooperative.id,
    form: kind,
    rule_set: draft.ruleSet,
    year: draft.year,
    state: 'draft',
    ...baseColumns(draft.base),
  };
  await record(tx, 'distribution', row);
}

function baseColumns(base: FrozenBase) {
  return {
    record_on: base.recordOn,
    days_weighed: base.daysWeighed,
    snapshot: base.snapshot,
    members: base.members,
    surplus_fen: base.surplusFen,
    opening_fen: base.openingFen,
    reserve_used_fen: base.reserveUsedFen,
    grant_equity_fen: base.grantEquityFen,
    basis_digest: base.basisDigest,
  };
}

const nothingChosen = {
  state: 'draft',
  option_id: null,
  digest: null,
  made_by: null,
  surplus_reserve_fen: null,
  welfare_fen: null,
  expansion_fen: null,
  relief_fen: null,
  patronage_refund_fen: null,
  remainder_fen: null,
};

/** Freezes anew; what was chosen before is chosen no longer. False when it changed meanwhile. */
export async function refreeze(tx: Tx, key: RecordKey, change: { base: FrozenBase; reason: string }): Promise<boolean> {
  const set = { ...nothingChosen, ...baseColumns(change.base) };
  return (await revise(tx, 'distribution', { key, set, reason: change.reason })) !== undefined;
}

export interface Choice {
  readonly optionId: string;
  readonly digest: string;
  readonly surplusReserveFen: bigint;
  readonly welfareFen: bigint;
  readonly expansionFen: bigint;
  readonly reliefFen: bigint;
  readonly patronageRefundFen: bigint;
  readonly remainderFen: bigint;
}

/** Chooses an option: what follows from it is what is voted on. False when it changed meanwhile. */
export async function choose(tx: Tx, key: RecordKey, choice: Choice): Promise<boolean> {
  const set = {
    state: 'chosen',
    option_id: choice.optionId,
    digest: choice.digest,
    made_by: tx.actor.accountId,
    surplus_reserve_fen: choice.surplusReserveFen,
    welfare_fen: choice.welfareFen,
    expansion_fen: choice.expansionFen,
    relief_fen: choice.reliefFen,
    patronage_refund_fen: choice.patronageRefundFen,
    remainder_fen: choice.remainderFen,
  };
  return (await revise(tx, 'distribution', { key, set, reason: 'chosen' })) !== undefined;
}

export interface Declaration {
  readonly declaredOn: string;
  readonly resolutionNumber: string;
  readonly voucherId: string | null;
}

/** Declares what was chosen, once: whoever comes second finds another revision. */
export async function declare(tx: Tx, key: RecordKey, declaration: Declaration): Promise<boolean> {
  const set = {
    state: 'declared',
    declared_on: declaration.declaredOn,
    declared_by: tx.actor.accountId,
    resolution_number: declaration.resolutionNumber,
    voucher_id: declaration.voucherId,
  };
  return (await revise(tx, 'distribution', { key, set, reason: declaration.resolutionNumber })) !== undefined;
}

export async function withdrawDistribution(tx: Tx, key: RecordKey, reason: string): Promise<boolean> {
  const set = { ...nothingChosen, state: 'withdrawn' };
  return (await revise(tx, 'distribution', { key, set, reason })) !== undefined;
}

export interface OptionRow extends NewOption {
  readonly revision: number;
}

export async function listOptions(tx: Tx, distribution: RecordKey): Promise<readonly OptionRow[]> {
  const { rows } = await sql<Omit<OptionRow, 'reserveQuantifiedBy'> & { reserveQuantifiedBy: ReserveBasis | null }>`
    select id, ordinal, name, surplus_reserve_bp, reserve_quantified_by, expansion_bp, relief_bp, welfare_reserve_bp,
      patronage_bp, converted_bp, revision
    from distribution_option where county = ${distribution.county} and distribution_id = ${distribution.id}
    order by ordinal`.execute(tx.db);
  return rows.map((row) => ({ ...row, reserveQuantifiedBy: row.reserveQuantifiedBy ?? undefined }));
}

export interface NewOption extends SurplusCharter {
  readonly id: string;
  readonly ordinal: number;
  readonly name: string;
  /** of what each member gets, turned into contributions (Cooperatives Law art. 44) */
  readonly convertedBp: number;
}

/** Of two that want the same place among the three, the second is refused by its key. */
export async function recordOption(
  tx: Tx,
  distribution: Pick<DistributionRow, 'county' | 'id' | 'place' | 'cooperativeId'>,
  option: NewOption,
): Promise<void> {
  const row: NewRow = {
    county: distribution.county,
    id: option.id,
    place: distribution.place,
    cooperative_id: distribution.cooperativeId,
    distribution_id: distribution.id,
    ordinal: option.ordinal,
    name: option.name,
    surplus_reserve_bp: option.surplusReserveBp,
    reserve_quantified_by: option.reserveQuantifiedBy ?? null,
    expansion_bp: option.expansionBp,
    relief_bp: option.reliefBp,
    welfare_reserve_bp: option.welfareReserveBp,
    patronage_bp: option.patronageBp,
    converted_bp: option.convertedBp,
  };
  await record(tx, 'distribution_option', row);
}

export async function withdrawOption(tx: Tx, key: RecordKey, reason: string): Promise<boolean> {
  return (await withdraw(tx, 'distribution_option', { key, reason })) !== undefined;
}
