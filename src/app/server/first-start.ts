import { randomUUID } from 'node:crypto';
import { ensureParameters } from '../../measure/public.ts';
import { countAccounts, createAccount, hasDemoAccounts } from '../../platform/access/account-store.ts';
import { systemActor } from '../../platform/access/actor.ts';
import { hashPassword } from '../../platform/access/sign-in.ts';
import type { Database } from '../../platform/db/database.ts';
import { transact } from '../../platform/db/transact.ts';
import { ok } from '../../platform/pure/result.ts';

/** Whether nobody has an account yet. */
export async function isFresh(database: Database): Promise<boolean> {
  return (await countAccounts(database)) === 0;
}

export function isDemo(database: Database): Promise<boolean> {
  return hasDemoAccounts(database);
}

/** The first account of a real system; its password must be changed at the first sign-in. */
export async function createFirstAdministrator(
  database: Database,
  credentials: { readonly login: string; readonly name?: string; readonly password: string },
): Promise<void> {
  const id = randomUUID();
  await createAccount(database, {
    id,
    login: credentials.login.toLowerCase(),
    name: credentials.name ?? credentials.login,
    passwordHash: await hashPassword(credentials.password),
    mustChangePassword: true,
    demo: false,
    position: { role: 'administrator' },
  });
}

/** Brings reference values that this version of the code has and the database has not; run at every start. */
export async function ensureReference(database: Database): Promise<void> {
  const actor = systemActor({ lo: 0, hi: 999_999_999_999 }, randomUUID());
  const result = await transact(database, { actor, act: 'measure.set_parameter', silent: true }, async (tx) =>
    ok(await ensureParameters(tx)),
  );
  if (!result.ok) throw new Error(result.refusal.code);
}
