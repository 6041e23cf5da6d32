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

-- to a member, at his own village: what was declared, and what corrections changed of it
create view fact_dividend with (security_invoker = true) as
  select county, member_place as place, declared_on as occurred_on, null::date as ended_on, recorded_at,
    null::timestamptz as retired_at, household_id, cooperative_id as organisation_id, amount_fen::numeric as quantity,
    'fen' as unit, jsonb_build_object('form', form, 'poor', poor, 'kind', kind) as dims, 'distribution' as record_type,
    distribution_id as record_id
  from (
    select county, member_place, declared_on, recorded_at, household_id, cooperative_id, form, poor, distribution_id,
      kind, amount_fen
    from dividend
    cross join lateral (values ('refund', patronage_refund_fen), ('remainder', remainder_fen + given_on_fen)) as part (kind, amount_fen)
    union all
    select county, member_place, posted_on, recorded_at, household_id, cooperative_id, form, poor, distribution_id,
      kind, amount_fen
    from dividend_change
    cross join lateral (values ('refund', new_refund_fen - old_refund_fen), ('remainder', new_remainder_fen - old_remainder_fen))
      as part (kind, amount_fen)
  ) as parts where amount_fen <> 0;

-- where the money is: on its way, paid, come back
create view fact_dividend_payment with (security_invoker = true) as
  select county, member_place as place, state_on as occurred_on, null::date as ended_on, recorded_at, retired_at,
    household_id, cooperative_id as organisation_id, amount_fen::numeric as quantity, 'fen' as unit,
    jsonb_build_object('form', form, 'poor', poor, 'state', state) as dims, 'distribution' as record_type,
    distribution_id as record_id
  from (
    select county, member_place, state_on, household_id, cooperative_id, distribution_id, amount_fen, form, poor, state,
      recorded_at, null::timestamptz as retired_at from payout
    union all
    select county, member_place, state_on, household_id, cooperative_id, distribution_id, amount_fen, form, poor, state,
      recorded_at, retired_at from payout_history
  ) as known;

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
