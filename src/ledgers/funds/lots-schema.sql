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
