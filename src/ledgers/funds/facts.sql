-- what reached an account from above, signed: a recall takes it off again; `level` is that of the receiver
create view fact_allocation with (security_invoker = true) as
  select (v.place / 1000000)::int as county, v.place, x.occurred_on, null::date as ended_on, x.recorded_at,
    null::timestamptz as retired_at, null::uuid as household_id, x.organisation_id,
    (v.sign * x.amount_fen)::numeric as quantity, 'fen' as unit,
    jsonb_build_object('fund', f.kind, 'source', f.source, 'standard', case when d.standard then 'yes' else 'no' end,
      'level', case when x.organisation_id is not null then 'cooperative' when v.place % 100000000 = 0 then 'city'
        when v.place % 1000000 = 0 then 'banner' when v.place % 1000 = 0 then 'township' else 'village' end,
      'home', x.county) as dims,
    'fund_movement' as record_type, x.movement_id as record_id
  from fund_lot_move as x join fund_document as d on d.id = x.document_id
  join fund as f on f.county = d.county and f.id = d.fund_id
  cross join lateral (select case when x.kind = 'recall' then x.place else x.other_place end as place,
    case when x.kind = 'recall' then -1 else 1 end as sign) as v
  where x.kind in ('allocation', 'recall') and v.place is not null;

-- money that came in from outside under a document
create view fact_fund_receipt with (security_invoker = true) as
  select x.county, x.place, x.occurred_on, null::date as ended_on, x.recorded_at, null::timestamptz as retired_at,
    null::uuid as household_id, x.organisation_id, x.amount_fen::numeric as quantity, 'fen' as unit,
    jsonb_build_object('fund', f.kind, 'source', f.source, 'home', x.county) as dims,
    'fund_movement' as record_type, x.movement_id as record_id
  from fund_lot_move as x join fund_document as d on d.id = x.document_id
  join fund as f on f.county = d.county and f.id = d.fund_id where x.kind = 'receipt';

-- what was paid out of accounts, at the account, signed: what comes back is taken off on its own day
create view fact_disbursement with (security_invoker = true) as
  select x.county, x.place, x.occurred_on, null::date as ended_on, x.recorded_at, null::timestamptz as retired_at,
    x.household_id, x.organisation_id, (case when x.kind = 'recovery' then -x.amount_fen else x.amount_fen end)::numeric as quantity,
    'fen' as unit, jsonb_build_object('fund', f.kind, 'source', f.source, 'purpose', x.purpose, 'payee', x.payee_kind,
      'standard', case when d.standard then 'yes' else 'no' end, 'act', x.kind, 'home', x.county) as dims,
    'fund_movement' as record_type, x.movement_id as record_id
  from fund_lot_move as x join fund_document as d on d.id = x.document_id
  join fund as f on f.county = d.county and f.id = d.fund_id where x.kind in ('payment', 'recovery');

-- the same payments where the money is used
create view fact_fund_use with (security_invoker = true) as
  select (m.used_place / 1000000)::int as county, m.used_place as place, x.occurred_on, null::date as ended_on, x.recorded_at,
    null::timestamptz as retired_at, x.household_id, x.organisation_id, x.amount_fen::numeric as quantity, 'fen' as unit,
    jsonb_build_object('fund', f.kind, 'source', f.source, 'purpose', x.purpose, 'payee', x.payee_kind,
      'override', case when m.override_id is null then 'no' else 'yes' end, 'home', x.county) as dims,
    'fund_movement' as record_type, x.movement_id as record_id
  from fund_lot_move as x join fund_movement as m on m.county = x.county and m.id = x.movement_id
  join fund_document as d on d.id = x.document_id join fund as f on f.county = d.county and f.id = d.fund_id
  where x.kind = 'payment' and m.used_place is not null;

-- money that lies 60 or 90 days after it came, signed: it comes to lie on that day, and what leaves later is taken off on
-- its own; summed up at the end of a month it is what lies then, promised to contracts or not
create view fact_idle_money with (security_invoker = true) as
  select l.county, l.place, a.lies_on as occurred_on, null::date as ended_on, l.recorded_at, null::timestamptz as retired_at,
    null::uuid as household_id, l.organisation_id, l.amount::numeric as quantity, 'fen' as unit,
    jsonb_build_object('days', a.days, 'fund', f.kind) as dims, 'fund_account' as record_type, l.account_id as record_id
  from (
    select o.county, o.place, o.organisation_id, o.account_id, o.document_id, o.arrived_on, o.arrived_on as moved_on,
      o.amount_fen as amount, m.recorded_at
    from fund_lot as o join fund_movement as m on m.county = o.movement_county and m.id = o.movement_id
    union all
    select o.county, o.place, o.organisation_id, o.account_id, o.document_id, o.arrived_on, x.occurred_on, -x.amount_fen,
      x.recorded_at
    from fund_lot as o join fund_lot_move as x on x.from_county = o.county and x.from_lot = o.id
  ) as l
  join fund_document as d on d.id = l.document_id join fund as f on f.county = d.county and f.id = d.fund_id
  cross join lateral (select days, greatest(l.moved_on, l.arrived_on + days) as lies_on from (values (60), (90)) as v (days)) as a;

-- villages that got the grant of article 11 of a year: exactly the standard, once; what is called back ends it
create view fact_village_grant with (security_invoker = true) as
  select county, place, done_on as occurred_on, null::date as ended_on, recorded_at, retired_at, null::uuid as household_id,
    null::uuid as organisation_id, 1::numeric as quantity, 'village' as unit,
    jsonb_build_object('year', standard_year, 'home', order_county) as dims, 'fund_order' as record_type, order_id as record_id
  from (
    select county, place, order_county, order_id, standard_year, done_on, recalled_fen, recorded_at, null::timestamptz as retired_at
      from fund_order_line
    union all
    select county, place, order_county, order_id, standard_year, done_on, recalled_fen, recorded_at, retired_at
      from fund_order_line_history
  ) as known where standard_year is not null and done_on is not null and recalled_fen = 0;

-- the risk fund: what came in and what it paid
create view fact_risk_fund with (security_invoker = true) as
  select a.county, a.place, x.occurred_on, null::date as ended_on, x.recorded_at, null::timestamptz as retired_at,
    x.household_id, null::uuid as organisation_id, x.amount_fen::numeric as quantity, 'fen' as unit,
    jsonb_build_object('act', case when x.kind = 'payment' then 'payout' else 'contribution' end, 'home', x.county) as dims,
    'fund_movement' as record_type, x.movement_id as record_id
  from fund_account as a join fund_lot_move as x
    on (x.to_county = a.county and x.to_account = a.id and x.kind in ('receipt', 'allocation'))
    or (x.from_county = a.county and x.from_account = a.id and x.kind = 'payment')
  where a.pool = 'risk';
