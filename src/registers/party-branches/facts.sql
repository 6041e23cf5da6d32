create view fact_branch with (security_invoker = true) as
  select county, place, starts_on as occurred_on, ends_on as ended_on, recorded_at, retired_at,
    null::uuid as household_id, null::uuid as organisation_id, 1::numeric as quantity, 'branch' as unit,
    jsonb_build_object('kind', kind) as dims, 'party_branch' as record_type, id as record_id
  from (
    select county, id, place, starts_on, ends_on, recorded_at, kind, null::timestamptz as retired_at from party_branch
    union all
    select county, id, place, starts_on, ends_on, recorded_at, kind, retired_at from party_branch_history
  ) as known;

create view fact_branch_secretary with (security_invoker = true) as
  select county, place, starts_on as occurred_on, ends_on as ended_on, recorded_at, retired_at,
    null::uuid as household_id, null::uuid as organisation_id, 1::numeric as quantity, 'person' as unit,
    '{}'::jsonb as dims, 'party_branch' as record_type, branch_id as record_id
  from (
    select county, id, place, branch_id, starts_on, ends_on, recorded_at, post, null::timestamptz as retired_at from branch_post
    union all
    select county, id, place, branch_id, starts_on, ends_on, recorded_at, post, retired_at from branch_post_history
  ) as known where post = 'secretary';

create view fact_branch_weak with (security_invoker = true) as
  select county, place, found_on as occurred_on, closed_on as ended_on, recorded_at, retired_at,
    null::uuid as household_id, null::uuid as organisation_id, 1::numeric as quantity, 'branch' as unit,
    '{}'::jsonb as dims, 'party_branch' as record_type, branch_id as record_id
  from (
    select county, id, place, branch_id, found_on, closed_on, recorded_at, null::timestamptz as retired_at from branch_rectification
    union all
    select county, id, place, branch_id, found_on, closed_on, recorded_at, retired_at from branch_rectification_history
  ) as known;
