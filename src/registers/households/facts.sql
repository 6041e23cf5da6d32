create view fact_household with (security_invoker = true) as
  select county, place, joined_on as occurred_on, left_on as ended_on, recorded_at, retired_at,
    id as household_id, null::uuid as organisation_id, 1::numeric as quantity, 'household' as unit,
    '{}'::jsonb as dims, 'household' as record_type, id as record_id
  from (
    select county, id, place, joined_on, left_on, recorded_at, null::timestamptz as retired_at from household
    union all
    select county, id, place, joined_on, left_on, recorded_at, retired_at from household_history
  ) as known;

create view fact_resident with (security_invoker = true) as
  select county, place, joined_on as occurred_on, left_on as ended_on, recorded_at, retired_at,
    household_id, null::uuid as organisation_id, 1::numeric as quantity, 'person' as unit,
    jsonb_build_object('sex', sex, 'ethnicity', ethnicity) as dims, 'household' as record_type, household_id as record_id
  from (
    select county, place, household_id, sex, ethnicity, joined_on, left_on, recorded_at, null::timestamptz as retired_at from resident
    union all
    select county, place, household_id, sex, ethnicity, joined_on, left_on, recorded_at, retired_at from resident_history
  ) as known;

create view fact_poverty_state with (security_invoker = true) as
  select county, place, starts_on as occurred_on, ends_on as ended_on, recorded_at, retired_at,
    household_id, null::uuid as organisation_id, 1::numeric as quantity, 'household' as unit,
    jsonb_build_object('state', state, 'kind', kind, 'standard', standard, 'cause', main_cause) as dims,
    'household' as record_type, household_id as record_id
  from (
    select county, place, household_id, state, kind, standard, main_cause, starts_on, ends_on, recorded_at,
      null::timestamptz as retired_at from poverty_registration
    union all
    select county, place, household_id, state, kind, standard, main_cause, starts_on, ends_on, recorded_at, retired_at
      from poverty_registration_history
  ) as known;

-- a person is poor on a day when a stay and a state of the household both cover it, as both were known then: the two
-- intervals are intersected in both times
create view fact_poverty_resident with (security_invoker = true) as
  select p.county, p.place, greatest(p.starts_on, r.joined_on) as occurred_on, least(p.ends_on, r.left_on) as ended_on,
    greatest(p.recorded_at, r.recorded_at) as recorded_at, least(p.retired_at, r.retired_at) as retired_at,
    p.household_id, null::uuid as organisation_id, 1::numeric as quantity, 'person' as unit,
    jsonb_build_object('state', p.state) as dims, 'household' as record_type, p.household_id as record_id
  from (
    select county, place, household_id, state, starts_on, ends_on, recorded_at, null::timestamptz as retired_at
      from poverty_registration
    union all
    select county, place, household_id, state, starts_on, ends_on, recorded_at, retired_at from poverty_registration_history
  ) as p
  join (
    select county, household_id, joined_on, left_on, recorded_at, null::timestamptz as retired_at from resident
    union all
    select county, household_id, joined_on, left_on, recorded_at, retired_at from resident_history
  ) as r on r.county = p.county and r.household_id = p.household_id
    and r.joined_on < coalesce(p.ends_on, 'infinity') and p.starts_on < coalesce(r.left_on, 'infinity')
    and r.recorded_at < coalesce(p.retired_at, 'infinity') and p.recorded_at < coalesce(r.retired_at, 'infinity');

create view fact_poverty_change with (security_invoker = true) as
  select county, place, starts_on as occurred_on, null::date as ended_on, recorded_at, retired_at,
    household_id, null::uuid as organisation_id, 1::numeric as quantity, 'household' as unit,
    jsonb_build_object('change', change, 'cause', main_cause, 'standard', standard) as dims,
    'household' as record_type, household_id as record_id
  from (
    select county, place, household_id, change, main_cause, standard, starts_on, recorded_at, null::timestamptz as retired_at
      from poverty_registration
    union all
    select county, place, household_id, change, main_cause, standard, starts_on, recorded_at, retired_at
      from poverty_registration_history
  ) as known
  where change in ('entry', 'exit', 'relapse', 'removal');
