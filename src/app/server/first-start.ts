import { randomUUID } from 'node:crypto';
import { importMeasure } from '../../measure/public.ts';
import { countAccounts, createAccount, hasDemoAccounts } from '../../platform/access/account-store.ts';
import { hashPassword } from '../../platform/access/sign-in.ts';
import type { Database } from '../../platform/db/database.ts';

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
  credentials: { readonly login: string; readonly password: string },
): Promise<void> {
  const id = randomUUID();
  await createAccount(database, {
    id,
    login: credentials.login.toLowerCase(),
    name: credentials.login,
    passwordHash: await hashPassword(credentials.password),
    mustChangePassword: true,
    demo: false,
    position: { role: 'administrator' },
  });
  await importMeasure(database);
}
