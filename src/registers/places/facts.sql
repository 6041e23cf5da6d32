-- A village is open from the day it was recorded, until a merge, split, new code or closing was recorded; withdrawing
-- that change opens it again. So any month can be recounted as it was known at any instant.
create view fact_village with (security_invoker = true) as
  with closing as (
    select distinct from_code as code, happened_on, recorded_at, withdrawn_at
    from place_change as c
    where kind <> 'rename'
      and not exists (select from place_change as kept where kept.change_id = c.change_id and kept.to_code = c.from_code)
  ), opening as (
    select code, recorded_at from place where level = 'village'
    union all
    select code, withdrawn_at from closing where withdrawn_at is not null
  ), known as (
    select o.code, null::date as ended_on, o.recorded_at,
      (select min(c.recorded_at) from closing as c where c.code = o.code and c.recorded_at >= o.recorded_at) as retired_at
    from opening as o
    union all
    select code, happened_on, recorded_at, withdrawn_at from closing
  )
  select p.county, p.code as place, p.starts_on as occurred_on, k.ended_on, k.recorded_at, k.retired_at,
    null::uuid as household_id, null::uuid as organisation_id, 1::numeric as quantity, 'village' as unit,
    jsonb_build_object('rural', p.rural, 'kind', p.kind) as dims, 'place' as record_type, p.id as record_id
  from known as k join place as p on p.code = k.code and p.level = 'village';

create view fact_village_flag with (security_invoker = true) as
  select county, place, starts_on as occurred_on, ends_on as ended_on, recorded_at, retired_at,
    null::uuid as household_id, null::uuid as organisation_id, 1::numeric as quantity, 'village' as unit,
    jsonb_build_object('flag', flag) as dims, 'place_flag' as record_type, id as record_id
  from (
    select county, id, place, flag, starts_on, ends_on, recorded_at, null::timestamptz as retired_at from place_flag
    union all
    select county, id, place, flag, starts_on, ends_on, recorded_at, retired_at from place_flag_history
  ) as known;
