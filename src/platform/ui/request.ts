import type { ReplyOf, RouteContract } from '../http/contract.ts';
import { toJsonFen } from '../pure/money.ts';

/** The pure parts of a call: address, body, names. */
export type QueryValues = Readonly<Record<string, unknown>>;

/** The rows a list route answers with. */
export type RowOf<C extends RouteContract> = ReplyOf<C> extends { rows: readonly (infer R)[] } ? R : never;

/** Address below the origin: `:name` places filled, query added; empty values are left out, lists repeated. */
export function addressOf(contract: RouteContract, params: QueryValues = {}, query: QueryValues = {}): string {
  const path = contract.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined || value === '') throw new RangeError(`${contract.path} needs ${name}`);
    return encodeURIComponent(String(value));
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one));
    }
  }
  const text = search.toString();
  return `/api${path}${text === '' ? '' : `?${text}`}`;
}

/** JSON with amounts as the server reads them (`toJsonFen`). */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) => (typeof member === 'bigint' ? toJsonFen(member) : member));
}

export function cookieValue(cookies: string, name: string): string | undefined {
  for (const pair of cookies.split(';')) {
    const at = pair.indexOf('=');
    if (pair.slice(0, at).trim() === name) return decodeURIComponent(pair.slice(at + 1).trim());
  }
  return undefined;
}

/** File name of a `Content-Disposition` header: RFC 6266 `filename*` before `filename`. */
export function fileNameOf(disposition: string | null): string {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '') ?? [];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  const [, plain] = /filename="?([^";]+)"?/i.exec(disposition ?? '') ?? [];
  return plain ?? 'download';
}
