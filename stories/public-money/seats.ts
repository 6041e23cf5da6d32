import type { Person } from '../person.ts';
import { checkerOf, type Money, signIn } from './money.ts';

/** Who misuse is tried with. */
export interface Seats {
  readonly clerk: Person;
  readonly accountant: Person;
  readonly office: Person;
  readonly checker: Person;
  readonly finance: Person;
  readonly township: Person;
}

export async function takeSeats(money: Money): Promise<Seats> {
  return {
    clerk: await signIn(money, 'village_clerk'),
    accountant: await signIn(money, 'village_accountant'),
    office: await signIn(money, 'city_office'),
    checker: await checkerOf(money),
    finance: await signIn(money, 'finance'),
    township: await signIn(money, 'township_clerk'),
  };
}
