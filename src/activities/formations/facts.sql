create view fact_formation_step with (security_invoker = true) as
  select county, place, reached_on as occurred_on, ended_on, recorded_at, retired_at, null::uuid as household_id,
    null::uuid as organisation_id, 1::numeric as quantity, 'plan' as unit,
    jsonb_build_object('step', step, 'form', kind) as dims, 'formation' as record_type, formation_id as record_id
  from (
    select county, place, formation_id, step, kind, reached_on, ended_on, recorded_at, null::timestamptz as retired_at from formation_step
    union all
    select county, place, formation_id, step, kind, reached_on, ended_on, recorded_at, retired_at from formation_step_history
  ) as known;
