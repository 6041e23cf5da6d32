import { hash } from 'node:crypto';
import { canonicalJson } from '../pure/canonical.ts';

/**
 * SHA-256 in hex over the canonical JSON of what is decided (RFC 8785): equal content, equal digest, whatever the order
 * of its keys. An approval, a resolution and a notice bear it, so that they hold for that content and no other.
 */
export function digestOf(content: unknown): string {
  return hash('sha256', canonicalJson(content), 'hex');
}
