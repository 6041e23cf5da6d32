-- relief paid to a household, at its own village; `home` is the county under which the list itself stands
create view fact_relief with (security_invoker = true) as
  select (member_place / 1000000)::int as county, member_place as place, paid_on as occurred_on, null::date as ended_on,
    recorded_at, retired_at, household_id, cooperative_id as organisation_id, amount_fen::numeric as quantity, 'fen' as unit,
    jsonb_build_object('form', form, 'poor', poor, 'home', county) as dims, 'relief' as record_type, relief_id as record_id
  from (
    select county, member_place, relief_id, cooperative_id, household_id, form, poor, amount_fen, paid_on, recorded_at,
      null::timestamptz as retired_at from relief_line
    union all
    select county, member_place, relief_id, cooperative_id, household_id, form, poor, amount_fen, paid_on, recorded_at,
      retired_at from relief_line_history
  ) as known where paid_on is not null;
