create view fact_cooperative with (security_invoker = true) as
  select county, place, registered_on as occurred_on, dissolved_on as ended_on, recorded_at, retired_at,
    null::uuid as household_id, id as organisation_id, 1::numeric as quantity, 'cooperative' as unit,
    jsonb_build_object('form', kind, 'branch_led', branch_led) as dims, 'cooperative' as record_type, id as record_id
  from (
    select county, id, place, registered_on, dissolved_on, recorded_at, kind, branch_led, null::timestamptz as retired_at
      from cooperative
    union all
    select county, id, place, registered_on, dissolved_on, recorded_at, kind, branch_led, retired_at from cooperative_history
  ) as known;

-- counted where the member lives; `home` is the county under which the membership itself stands
create view fact_membership with (security_invoker = true) as
  select (member_place / 1000000)::int as county, member_place as place, joined_on as occurred_on, left_on as ended_on,
    recorded_at, retired_at, household_id, cooperative_id as organisation_id, 1::numeric as quantity, 'member' as unit,
    jsonb_build_object('form', form, 'kind', kind, 'joined_by', joined_by, 'home', county,
      'elsewhere', member_place <> place) as dims,
    'membership' as record_type, id as record_id
  from (
    select county, id, place, member_place, cooperative_id, form, kind, joined_by, household_id, joined_on, left_on, recorded_at,
      null::timestamptz as retired_at from membership
    union all
    select county, id, place, member_place, cooperative_id, form, kind, joined_by, household_id, joined_on, left_on, recorded_at,
      retired_at from membership_history
  ) as known;
