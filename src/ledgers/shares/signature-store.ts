import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { Tx } from '../../platform/db/transact.ts';
import { ok, type Refusal, type Result, refusal, refuse } from '../../platform/pure/result.ts';

/** What a certificate’s code says: enough to compare with the paper. */
export interface CertificateClaim {
  readonly county: number;
  readonly id: string;
  readonly number: number;
  readonly cooperative: string;
  readonly memberNumber: string;
  readonly member: string;
  /** YYYY-MM-DD */
  readonly issuedOn: string;
  readonly shares: number;
  /** digits */
  readonly paidFen: string;
  /** SHA-256 of all lines of the certificate, in hex */
  readonly digest: string;
}

const mark = 'SC1';

/**
 * The code behind the QR sign: mark, claim and signature, parted by dots. The claim is a JSON list in base64url; signed
 * is the text before the last dot, with Ed25519. {@link certificateKey} is all that is needed to verify it offline.
 */
export function signClaim(tx: Pick<Tx, 'vault'>, claim: CertificateClaim): string {
  const list = [
    claim.county,
    claim.id,
    claim.number,
    claim.cooperative,
    claim.memberNumber,
    claim.member,
    claim.issuedOn,
    claim.shares,
    claim.paidFen,
    claim.digest,
  ];
  const text = `${mark}.${Buffer.from(JSON.stringify(list)).toString('base64url')}`;
  return `${text}.${signText(tx, text).toString('base64url')}`;
}

/** Takes a scanned code apart and verifies it; an address before the mark is left aside. */
export function readClaim(
  tx: Pick<Tx, 'vault'>,
  scanned: string,
): Result<{ readonly claim: CertificateClaim; readonly genuine: boolean }, Refusal<'certificate_code'>> {
  const [, text = '', body = '', signature = ''] = /(SC1\.([\w-]+))\.([\w-]{86})$/.exec(scanned.trim()) ?? [];
  const claim = text === '' ? undefined : parseClaim(body);
  if (!claim) return refuse(refusal('certificate_code', 'code'));
  const genuine = verify(null, Buffer.from(text), createPublicKey(signingKey(tx)), Buffer.from(signature, 'base64url'));
  return ok({ claim, genuine });
}

function parseClaim(body: string): CertificateClaim | undefined {
  const list = parseList(body);
  const [county, id, number, cooperative, memberNumber, member, issuedOn, shares, paidFen, digest] = list;
  const areNumbers = [county, number, shares].every((value) => Number.isSafeInteger(value));
  const texts = [id, cooperative, memberNumber, member, issuedOn, paidFen, digest];
  const isUuid = typeof id === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
  if (list.length !== 10 || !areNumbers || !isUuid || !texts.every((value) => typeof value === 'string'))
    return undefined;
  const claim = { county, id, number, cooperative, memberNumber, member, issuedOn, shares, paidFen, digest };
  return claim as CertificateClaim;
}

function parseList(body: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

/** Signs with Ed25519; the key is made from the vault’s, so it lies outside the database like that one. */
export function signText(tx: Pick<Tx, 'vault'>, text: string): Buffer {
  return sign(null, Buffer.from(text), signingKey(tx));
}

/** The public key in PEM: with it anybody verifies a code without this system. */
export function certificateKey(tx: Pick<Tx, 'vault'>): string {
  return String(createPublicKey(signingKey(tx)).export({ type: 'spki', format: 'pem' }));
}

/** PKCS #8 before the 32 bytes of an Ed25519 key (RFC 8410). */
const keyHead = Buffer.from('302e020100300506032b657004220420', 'hex');

function signingKey(tx: Pick<Tx, 'vault'>): KeyObject {
  const seed = tx.vault.fingerprint('signing_key', 'share certificates');
  return createPrivateKey({ key: Buffer.concat([keyHead, seed]), format: 'der', type: 'pkcs8' });
}
