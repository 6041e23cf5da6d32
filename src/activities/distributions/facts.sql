create view fact_distribution with (security_invoker = true) as
  select county, place, declared_on as occurred_on, null::date as ended_on, recorded_at, retired_at,
    null::uuid as household_id, cooperative_id as organisation_id, (patronage_refund_fen + remainder_fen)::numeric as quantity,
    'fen' as unit, jsonb_build_object('form', form, 'rule_set', rule_set) as dims, 'distribution' as record_type, id as record_id
  from (
    select county, id, place, cooperative_id, form, rule_set, state, declared_on, patronage_refund_fen, remainder_fen,
      recorded_at, null::timestamptz as retired_at from distribution
    union all
    select county, id, place, cooperative_id, form, rule_set, state, declared_on, patronage_refund_fen, remainder_fen,
      recorded_at, retired_at from distribution_history
  ) as known where state = 'declared';

-- the base of dividends: the surplus of the closed year that was distributed
create view fact_net_profit with (security_invoker = true) as
  select county, place, declared_on as occurred_on, null::date as ended_on, recorded_at, retired_at,
    null::uuid as household_id, cooperative_id as organisation_id, surplus_fen::numeric as quantity, 'fen' as unit,
    jsonb_build_object('form', form, 'rule_set', rule_set) as dims, 'distribution' as record_type, id as record_id
  from (
    select county, id, place, cooperative_id, form, rule_set, state, declared_on, surplus_fen, recorded_at,
      null::timestamptz as retired_at from distribution
    union all
    select county, id, place, cooperative_id, form, rule_set, state, declared_on, surplus_fen, recorded_at, retired_at
      from distribution_history
  ) as known where state = 'declared';

create view fact_set_aside with (security_invoker = true) as
  select county, place, declared_on as occurred_on, null::date as ended_on, recorded_at, retired_at,
    null::uuid as household_id, cooperative_id as organisation_id, amount_fen::numeric as quantity, 'fen' as unit,
    jsonb_build_object('form', form, 'purpose', purpose) as dims, 'distribution' as record_type, id as record_id
  from (
    select county, id, place, cooperative_id, form, state, declared_on, surplus_reserve_fen, welfare_fen, expansion_fen,
      relief_fen, recorded_at, null::timestamptz as retired_at from distribution
    union all
    select county, id, place, cooperative_id, form, state, declared_on, surplus_reserve_fen, welfare_fen, expansion_fen,
      relief_fen, recorded_at, retired_at from distribution_history
  ) as known
  cross join lateral (values ('reserve', surplus_reserve_fen), ('welfare', welfare_fen), ('expansion', expansion_fen),
    ('relief', relief_fen)) as drawn (purpose, amount_fen)
  where state = 'declared' and amount_fen > 0;

-- to a member, at his own village: what was declared, and what corrections changed of it; `home` is the county under which
-- the distribution itself stands, `poor` whether the household was registered on the record date
create view fact_dividend with (security_invoker = true) as
  select (p.member_place / 1000000)::int as county, p.member_place as place, p.declared_on as occurred_on,
    null::date as ended_on, p.recorded_at, null::timestamptz as retired_at, p.household_id,
    p.cooperative_id as organisation_id, p.amount_fen::numeric as quantity, 'fen' as unit,
    jsonb_build_object('form', p.form, 'poor', p.poor, 'kind', p.kind, 'home', p.county, 'distribution', p.distribution_id,
      'number', m.number) as dims,
    'dividend' as record_type, p.membership_id as record_id
  from (
    select county, member_place, declared_on, recorded_at, household_id, cooperative_id, form, poor, distribution_id,
      membership_id, kind, amount_fen
    from dividend
    cross join lateral (values ('refund', patronage_refund_fen), ('remainder', remainder_fen + given_on_fen)) as part (kind, amount_fen)
    union all
    select county, member_place, posted_on, recorded_at, household_id, cooperative_id, form, poor, distribution_id,
      membership_id, kind, amount_fen
    from dividend_change
    cross join lateral (values ('refund', new_refund_fen - old_refund_fen), ('remainder', new_remainder_fen - old_remainder_fen))
      as part (kind, amount_fen)
  ) as p left join membership as m on m.county = p.county and m.id = p.membership_id where p.amount_fen <> 0;

-- where the money is: on its way, paid, come back
create view fact_dividend_payment with (security_invoker = true) as
  select (p.member_place / 1000000)::int as county, p.member_place as place, p.state_on as occurred_on,
    null::date as ended_on, p.recorded_at, p.retired_at, p.household_id, p.cooperative_id as organisation_id,
    p.amount_fen::numeric as quantity, 'fen' as unit,
    jsonb_build_object('form', p.form, 'poor', p.poor, 'state', p.state, 'home', p.county, 'distribution', p.distribution_id,
      'number', m.number) as dims,
    'dividend' as record_type, p.membership_id as record_id
  from (
    select county, member_place, state_on, household_id, cooperative_id, distribution_id, membership_id, amount_fen, form, poor,
      state, recorded_at, null::timestamptz as retired_at from payout
    union all
    select county, member_place, state_on, household_id, cooperative_id, distribution_id, membership_id, amount_fen, form, poor,
      state, recorded_at, retired_at from payout_history
  ) as p left join membership as m on m.county = p.county and m.id = p.membership_id;

-- signed, to be added up at the end of a month: what was declared to a member, less what reached him or was turned into
-- contributions; money on its way and money that came back is still owed
create view fact_dividend_unpaid with (security_invoker = true) as
  select (p.member_place / 1000000)::int as county, p.member_place as place, p.moved_on as occurred_on,
    null::date as ended_on, p.recorded_at, p.retired_at, p.household_id, p.cooperative_id as organisation_id,
    p.amount_fen::numeric as quantity, 'fen' as unit,
    jsonb_build_object('form', p.form, 'poor', p.poor, 'move', p.move, 'home', p.county, 'distribution', p.distribution_id,
      'number', m.number) as dims,
    'dividend' as record_type, p.membership_id as record_id
  from (
    select county, member_place, declared_on as moved_on, recorded_at, null::timestamptz as retired_at, household_id,
      cooperative_id, form, poor, distribution_id, membership_id, 'declared' as move, total_fen as amount_fen
    from dividend
    union all
    select county, member_place, posted_on, recorded_at, null::timestamptz, household_id, cooperative_id, form, poor,
      distribution_id, membership_id, 'corrected',
      new_refund_fen - old_refund_fen + new_remainder_fen - old_remainder_fen
    from dividend_change
    union all
    select county, member_place, state_on, recorded_at, null::timestamptz, household_id, cooperative_id, form, poor,
      distribution_id, membership_id, state, -amount_fen
    from payout where state in ('paid', 'converted')
    union all
    select county, member_place, state_on, recorded_at, retired_at, household_id, cooperative_id, form, poor, distribution_id,
      membership_id, state, -amount_fen
    from payout_history where state in ('paid', 'converted')
  ) as p left join membership as m on m.county = p.county and m.id = p.membership_id where p.amount_fen <> 0;

create view fact_return_promise with (security_invoker = true) as
  select county, place, due_on as occurred_on, null::date as ended_on, recorded_at, retired_at,
    null::uuid as household_id, cooperative_id as organisation_id, promised_fen::numeric as quantity, 'fen' as unit,
    jsonb_build_object('paid', case when paid_fen >= promised_fen then 'yes' when paid_fen > 0 then 'part' else 'no' end)
      as dims, 'return_contract' as record_type, contract_id as record_id
  from (
    select county, place, contract_id, cooperative_id, due_on, promised_fen, paid_fen, recorded_at,
      null::timestamptz as retired_at from return_schedule
    union all
    select county, place, contract_id, cooperative_id, due_on, promised_fen, paid_fen, recorded_at, retired_at
      from return_schedule_history
  ) as known;

create view fact_return_payment with (security_invoker = true) as
  select county, place, paid_on as occurred_on, null::date as ended_on, recorded_at, null::timestamptz as retired_at,
    null::uuid as household_id, cooperative_id as organisation_id, amount_fen::numeric as quantity, 'fen' as unit,
    '{}'::jsonb as dims, 'return_contract' as record_type, contract_id as record_id
  from return_payment;

-- signed, to be added up at the end of a month: what had fallen due by contract, less what was received on it
create view fact_return_arrears with (security_invoker = true) as
  select county, place, due_on as occurred_on, null::date as ended_on, recorded_at, retired_at, null::uuid as household_id,
    cooperative_id as organisation_id, promised_fen::numeric as quantity, 'fen' as unit,
    jsonb_build_object('move', 'due') as dims, 'return_contract' as record_type, contract_id as record_id
  from (
    select county, place, contract_id, cooperative_id, due_on, promised_fen, recorded_at, null::timestamptz as retired_at
      from return_schedule
    union all
    select county, place, contract_id, cooperative_id, due_on, promised_fen, recorded_at, retired_at
      from return_schedule_history
  ) as known where promised_fen > 0
  union all
  select p.county, p.place, greatest(p.paid_on, s.due_on), null::date, p.recorded_at, null::timestamptz, null::uuid,
    p.cooperative_id, -p.amount_fen::numeric, 'fen', jsonb_build_object('move', 'paid'), 'return_contract', p.contract_id
  from return_payment as p join return_schedule as s on s.county = p.county and s.id = p.schedule_id;
