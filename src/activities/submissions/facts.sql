create view fact_submission with (security_invoker = true) as
  select county, place, sent_on as occurred_on, null::date as ended_on, recorded_at, retired_at,
    null::uuid as household_id, null::uuid as organisation_id, 1::numeric as quantity, 'report' as unit,
    jsonb_build_object('level', level, 'month', month, 'timely', case when sent_on <= due_on then 'yes' else 'no' end,
      'about', case when to_char(sent_on, 'YYYY-MM') = to_char((month || '-01')::date + interval '1 month', 'YYYY-MM')
        then 'last_month' else 'earlier' end) as dims,
    'submission' as record_type, id as record_id
  from (
    select county, id, place, month, level, due_on, sent_on, recorded_at, null::timestamptz as retired_at from submission
    union all
    select county, id, place, month, level, due_on, sent_on, recorded_at, retired_at from submission_history
  ) as known;
