-- in fen, on the day it was paid
create view fact_reward with (security_invoker = true) as
  select county, place, paid_on as occurred_on, null::date as ended_on, recorded_at, retired_at, household_id,
    cooperative_id as organisation_id, amount_fen::numeric as quantity, 'fen' as unit,
    jsonb_build_object('kind', kind, 'poor', poor, 'unit', unit_kind) as dims, 'reward' as record_type, id as record_id
  from (
    select county, id, place, kind, poor, unit_kind, household_id, cooperative_id, amount_fen, state, paid_on, recorded_at,
      null::timestamptz as retired_at from reward
    union all
    select county, id, place, kind, poor, unit_kind, household_id, cooperative_id, amount_fen, state, paid_on, recorded_at,
      retired_at from reward_history
  ) as known where state = 'paid' and paid_on is not null;

-- an application on the day the township looked at it
create view fact_reward_check with (security_invoker = true) as
  select county, place, checked_on as occurred_on, null::date as ended_on, recorded_at, retired_at, household_id,
    cooperative_id as organisation_id, 1::numeric as quantity, 'application' as unit,
    jsonb_build_object('kind', kind, 'in_time', case when checked_on <= check_by then 'yes' else 'no' end,
      'result', case when state = 'refused' then 'refused' else 'accepted' end) as dims,
    'reward' as record_type, id as record_id
  from (
    select county, id, place, kind, household_id, cooperative_id, state, checked_on, check_by, recorded_at,
      null::timestamptz as retired_at from reward
    union all
    select county, id, place, kind, household_id, cooperative_id, state, checked_on, check_by, recorded_at, retired_at
      from reward_history
  ) as known where checked_on is not null and state <> 'withdrawn';
