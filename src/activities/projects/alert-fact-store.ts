import { sql } from 'kysely';
import type { Tx } from '../../platform/db/transact.ts';
import { type Place, placeRange } from '../../platform/pure/place.ts';
import type { LotFact, MovementFact, PaymentFact } from './alert-fact-rules.ts';

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

/** days before a payment in which the members of a cooperative are watched */
const growthDays = 60;

/** The members a cooperative had on the day of a payment, those of registered-poor households, and how fast they came. */
const cooperative = sql`
  left join cooperative c on m.payee_kind = 'cooperative' and c.county = m.payee_county and c.id = m.payee_id
  left join lateral (
    select count(*) as members, count(*) filter (where exists (
      select from poverty_registration g where g.county = s.household_county and g.household_id = s.household_id
        and g.state in ('registered', 'relapsed') and g.starts_on <= m.occurred_on
        and (g.ends_on is null or g.ends_on > m.occurred_on))) as poor_members
    from membership s where c.id is not null and s.county = c.county and s.cooperative_id = c.id
      and s.joined_on <= m.occurred_on and (s.left_on is null or s.left_on > m.occurred_on)
  ) as coop on true
  left join lateral (
    select count(s.*) filter (where s.joined_on <= j.day - 31 and (s.left_on is null or s.left_on > j.day - 31)) as before,
      count(s.*) filter (where s.joined_on <= j.day and (s.left_on is null or s.left_on > j.day)) as after
    from (select distinct k.joined_on as day from membership k where c.id is not null and k.county = c.county
        and k.cooperative_id = c.id and k.joined_on between m.occurred_on - ${growthDays}::int and m.occurred_on) as j
    join membership s on s.county = c.county and s.cooperative_id = c.id
    group by j.day having count(s.*) filter (where s.joined_on <= j.day - 31 and (s.left_on is null or s.left_on > j.day - 31)) > 0
    order by (count(s.*) filter (where s.joined_on <= j.day and (s.left_on is null or s.left_on > j.day)))::numeric
      / count(s.*) filter (where s.joined_on <= j.day - 31 and (s.left_on is null or s.left_on > j.day - 31)) desc, j.day limit 1
  ) as growth on true`;

/** The digests of the papers of a payment’s order and of the photographs of its project. */
const files = sql`
  left join lateral (
    select coalesce(array_agg(distinct encode(f.sha256, 'hex')), '{}') as files from attachment f
    where f.county = o.county and ((f.subject_type = 'payment_order' and f.subject_id = o.id)
      or (f.subject_type = 'project_progress' and f.subject_id in (
        select g.id from project_progress g where g.county = o.county and g.project_id = o.project_id)))
  ) as hung on true`;

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
      right(h.bank_card_masked, 4) as account_tail, encode(h.phone_hash, 'hex') as phone_hash, h.place as home_place,
      m.bank_tail, coalesce(hung.files, '{}') as files, growth.before as members_before, growth.after as members_after,
      case when c.id is not null then coop.members end as members,
      case when c.id is not null then coop.poor_members end as poor_members
    from fund_movement m
    left join payment_order o on o.payment_id = m.id
    left join lateral (
      select f.id, f.starts_on, f.ends_on from fund_lot_move x join fund_document f on f.id = x.document_id
      where x.county = m.county and x.movement_id = m.id order by x.ordinal limit 1
    ) as d on true
    ${household} ${cooperative} ${files}
    where m.kind = 'payment' and m.occurred_on between ${window.from} and ${window.through}
      and coalesce(m.used_place, m.place) between ${lo} and ${hi}
    order by m.occurred_on, m.id`.execute(tx.db);
  return rows.map(({ isKnown, isDead, cadrePost, isPoor, accountHash, accountTail, phoneHash, homePlace, ...row }) => {
    const { members, poorMembers, membersBefore, membersAfter, ...payment } = row;
    const standing = { isKnown, isDead, cadrePost, isPoor, accountHash, accountTail, phoneHash, homePlace };
    return { ...payment, payee: { ...standing, members, poorMembers, membersBefore, membersAfter } };
  });
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

/** Money that lies in accounts now, by the movement that brought it. */
export async function listLotFacts(tx: Tx, { place }: Pick<PaymentWindow, 'place'>): Promise<readonly LotFact[]> {
  const { lo, hi } = rangeOf(place);
  const { rows } = await sql<LotFact>`
    select movement_county || '/' || movement_id as id, place, account_id, document_id, arrived_on, left_fen - reserved_fen as free_fen
    from fund_lot where left_fen > reserved_fen and place between ${lo} and ${hi} order by arrived_on, number`.execute(
    tx.db,
  );
  return rows;
}

const everywhere = { lo: 0, hi: 999_999_999_999 };

function rangeOf(place: number | undefined): { readonly lo: number; readonly hi: number } {
  return place === undefined ? everywhere : placeRange(place as Place);
}
