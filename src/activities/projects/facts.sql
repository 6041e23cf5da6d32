-- steps that projects have reached: each holds until its proof is gone
create view fact_project with (security_invoker = true) as
  select county, place, reached_on as occurred_on, ended_on, recorded_at, retired_at, null::uuid as household_id,
    cooperative_id as organisation_id, 1::numeric as quantity, 'project' as unit,
    jsonb_build_object('step', step, 'kind', kind, 'late', case when reached_on > due_on then 'yes' else 'no' end) as dims,
    'project' as record_type, project_id as record_id
  from (
    select county, place, cooperative_id, project_id, step, kind, reached_on, due_on, ended_on, recorded_at,
      null::timestamptz as retired_at from project_step
    union all
    select county, place, cooperative_id, project_id, step, kind, reached_on, due_on, ended_on, recorded_at, retired_at
    from project_step_history
  ) as known;
-- proposals from the day they were made; those turned down and taken back as well
create view fact_project_proposal with (security_invoker = true) as
  select county, place, proposed_on as occurred_on, null::date as ended_on, recorded_at, retired_at, null::uuid as household_id,
    cooperative_id as organisation_id, budget_fen::numeric as quantity, 'fen' as unit,
    jsonb_build_object('state', state, 'kind', kind) as dims, 'project' as record_type, id as record_id
  from (
    select county, place, cooperative_id, id, kind, state, budget_fen, proposed_on, recorded_at, null::timestamptz as retired_at
    from project
    union all
    select county, place, cooperative_id, id, kind, state, budget_fen, proposed_on, recorded_at, retired_at from project_history
  ) as known;
create view fact_project_payment with (security_invoker = true) as
  select county, place, paid_on as occurred_on, null::date as ended_on, recorded_at, retired_at, null::uuid as household_id,
    cooperative_id as organisation_id, amount_fen::numeric as quantity, 'fen' as unit,
    jsonb_build_object('spent_on', spent_on, 'purpose', purpose, 'payee', payee_kind) as dims,
    'payment_order' as record_type, id as record_id
  from (
    select county, place, cooperative_id, id, spent_on, purpose, payee_kind, amount_fen, paid_on, recorded_at,
      null::timestamptz as retired_at from payment_order
    union all
    select county, place, cooperative_id, id, spent_on, purpose, payee_kind, amount_fen, paid_on, recorded_at, retired_at
    from payment_order_history
  ) as known where paid_on is not null;
create view fact_project_asset with (security_invoker = true) as
  select county, place, handed_on as occurred_on, null::date as ended_on, recorded_at, retired_at, null::uuid as household_id,
    cooperative_id as organisation_id, amount_fen::numeric as quantity, 'fen' as unit, '{}'::jsonb as dims,
    'project' as record_type, project_id as record_id
  from (
    select county, place, cooperative_id, project_id, amount_fen, handed_on, recorded_at, null::timestamptz as retired_at
    from project_asset
    union all
    select county, place, cooperative_id, project_id, amount_fen, handed_on, recorded_at, retired_at from project_asset_history
  ) as known;
-- goals that were scored; the quantity is how much of the way to the goal was gone, in basis points
create view fact_performance_appraisal with (security_invoker = true) as
  select county, place, scored_on as occurred_on, null::date as ended_on, recorded_at, retired_at, null::uuid as household_id,
    cooperative_id as organisation_id, score_bp::numeric as quantity, 'bp' as unit,
    jsonb_build_object('indicator', indicator, 'met', case when score_bp = 10000 then 'yes' else 'no' end) as dims,
    'project' as record_type, project_id as record_id
  from (
    select county, place, cooperative_id, project_id, indicator, score_bp, scored_on, recorded_at, null::timestamptz as retired_at
    from project_goal
    union all
    select county, place, cooperative_id, project_id, indicator, score_bp, scored_on, recorded_at, retired_at
    from project_goal_history
  ) as known where scored_on is not null;
-- alerts from the day they were found until they were decided
create view fact_misuse_alert with (security_invoker = true) as
  select county, place, found_on as occurred_on, decided_on as ended_on, recorded_at, retired_at, null::uuid as household_id,
    null::uuid as organisation_id, amount_fen::numeric as quantity, 'fen' as unit,
    jsonb_build_object('rule', rule, 'state', state) as dims, 'misuse_alert' as record_type, id as record_id
  from (
    select county, place, id, rule, state, amount_fen, found_on, decided_on, recorded_at, null::timestamptz as retired_at
    from misuse_alert
    union all
    select county, place, id, rule, state, amount_fen, found_on, decided_on, recorded_at, retired_at from misuse_alert_history
  ) as known;
-- what became of alerts, on the day it was decided
create view fact_misuse_case with (security_invoker = true) as
  select county, place, decided_on as occurred_on, null::date as ended_on, recorded_at, retired_at, null::uuid as household_id,
    null::uuid as organisation_id, amount_fen::numeric as quantity, 'fen' as unit,
    jsonb_build_object('rule', rule, 'state', state, 'misuse', coalesce(misuse, 'none')) as dims,
    'misuse_alert' as record_type, id as record_id
  from (
    select county, place, id, rule, state, misuse, amount_fen, decided_on, recorded_at, null::timestamptz as retired_at
    from misuse_alert
    union all
    select county, place, id, rule, state, misuse, amount_fen, decided_on, recorded_at, retired_at from misuse_alert_history
  ) as known where decided_on is not null;
-- findings from the day they were found until they are closed
create view fact_finding with (security_invoker = true) as
  select county, place, found_on as occurred_on, closed_on as ended_on, recorded_at, retired_at, null::uuid as household_id,
    null::uuid as organisation_id, amount_fen::numeric as quantity, 'fen' as unit,
    jsonb_build_object('source', source, 'misuse', misuse, 'state', state, 'due', due_on) as dims,
    'finding' as record_type, id as record_id
  from (
    select county, place, id, source, misuse, state, due_on, amount_fen, found_on, closed_on, recorded_at,
      null::timestamptz as retired_at from finding
    union all
    select county, place, id, source, misuse, state, due_on, amount_fen, found_on, closed_on, recorded_at, retired_at
    from finding_history
  ) as known;
