-- in mu: what is on the register
create view fact_land_parcel with (security_invoker = true) as
  select county, place, listed_on as occurred_on, left_on as ended_on, recorded_at, retired_at,
    case when holder_kind = 'household' then holder_id end as household_id,
    case when holder_kind = 'cooperative' then holder_id end as organisation_id, area_mu as quantity, 'mu' as unit,
    jsonb_build_object('kind', kind, 'holder', holder_kind, 'certified',
      case when certificate_number is null then 'no' else 'yes' end) as dims,
    'land_parcel' as record_type, id as record_id
  from (
    select county, id, place, kind, area_mu, holder_kind, holder_id, certificate_number, listed_on, left_on, recorded_at,
      null::timestamptz as retired_at from land_parcel
    union all
    select county, id, place, kind, area_mu, holder_kind, holder_id, certificate_number, listed_on, left_on, recorded_at,
      retired_at from land_parcel_history
  ) as known;

-- in mu, while it runs
create view fact_land_transfer with (security_invoker = true) as
  select county, place, starts_on as occurred_on, coalesce(closed_on, through_on) + 1 as ended_on, recorded_at, retired_at,
    household_id, case when taker_kind = 'cooperative' then taker_id end as organisation_id, area_mu as quantity, 'mu' as unit,
    jsonb_build_object('kind', kind, 'land', land_kind, 'grantor', grantor_kind, 'taker', taker_kind) as dims,
    'land_transfer' as record_type, id as record_id
  from (
    select county, id, place, kind, land_kind, grantor_kind, household_id, taker_kind, taker_id, area_mu, starts_on,
      through_on, closed_on, recorded_at, null::timestamptz as retired_at from land_transfer
    union all
    select county, id, place, kind, land_kind, grantor_kind, household_id, taker_kind, taker_id, area_mu, starts_on,
      through_on, closed_on, recorded_at, retired_at from land_transfer_history
  ) as known;

-- in fen: what fell due in a month, and what was paid in it: to a household, its income
create view fact_land_rent with (security_invoker = true) as
  select county, place, due_on as occurred_on, null::date as ended_on, recorded_at, retired_at, household_id,
    null::uuid as organisation_id, amount_fen::numeric as quantity, 'fen' as unit,
    jsonb_build_object('state', 'due', 'grantor', case when household_id is null then 'other' else 'household' end) as dims,
    'land_transfer' as record_type, transfer_id as record_id
  from (
    select county, place, transfer_id, household_id, due_on, amount_fen, recorded_at, null::timestamptz as retired_at
      from land_rent
    union all
    select county, place, transfer_id, household_id, due_on, amount_fen, recorded_at, retired_at from land_rent_history
  ) as known
  union all
  select county, place, paid_on, null::date, recorded_at, null::timestamptz, household_id, null::uuid, amount_fen::numeric,
    'fen', jsonb_build_object('state', 'paid', 'grantor', case when household_id is null then 'other' else 'household' end),
    'land_transfer', transfer_id
  from land_rent_payment;

-- in fen, to be added up at the end of a month: what had fallen due, less what was paid on it
create view fact_land_rent_arrears with (security_invoker = true) as
  select county, place, due_on as occurred_on, null::date as ended_on, recorded_at, retired_at, household_id,
    null::uuid as organisation_id, amount_fen::numeric as quantity, 'fen' as unit,
    jsonb_build_object('state', 'due') as dims, 'land_transfer' as record_type, transfer_id as record_id
  from (
    select county, place, transfer_id, household_id, due_on, amount_fen, recorded_at, null::timestamptz as retired_at
      from land_rent
    union all
    select county, place, transfer_id, household_id, due_on, amount_fen, recorded_at, retired_at from land_rent_history
  ) as known
  union all
  select county, place, greatest(paid_on, due_on), null::date, recorded_at, null::timestamptz, household_id, null::uuid,
    -amount_fen::numeric, 'fen', jsonb_build_object('state', 'paid'), 'land_transfer', transfer_id
  from land_rent_payment;

-- in sheep units: what the grassland of a year carries, and what was counted on it
create view fact_carrying_capacity with (security_invoker = true) as
  select county, place, holds_from as occurred_on, (holds_from + interval '1 year')::date as ended_on, recorded_at, retired_at,
    null::uuid as household_id, null::uuid as organisation_id, sheep_units as quantity, 'sheep_unit' as unit,
    jsonb_build_object('side', 'capacity', 'year', year) as dims, 'grass_capacity' as record_type, id as record_id
  from (
    select county, id, place, year, sheep_units, holds_from, recorded_at, null::timestamptz as retired_at from grass_capacity
    union all
    select county, id, place, year, sheep_units, holds_from, recorded_at, retired_at from grass_capacity_history
  ) as known
  union all
  select county, place, counted_on, make_date(year + 1, 1, 1), recorded_at, retired_at,
    case when holder_kind = 'household' then holder_id end, case when holder_kind = 'cooperative' then holder_id end,
    sheep_units, 'sheep_unit', jsonb_build_object('side', 'herd', 'year', year), 'herd_count', id
  from (
    select county, id, place, year, counted_on, holder_kind, holder_id, sheep_units, recorded_at,
      null::timestamptz as retired_at from herd_count
    union all
    select county, id, place, year, counted_on, holder_kind, holder_id, sheep_units, recorded_at, retired_at
      from herd_count_history
  ) as known;

-- in mu: one row for each step that a project reached
create view fact_land_project with (security_invoker = true) as
  select county, place, reached_on as occurred_on, null::date as ended_on, recorded_at, retired_at, null::uuid as household_id,
    null::uuid as organisation_id, area_mu as quantity, 'mu' as unit,
    jsonb_build_object('kind', kind, 'step', step, 'industry', case when industry is null then 'no' else 'yes' end) as dims,
    'land_project' as record_type, id as record_id
  from (
    select county, id, place, kind, industry, area_mu, approved_on, started_on, finished_on, accepted_on, recorded_at,
      null::timestamptz as retired_at from land_project
    union all
    select county, id, place, kind, industry, area_mu, approved_on, started_on, finished_on, accepted_on, recorded_at,
      retired_at from land_project_history
  ) as known
  cross join lateral (values ('approved', approved_on), ('started', started_on), ('finished', finished_on),
    ('accepted', accepted_on)) as reached (step, reached_on)
  where reached_on is not null;

create view fact_forest_reform with (security_invoker = true) as
  select county, place, reached_on as occurred_on, null::date as ended_on, recorded_at, retired_at, null::uuid as household_id,
    null::uuid as organisation_id, 1::numeric as quantity, 'village' as unit, jsonb_build_object('step', step) as dims,
    'forest_reform' as record_type, id as record_id
  from (
    select county, id, place, step, reached_on, recorded_at, null::timestamptz as retired_at from forest_reform
    union all
    select county, id, place, step, reached_on, recorded_at, retired_at from forest_reform_history
  ) as known;

create view fact_ecological_check with (security_invoker = true) as
  select county, place, checked_on as occurred_on, valid_until as ended_on, recorded_at, retired_at, null::uuid as household_id,
    null::uuid as organisation_id, 1::numeric as quantity, 'check' as unit,
    jsonb_build_object('result', result, 'subject', subject_type) as dims, 'ecological_check' as record_type, id as record_id
  from (
    select county, id, place, subject_type, result, checked_on, valid_until, recorded_at, null::timestamptz as retired_at
      from ecological_check
    union all
    select county, id, place, subject_type, result, checked_on, valid_until, recorded_at, retired_at
      from ecological_check_history
  ) as known;
