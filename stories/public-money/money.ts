import { expect } from 'vitest';
import type { Life } from '../cooperative/life.ts';
import type { Stage } from '../harness.ts';
import type { PassingCity } from '../passing-city.ts';
import type { Person } from '../person.ts';
import { type Body, put, read, send } from '../requests.ts';

/** The money of a document on its way, and the cooperative that works with it. */
export interface Money extends Life {
  /** those of registered-poor households first */
  members: readonly MoneyMember[];
  readonly placeName: string;
  readonly documentNumber: string;
  documentId: string;
  /** address of the order that released the grant */
  release: string;
  /** of the village and of the cooperative, in the fund ledger */
  villageAccount: string;
  cooperativeAccount: string;
  project: string;
  contract: string;
  order: string;
  /** of the village itself: one to be tried upon, one for machines, one taken back */
  trial: string;
  elsewhere: string;
  given: string;
}

export interface MoneyMember {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly householdId: string;
}

/** The days of the story: the city’s clock is moved to each after the first. */
export const moneyDays = {
  released: '2020-01-06',
  contracted: '2020-02-24',
  yearOver: '2021-01-04',
  resolved: '2021-01-25',
} as const;
/** so many households of the dividend are followed */
export const poorHouseholds = 8;
export const cityPlace = 150_600_000_000;
export const grantFen = 20_000_000;

/** The cooperative that keeps cattle in the village of the demo’s clerk, with its members and books. */
export async function beginMoney(stage: Stage, city: PassingCity): Promise<Money> {
  const accountant = await stage.signInAs('village_accountant', { city: city.address });
  const { position } = await read<{ position: { place: number; placeName: string } }>(accountant, '/me');
  interface Book {
    readonly id: string;
    readonly county: number;
    readonly cooperativeId: string;
    readonly cooperativeName: string;
    readonly chart: string;
  }
  const books = await read<{ rows: readonly Book[] }>(accountant, '/books?limit=50');
  const book = books.rows.find(({ chart }) => chart === 'coop37');
  if (!book) throw new Error('the cooperative of the demo keeps books');
  const { county, cooperativeId } = book;
  const path = `/cooperatives/${county}/${cooperativeId}/members?limit=200&sort=number`;
  const { rows } = await read<{ rows: readonly MoneyMember[] }>(accountant, path);
  const clerk = await stage.signInAs('village_clerk', { city: city.address });
  return {
    ...{ stage, city, county, place: position.place, name: book.cooperativeName, households: [], formation: '' },
    ...{ cooperativeId, bookId: book.id, cashClass: '', distribution: '', assembly: '' },
    ...{ members: await choosePoor(clerk, rows), placeName: position.placeName },
    ...{ documentNumber: '鄂财农〔2020〕7号', documentId: '', release: '', villageAccount: '', cooperativeAccount: '' },
    ...{ project: '', contract: '', order: '', trial: '', elsewhere: '', given: '' },
  };
}

/** Eight members of the clerk’s village that are registered poor, some of them since this very week. */
async function choosePoor(clerk: Person, members: readonly MoneyMember[]): Promise<readonly MoneyMember[]> {
  interface Household {
    readonly id: string;
    readonly county: number;
    readonly state: string | null;
  }
  const { rows } = await read<{ rows: readonly Household[] }>(clerk, '/households?limit=200');
  const has = new Set(members.map(({ householdId }) => householdId));
  const known = rows.filter(({ id, state }) => has.has(id) && (state === 'registered' || state === 'relapsed'));
  const fresh = rows.filter(({ id, state }) => has.has(id) && state === null);
  const chosen = [...known, ...fresh].slice(0, poorHouseholds);
  expect(chosen).toHaveLength(poorHouseholds);
  for (const { county, id } of chosen.slice(known.length)) {
    await send(clerk, `/households/${county}/${id}/poverty`, {
      ...{
        id: crypto.randomUUID(),
        state: 'registered',
        startsOn: '2020-01-03',
        standard: 'national',
        kind: 'general',
      },
      ...{ mainCause: 'disaster', documentNumber: '乌政发〔2020〕1号', decidedOn: '2020-01-03' },
    });
  }
  const isPoor = ({ householdId }: MoneyMember) => chosen.some(({ id }) => id === householdId);
  return members.toSorted((a, b) => Number(isPoor(b)) - Number(isPoor(a)));
}

/** One of the persons who may check and pay: the demo has one account for each post, public money asks for three. */
export const second = { login: 'finance_2', name: '财政复核员', password: 'Grassland-2020-Sheep' } as const;

const seated = new Map<string, Person>();

/** Somebody of the demo at his desk, signed in without looking at the page; one for each login until his page is closed. */
export async function signIn(money: Money, login: string): Promise<Person> {
  const known = seated.get(login);
  if (known && !known.page.isClosed()) return known;
  const person = await visit(money);
  await send(person, '/demo-sign-in', { login });
  seated.set(login, person);
  return person;
}

/** The administrator makes an account for a second person of the finance office. */
export async function hireChecker(money: Money): Promise<void> {
  const administrator = await signIn(money, 'administrator');
  const position = { id: crypto.randomUUID(), role: 'finance', place: cityPlace, startsOn: '2020-01-01' };
  const made = await send(administrator, '/accounts', {
    id: crypto.randomUUID(),
    login: second.login,
    name: second.name,
    position,
  });
  const checker = await visit(money);
  await send(checker, '/sign-in', { login: second.login, password: made.oneTimePassword });
  await send(checker, '/password', { current: made.oneTimePassword, password: second.password });
}

/** The second person at his desk. */
export async function checkerOf(money: Money): Promise<Person> {
  const checker = await visit(money);
  await send(checker, '/sign-in', { login: second.login, password: second.password });
  return checker;
}

function visit({ stage, city }: Life): Promise<Person> {
  return stage.visitor({ city: city.address });
}

export interface Order {
  readonly upperPlace: number;
  readonly kind?: 'receipt' | 'allocation' | 'recall';
  readonly documentId?: string;
  readonly standardYear?: number;
  readonly occurredOn: string;
  readonly lines: readonly { readonly place: number; readonly organisationId?: string; readonly amountFen: number }[];
}

export function orderBody({ kind = 'allocation', ...order }: Order): Body {
  const id = crypto.randomUUID();
  return { id, kind, number: `鄂财指〔2020〕${id.slice(0, 8)}号`, title: '产业扶贫资金', ...order };
}

export interface ThreePersons {
  readonly maker: Person;
  readonly checker: Person;
  readonly payer: Person;
}

/** An order that three persons carry out; answers its address. */
export async function carryOut(order: Order, { maker, checker, payer }: ThreePersons): Promise<string> {
  const address = await make(order, maker);
  await send(checker, `${address}/check`, await revisionOf(checker, address));
  await send(payer, `${address}/carry-out`, await revisionOf(payer, address));
  return address;
}

/** An order with the goals that it needs; answers its address. */
export async function make(order: Order, maker: Person): Promise<string> {
  const { county, id } = await send(maker, '/fund-orders', orderBody(order));
  const address = `/fund-orders/${county}/${id}`;
  const goal = { indicator: 'asset_value_operating', target: 900_000_000_000, weightBp: 10_000, dueOn: '2020-12-31' };
  if ((order.kind ?? 'allocation') === 'allocation') await put(maker, `${address}/goals`, { goals: [goal] });
  return address;
}

/** What an order is now, so that the next step is taken upon that and nothing else. */
export async function revisionOf(person: Person, address: string): Promise<{ readonly revision: number }> {
  const { revision } = await read<{ revision: number }>(person, address);
  return { revision };
}

/** What each question of an order or a project is answered by the person whose turn it is. */
export async function approve(
  person: Person,
  approval: { readonly county: number; readonly id: string },
): Promise<void> {
  const address = `/approvals/${approval.county}/${approval.id}`;
  const { revision, digest } = await read<{ revision: number; digest: string }>(person, address);
  await send(person, `${address}/decide`, { revision, digest, verdict: 'approved' });
}

export interface Questions {
  readonly questions: readonly { readonly role: string; readonly approvalId: string }[];
  readonly revision: number;
}

/** All the approvals that a payment needs. */
export async function approvePayment(money: Money, id: string): Promise<void> {
  const accountant = await signIn(money, 'village_accountant');
  const order = await read<Questions>(accountant, `/payment-orders/${money.county}/${id}`);
  for (const { role, approvalId } of order.questions)
    await approve(await signIn(money, role), { county: money.county, id: approvalId });
}

export function projectAddress({ county, project }: Money): string {
  return `/projects/${county}/${project}`;
}

/** The account of public money that a holder has in the village. */
export async function accountAt(person: Person, { place }: Money, holder: 'village' | 'cooperative'): Promise<string> {
  const { rows } = await read<{ rows: readonly { id: string; place: number; organisationId: string | null }[] }>(
    person,
    `/fund-accounts?place=${place}&holder=${holder}`,
  );
  const found = rows.find((row) => row.place === place);
  expect(found).toBeDefined();
  return found?.id ?? '';
}
