-- signed movements: with `month_end` timing their sum is what stands, with `in_month` what moved
create view fact_shareholding with (security_invoker = true) as
  select (member_place / 1000000)::int as county, member_place as place, occurred_on, null::date as ended_on, recorded_at,
    null::timestamptz as retired_at, household_id, cooperative_id as organisation_id, shares::numeric as quantity,
    'share' as unit,
    jsonb_build_object('form', form, 'class', class_kind, 'source', source, 'act', kind, 'member', member_kind,
      'poor', coalesce(poor::text, 'unknown'), 'home', county, 'cooperative', cooperative_id,
      'membership', membership_id) as dims,
    'share_move' as record_type, id as record_id
  from share_move where shares <> 0;

create view fact_contribution with (security_invoker = true) as
  select (member_place / 1000000)::int as county, member_place as place, occurred_on, null::date as ended_on, recorded_at,
    null::timestamptz as retired_at, household_id, cooperative_id as organisation_id, paid_fen::numeric as quantity,
    'fen' as unit,
    jsonb_build_object('form', form, 'class', class_kind, 'source', source, 'act', kind, 'member', member_kind,
      'poor', coalesce(poor::text, 'unknown'), 'home', county, 'cooperative', cooperative_id,
      'membership', membership_id) as dims,
    'share_move' as record_type, id as record_id
  from share_move where paid_fen <> 0;

-- one row a member and policy; `measure` says what the quantity is: shares more, or fen promised
create view fact_poor_share_uplift with (security_invoker = true) as
  select (member_place / 1000000)::int as county, member_place as place, starts_on as occurred_on, ends_on as ended_on,
    recorded_at, retired_at, household_id, cooperative_id as organisation_id,
    case when uplift_shares > 0 then uplift_shares else uplift_fen end::numeric as quantity,
    case when uplift_shares > 0 then 'share' else 'fen' end as unit,
    jsonb_build_object('form', form, 'mechanism', mechanism, 'measure', case when uplift_shares > 0 then 'share' else 'fen' end,
      'home', county, 'cooperative', cooperative_id, 'membership', membership_id) as dims,
    'uplift_share' as record_type, id as record_id
  from (
    select county, id, member_place, cooperative_id, membership_id, household_id, form, mechanism, starts_on, ends_on,
      uplift_shares, uplift_fen, recorded_at, null::timestamptz as retired_at from uplift_share
    union all
    select county, id, member_place, cooperative_id, membership_id, household_id, form, mechanism, starts_on, ends_on,
      uplift_shares, uplift_fen, recorded_at, retired_at from uplift_share_history
  ) as known;

-- a member is poor on a day when the membership and a state of the household both cover it, as both were known then
create view fact_poor_membership with (security_invoker = true) as
  select (m.member_place / 1000000)::int as county, m.member_place as place, greatest(m.joined_on, p.starts_on) as occurred_on,
    least(m.left_on, p.ends_on) as ended_on, greatest(m.recorded_at, p.recorded_at) as recorded_at,
    least(m.retired_at, p.retired_at) as retired_at, m.household_id, m.cooperative_id as organisation_id,
    1::numeric as quantity, 'member' as unit,
    jsonb_build_object('form', m.form, 'kind', m.kind, 'state', p.state, 'home', m.county) as dims,
    'membership' as record_type, m.id as record_id
  from (
    select county, id, member_place, cooperative_id, form, kind, household_county, household_id, joined_on, left_on,
      recorded_at, null::timestamptz as retired_at from membership
    union all
    select county, id, member_place, cooperative_id, form, kind, household_county, household_id, joined_on, left_on,
      recorded_at, retired_at from membership_history
  ) as m
  join (
    select county, household_id, state, starts_on, ends_on, recorded_at, null::timestamptz as retired_at
      from poverty_registration
    union all
    select county, household_id, state, starts_on, ends_on, recorded_at, retired_at from poverty_registration_history
  ) as p on p.county = m.household_county and p.household_id = m.household_id
    and m.joined_on < coalesce(p.ends_on, 'infinity') and p.starts_on < coalesce(m.left_on, 'infinity')
    and m.recorded_at < coalesce(p.retired_at, 'infinity') and p.recorded_at < coalesce(m.retired_at, 'infinity');

-- what a household paid in, while it is in a state: each movement counts from its day and that of the state, whichever is
-- later, until the state ends; their sum at the end of a month is what households in that state then hold
create view fact_poor_contribution with (security_invoker = true) as
  select (m.member_place / 1000000)::int as county, m.member_place as place, greatest(m.occurred_on, p.starts_on) as occurred_on,
    p.ends_on as ended_on, greatest(m.recorded_at, p.recorded_at) as recorded_at, p.retired_at, m.household_id,
    m.cooperative_id as organisation_id, m.paid_fen::numeric as quantity, 'fen' as unit,
    jsonb_build_object('form', m.form, 'source', m.source, 'state', p.state, 'home', m.county, 'cooperative', m.cooperative_id,
      'membership', m.membership_id) as dims,
    'share_move' as record_type, m.id as record_id
  from share_move as m
  join (
    select county, household_id, state, starts_on, ends_on, recorded_at, null::timestamptz as retired_at
      from poverty_registration
    union all
    select county, household_id, state, starts_on, ends_on, recorded_at, retired_at from poverty_registration_history
  ) as p on p.county = m.member_place / 1000000 and p.household_id = m.household_id
    and m.occurred_on < coalesce(p.ends_on, 'infinity') and m.recorded_at < coalesce(p.retired_at, 'infinity')
  where m.paid_fen <> 0;
