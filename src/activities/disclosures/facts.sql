-- one for each disclosure that hung on the board
create view fact_disclosure with (security_invoker = true) as
  select county, place, published_on as occurred_on, null::date as ended_on, recorded_at, retired_at,
    null::uuid as household_id, cooperative_id as organisation_id, 1::numeric as quantity, 'disclosure' as unit,
    jsonb_build_object('period', period, 'form', form, 'covers', to_char(ends_on, 'YYYY-MM'),
      'in_time', case when published_on <= due_on then 'yes' else 'no' end) as dims,
    'disclosure' as record_type, id as record_id
  from (
    select county, id, place, cooperative_id, form, period, ends_on, due_on, published_on, recorded_at,
      null::timestamptz as retired_at from disclosure
    union all
    select county, id, place, cooperative_id, form, period, ends_on, due_on, published_on, recorded_at, retired_at
      from disclosure_history
  ) as known where published_on is not null;
