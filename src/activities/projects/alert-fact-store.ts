import { sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import type { MovementFact, PaymentFact } from './alert-fact-rules.ts';

/** The payments of a place within days. */
export interface PaymentWindow {
  readonly place?: number | undefined;
  readonly from: string;
  readonly through: string;
}

type PaymentRow = Omit<PaymentFact, 'payee'> & PaymentFact['payee'];

/** A household’s standing in its registers on the day of a payment. */
const household = sql`
  left join household h on m.payee_kind = 'household' and h.county = m.payee_county and h.id = m.payee_id
  left join lateral (
    select count(*) filter (where r.left_on is null or r.left_on > m.occurred_on) as living,
      bool_or(r.left_reason = 'died' and r.left_on <= m.occurred_on) as died,
      bool_or(r.left_reason = 'died' and r.left_on <= m.occurred_on and r.name = m.payee_name) as named_died,
      bool_or(r.name = m.payee_name and (r.left_on is null or r.left_on > m.occurred_on)) as named_lives
    from resident r where h.id is not null and r.county = h.county and r.household_id = h.id
  ) as lives on true
  left join lateral (
    select min(b.post) as post from branch_post b join party_branch f on f.county = b.county and f.id = b.branch_id
    where h.id is not null and f.place = h.place and b.county = h.county
      and b.starts_on <= m.occurred_on and (b.ends_on is null or b.ends_on > m.occurred_on)
      and b.person_name in (select r.name from resident r where r.county = h.county and r.household_id = h.id
        and r.joined_on <= m.occurred_on and (r.left_on is null or r.left_on > m.occurred_on))
  ) as cadre on true
  left join lateral (
    select true as poor from poverty_registration g where h.id is not null and g.county = h.county and g.household_id = h.id
      and g.state in ('registered', 'relapsed') and g.starts_on <= m.occurred_on
      and (g.ends_on is null or g.ends_on > m.occurred_on) limit 1
  ) as poverty on true`;

/** The members a cooperative had on the day of a payment, and those of registered-poor households. */
const cooperative = sql`
  left join cooperative c on m.payee_kind = 'cooperative' and c.county = m.payee_county and c.id = m.payee_id
  left join lateral (
    select count(*) as members, count(*) filter (where exists (
      select from poverty_registration g where g.county = s.household_county and g.household_id = s.household_id
        and g.state in ('registered', 'relapsed') and g.starts_on <= m.occurred_on
        and (g.ends_on is null or g.ends_on > m.occurred_on))) as poor_members
    from membership s where c.id is not null and s.county = c.county and s.cooperative_id = c.id
      and s.joined_on <= m.occurred_on and (s.left_on is null or s.left_on > m.occurred_on)
  ) as coop on true`;

/** Payments with what the detectors ask about each; one that was lifted out of its earmark by two is inside it. */
export async function listPaymentFacts(tx: Tx, window: PaymentWindow): Promise<readonly PaymentFact[]> {
  const { lo, hi } = rangeOf(window.place);
  const { rows } = await sql<PaymentRow>`
    select m.county || '/' || m.id as id, coalesce(m.used_place, m.place) as place, m.occurred_on as paid_on, m.amount_fen,
      m.purpose, d.id as document_id, m.payee_kind, m.payee_id, m.payee_name, m.contract_id, o.invoice_number, o.approvals,
      case when m.override_id is null then d.starts_on end as window_from,
      case when m.override_id is null then d.ends_on end as window_through,
      case m.payee_kind when 'household' then h.id is not null and (h.left_on is null or h.left_on > m.occurred_on)
        when 'cooperative' then c.id is not null and (c.dissolved_on is null or c.dissolved_on > m.occurred_on)
        else true end as is_known,
      coalesce(h.id is not null and ((lives.died and lives.living = 0) or (lives.named_died and not lives.named_lives)), false)
        as is_dead,
      cadre.post as cadre_post, coalesce(poverty.poor, false) as is_poor, encode(h.bank_card_hash, 'hex') as account_hash,
      case when c.id is not null then coop.members end as members,
      case when c.id is not null then coop.poor_members end as poor_members
    from fund_movement m
    left join payment_order o on o.payment_id = m.id
    left join lateral (
      select f.id, f.starts_on, f.ends_on from fund_lot_move x join fund_document f on f.id = x.document_id
      where x.county = m.county and x.movement_id = m.id order by x.ordinal limit 1
    ) as d on true
    ${household} ${cooperative}
    where m.kind = 'payment' and m.occurred_on between ${window.from} and ${window.through}
      and coalesce(m.used_place, m.place) between ${lo} and ${hi}
    order by m.occurred_on, m.id`.execute(tx.db);
  return rows.map(({ isKnown, isDead, cadrePost, isPoor, accountHash, members, poorMembers, ...payment }) => ({
    ...payment,
    payee: { isKnown, isDead, cadrePost, isPoor, accountHash, members, poorMembers },
  }));
}

/** Money moved between accounts within the days. */
export async function listMovementFacts(tx: Tx, window: PaymentWindow): Promise<readonly MovementFact[]> {
  const { lo, hi } = rangeOf(window.place);
  const { rows } = await sql<MovementFact>`
    select county || '/' || id as id, kind, place, from_account, to_account, occurred_on, amount_fen
    from fund_movement
    where kind in ('allocation', 'return') and from_account is not null and to_account is not null
      and occurred_on between ${window.from} and ${window.through} and place between ${lo} and ${hi}
    order by occurred_on, id`.execute(tx.db);
  return rows;
}

const everywhere = { lo: 0, hi: 999_999_999_999 };

function rangeOf(place: number | undefined): { readonly lo: number; readonly hi: number } {
  return place === undefined ? everywhere : placeRange(place as Place);
}
