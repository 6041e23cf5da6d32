create view fact_village with (security_invoker = true) as
  select county, code as place, starts_on as occurred_on, ends_on as ended_on, recorded_at, null::timestamptz as retired_at,
    null::uuid as household_id, null::uuid as organisation_id, 1::numeric as quantity, 'village' as unit,
    jsonb_build_object('rural', rural, 'kind', kind) as dims, 'place' as record_type, id as record_id
  from place where level = 'village';

create view fact_village_flag with (security_invoker = true) as
  select county, place, starts_on as occurred_on, ends_on as ended_on, recorded_at, retired_at,
    null::uuid as household_id, null::uuid as organisation_id, 1::numeric as quantity, 'village' as unit,
    jsonb_build_object('flag', flag) as dims, 'place_flag' as record_type, id as record_id
  from (
    select county, id, place, flag, starts_on, ends_on, recorded_at, null::timestamptz as retired_at from place_flag
    union all
    select county, id, place, flag, starts_on, ends_on, recorded_at, retired_at from place_flag_history
  ) as known;
