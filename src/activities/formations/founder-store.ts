import { sql } from 'kysely';
import { type NewRow, type RecordKey, recordMany, revise, withdraw } from '../../platform/db/history.ts';
import { newRecordId } from '../../platform/db/record-id.ts';
import type { Tx } from '../../platform/db/transact.ts';
import type { Row } from '../../platform/db/tx.ts';
import { countyOf, placeOf } from '../../platform/pure/place.ts';
import type { Founder } from './rules.ts';

export interface FounderRow extends Founder {
  readonly id: string;
  readonly householdCounty: number | null;
  readonly memberPlaceName: string | null;
  /** registered as poor on the day asked about */
  readonly poor: boolean;
  readonly revision: number;
}

const columns = sql`x.id, x.number, x.kind, x.unit_kind, x.name, x.credit_code, x.household_county, x.household_id,
  x.member_place, p.name as member_place_name, x.cash_fen, x.household_grant_fen, x.cropland_fen, x.forest_fen,
  x.grassland_fen, x.goods_fen, x.area_mu, x.in_kind_note, x.revision`;

/** All founders of a plan by number; poor are those whose household was registered so on the day. */
export async function listFounders(tx: Tx, formation: RecordKey, on: string): Promise<readonly FounderRow[]> {
  const { rows } = await sql<FounderRow>`
    select ${columns}, exists (select from poverty_registration as r where r.county = x.household_county
      and r.household_id = x.household_id and r.state in ('registered', 'relapsed') and r.starts_on <= ${on}::date
      and (r.ends_on is null or r.ends_on > ${on}::date)) as poor
    from formation_founder as x left join place as p on p.code = x.member_place
    where x.county = ${formation.county} and x.formation_id = ${formation.id}
    order by length(x.number), x.number collate "C"`.execute(tx.db);
  return rows;
}

/** A founder to be written; `householdCounty` follows from his village. */
export type FounderEntry = Founder & { readonly id?: string | undefined };

export async function recordFounders(
  tx: Tx,
  formation: { readonly county: number; readonly id: string; readonly place: number },
  founders: readonly FounderEntry[],
): Promise<void> {
  const { county, place, id: formationId } = formation;
  const rows = founders.map((founder): NewRow => {
    const id = founder.id ?? newRecordId(tx);
    return { county, id, place, formation_id: formationId, ...founderColumns(founder) };
  });
  await recordMany(tx, 'formation_founder', rows);
}

function founderColumns(founder: Founder): Row {
  const { householdId, memberPlace } = founder;
  return {
    number: founder.number,
    kind: founder.kind,
    unit_kind: founder.unitKind,
    name: founder.name,
    credit_code: founder.creditCode,
    household_county: householdId === null ? null : countyOf(placeOf(memberPlace)),
    household_id: householdId,
    member_place: memberPlace,
    cash_fen: founder.cashFen,
    household_grant_fen: founder.householdGrantFen,
    cropland_fen: founder.croplandFen,
    forest_fen: founder.forestFen,
    grassland_fen: founder.grasslandFen,
    goods_fen: founder.goodsFen,
    area_mu: founder.areaMu,
    in_kind_note: founder.inKindNote,
  };
}

interface Change {
  readonly key: RecordKey;
  readonly reason: string;
}

/** False when he is not among the founders or somebody changed him meanwhile. */
export async function correctFounder(
  tx: Tx,
  { key, reason }: Change,
  at: { readonly formationId: string; readonly founder: Founder },
): Promise<boolean> {
  const images = await revise(tx, 'formation_founder', { key, set: founderColumns(at.founder), reason });
  return images?.after.formation_id === at.formationId;
}

export async function removeFounder(tx: Tx, { key, reason }: Change, formationId: string): Promise<boolean> {
  const image = await withdraw(tx, 'formation_founder', { key, reason });
  return image?.formation_id === formationId;
}
