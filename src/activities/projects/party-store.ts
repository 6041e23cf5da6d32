import { hash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';
import type { Party, PartyKind } from './rules.ts';

/** A party as somebody names it: from its register by its key, anybody else by name. */
export interface NamedParty {
  readonly partyKind: PartyKind;
  readonly partyCounty: number | null;
  readonly partyId: string | null;
  readonly partyName: string | null;
}

/** A party with the place it belongs to, where a register says so. */
export interface KnownParty extends Party {
  readonly partyCounty: number;
  readonly partyId: string;
  readonly partyPlace: number | null;
}

/**
 * The party in full; undefined when it is not on its register inside the reader’s range. Households and cooperatives come
 * from their registers with the name that stands there. Who has no register keeps one id for one name, so that the same
 * enterprise is the same payee in every project.
 */
export async function findParty(tx: Tx, named: NamedParty, county: number): Promise<KnownParty | undefined> {
  const { partyKind, partyId } = named;
  if (partyKind === 'household' || partyKind === 'cooperative') {
    if (partyId === null) return undefined;
    const at = { county: named.partyCounty ?? county, id: partyId };
    const found = partyKind === 'household' ? await findHousehold(tx, at) : await findCooperativeSeat(tx, at);
    if (!found) return undefined;
    return { partyKind, partyCounty: at.county, partyId, partyName: found.name, partyPlace: found.place };
  }
  const name = named.partyName?.trim();
  if (!name) return undefined;
  return { partyKind, partyCounty: county, partyId: idOfName(partyKind, name), partyName: name, partyPlace: null };
}

interface Seat {
  readonly name: string;
  readonly place: number;
}

/** A household that is there, with somebody of it alive. */
async function findHousehold(tx: Tx, key: { county: number; id: string }): Promise<Seat | undefined> {
  const { rows } = await sql<Seat>`
    select coalesce(r.name, h.number) as name, h.place from household h
    left join resident r on r.county = h.county and r.household_id = h.id and r.relation = '01' and r.left_on is null
    where h.county = ${key.county} and h.id = ${key.id} and h.left_on is null and (
      exists (select from resident n where n.county = h.county and n.household_id = h.id and n.left_on is null)
      or not exists (select from resident d where d.county = h.county and d.household_id = h.id and d.left_reason = 'died'))
    limit 1`.execute(tx.db);
  return rows[0];
}

/**
 * Whether nobody of a household is left because they died: the register knows it, and still there is nobody to be paid.
 * What stands outside the reader’s range is not known to have died.
 */
export async function isDeadParty(tx: Tx, named: NamedParty, county: number): Promise<boolean> {
  if (named.partyKind !== 'household' || named.partyId === null) return false;
  const { rows } = await sql`
    select from household h where h.county = ${named.partyCounty ?? county} and h.id = ${named.partyId}
      and exists (select from resident d where d.county = h.county and d.household_id = h.id and d.left_reason = 'died')
      and not exists (select from resident n where n.county = h.county and n.household_id = h.id and n.left_on is null)`.execute(
    tx.db,
  );
  return rows.length > 0;
}

async function findCooperativeSeat(tx: Tx, key: { county: number; id: string }): Promise<Seat | undefined> {
  const { rows } = await sql<Seat>`
    select name, place from cooperative
    where county = ${key.county} and id = ${key.id} and dissolved_on is null`.execute(tx.db);
  return rows[0];
}

/** UUID of version 8 over kind and name without spaces. */
function idOfName(kind: string, name: string): string {
  const hex = hash('sha256', `${kind}|${name.replaceAll(/\s/gu, '')}`, 'hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
