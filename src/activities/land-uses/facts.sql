-- in mu: asked, granted, refused and handed over by day; overdue from the day after the last day for an answer until it came
create view fact_land_use with (security_invoker = true) as
  select county, place, happened_on as occurred_on, ended_on, recorded_at, retired_at, null::uuid as household_id,
    null::uuid as organisation_id, quantity, 'mu' as unit,
    jsonb_build_object('step', step, 'applicant', applicant_kind, 'purpose', purpose, 'in_time',
      case when coalesce(answered_on, due_on) <= due_on then 'yes' else 'no' end) as dims,
    'land_use' as record_type, id as record_id
  from (
    select county, id, place, applicant_kind, purpose, area_mu, granted_mu, requested_on, due_on, state, answered_on,
      secured_on, recorded_at, null::timestamptz as retired_at from land_use
    union all
    select county, id, place, applicant_kind, purpose, area_mu, granted_mu, requested_on, due_on, state, answered_on,
      secured_on, recorded_at, retired_at from land_use_history
  ) as known
  cross join lateral (values
    ('asked', requested_on, null::date, area_mu),
    ('granted', case when state = 'granted' then answered_on end, null::date, granted_mu),
    ('refused', case when state = 'refused' then answered_on end, null::date, area_mu),
    ('secured', secured_on, null::date, granted_mu),
    ('waiting', requested_on, coalesce(answered_on, case when state = 'withdrawn' then requested_on end), area_mu),
    ('overdue', due_on + 1, case when state = 'withdrawn' then due_on + 1 else answered_on end, area_mu)
  ) as event (step, happened_on, ended_on, quantity)
  where happened_on is not null;
