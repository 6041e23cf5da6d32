-- what a village collective earned and spent, line by line, before the result of the year is carried: the yearly return of
-- the collective economy and the bands of operating income (农市(经)年综 6, 7) are sums of these
create view fact_collective_income with (security_invoker = true) as
  select e.county, e.place, e.occurred_on, null::date as ended_on, e.recorded_at, null::timestamptz as retired_at,
    null::uuid as household_id, e.organisation_id,
    (case when i.side = 'income' then -l.amount else l.amount end)::numeric as quantity, 'fen' as unit,
    jsonb_build_object('item', i.item, 'side', i.side, 'chart', b.chart) as dims,
    'voucher' as record_type, e.id as record_id
  from ledger_entry as e
  join book as b on b.county = e.county and b.id = e.book_id and b.chart in ('collective14', 'collective04')
  join ledger_line as l on l.county = e.county and l.entry_id = e.id
  join ledger_account as a on a.county = l.county and a.number = l.account
  -- looked up for each line: joined first, every line would be read once for each account of the chart
  cross join lateral (
    select item, side from (values
      ('collective14', '501', 'operating', 'income'), ('collective14', '502', 'investment', 'income'),
      ('collective14', '503', 'subsidy', 'income'), ('collective14', '504', 'other', 'income'),
      ('collective14', '511', 'operating', 'expense'), ('collective14', '512', 'tax', 'expense'),
      ('collective14', '513', 'administration', 'expense'), ('collective14', '514', 'welfare', 'expense'),
      ('collective14', '515', 'other', 'expense'), ('collective14', '521', 'income_tax', 'expense'),
      ('collective04', '501', 'operating', 'income'), ('collective04', '511', 'contracting', 'income'),
      ('collective04', '521', 'tax_refund', 'income'), ('collective04', '522', 'subsidy', 'income'),
      ('collective04', '531', 'other', 'income'), ('collective04', '561', 'investment', 'income'),
      ('collective04', '502', 'operating', 'expense'), ('collective04', '541', 'administration', 'expense'),
      ('collective04', '551', 'other', 'expense')
    ) as known (chart, code, item, side) where known.chart = b.chart and known.code = left(a.code, 3) offset 0
  ) as i
  where e.series <> 'closing';

-- the result of a year, as its books were closed; a year opened again counts for nothing until it is closed anew
create view fact_year_surplus with (security_invoker = true) as
  select county, place, closed_on as occurred_on, null::date as ended_on, recorded_at, retired_at, null::uuid as household_id,
    cooperative_id as organisation_id, surplus_fen::numeric as quantity, 'fen' as unit,
    jsonb_build_object('year', year, 'result', case when surplus_fen < 0 then 'loss' else 'surplus' end, 'book', book_id) as dims,
    'fiscal_year' as record_type, id as record_id
  from (
    select county, id, place, cooperative_id, book_id, year, state, closed_on, surplus_fen, recorded_at,
      null::timestamptz as retired_at from fiscal_year
    union all
    select county, id, place, cooperative_id, book_id, year, state, closed_on, surplus_fen, recorded_at, retired_at
      from fiscal_year_history
  ) as known where state = 'closed';
