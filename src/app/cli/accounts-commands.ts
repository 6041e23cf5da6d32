import { listAccounts } from '../../platform/access/account-admin-store.ts';
import * as contract from '../../platform/access/account-contract.ts';
import { makeOneTimePassword } from '../../platform/access/one-time-password.ts';
import { type Role, roles } from '../../platform/access/roles.ts';
import { isUniqueViolation } from '../../platform/db/connection.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import { readTransact } from '../../platform/db/transact.ts';
import { todayInShanghai } from '../../platform/pure/period.ts';
import { ok, type Refusal, type Result, refuse } from '../../platform/pure/result.ts';
import { speak } from '../../platform/words.ts';
import { createFirstAdministrator } from '../server/first-start.ts';
import type { Answer, CliRefusal, Desk, Given, Run } from './command.ts';
import { readPlace, textOf } from './given.ts';
import { words } from './words.ts';

/** `accounts create`: by an administrator; without `--as` only the first administrator of a system that has none. */
export async function createAccount(desk: Desk, given: Given): ReturnType<Run> {
  const role = roles.find((one) => one === textOf(given, 'role'));
  if (!role) return refuse({ code: 'role_unknown', field: 'role' });
  const login = contract.loginText.safeParse(textOf(given, 'login'));
  if (!login.success) return refuse({ code: 'login_invalid', field: 'login' });
  const name = textOf(given, 'name') ?? login.data;
  if (desk.actor.role === 'system') return createFirst(desk, { login: login.data, name, role });
  const position = readPosition(desk, given, role);
  if (!position.ok) return position;
  const id = newId();
  const created = await desk.call(contract.createAccount, {
    body: { id, login: login.data, name, position: { id: newId(), ...position.value } },
  });
  if (!created.ok) return refuse(asOption(created.refusal));
  return ok(withPassword({ id, login: login.data }, created.value.oneTimePassword));
}

/** The route names fields of the position it was sent; here these are options. */
function asOption(refusal: CliRefusal): CliRefusal {
  const field = refusal.field?.replace(/^position\./, '').replace('organisationId', 'organisation');
  return field === undefined ? refusal : { ...refusal, field };
}

interface First {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
}

async function createFirst({ database, actor }: Desk, { login, name, role }: First): ReturnType<Run> {
  const found = await readTransact(database, { actor, act: 'account.read' }, async (tx) =>
    ok(await listAccounts(tx, { role: 'administrator', state: 'active', limit: 1, offset: 0 }, undefined)),
  );
  if (!found.ok || found.value.total > 0) return refuse({ code: 'as_missing', field: 'as' });
  if (role !== 'administrator') return refuse({ code: 'first_account_administrator', field: 'role' });
  const password = makeOneTimePassword();
  try {
    await createFirstAdministrator(database, { login, name, password });
  } catch (error) {
    if (isUniqueViolation(error)) return refuse({ code: 'login_taken', field: 'login' });
    throw error;
  }
  return ok(withPassword({ login }, password));
}

/** `accounts reset` */
export async function resetAccount(desk: Desk, given: Given): ReturnType<Run> {
  const login = (textOf(given, 'login') ?? '').trim().toLowerCase();
  const listed = await desk.call(contract.listAccounts, { query: { q: login } });
  if (!listed.ok) return listed;
  const account = listed.value.rows.find((row) => row.login === login);
  if (!account) return refuse({ code: 'account_unknown', field: 'login' });
  const reason = textOf(given, 'reason') ?? speak(words['said.reason'], desk.language);
  const reset = await desk.call(contract.resetPassword, { params: { id: account.id }, body: { reason } });
  if (!reset.ok) return reset;
  return ok(withPassword({ id: account.id, login }, reset.value.oneTimePassword));
}

function readPosition(desk: Desk, given: Given, role: Role) {
  const place = textOf(given, 'place') === undefined ? undefined : readPlace(given, 'place');
  if (place?.ok === false) return place;
  const organisationId = textOf(given, 'organisation');
  const household = readHousehold(textOf(given, 'household'));
  if (!household.ok) return household;
  return ok({
    role,
    startsOn: textOf(given, 'starts') ?? todayInShanghai(desk.database.clock()),
    ...(place ? { place: place.value } : {}),
    ...(organisationId === undefined ? {} : { organisationId }),
    ...(household.value ? { household: household.value } : {}),
  });
}

type HouseholdReference = { readonly county: number; readonly id: string };

function readHousehold(text: string | undefined): Result<HouseholdReference | undefined, Refusal> {
  if (text === undefined) return ok(undefined);
  const [, county, id] = /^(\d{6})\/([0-9a-f-]{36})$/.exec(text) ?? [];
  if (county === undefined || id === undefined) return refuse({ code: 'household_reference', field: 'household' });
  return ok({ county: Number(county), id });
}

function withPassword(account: { readonly id?: string; readonly login: string }, oneTimePassword: string): Answer {
  return {
    json: { ...account, oneTimePassword },
    table: {
      columns: [{ title: words['column.login'] }, { title: words['column.password'] }],
      rows: [[account.login, oneTimePassword]],
    },
    said: [{ words: words['said.password'] }],
  };
}

function newId(): string {
  return newRecordId({ now: new Date() });
}
