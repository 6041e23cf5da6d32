create view fact_asset with (security_invoker = true) as
  select county, place, listed_on as occurred_on, left_on as ended_on, recorded_at, retired_at,
    null::uuid as household_id, null::uuid as organisation_id, 1::numeric as quantity, 'asset' as unit,
    jsonb_build_object('class', class, 'kind', kind, 'claim', claim_state, 'use', use_state,
      'poverty_project', case when poverty_project then 'yes' else 'no' end, 'funding', funding_source) as dims,
    'asset' as record_type, id as record_id
  from (
    select county, id, place, class, kind, claim_state, use_state, poverty_project, funding_source, listed_on, left_on,
      recorded_at, null::timestamptz as retired_at from asset
    union all
    select county, id, place, class, kind, claim_state, use_state, poverty_project, funding_source, listed_on, left_on,
      recorded_at, retired_at from asset_history
  ) as known;

-- in fen: the verified value, or the book value while there is none
create view fact_asset_value with (security_invoker = true) as
  select county, place, listed_on as occurred_on, left_on as ended_on, recorded_at, retired_at,
    null::uuid as household_id, null::uuid as organisation_id,
    coalesce(verified_value_fen, book_value_fen)::numeric as quantity, 'fen' as unit,
    jsonb_build_object('class', class, 'kind', kind, 'poverty_project', case when poverty_project then 'yes' else 'no' end,
      'verified', case when verified_value_fen is null then 'no' else 'yes' end) as dims,
    'asset' as record_type, id as record_id
  from (
    select county, id, place, class, kind, poverty_project, book_value_fen, verified_value_fen, listed_on, left_on,
      recorded_at, null::timestamptz as retired_at from asset
    union all
    select county, id, place, class, kind, poverty_project, book_value_fen, verified_value_fen, listed_on, left_on,
      recorded_at, retired_at from asset_history
  ) as known where coalesce(verified_value_fen, book_value_fen) > 0;

-- in mu
create view fact_asset_area with (security_invoker = true) as
  select county, place, listed_on as occurred_on, left_on as ended_on, recorded_at, retired_at,
    null::uuid as household_id, null::uuid as organisation_id, area_mu as quantity, 'mu' as unit,
    jsonb_build_object('class', class, 'kind', kind, 'use', use_state) as dims, 'asset' as record_type, id as record_id
  from (
    select county, id, place, class, kind, use_state, area_mu, listed_on, left_on, recorded_at,
      null::timestamptz as retired_at from asset
    union all
    select county, id, place, class, kind, use_state, area_mu, listed_on, left_on, recorded_at, retired_at from asset_history
  ) as known where area_mu > 0;

-- confirmed by both parties, from the day of the second until the record is changed; a change is known from its own instant
-- on, so what was confirmed in a month that was reported stays so
create view fact_asset_confirmed with (security_invoker = true) as
  with confirmed as not materialized (
    select county, place, asset_id, asset_revision, max(confirmed_on) as confirmed_on, max(recorded_at) as recorded_at
    from asset_confirmation group by county, place, asset_id, asset_revision having count(*) = 2
  ), version as not materialized (
    select county, id, place, class, kind, poverty_project, revision, left_on, null::timestamptz as retired_at from asset
    union all
    select county, id, place, class, kind, poverty_project, revision, left_on, retired_at from asset_history
  ), known as (
    select c.county, v.id, c.place, v.class, v.kind, v.poverty_project, c.confirmed_on, v.left_on as ended_on, c.recorded_at,
      v.retired_at
    from confirmed as c join version as v on v.county = c.county and v.id = c.asset_id and v.revision = c.asset_revision
    union all
    select c.county, v.id, c.place, v.class, v.kind, v.poverty_project, c.confirmed_on,
      (v.retired_at at time zone 'Asia/Shanghai')::date, v.retired_at,
      (select h.retired_at from asset_history as h where h.county = v.county and h.id = v.id
        and not exists (select from version as n where n.county = h.county and n.id = h.id and n.revision > h.revision)
        and not exists (select from asset as a where a.county = h.county and a.id = h.id)) as retired_at
    from confirmed as c join version as v on v.county = c.county and v.id = c.asset_id and v.revision = c.asset_revision
    where exists (select from version as n where n.county = v.county and n.id = v.id and n.revision = v.revision + 1)
  )
  select county, place, confirmed_on as occurred_on, ended_on, recorded_at, retired_at, null::uuid as household_id,
    null::uuid as organisation_id, 1::numeric as quantity, 'asset' as unit,
    jsonb_build_object('class', class, 'kind', kind, 'poverty_project', case when poverty_project then 'yes' else 'no' end) as dims,
    'asset' as record_type, id as record_id
  from known;

-- one for each village and year whose survey the township accepted
create view fact_asset_survey with (security_invoker = true) as
  select county, place, accepted_on as occurred_on, null::date as ended_on, recorded_at, retired_at,
    null::uuid as household_id, null::uuid as organisation_id, 1::numeric as quantity, 'village' as unit,
    jsonb_build_object('year', year, 'complete', case when confirmed = assets then 'yes' else 'no' end) as dims,
    'asset_survey' as record_type, id as record_id
  from (
    select county, id, place, year, assets, confirmed, accepted_on, recorded_at, null::timestamptz as retired_at from asset_survey
    union all
    select county, id, place, year, assets, confirmed, accepted_on, recorded_at, retired_at from asset_survey_history
  ) as known where accepted_on is not null;

create view fact_asset_contract with (security_invoker = true) as
  select county, place, starts_on as occurred_on, closed_on + 1 as ended_on, recorded_at, retired_at,
    null::uuid as household_id, null::uuid as organisation_id, 1::numeric as quantity, 'contract' as unit,
    jsonb_build_object('kind', kind, 'tenant', tenant_kind) as dims, 'asset_contract' as record_type, id as record_id
  from (
    select county, id, place, kind, tenant_kind, starts_on, closed_on, recorded_at, null::timestamptz as retired_at
      from asset_contract
    union all
    select county, id, place, kind, tenant_kind, starts_on, closed_on, recorded_at, retired_at from asset_contract_history
  ) as known;

-- in fen: what fell due in a month, and what was paid in it
create view fact_rent with (security_invoker = true) as
  select county, place, due_on as occurred_on, null::date as ended_on, recorded_at, retired_at,
    null::uuid as household_id, null::uuid as organisation_id, amount_fen::numeric as quantity, 'fen' as unit,
    jsonb_build_object('state', 'due') as dims, 'asset_contract' as record_type, contract_id as record_id
  from (
    select county, place, contract_id, due_on, amount_fen, recorded_at, null::timestamptz as retired_at from asset_rent
    union all
    select county, place, contract_id, due_on, amount_fen, recorded_at, retired_at from asset_rent_history
  ) as known
  union all
  select county, place, paid_on, null::date, recorded_at, null::timestamptz, null::uuid, null::uuid, amount_fen::numeric, 'fen',
    jsonb_build_object('state', 'paid'), 'asset_contract', contract_id
  from rent_payment;

-- in fen, to be added up at the end of a month: what had fallen due, less what was paid on it
create view fact_rent_arrears with (security_invoker = true) as
  select county, place, due_on as occurred_on, null::date as ended_on, recorded_at, retired_at,
    null::uuid as household_id, null::uuid as organisation_id, amount_fen::numeric as quantity, 'fen' as unit,
    jsonb_build_object('state', 'due') as dims, 'asset_contract' as record_type, contract_id as record_id
  from (
    select county, place, contract_id, due_on, amount_fen, recorded_at, null::timestamptz as retired_at from asset_rent
    union all
    select county, place, contract_id, due_on, amount_fen, recorded_at, retired_at from asset_rent_history
  ) as known
  union all
  select county, place, greatest(paid_on, due_on), null::date, recorded_at, null::timestamptz, null::uuid, null::uuid,
    -amount_fen::numeric, 'fen', jsonb_build_object('state', 'paid'), 'asset_contract', contract_id
  from rent_payment;
