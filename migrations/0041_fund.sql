-- public money by kind and level; where it comes from
create table fund (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  kind text not null check (kind in ('industry', 'poverty_industry', 'agriculture', 'social')),
  level text not null check (level in ('central', 'region', 'city', 'banner', 'social')),
  source text not null check (source in ('development', 'work_relief', 'minority', 'state_forest', 'state_farm', 'budget', 'social')),
  name text not null check (length(name) between 2 and 100),
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  unique (name)
);

-- a document that brings money, with its earmark: for what, where, to whom, when; every yuan keeps its document
create table fund_document (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  fund_id uuid not null,
  number text not null check (length(number) between 2 and 100),
  title text not null check (length(title) between 2 and 200),
  issued_on date not null,
  amount_fen bigint not null check (amount_fen > 0),
  -- the grant of article 11 to each key poor village
  standard boolean not null,
  purposes text[] not null check (cardinality(purposes) > 0),
  -- none: to anybody
  payee_kinds text[] not null,
  -- first and last codes of the places it is for
  place_los bigint[] not null check (cardinality(place_los) > 0),
  place_his bigint[] not null check (cardinality(place_his) = cardinality(place_los)),
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  -- most that may be spent on management, of the document's amount
  management_bp int not null check (management_bp between 0 and 10000),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  unique (id),
  unique (number),
  foreign key (county, fund_id) references fund (county, id)
);

-- uses that the rules of fiscal money forbid, from a day on, whatever a document says
create table fund_forbidden_use (
  id uuid not null primary key,
  purpose text not null,
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  -- code of the rule that says so
  source text not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  unique (purpose, starts_on)
);

-- one holder's money, pooled over documents; the book of the same id stands in the ledger
create table fund_account (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  holder text not null check (holder in ('office', 'village', 'cooperative')),
  organisation_id uuid,
  pool text not null check (pool in ('special', 'risk')),
  discipline text not null check (discipline in ('fifo', 'pro_rata')),
  name text not null check (length(name) between 2 and 120),
  opened_on date not null,
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  constraint fund_account_holder unique nulls not distinct (county, place, holder, organisation_id, pool),
  check ((holder = 'cooperative') = (organisation_id is not null)),
  check (holder <> 'cooperative' or pool = 'special')
);
create index fund_account_place on fund_account (place);
create table fund_account_history (
  like fund_account,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);

-- a project whose money is closed: nothing is paid for it any more
create table fund_project_close (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  closed_on date not null,
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id)
);
create index fund_project_close_place on fund_project_close (place);
create table fund_project_close_history (
  like fund_project_close,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);

-- leave to pay once outside an earmark: asked by one, granted by another, paid by a third
create table fund_override (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  account_id uuid not null,
  document_id uuid not null,
  code text not null check (code in ('fund_purpose_forbidden', 'fund_other_place', 'fund_payee_kind', 'fund_outside_window')),
  purpose text not null,
  payee_kind text not null,
  payee_id uuid not null,
  payee_name text not null,
  amount_fen bigint not null check (amount_fen > 0),
  justification text not null check (length(justification) between 10 and 1000),
  asked_by uuid not null,
  asked_on date not null,
  state text not null check (state in ('asked', 'granted', 'refused', 'withdrawn')),
  decided_by uuid,
  decided_on date check (decided_on >= asked_on),
  opinion text check (length(opinion) between 1 and 500),
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  foreign key (county, account_id) references fund_account (county, id),
  foreign key (document_id) references fund_document (id),
  constraint fund_override_two check (decided_by <> asked_by),
  check ((state in ('granted', 'refused')) = (decided_by is not null))
);
create index fund_override_place on fund_override (place, asked_on);
create table fund_override_history (
  like fund_override,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);

-- one movement of money: in from outside, between accounts, or to a payee
create table fund_movement (
  county int not null,
  id uuid not null,
  -- of the account that gives; of the receiving one where the money comes from outside
  place bigint not null check (place / 1000000 = county),
  other_place bigint,
  organisation_id uuid,
  household_id uuid,
  kind text not null check (kind in ('receipt', 'allocation', 'recall', 'return', 'payment', 'recovery')),
  from_county int,
  from_account uuid,
  to_county int,
  to_account uuid,
  -- only lots of this document
  document_id uuid,
  amount_fen bigint not null check (amount_fen > 0),
  occurred_on date not null,
  number int not null check (number > 0),
  to_entry_id uuid,
  memo text not null check (length(memo) between 1 and 300),
  purpose text,
  -- where it is used
  used_place bigint,
  payee_kind text check (payee_kind in ('household', 'cooperative', 'enterprise', 'person', 'agency', 'insurer', 'bank')),
  payee_county int,
  payee_id uuid,
  payee_name text,
  bank_tail text check (bank_tail ~ '^\d{4}$'),
  project_county int,
  project_id uuid,
  contract_id uuid,
  commitment_id uuid,
  override_id uuid,
  -- the payment whose money comes back
  recovers_id uuid,
  maker_id uuid not null,
  checker_id uuid,
  payer_id uuid not null,
  source_type text not null,
  source_id uuid not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  constraint fund_movement_source unique (county, source_type, source_id, kind),
  constraint fund_movement_override unique (county, override_id),
  constraint fund_movement_two check (maker_id <> payer_id),
  constraint fund_movement_three check (kind not in ('allocation', 'payment') or (checker_id <> maker_id and checker_id <> payer_id and checker_id is not null)),
  check ((kind = 'payment') = (purpose is not null and payee_kind is not null)),
  check ((kind = 'recovery') = (recovers_id is not null)),
  check (from_account is not null or to_account is not null)
);
create index fund_movement_place on fund_movement (place, occurred_on);
create index fund_movement_other on fund_movement (other_place) where other_place is not null;
create index fund_movement_payee on fund_movement (payee_id, occurred_on) where payee_id is not null;
create index fund_movement_project on fund_movement (project_id) where project_id is not null;
create index fund_movement_recovers on fund_movement (recovers_id) where recovers_id is not null;
create index fund_movement_household on fund_movement (household_id) where household_id is not null;

-- money of one document that reached an account at once, with what is left of it
create table fund_lot (
  county int not null,
  id uuid not null,
  -- the order in which lots came to be
  number bigint generated always as identity,
  place bigint not null check (place / 1000000 = county),
  organisation_id uuid,
  account_id uuid not null,
  movement_county int not null,
  movement_id uuid not null,
  document_id uuid not null,
  arrived_on date not null,
  amount_fen bigint not null check (amount_fen > 0),
  left_fen bigint not null check (left_fen between 0 and amount_fen),
  -- promised by contracts, not paid yet
  reserved_fen bigint not null default 0 check (reserved_fen between 0 and left_fen),
  is_open boolean not null generated always as (left_fen > 0) stored, -- for indexes that taking a part does not rewrite
  primary key (county, id)
) with (fillfactor = 80);
create index fund_lot_account on fund_lot (county, account_id, arrived_on, number) where is_open;
create index fund_lot_account_document on fund_lot (county, account_id, document_id, arrived_on, number) where is_open;
create index fund_lot_document on fund_lot (document_id);
create index fund_lot_place on fund_lot (place);

-- which part of which lot a movement took, and the lot or payee it became
create table fund_lot_move (
  county int not null,
  movement_id uuid not null,
  ordinal int not null check (ordinal > 0),
  place bigint not null check (place / 1000000 = county),
  other_place bigint,
  organisation_id uuid,
  household_id uuid,
  kind text not null,
  occurred_on date not null,
  document_id uuid not null,
  from_county int,
  from_account uuid,
  from_lot uuid,
  to_county int,
  to_account uuid,
  to_lot uuid,
  purpose text,
  payee_kind text,
  payee_id uuid,
  amount_fen bigint not null check (amount_fen > 0),
  -- of a payment, what came back
  back_fen bigint not null default 0 check (back_fen between 0 and amount_fen),
  recorded_at timestamptz not null,
  primary key (county, movement_id, ordinal)
);
create index fund_lot_move_document on fund_lot_move (document_id, purpose);
create index fund_lot_move_from on fund_lot_move (from_county, from_lot);
create index fund_lot_move_to on fund_lot_move (to_county, to_lot);
create index fund_lot_move_household on fund_lot_move (household_id) where household_id is not null;
create index fund_lot_move_place on fund_lot_move (place, occurred_on);
create index fund_lot_move_other on fund_lot_move (other_place) where other_place is not null;

-- money promised by a contract and not paid yet
create table fund_commitment (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  organisation_id uuid,
  account_id uuid not null,
  document_id uuid,
  project_county int not null,
  project_id uuid not null,
  contract_id uuid not null,
  occurred_on date not null,
  amount_fen bigint not null check (amount_fen > 0),
  left_fen bigint not null check (left_fen between 0 and amount_fen),
  released_fen bigint not null default 0 check (released_fen between 0 and amount_fen - left_fen),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id)
);
create index fund_commitment_place on fund_commitment (place);
create index fund_commitment_project on fund_commitment (project_id);

create table fund_reservation (
  county int not null,
  commitment_id uuid not null,
  ordinal int not null check (ordinal > 0),
  place bigint not null check (place / 1000000 = county),
  organisation_id uuid,
  lot_id uuid not null,
  document_id uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  left_fen bigint not null check (left_fen between 0 and amount_fen),
  primary key (county, commitment_id, ordinal)
);
create index fund_reservation_place on fund_reservation (place);
create index fund_reservation_lot on fund_reservation (county, lot_id);

-- Books of public money are written together with their lots, by fund_post and fund_commit alone: anybody else who
-- posts into one is told that there is no such book.
alter function ledger_post(int, uuid, uuid, timestamptz, uuid[], date[], text[], text[], text[], uuid[], uuid[], int[],
  text[], text[], int[], int[], bigint[], boolean[], numeric[], text[]) rename to ledger_write;
revoke execute on function ledger_write from public;
create function ledger_post(
  of_county int, of_book uuid, by_account uuid, at_time timestamptz,
  ids uuid[], days date[], series_of text[], memos text[], source_types text[], source_ids uuid[], reverses uuid[],
  starts int[], codes text[], subs text[],
  line_entries int[], line_accounts int[], amounts bigint[], reds boolean[], quantities numeric[], line_memos text[]
) returns table (entry_id uuid, number int, place bigint) language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from ledger_book as b where b.county = of_county and b.id = of_book and b.kind = 'funds') then
    raise exception using errcode = 'LG001', message = 'not_found'; end if;
  return query select w.entry_id, w.number, w.place from ledger_write(of_county, of_book, by_account, at_time, ids, days, series_of,
    memos, source_types, source_ids, reverses, starts, codes, subs, line_entries, line_accounts, amounts, reds, quantities,
    line_memos) as w;
end $$;

create type fund_line as (county int, book uuid, entry uuid, day date, memo text, source uuid, code text, document uuid, amount bigint);
create type fund_part as (lot uuid, document uuid, amount bigint);

create function fund_place_end(of_place bigint) returns bigint language sql immutable as $$
  select of_place + case when of_place % 10000000000 = 0 then 9999999999 when of_place % 100000000 = 0 then 99999999
    when of_place % 1000000 = 0 then 999999 when of_place % 1000 = 0 then 999 else 0 end
$$;

create function fund_refuse(code text, details jsonb) returns void language plpgsql as $$
begin
  raise exception using errcode = 'FD001', message = code, detail = details::text;
end $$;

-- why money of a document may not be moved like this; null when it may. Parts of the movement not known yet do not limit.
-- Asked for every document of an account at every movement: statements within would cost more than what they decide.
create function fund_fault(d fund_document, m fund_movement, giver fund_account, taker fund_account) returns text
language plpgsql stable set search_path = public, pg_temp as $$
declare
  is_payment boolean := m.kind = 'payment';
  within bigint := case when is_payment then m.used_place else fund_place_end(taker.place) end;
  reaching bigint := case when is_payment then m.used_place else taker.place end;
  is_permitted boolean := false;
begin
  if m.occurred_on < d.starts_on or m.occurred_on > d.ends_on then return 'fund_outside_window'; end if;
  if is_payment and giver.pool = 'special' and m.purpose <> all (d.purposes) then return 'fund_purpose_forbidden'; end if;
  if m.kind = 'allocation' and giver.pool = 'special' and taker.pool = 'risk' and 'risk_fund' <> all (d.purposes)
  then return 'fund_purpose_forbidden'; end if;
  if is_payment and m.used_place not between giver.place and fund_place_end(giver.place) then return 'fund_other_place'; end if;
  if is_payment and giver.holder <> 'cooperative' and m.payee_kind = 'household'
    and m.other_place not between giver.place and fund_place_end(giver.place) then return 'fund_other_place'; end if;
  if m.kind in ('payment', 'allocation') then
    for n in 1 .. cardinality(d.place_los) loop
      if d.place_los[n] <= within and d.place_his[n] >= reaching then is_permitted := true; exit; end if;
    end loop;
    if not is_permitted then return 'fund_other_place'; end if;
  end if;
  if is_payment and giver.pool = 'special' and cardinality(d.payee_kinds) > 0 and m.payee_kind <> all (d.payee_kinds)
  then return 'fund_payee_kind'; end if;
  return null;
end $$;

-- what each document gives of an amount taken in proportion: largest remainder, of equal ones the smaller id
create function fund_shares(of_county int, of_account uuid, wanted bigint, permitted uuid[])
returns table (document uuid, quota bigint) language sql stable set search_path = public, pg_temp as $$
  with held as (
    select a.sub::uuid as document, a.balance::numeric as free, sum(a.balance::numeric) over () as whole from ledger_account as a
    where a.county = of_county and a.book_id = of_account and a.code = 'available' and a.sub <> '' and a.balance > 0
      and a.sub::uuid = any (permitted)
  ), floored as (
    select h.document, div(wanted * h.free, h.whole)::bigint as part, mod(wanted * h.free, h.whole) as remainder from held as h
  )
  select f.document, f.part + case when row_number() over (order by f.remainder desc, f.document)
    <= wanted - sum(f.part) over () then 1 else 0 end from floored as f order by f.document
$$;

-- takes an amount out of the free lots of an account, or reserves it there
create function fund_take(giver fund_account, wanted bigint, day date, permitted uuid[], reserve boolean) returns fund_part[]
language plpgsql set search_path = public, pg_temp as $$
declare
  parts fund_part[] := '{}';
  q record; l record;
  lots refcursor;
  rest bigint; part bigint;
begin
  for q in select null::uuid as document, wanted as quota where giver.discipline = 'fifo'
    union all select s.document, s.quota from fund_shares(giver.county, giver.id, wanted, permitted) as s
      where giver.discipline = 'pro_rata' and s.quota > 0 loop
    rest := q.quota;
    if q.document is null then
      open lots for select f.id, f.document_id, f.left_fen - f.reserved_fen as free from fund_lot as f
        where f.county = giver.county and f.account_id = giver.id and f.is_open and f.left_fen > f.reserved_fen
          and f.arrived_on <= day and f.document_id = any (permitted) order by f.arrived_on, f.number;
    else
      open lots for select f.id, f.document_id, f.left_fen - f.reserved_fen as free from fund_lot as f
        where f.county = giver.county and f.account_id = giver.id and f.is_open and f.left_fen > f.reserved_fen
          and f.arrived_on <= day and f.document_id = q.document order by f.arrived_on, f.number;
    end if;
    loop
      fetch lots into l;
      exit when not found;
      part := least(rest, l.free);
      update fund_lot as f set left_fen = f.left_fen - case when reserve then 0 else part end,
        reserved_fen = f.reserved_fen + case when reserve then part else 0 end
      where f.county = giver.county and f.id = l.id;
      parts := parts || row(l.id, l.document_id, part)::fund_part;
      rest := rest - part;
      exit when rest = 0;
    end loop;
    close lots;
    if rest > 0 then perform fund_refuse('fund_insufficient', jsonb_build_object('available', wanted - rest, 'on', day)); end if;
  end loop;
  return parts;
end $$;

-- the documents in an account that permit a movement; refuses when they do not hold enough
create function fund_permitted(m fund_movement, giver fund_account, taker fund_account, lifting fund_override) returns uuid[]
language plpgsql set search_path = public, pg_temp as $$
declare
  found record;
begin
  select array_agg(h.document) filter (where h.fault is null) as permitted,
    coalesce(sum(h.free) filter (where h.fault is null), 0) as free,
    (array_agg(jsonb_build_object('code', h.fault, 'number', h.number) order by h.free desc) filter (where h.fault is not null))[1] as fault
  into found from (
    select d.id as document, d.number, a.balance as free, case when m.kind in ('payment', 'allocation') then
      nullif(fund_fault(d, m, giver, taker), case when lifting.document_id = d.id then lifting.code end) end as fault
    from ledger_account as a join fund_document as d on d.id = a.sub::uuid
    where a.county = giver.county and a.book_id = giver.id and a.code = 'available' and a.sub <> '' and a.balance > 0
      and (m.document_id is null or d.id = m.document_id)
    offset 0
  ) as h;
  if found.free < m.amount_fen then
    perform fund_refuse(coalesce(found.fault ->> 'code', 'fund_insufficient'),
      jsonb_build_object('number', coalesce(found.fault ->> 'number', ''), 'available', found.free)); end if;
  return found.permitted;
end $$;

-- what no document can permit
create function fund_forbid(m fund_movement, giver fund_account, taker fund_account) returns void
language plpgsql set search_path = public, pg_temp as $$
begin
  if m.purpose is not null and exists (select from fund_forbidden_use as u where u.purpose = m.purpose and u.starts_on <= m.occurred_on
      and (u.ends_on is null or u.ends_on > m.occurred_on)) then perform fund_refuse('fund_use_forbidden', '{}'); end if;
  if giver.pool = 'risk' and ((m.kind = 'payment' and m.purpose <> 'risk_compensation') or (m.kind = 'allocation' and taker.pool <> 'risk'))
  then perform fund_refuse('fund_risk_only', '{}'); end if;
  if m.project_id is not null and m.kind = 'payment' and exists (select from fund_project_close as c
      where c.county = m.project_county and c.id = m.project_id) then perform fund_refuse('fund_project_closed', '{}'); end if;
  -- what an order hands down bears goals that weigh everything together (anchor row 110)
  if m.kind = 'allocation' and giver.pool = 'special' and m.source_type = 'fund_order_line' and coalesce((
    select sum(g.weight_bp) from fund_order_line as l join fund_goal as g on g.county = l.order_county and g.order_id = l.order_id
    where l.county = taker.county and l.id = m.source_id), 0) <> 10000
  then perform fund_refuse('fund_without_goal', '{}'); end if;
end $$;

-- spending on management is bounded by the document, over all accounts that hold its money
create function fund_cap(m fund_movement, parts fund_part[]) returns void language plpgsql set search_path = public, pg_temp as $$
declare
  d record;
begin
  for d in select * from fund_document as k where k.id in (select p.document from unnest(parts) as p) order by k.id for no key update loop
    if (select sum(p.amount) from unnest(parts) as p where p.document = d.id)
      + coalesce((select sum(x.amount_fen - x.back_fen) from fund_lot_move as x
        where x.document_id = d.id and x.purpose = 'management_fee' and x.kind = 'payment'), 0) > d.amount_fen / 10000 * d.management_bp
    then perform fund_refuse('fund_management_cap', jsonb_build_object('number', d.number)); end if;
  end loop;
end $$;

-- the parts of an amount that a commitment holds ready
create function fund_redeem(m fund_movement, giver fund_account, lifting fund_override) returns fund_part[]
language plpgsql set search_path = public, pg_temp as $$
declare
  parts fund_part[] := '{}';
  r record; fault record;
  rest bigint := m.amount_fen;
  part bigint;
begin
  update fund_commitment as c set left_fen = c.left_fen - m.amount_fen
  where c.county = giver.county and c.id = m.commitment_id and c.account_id = giver.id and c.left_fen >= m.amount_fen;
  if not found then perform fund_refuse('fund_commitment_exceeded', jsonb_build_object('available', coalesce((select c.left_fen
    from fund_commitment as c where c.county = giver.county and c.id = m.commitment_id and c.account_id = giver.id), 0))); end if;
  for r in select v.ordinal, v.lot_id, v.document_id, v.left_fen from fund_reservation as v
    where v.county = giver.county and v.commitment_id = m.commitment_id and v.left_fen > 0 order by v.ordinal loop
    part := least(rest, r.left_fen);
    update fund_reservation as v set left_fen = v.left_fen - part
    where v.county = giver.county and v.commitment_id = m.commitment_id and v.ordinal = r.ordinal;
    update fund_lot as f set left_fen = f.left_fen - part, reserved_fen = f.reserved_fen - part
    where f.county = giver.county and f.id = r.lot_id;
    parts := parts || row(r.lot_id, r.document_id, part)::fund_part;
    rest := rest - part;
    exit when rest = 0;
  end loop;
  select f.code, d.number into fault from fund_document as d cross join lateral fund_fault(d, m, giver, null) as f (code)
  where d.id in (select p.document from unnest(parts) as p)
    and f.code is distinct from case when lifting.document_id = d.id then lifting.code end and f.code is not null limit 1;
  if fault.code is not null then perform fund_refuse(fault.code, jsonb_build_object('number', fault.number)); end if;
  return parts;
end $$;

-- the parts of a payment that come back, the last ones first
create function fund_unpay(m fund_movement) returns fund_part[] language plpgsql set search_path = public, pg_temp as $$
declare
  parts fund_part[] := '{}';
  x record;
  rest bigint := m.amount_fen;
  part bigint;
begin
  for x in select o.ordinal, o.document_id, o.amount_fen - o.back_fen as paid from fund_lot_move as o
    where o.county = m.county and o.movement_id = m.recovers_id and o.kind = 'payment' and o.from_account = m.to_account
      and o.back_fen < o.amount_fen order by o.ordinal desc loop
    part := least(rest, x.paid);
    update fund_lot_move as o set back_fen = o.back_fen + part
    where o.county = m.county and o.movement_id = m.recovers_id and o.ordinal = x.ordinal;
    parts := parts || row(null, x.document_id, part)::fund_part;
    rest := rest - part;
    exit when rest = 0;
  end loop;
  if rest > 0 then perform fund_refuse('fund_recovered_before', jsonb_build_object('available', m.amount_fen - rest)); end if;
  return parts;
end $$;

-- the granted override that a payment leans on
create function fund_lift(m fund_movement) returns fund_override language plpgsql set search_path = public, pg_temp as $$
declare
  lifting fund_override;
begin
  if m.override_id is null then return null; end if;
  select * into lifting from fund_override as o where o.county = m.county and o.id = m.override_id and o.state = 'granted'
    and o.account_id = m.from_account and o.purpose = m.purpose and o.payee_kind = m.payee_kind and o.payee_id = m.payee_id
    and o.amount_fen = m.amount_fen;
  if lifting.id is null then perform fund_refuse('fund_override_other', '{}'); end if;
  if m.payer_id in (lifting.asked_by, lifting.decided_by) then perform fund_refuse('fund_override_payer', '{}'); end if;
  return lifting;
end $$;

-- what a movement takes, and from where
create function fund_parts(m fund_movement, giver fund_account, taker fund_account) returns fund_part[]
language plpgsql set search_path = public, pg_temp as $$
declare
  parts fund_part[];
  lifting fund_override := fund_lift(m);
  d fund_document;
begin
  case
    when m.kind = 'receipt' then
      select * into d from fund_document as k where k.id = m.document_id for no key update;
      if d.id is null then perform fund_refuse('not_found', '{}'); end if;
      if coalesce((select sum(x.amount_fen) from fund_lot_move as x where x.document_id = d.id and x.kind = 'receipt'), 0)
        + m.amount_fen > d.amount_fen then perform fund_refuse('fund_over_document', jsonb_build_object('number', d.number)); end if;
      return array[row(null, m.document_id, m.amount_fen)::fund_part];
    when m.kind = 'recovery' then return fund_unpay(m);
    when m.commitment_id is not null then parts := fund_redeem(m, giver, lifting);
    else parts := fund_take(giver, m.amount_fen, m.occurred_on, fund_permitted(m, giver, taker, lifting), false);
  end case;
  if m.purpose = 'management_fee' then perform fund_cap(m, parts); end if;
  return parts;
end $$;

insert into fund_forbidden_use (id, purpose, starts_on, source, recorded_at, recorded_by)
select gen_random_uuid(), u.purpose, '2017-03-13', 'caizheng_nong_2017_8', now(), '00000000-0000-7000-8000-000000000001'
from (values ('running_costs'), ('vehicles'), ('office_building'), ('bonus_welfare'), ('debt_repayment'), ('equity_injection'), ('unrelated')) as u (purpose);

-- an order to move money: made by one, checked by another, carried out by a third
create table fund_order (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  kind text not null check (kind in ('receipt', 'allocation', 'recall', 'return')),
  -- of the upper account
  upper_county int not null,
  upper_account uuid not null,
  document_id uuid,
  number text not null check (length(number) between 2 and 100),
  title text not null check (length(title) between 2 and 200),
  occurred_on date not null,
  amount_fen bigint not null check (amount_fen > 0),
  lines int not null check (lines > 0),
  tilt_id uuid,
  state text not null check (state in ('made', 'checked', 'done', 'refused', 'withdrawn')),
  made_by uuid not null,
  checked_by uuid,
  done_by uuid,
  opinion text check (length(opinion) between 1 and 500),
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  unique (county, number),
  constraint fund_order_two check (checked_by <> made_by),
  constraint fund_order_three check (done_by <> made_by and done_by <> checked_by),
  check ((state = 'done') = (done_by is not null)),
  check (state not in ('checked', 'done') or checked_by is not null)
);
create index fund_order_place on fund_order (place, occurred_on);
create table fund_order_history (
  like fund_order,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);

-- what an order gives to one account, or takes back from it; it stands where the lower account does
create table fund_order_line (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  order_county int not null,
  order_id uuid not null,
  account_id uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  -- the year whose grant of article 11 this is
  standard_year int check (standard_year between 2018 and 2100),
  done_on date,
  recalled_fen bigint not null default 0 check (recalled_fen between 0 and amount_fen),
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  unique (county, order_id, account_id),
  foreign key (county, account_id) references fund_account (county, id)
);
-- a village gets the grant of a year once; what was taken back whole may be given again
create unique index fund_order_line_standard on fund_order_line (county, place, standard_year)
  where standard_year is not null and done_on is not null and recalled_fen < amount_fen;
create index fund_order_line_place on fund_order_line (place);
create index fund_order_line_order on fund_order_line (order_id);
create table fund_order_line_history (
  like fund_order_line,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);

-- what the money of an order is to achieve: an indicator and the level that each place it goes to shall reach. Set while the
-- order is made; the one who checks the order agrees to them too
create table fund_goal (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  order_id uuid not null,
  indicator text not null check (indicator ~ '^[a-z0-9_]{2,80}$'),
  direction text not null check (direction in ('up', 'down')),
  unit text not null check (length(unit) between 1 and 30),
  -- in the smallest unit of the indicator: fen, basis points, whole things
  target bigint not null,
  weight_bp int not null check (weight_bp between 1 and 10000),
  due_on date not null,
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  constraint fund_goal_once unique (county, order_id, indicator),
  foreign key (county, order_id) references fund_order (county, id)
);
create index fund_goal_place on fund_goal (place);
create table fund_goal_history (
  like fund_goal,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);

-- how a goal ended in one place that got money; it stands where the line of the order does
create table fund_goal_score (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  order_county int not null,
  order_id uuid not null,
  goal_id uuid not null,
  line_id uuid not null,
  -- what the indicator said in the month of the order, and in the month the goal was due
  baseline bigint not null,
  value bigint not null,
  score_bp int not null check (score_bp between 0 and 10000),
  scored_on date not null,
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  constraint fund_goal_score_once unique (county, line_id, goal_id),
  foreign key (county, line_id) references fund_order_line (county, id)
);
create index fund_goal_score_place on fund_goal_score (place);
create index fund_goal_score_order on fund_goal_score (order_id);
create table fund_goal_score_history (
  like fund_goal_score,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);

-- money to be got back from whoever was paid wrongly or did not spend it
create table fund_recovery (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  movement_id uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  cause text not null check (cause in ('misused', 'unspent', 'overpaid', 'failed')),
  grounds text not null check (length(grounds) between 2 and 500),
  ordered_on date not null,
  ordered_by uuid not null,
  due_on date not null check (due_on >= ordered_on),
  received_fen bigint not null check (received_fen between 0 and amount_fen),
  received_on date,
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  foreign key (county, movement_id) references fund_movement (county, id)
);
create index fund_recovery_place on fund_recovery (place, due_on);
create table fund_recovery_history (
  like fund_recovery,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);

-- how villages were ranked for more money: the formula, the month, and what came out
create table fund_tilt (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  name text not null check (length(name) between 2 and 100),
  month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  key_poor boolean not null,
  total_fen bigint not null check (total_fen > 0),
  formula jsonb not null,
  catalogue text not null,
  results jsonb not null,
  digest text not null,
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id)
);
create index fund_tilt_place on fund_tilt (place);
create table fund_tilt_history (
  like fund_tilt,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);

-- a payment out of the risk fund, with the losses that called for it
create table fund_risk_payout (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  account_id uuid not null,
  movement_id uuid not null,
  claim_type text not null,
  claim_id uuid not null,
  loss_fen bigint not null check (loss_fen > 0),
  -- what the insurer paid of it
  insured_fen bigint not null check (insured_fen between 0 and loss_fen),
  trigger_bp int not null check (trigger_bp >= 0),
  share_bp int not null check (share_bp between 0 and 10000),
  amount_fen bigint not null check (amount_fen between 1 and loss_fen - insured_fen),
  occurred_on date not null,
  replenished_fen bigint not null check (replenished_fen between 0 and amount_fen),
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  -- one loss is compensated once
  constraint fund_risk_payout_once unique (county, claim_type, claim_id)
);
create index fund_risk_payout_place on fund_risk_payout (place);
create table fund_risk_payout_history (
  like fund_risk_payout,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);

-- what was tried and refused; it stands although the act itself left nothing
create table fund_refusal (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  organisation_id uuid,
  account_id uuid,
  act text not null,
  code text not null,
  details jsonb not null,
  purpose text,
  payee_kind text,
  payee_id uuid,
  payee_name text,
  amount_fen bigint,
  occurred_on date,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id)
);
create index fund_refusal_place on fund_refusal (place, recorded_at);

-- the lines of one movement, into the books they name
create function fund_write(by_account uuid, at_time timestamptz, source_type text, lines fund_line[]) returns table (entry_id uuid, number int)
language plpgsql set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  b record;
begin
  for b in select l.county, l.book, l.entry, l.day, l.memo, l.source, array_agg(l.code order by l.code, l.document) as codes,
      array_agg(l.document::text order by l.code, l.document) as subs, array_agg(l.amount order by l.code, l.document) as amounts,
      array_agg(1) as entries, array_agg(n::int order by n) as numbers
    from (select l.*, row_number() over (partition by l.book order by l.code, l.document) as n from unnest(lines) as l) as l
    group by 1, 2, 3, 4, 5, 6 order by 2 loop
    return query select w.entry_id, w.number from ledger_write(b.county, b.book, by_account, at_time, array[b.entry], array[b.day],
      array['funds'], array[b.memo], array[source_type], array[b.source], array[null]::uuid[], array[1], b.codes, b.subs,
      b.entries, b.numbers, b.amounts, null, null, null) as w;
  end loop;
end $$;

-- a movement in the books of both sides: one debit and one credit for each document and side
create function fund_lines(m fund_movement, parts fund_part[]) returns fund_line[] language sql immutable as $$
  select array_agg(row(v.county, v.book, v.entry, m.occurred_on, m.memo, m.id, v.code, d.document, v.sign * d.amount)::fund_line)
  from (select p.document, sum(p.amount)::bigint as amount from unnest(parts) as p group by p.document) as d
  cross join lateral (values
    (m.from_county, m.from_account, m.id, case when m.commitment_id is null then 'available' else 'committed' end, -1),
    (m.from_county, m.from_account, m.id, case m.kind when 'allocation' then 'passed_on' when 'payment' then 'paid'
      else case when m.to_account is null then 'sent_back' else 'returned' end end, 1),
    (m.to_county, m.to_account, coalesce(m.to_entry_id, m.id), 'available', 1),
    (m.to_county, m.to_account, coalesce(m.to_entry_id, m.id),
      case m.kind when 'receipt' then 'received' when 'allocation' then 'allotted' when 'recovery' then 'paid' else 'passed_on' end, -1)
  ) as v (county, book, entry, code, sign) where v.book is not null
$$;

create function fund_hold(given jsonb) returns void language plpgsql set search_path = public, pg_temp as $$
declare
  b record;
begin
  for b in select distinct v.county, v.book from jsonb_to_recordset(given) as g (from_county int, from_account uuid, to_county int, to_account uuid)
    cross join lateral (values (g.from_county, g.from_account), (g.to_county, g.to_account)) as v (county, book)
    where v.book is not null order by v.book loop
    begin
      perform ledger_hold_book(b.county, b.book);
    exception when sqlstate 'LG001' then perform fund_refuse('not_found', '{}');
    end;
  end loop;
end $$;

-- The one way by which public money moves: rights, earmark, lots and both books, for each movement given, all or none.
create function fund_post(by_account uuid, at_time timestamptz, given jsonb) returns table (movement_id uuid, number int, place bigint, other_place bigint)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  m fund_movement;
  giver fund_account; taker fund_account;
  paid fund_movement;
  parts fund_part[];
begin
  perform fund_hold(given);
  for m in select * from jsonb_populate_recordset(null::fund_movement, given) loop
    select * into giver from fund_account as a where a.county = m.from_county and a.id = m.from_account;
    select * into taker from fund_account as a where a.county = m.to_county and a.id = m.to_account;
    if (m.from_account is not null and giver.id is null) or (m.to_account is not null and taker.id is null) or giver.id = taker.id
    then perform fund_refuse('not_found', '{}'); end if;
    m.county := coalesce(giver.county, taker.county);
    m.place := coalesce(giver.place, taker.place);
    if giver.id is not null and taker.id is not null then m.other_place := taker.place; m.to_entry_id := gen_random_uuid(); end if;
    m.organisation_id := coalesce(case when m.payee_kind = 'cooperative' then m.payee_id end, giver.organisation_id, taker.organisation_id);
    m.household_id := case when m.payee_kind = 'household' then m.payee_id end;
    if m.kind = 'payment' then m.used_place := coalesce(m.used_place, m.place); end if;
    m.payer_id := by_account;
    m.recorded_at := at_time;
    m.recorded_by := by_account;
    perform fund_forbid(m, giver, taker);
    parts := fund_parts(m, giver, taker);
    -- what comes back is told of the payee whom it was paid to
    select * into paid from fund_movement as o where o.county = m.county and o.id = m.recovers_id;
    select w.number into m.number from fund_write(by_account, at_time, 'fund_movement', fund_lines(m, parts)) as w where w.entry_id = m.id;
    with lots as (
      insert into fund_lot (county, id, place, organisation_id, account_id, movement_county, movement_id, document_id, arrived_on,
        amount_fen, left_fen)
      select taker.county, gen_random_uuid(), taker.place, taker.organisation_id, taker.id, m.county, m.id, p.document, m.occurred_on,
        sum(p.amount), sum(p.amount)
      from unnest(parts) as p where taker.id is not null group by p.document order by p.document
      returning id, document_id
    )
    insert into fund_lot_move (county, movement_id, ordinal, place, other_place, organisation_id, household_id, kind, occurred_on,
      document_id, from_county, from_account, from_lot, to_county, to_account, to_lot, purpose, payee_kind, payee_id, amount_fen, recorded_at)
    select m.county, m.id, p.n, m.place, coalesce(m.other_place, paid.other_place), m.organisation_id,
      coalesce(m.household_id, paid.household_id), m.kind, m.occurred_on, p.document,
      m.from_county, m.from_account, p.lot, m.to_county, m.to_account, l.id, coalesce(m.purpose, paid.purpose),
      coalesce(m.payee_kind, paid.payee_kind), coalesce(m.payee_id, paid.payee_id), p.amount, at_time
    from unnest(parts) with ordinality as p (lot, document, amount, n) left join lots as l on l.document_id = p.document;
    insert into fund_movement select m.*;
    movement_id := m.id; number := m.number; place := m.place; other_place := m.other_place;
    return next;
  end loop;
end $$;

-- Promises an amount to a contract: it stays in the account, but only payments of this commitment may take it.
create function fund_commit(by_account uuid, at_time timestamptz, given jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  m fund_movement := jsonb_populate_record(null::fund_movement, given);
  giver fund_account;
  parts fund_part[];
begin
  perform fund_hold(jsonb_build_array(given));
  select * into giver from fund_account as a where a.county = m.from_county and a.id = m.from_account;
  if giver.id is null then perform fund_refuse('not_found', '{}'); end if;
  m.kind := 'payment';
  m.used_place := coalesce(m.used_place, giver.place);
  perform fund_forbid(m, giver, null);
  parts := fund_take(giver, m.amount_fen, m.occurred_on, fund_permitted(m, giver, null, null), true);
  insert into fund_commitment (county, id, place, organisation_id, account_id, document_id, project_county, project_id, contract_id,
    occurred_on, amount_fen, left_fen, recorded_at, recorded_by)
  values (giver.county, m.id, giver.place, giver.organisation_id, giver.id, m.document_id, m.project_county, m.project_id,
    m.contract_id, m.occurred_on, m.amount_fen, m.amount_fen, at_time, by_account);
  insert into fund_reservation (county, commitment_id, ordinal, place, organisation_id, lot_id, document_id, amount_fen, left_fen)
  select giver.county, m.id, p.n, giver.place, giver.organisation_id, p.lot, p.document, p.amount, p.amount
  from unnest(parts) with ordinality as p (lot, document, amount, n);
  perform fund_write(by_account, at_time, 'fund_commitment', (select array_agg(row(giver.county, giver.id, m.id, m.occurred_on, m.memo, m.id, v.code,
    d.document, v.sign * d.amount)::fund_line) from (select p.document, sum(p.amount)::bigint as amount from unnest(parts) as p group by 1) as d
    cross join (values ('available', -1), ('committed', 1)) as v (code, sign)));
end $$;

-- Gives back what a commitment still holds, or a part of it.
create function fund_release(by_account uuid, at_time timestamptz, of_county int, of_commitment uuid, entry uuid, day date, amount bigint, memo text)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  c fund_commitment;
  r record;
  parts fund_part[] := '{}';
  rest bigint := amount;
  part bigint;
begin
  select * into c from fund_commitment as k where k.county = of_county and k.id = of_commitment;
  if c.id is null then perform fund_refuse('not_found', '{}'); end if;
  perform fund_hold(jsonb_build_array(jsonb_build_object('from_county', c.county, 'from_account', c.account_id)));
  update fund_commitment as k set left_fen = k.left_fen - amount, released_fen = k.released_fen + amount
  where k.county = of_county and k.id = of_commitment and k.left_fen >= amount and amount > 0;
  if not found then perform fund_refuse('fund_commitment_exceeded', jsonb_build_object('available', c.left_fen)); end if;
  for r in select v.ordinal, v.lot_id, v.document_id, v.left_fen from fund_reservation as v
    where v.county = of_county and v.commitment_id = of_commitment and v.left_fen > 0 order by v.ordinal desc loop
    part := least(rest, r.left_fen);
    update fund_reservation as v set left_fen = v.left_fen - part
    where v.county = of_county and v.commitment_id = of_commitment and v.ordinal = r.ordinal;
    update fund_lot as f set reserved_fen = f.reserved_fen - part where f.county = of_county and f.id = r.lot_id;
    parts := parts || row(r.lot_id, r.document_id, part)::fund_part;
    rest := rest - part;
    exit when rest = 0;
  end loop;
  perform fund_write(by_account, at_time, 'fund_commitment', (select array_agg(row(c.county, c.account_id, entry, day, memo, of_commitment, v.code,
    d.document, v.sign * d.amount)::fund_line) from (select p.document, sum(p.amount)::bigint as amount from unnest(parts) as p group by 1) as d
    cross join (values ('committed', -1), ('available', 1)) as v (code, sign)));
end $$;

-- The way a lot came, step by step up to the document's receipt, for whoever may see the lot itself: the names of the
-- holders are public, what else they hold is not shown.
create function fund_path(of_county int, of_lot uuid)
returns table (depth int, kind text, occurred_on date, from_county int, from_account uuid, from_name text, to_county int, to_account uuid,
  to_name text, amount_fen bigint, movement_county int, movement_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  with recursive way (depth, county, lot) as (
    select 0, l.county, l.id from fund_lot as l where l.county = of_county and l.id = of_lot
      and (l.place between nullif(current_setting('silian.lo', true), '')::bigint and nullif(current_setting('silian.hi', true), '')::bigint
        or l.organisation_id = nullif(current_setting('silian.organisation', true), '')::uuid
        or exists (select from fund_lot_move as x where x.from_county = l.county and x.from_lot = l.id
          and (x.household_id = nullif(current_setting('silian.household', true), '')::uuid
            or x.other_place between nullif(current_setting('silian.lo', true), '')::bigint and nullif(current_setting('silian.hi', true), '')::bigint)))
    union
    select w.depth + 1, x.from_county, x.from_lot from way as w
    join fund_lot_move as x on x.to_county = w.county and x.to_lot = w.lot where x.from_lot is not null and w.depth < 8
  )
  select w.depth, x.kind, x.occurred_on, x.from_county, x.from_account, f.name, x.to_county, x.to_account, t.name,
    sum(x.amount_fen)::bigint, x.county, x.movement_id
  from (select county, lot, min(depth) as depth from way group by 1, 2 limit 500) as w
  join fund_lot_move as x on x.to_county = w.county and x.to_lot = w.lot
  left join fund_account as f on f.county = x.from_county and f.id = x.from_account
  left join fund_account as t on t.county = x.to_county and t.id = x.to_account
  group by 1, 2, 3, 4, 5, 6, 7, 8, 9, x.county, x.movement_id order by 1 desc, 3, x.movement_id
$$;
