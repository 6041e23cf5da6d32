-- from the first insured day to the last; `home` is the county under which the policy itself stands
create view fact_insurance_policy with (security_invoker = true) as
  select county, place, starts_on as occurred_on, ends_on + 1 as ended_on, recorded_at, retired_at, null::uuid as household_id,
    cooperative_id as organisation_id, 1::numeric as quantity, 'policy' as unit,
    jsonb_build_object('line', line, 'holder', holder_kind, 'source', source, 'home', county) as dims,
    'insurance_policy' as record_type, id as record_id
  from (
    select county, id, place, line, holder_kind, source, cooperative_id, starts_on, ends_on, state, recorded_at,
      null::timestamptz as retired_at from insurance_policy
    union all
    select county, id, place, line, holder_kind, source, cooperative_id, starts_on, ends_on, state, recorded_at, retired_at
      from insurance_policy_history
  ) as known where state = 'in_force';

-- whoever is insured, at his own village: how much of what
create view fact_insured_units with (security_invoker = true) as
  select (insured_place / 1000000)::int as county, insured_place as place, starts_on as occurred_on, ends_on + 1 as ended_on,
    recorded_at, retired_at, household_id, cooperative_id as organisation_id, units as quantity, unit,
    jsonb_build_object('line', line, 'unit', unit, 'home', county) as dims, 'insurance_policy' as record_type, policy_id as record_id
  from (
    select county, insured_place, policy_id, household_id, cooperative_id, line, unit, units, starts_on, ends_on, in_force,
      recorded_at, null::timestamptz as retired_at from insurance_insured
    union all
    select county, insured_place, policy_id, household_id, cooperative_id, line, unit, units, starts_on, ends_on, in_force,
      recorded_at, retired_at from insurance_insured_history
  ) as known where in_force;

-- in fen, by who bears it, from the first insured day
create view fact_insurance_premium with (security_invoker = true) as
  select county, place, starts_on as occurred_on, null::date as ended_on, recorded_at, retired_at, null::uuid as household_id,
    cooperative_id as organisation_id, fen::numeric as quantity, 'fen' as unit,
    jsonb_build_object('payer', payer, 'line', line, 'home', county) as dims, 'insurance_policy' as record_type, id as record_id
  from (
    select county, id, place, line, cooperative_id, starts_on, state, central_fen, region_fen, city_fen, banner_fen, holder_fen,
      recorded_at, null::timestamptz as retired_at from insurance_policy
    union all
    select county, id, place, line, cooperative_id, starts_on, state, central_fen, region_fen, city_fen, banner_fen, holder_fen,
      recorded_at, retired_at from insurance_policy_history
  ) as known
  cross join lateral (values ('central', central_fen), ('region', region_fen), ('city', city_fen), ('banner', banner_fen),
    ('holder', holder_fen)) as p (payer, fen)
  where state = 'in_force' and fen > 0;

-- a loss on the day it was reported, and again on the day it was paid
create view fact_insurance_claim with (security_invoker = true) as
  select county, place, day as occurred_on, null::date as ended_on, recorded_at, retired_at, null::uuid as household_id,
    null::uuid as organisation_id, 1::numeric as quantity, 'case' as unit,
    jsonb_build_object('act', act, 'line', line, 'cause', cause,
      'in_time', case when paid_on <= due_on then 'yes' else 'no' end) as dims,
    'insurance_claim' as record_type, id as record_id
  from (
    select county, id, place, line, cause, state, reported_on, due_on, paid_on, recorded_at, null::timestamptz as retired_at
      from insurance_claim
    union all
    select county, id, place, line, cause, state, reported_on, due_on, paid_on, recorded_at, retired_at from insurance_claim_history
  ) as known
  cross join lateral (values ('reported', reported_on), ('paid', paid_on)) as a (act, day)
  where day is not null and state <> 'withdrawn';

-- in fen, to whom it was paid, at his own village
create view fact_insurance_payout with (security_invoker = true) as
  select (insured_place / 1000000)::int as county, insured_place as place, paid_on as occurred_on, null::date as ended_on,
    recorded_at, retired_at, household_id, null::uuid as organisation_id, agreed_fen::numeric as quantity, 'fen' as unit,
    jsonb_build_object('home', county) as dims, 'insurance_claim' as record_type, claim_id as record_id
  from (
    select county, insured_place, claim_id, household_id, agreed_fen, paid_on, recorded_at, null::timestamptz as retired_at
      from insurance_claim_line
    union all
    select county, insured_place, claim_id, household_id, agreed_fen, paid_on, recorded_at, retired_at from insurance_claim_line_history
  ) as known where paid_on is not null and agreed_fen > 0;

-- a doubt from the day it was found until its result
create view fact_insurance_alert with (security_invoker = true) as
  select county, place, found_on as occurred_on, decided_on as ended_on, recorded_at, retired_at, household_id,
    null::uuid as organisation_id, 1::numeric as quantity, 'case' as unit,
    jsonb_build_object('kind', kind, 'state', state) as dims, 'insurance_alert' as record_type, id as record_id
  from (
    select county, id, place, kind, household_id, found_on, state, decided_on, recorded_at, null::timestamptz as retired_at
      from insurance_alert
    union all
    select county, id, place, kind, household_id, found_on, state, decided_on, recorded_at, retired_at from insurance_alert_history
  ) as known;
