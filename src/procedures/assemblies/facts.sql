create view fact_assembly with (security_invoker = true) as
  select county, place, held_on as occurred_on, null::date as ended_on, recorded_at, retired_at,
    null::uuid as household_id, cooperative_id as organisation_id, 1::numeric as quantity, 'meeting' as unit,
    jsonb_build_object('form', form, 'organ', organ, 'quorum', case when quorum_met then 'yes' else 'no' end) as dims,
    'assembly' as record_type, id as record_id
  from (
    select county, id, place, cooperative_id, form, organ, held_on, state, quorum_met, recorded_at, null::timestamptz as retired_at from assembly
    union all
    select county, id, place, cooperative_id, form, organ, held_on, state, quorum_met, recorded_at, retired_at from assembly_history
  ) as known where state = 'closed';

create view fact_resolution with (security_invoker = true) as
  select county, place, decided_on as occurred_on, null::date as ended_on, recorded_at, retired_at,
    null::uuid as household_id, cooperative_id as organisation_id, 1::numeric as quantity, 'resolution' as unit,
    jsonb_build_object('matter', matter, 'result', result) as dims, 'assembly' as record_type, assembly_id as record_id
  from (
    select county, place, cooperative_id, assembly_id, matter, result, decided_on, recorded_at, null::timestamptz as retired_at from motion
    union all
    select county, place, cooperative_id, assembly_id, matter, result, decided_on, recorded_at, retired_at from motion_history
  ) as known where result is not null;
