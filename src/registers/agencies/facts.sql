create view fact_agency with (security_invoker = true) as
  select county, place, starts_on as occurred_on, ends_on as ended_on, recorded_at, retired_at,
    null::uuid as household_id, id as organisation_id, 1::numeric as quantity, 'agency' as unit,
    jsonb_build_object('kind', kind) as dims, 'agency' as record_type, id as record_id
  from (
    select county, id, place, kind, starts_on, ends_on, recorded_at, null::timestamptz as retired_at from agency
    union all
    select county, id, place, kind, starts_on, ends_on, recorded_at, retired_at from agency_history
  ) as known;
