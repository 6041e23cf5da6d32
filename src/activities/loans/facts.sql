-- a loan at the village of who borrows, from the day it was lent to the day it was settled
create view fact_loan with (security_invoker = true) as
  select county, place, starts_on as occurred_on, settled_on as ended_on, recorded_at, retired_at, household_id,
    organisation_id, principal_fen::numeric as quantity, 'fen' as unit,
    jsonb_build_object('kind', kind, 'poor', poor, 'purpose', purpose, 'subsidised', subsidised::text, 'state', state) as dims,
    'loan' as record_type, id as record_id
  from (
    select county, place, id, kind, poor, purpose, subsidised, state, household_id, organisation_id, principal_fen, starts_on,
      settled_on, recorded_at, null::timestamptz as retired_at from loan
    union all
    select county, place, id, kind, poor, purpose, subsidised, state, household_id, organisation_id, principal_fen, starts_on,
      settled_on, recorded_at, retired_at from loan_history
  ) as known;

-- an application with what became of it; `refusal` is the first reason where the rules did not allow it
create view fact_loan_application with (security_invoker = true) as
  select county, place, applied_on as occurred_on, null::date as ended_on, recorded_at, retired_at, household_id,
    organisation_id, amount_fen::numeric as quantity, 'fen' as unit,
    jsonb_build_object('kind', kind, 'poor', poor, 'state', state, 'refusal', coalesce(refusals ->> 0, 'none')) as dims,
    'loan_application' as record_type, id as record_id
  from (
    select county, place, id, kind, poor, state, refusals, household_id, organisation_id, amount_fen, applied_on, recorded_at,
      null::timestamptz as retired_at from loan_application
    union all
    select county, place, id, kind, poor, state, refusals, household_id, organisation_id, amount_fen, applied_on, recorded_at,
      retired_at from loan_application_history
  ) as known;

-- principal that was paid back; the record is the loan
create view fact_loan_repayment with (security_invoker = true) as
  select k.county, k.place, k.paid_on as occurred_on, null::date as ended_on, k.recorded_at, k.retired_at, k.household_id,
    k.organisation_id, k.principal_fen::numeric as quantity, 'fen' as unit, jsonb_build_object('kind', l.kind, 'poor', l.poor) as dims,
    'loan' as record_type, k.loan_id as record_id
  from (
    select county, place, loan_id, household_id, organisation_id, principal_fen, paid_on, recorded_at,
      null::timestamptz as retired_at from loan_payment
    union all
    select county, place, loan_id, household_id, organisation_id, principal_fen, paid_on, recorded_at,
      retired_at from loan_payment_history
  ) as k join loan as l on l.county = k.county and l.id = k.loan_id where k.principal_fen > 0;

-- an instalment that was late, from the first day after it was in time until nothing of it was left; counted whole until then
create view fact_loan_overdue with (security_invoker = true) as
  select k.county, k.place, k.pay_by + 1 as occurred_on, k.settled_on as ended_on, k.recorded_at, k.retired_at, k.household_id,
    k.organisation_id, (k.principal_fen + k.interest_fen)::numeric as quantity, 'fen' as unit,
    jsonb_build_object('kind', l.kind, 'poor', l.poor) as dims, 'loan' as record_type, k.loan_id as record_id
  from (
    select county, place, loan_id, household_id, organisation_id, principal_fen, interest_fen, pay_by, settled_on, recorded_at,
      null::timestamptz as retired_at from loan_instalment
    union all
    select county, place, loan_id, household_id, organisation_id, principal_fen, interest_fen, pay_by, settled_on, recorded_at,
      retired_at from loan_instalment_history
  ) as k join loan as l on l.county = k.county and l.id = k.loan_id where k.settled_on is null or k.settled_on > k.pay_by;

-- interest that public money paid
create view fact_loan_subsidy with (security_invoker = true) as
  select county, place, paid_on as occurred_on, null::date as ended_on, recorded_at, retired_at, household_id,
    organisation_id, amount_fen::numeric as quantity, 'fen' as unit, jsonb_build_object('poor', poor) as dims,
    'loan' as record_type, loan_id as record_id
  from (
    select county, place, loan_id, household_id, organisation_id, poor, amount_fen, paid_on, recorded_at,
      null::timestamptz as retired_at from loan_subsidy_line
    union all
    select county, place, loan_id, household_id, organisation_id, poor, amount_fen, paid_on, recorded_at,
      retired_at from loan_subsidy_line_history
  ) as known where paid_on is not null;

-- collateral asked for on an exempt loan, until the office closed the case
create view fact_loan_report with (security_invoker = true) as
  select county, place, reported_on as occurred_on, closed_on as ended_on, recorded_at, retired_at, household_id,
    null::uuid as organisation_id, 1::numeric as quantity, 'case' as unit,
    jsonb_build_object('collateral', collateral, 'source', source) as dims, 'loan_application' as record_type,
    application_id as record_id
  from (
    select county, place, application_id, household_id, collateral, source, reported_on, closed_on, recorded_at,
      null::timestamptz as retired_at from loan_report
    union all
    select county, place, application_id, household_id, collateral, source, reported_on, closed_on, recorded_at,
      retired_at from loan_report_history
  ) as known;

-- what the risk fund paid to banks
create view fact_loan_compensation with (security_invoker = true) as
  select county, place, paid_on as occurred_on, null::date as ended_on, recorded_at, retired_at, household_id,
    organisation_id, fund_fen::numeric as quantity, 'fen' as unit, '{}'::jsonb as dims, 'loan' as record_type,
    loan_id as record_id
  from (
    select county, place, loan_id, household_id, organisation_id, fund_fen, paid_on, recorded_at,
      null::timestamptz as retired_at from loan_compensation
    union all
    select county, place, loan_id, household_id, organisation_id, fund_fen, paid_on, recorded_at,
      retired_at from loan_compensation_history
  ) as known where paid_on is not null;
