import type { Stage } from '../harness.ts';
import type { PassingCity } from '../passing-city.ts';
import type { Person } from '../person.ts';
import { read, send } from '../requests.ts';

/** The cooperative whose life is told, as far as it is known by now. */
export interface Life {
  readonly stage: Stage;
  readonly city: PassingCity;
  readonly county: number;
  readonly place: number;
  readonly name: string;
  /** who founds it, by household: the registered poor first */
  readonly households: readonly Household[];
  formation: string;
  cooperativeId: string;
  bookId: string;
  cashClass: string;
  distribution: string;
  assembly: string;
  /** memberships by number */
  members: readonly Member[];
}

export interface Household {
  readonly id: string;
  readonly headName: string;
}

export interface Member {
  readonly id: string;
  readonly number: string;
  readonly name: string;
}

export const people = { all: 30, poor: 8 } as const;

/** The days of the story: each is told after the city’s clock was moved to it. */
export const days = {
  founded: '2020-01-06',
  registered: '2020-01-16',
  yearOver: '2021-01-04',
  resolved: '2021-01-20',
} as const;

/** Finds who lives in the village of the demo’s clerk. */
export async function beginLife(stage: Stage, city: PassingCity): Promise<Life> {
  const clerk = await stage.signInAs('village_clerk', { city: city.address });
  const { position } = await read<{ position: { place: number } }>(clerk, '/me');
  const households = await chooseHouseholds(clerk);
  return {
    ...{ stage, city, place: position.place, county: Math.floor(position.place / 1_000_000), households },
    ...{
      name: '阿日赖养牛专业合作社',
      formation: '',
      cooperativeId: '',
      bookId: '',
      cashClass: '',
      distribution: '',
      assembly: '',
    },
    members: [],
  };
}

/** Eight that are registered poor, some of them since this very week, then others. */
async function chooseHouseholds(clerk: Person): Promise<readonly Household[]> {
  interface Row extends Household {
    readonly county: number;
    readonly state: string | null;
  }
  const { rows } = await read<{ rows: readonly Row[] }>(clerk, '/households?limit=200&sort=number');
  const isPoor = ({ state }: Row) => state === 'registered' || state === 'relapsed';
  const known = rows.filter(isPoor);
  const others = rows
    .filter((row) => !isPoor(row))
    .toSorted((a, b) => Number(a.state !== null) - Number(b.state !== null));
  const chosen = [...known, ...others].slice(0, people.all);
  for (const { county, id } of chosen.slice(known.length, people.poor)) {
    await send(clerk, `/households/${county}/${id}/poverty`, {
      ...{
        id: crypto.randomUUID(),
        state: 'registered',
        startsOn: '2020-01-03',
        standard: 'national',
        kind: 'general',
      },
      ...{ mainCause: 'disaster', documentNumber: '前政发〔2020〕1号', decidedOn: '2020-01-03' },
    });
  }
  // where the village has fewer households than that, a second person of a household founds with the first
  const second = chosen.slice(people.poor).map((household, at) => ({ ...household, headName: `其其格${at + 1}` }));
  return [...chosen, ...second].slice(0, people.all);
}

export function signIn({ stage, city }: Life, login: string): Promise<Person> {
  return stage.signInAs(login, { city: city.address });
}

/** The last part of the address, as a record’s own page ends. */
export function idInAddress(person: Person): string {
  return new URL(person.page.url()).pathname.split('/').at(-1) ?? '';
}

/** Presses what the record offers and confirms it in the dialog; a reason is given where one is asked. */
export async function press(person: Person, action: string, reason?: string): Promise<void> {
  const { page } = person;
  const dialog = page.getByRole('dialog');
  await person.click(page.getByRole('button', { name: action, exact: true }));
  if (reason !== undefined) await person.type(dialog.getByRole('textbox').first(), reason);
  await person.click(dialog.getByRole('button', { name: action, exact: true }));
  await dialog.waitFor({ state: 'detached' });
  await person.settle();
}
