create view fact_notice with (security_invoker = true) as
  select county, place, posted_on as occurred_on, withdrawn_on as ended_on, recorded_at, retired_at,
    null::uuid as household_id, organisation_id, 1::numeric as quantity, 'notice' as unit,
    jsonb_build_object('kind', kind) as dims, 'notice' as record_type, id as record_id
  from (
    select county, id, place, organisation_id, kind, posted_on, withdrawn_on, recorded_at, null::timestamptz as retired_at
      from notice
    union all
    select county, id, place, organisation_id, kind, posted_on, withdrawn_on, recorded_at, retired_at from notice_history
  ) as known;

create view fact_notice_objection with (security_invoker = true) as
  select county, place, received_on as occurred_on, answered_on as ended_on, recorded_at, retired_at,
    null::uuid as household_id, organisation_id, 1::numeric as quantity, 'objection' as unit,
    jsonb_build_object('outcome', coalesce(outcome, 'open'), 'timely',
      case when answered_on is null then 'open' when answered_on <= answer_by then 'yes' else 'no' end) as dims,
    'notice_objection' as record_type, notice_id as record_id
  from (
    select county, notice_id, place, organisation_id, received_on, answer_by, answered_on, outcome, recorded_at,
      null::timestamptz as retired_at from notice_objection
    union all
    select county, notice_id, place, organisation_id, received_on, answer_by, answered_on, outcome, recorded_at,
      retired_at from notice_objection_history
  ) as known;
