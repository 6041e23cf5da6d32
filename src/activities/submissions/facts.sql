create view fact_submission with (security_invoker = true) as
  select county, place, confirmed_on as occurred_on, null::date as ended_on, recorded_at, retired_at,
    null::uuid as household_id, null::uuid as organisation_id, 1::numeric as quantity, 'report' as unit,
    jsonb_build_object('level', level, 'timely', case when confirmed_on <= due_on then 'yes' else 'no' end, 'month', month) as dims,
    'submission' as record_type, id as record_id
  from (
    select county, id, place, month, level, due_on, confirmed_on, recorded_at, null::timestamptz as retired_at from submission
    union all
    select county, id, place, month, level, due_on, confirmed_on, recorded_at, retired_at from submission_history
  ) as known;
