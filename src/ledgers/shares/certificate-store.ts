import { sql } from 'kysely';
import { digestOf } from '../../platform/db/digest.ts';
import { type NewRow, type RecordKey, record, revise } from '../../platform/db/history.ts';
import type { Tx } from '../../platform/db/transact.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';
import type { CooperativeRow, MembershipRow } from '../../registers/cooperatives/public.ts';
import { listShareClasses } from './class-store.ts';
import { listHoldings } from './holding-store.ts';
import { type CertificateClaim, signClaim, signText } from './signature-store.ts';

/** What stands on a certificate for one class. */
export interface CertificateLine {
  readonly className: string;
  readonly kind: string;
  readonly shares: number;
  readonly paidFen: string;
}

export interface CertificateRow {
  readonly county: number;
  readonly id: string;
  readonly place: number;
  readonly cooperativeId: string;
  readonly membershipId: string;
  readonly memberNumber: string | null;
  readonly memberName: string | null;
  readonly number: number;
  readonly issuedOn: string;
  readonly lines: readonly CertificateLine[];
  readonly shares: number;
  readonly paidFen: bigint;
  readonly digest: string;
  readonly signature: Buffer;
  readonly state: 'valid' | 'outdated' | 'lost' | 'replaced';
  readonly stateOn: string | null;
  readonly replacesId: string | null;
  /** how often it was printed */
  readonly prints: number;
  readonly revision: number;
}

const certificates = sql`select c.county, c.id, c.place, c.cooperative_id, c.membership_id, m.number as member_number,
    m.name as member_name, c.number, c.issued_on, c.lines, c.shares, c.paid_fen, c.digest, c.signature, c.state, c.state_on,
    c.replaces_id, c.prints, c.revision
  from share_certificate as c left join membership as m on m.county = c.county and m.id = c.membership_id`;

export interface CertificateQuery {
  readonly q?: string | undefined;
  readonly state?: CertificateRow['state'] | undefined;
  readonly membershipId?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

export async function listCertificates(
  tx: Tx,
  cooperative: RecordKey,
  query: CertificateQuery,
): Promise<{ rows: readonly CertificateRow[]; total: number }> {
  const text = `%${(query.q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const parts = [
    sql`c.county = ${cooperative.county} and c.cooperative_id = ${cooperative.id}`,
    sql`(c.number::text like ${text} or m.number like ${text} or m.name like ${text})`,
  ];
  if (query.state) parts.push(sql`c.state = ${query.state}`);
  if (query.membershipId) parts.push(sql`c.membership_id = ${query.membershipId}`);
  const where = sql.join(parts, sql` and `);
  const { rows } = await sql<CertificateRow>`${certificates} where ${where}
    order by c.number desc limit ${query.limit} offset ${query.offset}`.execute(tx.db);
  const counted = await sql<{ total: number }>`
    select count(*) as total from (${certificates} where ${where}) as found`.execute(tx.db);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

export async function findCertificate(tx: Tx, key: RecordKey): Promise<CertificateRow | undefined> {
  const { rows } =
    await sql<CertificateRow>`${certificates} where c.county = ${key.county} and c.id = ${key.id}`.execute(tx.db);
  return rows[0];
}

/**
 * Issues a certificate over what a member holds today. The one before is replaced; when nothing changed since it was
 * issued there is no reason for another, unless it was lost.
 */
export async function issueCertificate(
  tx: Tx,
  cooperative: CooperativeRow,
  issue: { readonly membership: MembershipRow; readonly on: string; readonly id: string; readonly reason: string },
): Promise<Result<true, Refusal>> {
  const { membership, on, id, reason } = issue;
  const lines = await linesOf(tx, membership, on);
  if (lines.length === 0) return refuse(refusal('certificate_nothing'));
  const digest = digestOf({ membership: membership.id, lines });
  const [latest] = (
    await listCertificates(tx, { county: membership.county, id: membership.cooperativeId }, ofMember(membership))
  ).rows;
  if (latest?.state === 'valid' && latest.digest === digest) return refuse(refusal('certificate_unchanged'));
  if (latest && latest.state !== 'replaced') {
    const key = { county: latest.county, id: latest.id, revision: latest.revision };
    const set = { state: 'replaced', state_on: on };
    if (!(await revise(tx, 'share_certificate', { key, set, reason }))) return refuse({ code: 'stale' });
  }
  const number = await nextCertificateNumber(tx, cooperative);
  const sums = sumOf(lines);
  const claim: CertificateClaim = {
    county: cooperative.county,
    id,
    number,
    cooperative: cooperative.name,
    memberNumber: membership.number,
    member: membership.name,
    issuedOn: on,
    shares: sums.shares,
    paidFen: String(sums.paidFen),
    digest,
  };
  await record(tx, 'share_certificate', {
    county: cooperative.county,
    id,
    place: cooperative.place,
    member_place: membership.memberPlace,
    cooperative_id: cooperative.id,
    membership_id: membership.id,
    household_id: membership.householdId,
    number,
    issued_on: on,
    lines,
    shares: sums.shares,
    paid_fen: sums.paidFen,
    digest,
    signature: signText(tx, JSON.stringify(claim)),
    state: 'valid',
    state_on: null,
    replaces_id: latest?.id ?? null,
    prints: 0,
  } as NewRow);
  return ok(true);
}

function ofMember(membership: MembershipRow): CertificateQuery {
  return { membershipId: membership.id, limit: 1, offset: 0 };
}

async function linesOf(tx: Tx, membership: MembershipRow, on: string): Promise<readonly CertificateLine[]> {
  const { county, cooperativeId } = membership;
  const classes = new Map((await listShareClasses(tx, { county, cooperativeId })).map((share) => [share.id, share]));
  const held = (await listHoldings(tx, { county, cooperativeId, on })).filter(
    (holding) => holding.membershipId === membership.id && holding.shares > 0,
  );
  return held
    .map(({ classId, shares, paidFen }) => ({
      className: classes.get(classId)?.name ?? classId,
      kind: classes.get(classId)?.kind ?? '',
      shares,
      paidFen: String(paidFen),
    }))
    .toSorted((a, b) => (a.className < b.className ? -1 : 1));
}

function sumOf(lines: readonly CertificateLine[]): { shares: number; paidFen: bigint } {
  return {
    shares: lines.reduce((sum, line) => sum + line.shares, 0),
    paidFen: lines.reduce((sum, line) => sum + BigInt(line.paidFen), 0n),
  };
}

async function nextCertificateNumber(tx: Tx, cooperative: CooperativeRow): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`
    select max(number) as last from share_certificate
    where county = ${cooperative.county} and cooperative_id = ${cooperative.id}`.execute(tx.db);
  return (rows[0]?.last ?? 0) + 1;
}

/** Reported lost: it no longer is valid, and another may be issued. */
export async function loseCertificate(
  tx: Tx,
  key: RecordKey,
  loss: { readonly on: string; readonly reason: string },
): Promise<boolean> {
  const set = { state: 'lost', state_on: loss.on };
  return (await revise(tx, 'share_certificate', { key, set, reason: loss.reason })) !== undefined;
}

/** Valid certificates that were never printed, by number. */
export async function listUnprinted(tx: Tx, cooperative: RecordKey, most: number): Promise<readonly CertificateRow[]> {
  const { rows } = await sql<CertificateRow>`${certificates}
    where c.county = ${cooperative.county} and c.cooperative_id = ${cooperative.id} and c.state = 'valid' and c.prints = 0
    order by c.number limit ${most}`.execute(tx.db);
  return rows;
}

/** Counts a print. */
export async function countPrint(tx: Tx, certificate: CertificateRow): Promise<boolean> {
  const { county, id, revision } = certificate;
  const set = { prints: certificate.prints + 1 };
  return (await revise(tx, 'share_certificate', { key: { county, id, revision }, set, reason: 'print' })) !== undefined;
}

/** The code behind the QR sign of a stored certificate. */
export function certificateCode(tx: Tx, certificate: CertificateRow, cooperativeName: string): string {
  return signClaim(tx, {
    county: certificate.county,
    id: certificate.id,
    number: certificate.number,
    cooperative: cooperativeName,
    memberNumber: certificate.memberNumber ?? '',
    member: certificate.memberName ?? '',
    issuedOn: certificate.issuedOn,
    shares: certificate.shares,
    paidFen: String(certificate.paidFen),
    digest: certificate.digest,
  });
}

/** The state of a certificate for whoever holds its id; undefined where there is none. */
export async function findCertificateState(
  tx: Tx,
  key: RecordKey,
): Promise<{ state: CertificateRow['state']; stateOn: string | null } | undefined> {
  const { rows } = await sql<{ state: CertificateRow['state']; stateOn: string | null }>`
    select state, state_on from share_certificate_state(${key.county}, ${key.id})`.execute(tx.db);
  return rows[0];
}
