import { type RawBuilder, sql } from 'kysely';
import { digestOf } from '../../platform/db/digest.ts';
import { type RecordKey, record, recordMany, revise } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import { reviseMany } from '../../platform/db/revise-many.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { addDays, type LocalDate } from '../../platform/pure/period.ts';
import type { ClaimCause, ClaimState, SurveyedLine } from './claim-rules.ts';
import type { InsuranceLine } from './rules.ts';
import { containing, type PolicyRow, within } from './store.ts';

export interface ClaimRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly placeName: string;
  readonly insurerId: string;
  readonly insurerName: string;
  readonly policyId: string;
  readonly policyNumber: string;
  readonly line: InsuranceLine;
  readonly unit: 'head' | 'mu';
  readonly cause: ClaimCause;
  readonly occurredOn: string;
  readonly toldAt: Date;
  readonly reportedOn: string;
  readonly statement: string;
  readonly state: ClaimState;
  readonly lines: number;
  readonly agreedFen: bigint;
  readonly surveyedOn: string | null;
  readonly digest: string | null;
  readonly agreedOn: string | null;
  readonly dueOn: string | null;
  readonly paidOn: string | null;
  readonly voucher: string | null;
  readonly closedFor: string | null;
  readonly madeBy: string;
  readonly revision: number;
}

export interface ClaimFilters {
  readonly q?: string | undefined;
  readonly state?: ClaimState | undefined;
  readonly line?: InsuranceLine | undefined;
  readonly light?: 'met' | 'near' | 'late' | 'none' | undefined;
  readonly place?: number | undefined;
  readonly sort?: 'reportedOn' | 'dueOn' | 'agreedFen' | undefined;
  readonly order?: 'asc' | 'desc' | undefined;
}

const source = sql`(
    select c.*, coalesce(i.name, '') as insurer_name, coalesce(p.name, '') as place_name
    from insurance_claim c left join insurance_insurer i on i.id = c.insurer_id
    left join place p on p.code = c.place
  ) as c`;

const columns = sql`county, id, place, place_name, insurer_id, insurer_name, policy_id, policy_number, line, unit, cause,
  occurred_on, told_at, reported_on, statement, state, lines, agreed_fen, surveyed_on, digest, agreed_on, due_on, paid_on,
  voucher, closed_for, made_by, revision`;

const sortColumns = { reportedOn: 'reported_on', dueOn: 'due_on', agreedFen: 'agreed_fen' } as const;

export async function listClaims(
  tx: Tx,
  today: LocalDate,
  query: ClaimFilters & { readonly limit: number; readonly offset: number },
): Promise<{ rows: readonly ClaimRow[]; total: number }> {
  const found = sql`from ${source} where ${conditions(query, today)}`;
  const sorted = sql.ref(sortColumns[query.sort ?? 'reportedOn']);
  const direction = sql.raw(query.order === 'asc' ? 'asc' : 'desc');
  const { rows } = await sql<ClaimRow>`select ${columns} ${found} order by ${sorted} ${direction} nulls last, id
    limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

function conditions(filters: ClaimFilters, today: LocalDate): RawBuilder<unknown> {
  const parts = [sql`true`];
  if (filters.state) parts.push(sql`state = ${filters.state}`);
  if (filters.line) parts.push(sql`line = ${filters.line}`);
  if (filters.place !== undefined) parts.push(sql`place ${within(filters.place)}`);
  if (filters.light) parts.push(sql`${lightColumn(today)} = ${filters.light}`);
  if (filters.q) {
    const text = containing(filters.q);
    parts.push(sql`(policy_number like ${text} or insurer_name like ${text} or place_name like ${text})`);
  }
  return sql.join(parts, sql` and `);
}

/** As `claimLight` says of one claim. */
function lightColumn(today: LocalDate): RawBuilder<unknown> {
  return sql`case when due_on is null then 'none' when paid_on is not null then case when paid_on <= due_on then 'met' else 'late' end
    when due_on < ${today}::date then 'late' when due_on <= ${addDays(today, 3)}::date then 'near' else 'none' end`;
}

export async function findClaim(tx: Tx, key: RecordKey): Promise<ClaimRow | undefined> {
  const { rows } = await sql<ClaimRow>`
    select ${columns} from ${source} where county = ${key.county} and id = ${key.id}`.execute(tx.db);
  return rows[0];
}

export interface ClaimLine {
  readonly id: string;
  readonly insuredId: string;
  readonly insuredRevision: number;
  readonly householdCounty: number;
  readonly householdId: string | null;
  readonly name: string;
  readonly insuredUnits: number;
  readonly sumFen: bigint;
  readonly claimedFen: bigint;
  readonly reportedUnits: number;
  readonly surveyedUnits: number | null;
  readonly lossBp: number | null;
  readonly computedFen: bigint | null;
  readonly agreedFen: bigint | null;
  readonly paidOn: string | null;
  readonly revision: number;
}

export async function listClaimLines(tx: Tx, claim: RecordKey): Promise<readonly ClaimLine[]> {
  const { rows } = await sql<ClaimLine>`
    select l.id, l.insured_id, n.revision as insured_revision, (l.insured_place / 1000000)::int as household_county,
      l.household_id, l.name, n.units as insured_units, n.sum_fen, n.claimed_fen, l.reported_units, l.surveyed_units,
      l.loss_bp, l.computed_fen, l.agreed_fen, l.paid_on, l.revision
    from insurance_claim_line l join insurance_insured n on n.county = l.county and n.id = l.insured_id
    where l.county = ${claim.county} and l.claim_id = ${claim.id} order by l.name, l.id`.execute(tx.db);
  return rows;
}

export interface NewClaim {
  readonly id: string;
  readonly cause: ClaimCause;
  readonly occurredOn: string;
  readonly toldAt: Date;
  readonly reportedOn: string;
  readonly statement: string;
  readonly lines: readonly {
    readonly insuredId: string;
    readonly insuredPlace: number;
    readonly householdId: string | null;
    readonly name: string;
    readonly units: number;
  }[];
}

export async function recordClaim(tx: Tx, policy: PolicyRow, claim: NewClaim): Promise<void> {
  const at = { county: policy.county, place: policy.place, insurer_id: policy.insurerId };
  await record(tx, 'insurance_claim', {
    ...{
      ...at,
      id: claim.id,
      policy_id: policy.id,
      policy_number: policy.number,
      line: policy.line,
      unit: policy.unit,
    },
    ...{ cause: claim.cause, occurred_on: claim.occurredOn, told_at: claim.toldAt, reported_on: claim.reportedOn },
    ...{ statement: claim.statement, state: 'reported', lines: claim.lines.length, agreed_fen: 0n },
    ...{ surveyed_on: null, surveyed_by: null, digest: null, agreed_on: null, due_on: null, paid_on: null },
    ...{ paid_by: null, voucher: null, closed_for: null, made_by: tx.actor.accountId },
  });
  await recordMany(
    tx,
    'insurance_claim_line',
    claim.lines.map((line) => ({
      ...{
        ...at,
        id: newRecordId(tx),
        insured_place: line.insuredPlace,
        claim_id: claim.id,
        insured_id: line.insuredId,
      },
      ...{ household_id: line.householdId, name: line.name, reported_units: line.units, surveyed_units: null },
      ...{ loss_bp: null, computed_fen: null, agreed_fen: null, paid_on: null },
    })),
  );
}

export async function reviseClaim(
  tx: Tx,
  key: RecordKey,
  change: { readonly set: Readonly<Record<string, unknown>>; readonly reason: string },
): Promise<boolean> {
  return (await revise(tx, 'insurance_claim', { key, ...change })) !== undefined;
}

export async function surveyLines(
  tx: Tx,
  county: number,
  { lines, surveyed }: { readonly lines: readonly ClaimLine[]; readonly surveyed: readonly SurveyedLine[] },
): Promise<void> {
  const byId = new Map(surveyed.map((line) => [line.id, line]));
  const revisions = lines.flatMap(({ id, revision }) => {
    const line = byId.get(id);
    if (!line) return [];
    const set = { surveyed_units: line.units, loss_bp: line.lossBp, computed_fen: line.computedFen };
    return [{ key: { county, id, revision }, set: { ...set, agreed_fen: line.agreedFen } }];
  });
  await reviseMany(tx, 'insurance_claim_line', { revisions, reason: 'surveyed' });
}

/** Holds whoever stands on a claim, so that of two agreements the second sees what the first came to. */
export async function holdInsured(tx: Tx, claim: RecordKey): Promise<void> {
  await sql`select n.id from insurance_insured n where n.county = ${claim.county} and n.id in (
      select insured_id from insurance_claim_line where county = ${claim.county} and claim_id = ${claim.id})
    order by n.id for update`.execute(tx.db);
}

/** What is agreed counts against the sum insured of each, which is bounded in the database. */
export async function chargeInsured(tx: Tx, county: number, lines: readonly ClaimLine[]): Promise<void> {
  const revisions = lines
    .filter(({ agreedFen }) => (agreedFen ?? 0n) > 0n)
    .map(({ insuredId, insuredRevision, claimedFen, agreedFen }) => ({
      key: { county, id: insuredId, revision: insuredRevision },
      set: { claimed_fen: claimedFen + (agreedFen ?? 0n) },
    }));
  if (revisions.length > 0) await reviseMany(tx, 'insurance_insured', { revisions, reason: 'claim agreed' });
}

export async function payLines(
  tx: Tx,
  county: number,
  { lines, on }: { readonly lines: readonly ClaimLine[]; readonly on: string },
): Promise<void> {
  const revisions = lines.map(({ id, revision }) => ({ key: { county, id, revision }, set: { paid_on: on } }));
  await reviseMany(tx, 'insurance_claim_line', { revisions, reason: 'paid' });
}

/** Over who gets how much for which loss. */
export async function digestClaim(tx: Tx, claim: ClaimRow): Promise<string> {
  const lines = await listClaimLines(tx, claim);
  return digestOf({
    claim: claim.id,
    ...{ policyId: claim.policyId, cause: claim.cause, occurredOn: claim.occurredOn },
    lines: lines.map(({ insuredId, surveyedUnits, lossBp, agreedFen }) => ({
      ...{ insuredId, surveyedUnits: String(surveyedUnits), lossBp, agreedFen },
    })),
  });
}
