import { startServer } from './child.ts';
import { benchKey, type City, cityCode } from './city.ts';
import { type Seat, takeSeat, type Visitor, visit } from './visitor.ts';

/** Our server over a city, with somebody of the city's office signed in. */
export interface Desk {
  readonly port: number;
  readonly seat: Seat;
  readonly office: Visitor;
  /** statements sent for requests so far */
  countStatements(): Promise<number>;
}

/** Starts the server for the work and stops it again, so that nothing runs beside the next block. */
export async function atDesk<T>(city: City, work: (desk: Desk) => Promise<T>): Promise<T> {
  const { database } = city;
  const server = await startServer({ kind: 'ours', engine: database.engine, key: benchKey, background: true });
  const seat = await takeSeat(database, 'city_office', cityCode);
  const office = visit(server.port, seat);
  try {
    return await work({ port: server.port, seat, office, countStatements: server.countStatements });
  } finally {
    office.leave();
    await server.stop();
  }
}

/** So many places of the list, spread over it. */
export function spreadOver<T>(list: readonly T[], many: number): readonly T[] {
  return Array.from(
    { length: Math.min(many, list.length) },
    (_, index) => list[Math.floor((index * list.length) / many)],
  ).filter((one) => one !== undefined);
}
