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
