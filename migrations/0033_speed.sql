-- The one way into the ledger: entries, the accounts they touch, and lines that name both by their index, all or none.
-- Arrays that lines look into hold elements of fixed size and no null: others would be walked through for each line.
create or replace function ledger_post(
  of_county int, of_book uuid, by_account uuid, at_time timestamptz,
  ids uuid[], days date[], series_of text[], memos text[], source_types text[], source_ids uuid[], reverses uuid[],
  starts int[], codes text[], subs text[],
  line_entries int[], line_accounts int[], amounts bigint[], reds boolean[], quantities numeric[], line_memos text[]
) returns table (entry_id uuid, number int, place bigint) language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  book ledger_book := ledger_hold_book(of_county, of_book);
  months date[]; first_day date; last_number int;
  numbers bigint[]; wholes bigint[]; known boolean[]; bad int[]; whys text[]; suspects bigint[];
  sum_accounts int[]; sum_months date[]; debits bigint[]; credits bigint[]; firsts date[]; lasts date[];
  fault record;
begin
  -- a plan made for two lines would join a million of them one by one
  if cardinality(line_entries) > 2000 then perform set_config('plan_cache_mode', 'force_custom_plan', true); end if;

  select count(*) as entries, count(*) filter (where e.lines < 2) as short, count(*) filter (where e.total <> 0) as uneven,
    (select min(d) from unnest(days) as d) as day
  into fault from (select sum(l.amount) as total, count(*) as lines
    from unnest(line_entries, amounts) as l (entry, amount) group by l.entry) as e;
  first_day := fault.day;
  if first_day <= book.closed_through then raise exception using errcode = 'LG001', message = 'ledger_period_closed',
    detail = jsonb_build_object('day', first_day, 'through', book.closed_through); end if;
  if fault.entries <> cardinality(ids) or fault.short > 0 then raise exception using errcode = 'LG001', message = 'ledger_empty'; end if;
  if fault.uneven > 0 then raise exception using errcode = 'LG001', message = 'ledger_unbalanced'; end if;

  if array_remove(reverses, null) <> '{}' then
    if exists (select from unnest(reverses) as r where r is not null and not exists (select from ledger_entry as o
      where o.county = of_county and o.id = r and o.book_id = of_book)) then raise exception using errcode = 'LG001', message = 'not_found'; end if;
  end if;

  months := case when cardinality(days) = 1 then array[date_trunc('month', days[1])::date]
    else array(select date_trunc('month', d)::date from unnest(days) with ordinality as t (d, n) order by n) end;
  select array_agg(s.account), array_agg(s.month), array_agg(s.debit), array_agg(s.credit), array_agg(s.first), array_agg(s.last)
  into sum_accounts, sum_months, debits, credits, firsts, lasts
  from (
    select l.account, months[l.entry] as month, min(days[l.entry]) as first, max(days[l.entry]) as last,
      coalesce(sum(l.amount) filter (where (l.amount > 0) <> coalesce(l.red, false)), 0)::bigint as debit,
      coalesce(-sum(l.amount) filter (where (l.amount > 0) = coalesce(l.red, false)), 0)::bigint as credit
    from unnest(line_entries, line_accounts, amounts, reds) as l (entry, account, amount, red) group by 1, 2
  ) as s;

  select array_agg(coalesce(t.number, nextval('ledger_account_number_seq'))), array_agg(t.whole),
    array_agg(t.number is not null), array_agg(t.n) filter (where t.why is not null), array_agg(t.why) filter (where t.why is not null)
  into numbers, wholes, known, bad, whys
  from (
    select d.n::int as n, a.number, coalesce(w.number, 0) as whole, case
      when w.code is null then 'ledger_account_unknown'
      when d.sub = '' and w.sub_kind is not null then 'ledger_sub_required'
      when d.sub <> '' and w.sub_kind is null then 'ledger_sub_unknown'
      when coalesce(a.balance, 0) + s.amount < w.least then 'ledger_below_least'
      when coalesce(a.balance, 0) + s.amount > w.most then 'ledger_above_most' end as why
    from unnest(codes, subs) with ordinality as d (code, sub, n)
    left join (select account, sum(debit) - sum(credit) as amount
      from unnest(sum_accounts, debits, credits) as u (account, debit, credit) group by account) as s on s.account = d.n
    left join ledger_account as w on w.county = of_county and w.book_id = of_book and w.code = d.code and w.sub = ''
    left join ledger_account as a on a.county = of_county and a.book_id = of_book and a.code = d.code and a.sub = d.sub
    order by d.n
  ) as t;
  if bad is not null then raise exception using errcode = 'LG001', message = whys[1],
    detail = jsonb_build_object('account', codes[bad[1]], 'sub', subs[bad[1]], 'balance', coalesce((
      select a.balance from ledger_account as a where a.county = of_county and a.number = numbers[bad[1]]), 0)); end if;

  if cardinality(ids) = 1 then
    -- one voucher by hand is most of what is ever posted, and needs no counting
    insert into ledger_counter as c (county, book_id, series, month, place, organisation_id, last)
    values (of_county, of_book, series_of[1], to_char(months[1], 'YYYY-MM'), book.place, book.organisation_id, 1)
    on conflict (county, book_id, series, month) do update set last = c.last + 1
    returning last into last_number;
    insert into ledger_entry values (of_county, ids[1], book.place, book.organisation_id, of_book, series_of[1],
      to_char(months[1], 'YYYY-MM'), last_number, days[1], memos[1], source_types[1], source_ids[1], reverses[1], at_time, by_account);
    return query select ids[1], last_number, book.place;
  else
    return query with tally as materialized (
      select e.series, e.month, count(*)::int as entries from unnest(series_of, months) as e (series, month) group by 1, 2
    ), counted as (
      insert into ledger_counter as c (county, book_id, series, month, place, organisation_id, last)
      select of_county, of_book, t.series, to_char(t.month, 'YYYY-MM'), book.place, book.organisation_id, t.entries
      from tally as t order by t.series, t.month
      on conflict (county, book_id, series, month) do update set last = c.last + excluded.last
      returning series, month, last
    ), numbered as (
      select t.series, t.month, c.month as name, c.last - t.entries as before
      from tally as t join counted as c on c.series = t.series and c.month = to_char(t.month, 'YYYY-MM')
    )
    insert into ledger_entry (county, id, place, organisation_id, book_id, series, month, number, occurred_on, memo,
      source_type, source_id, reverses_id, recorded_at, recorded_by)
    select of_county, e.id, book.place, book.organisation_id, of_book, e.series, n.name,
      n.before + row_number() over (partition by e.month, e.series order by e.n),
      e.day, e.memo, e.source_type, e.source_id, e.reverses_id, at_time, by_account
    from unnest(ids, days, series_of, months, memos, source_types, source_ids, reverses)
      with ordinality as e (id, day, series, month, memo, source_type, source_id, reverses_id, n)
    join numbered as n on n.series = e.series and n.month = e.month
    returning id, number, place;
  end if;

  insert into ledger_line (county, entry_id, ordinal, place, organisation_id, account, occurred_on, amount, red, quantity, memo)
  select of_county, ids[l.entry], l.n - starts[l.entry] + 1, book.place, book.organisation_id, numbers[l.account], days[l.entry],
    l.amount, coalesce(l.red, false), l.quantity, l.memo
  from unnest(line_entries, line_accounts, amounts, reds, quantities, line_memos) with ordinality
    as l (entry, account, amount, red, quantity, memo, n);

  insert into ledger_month as m (county, book_id, month, account, place, organisation_id, debit, credit)
  select of_county, of_book, to_char(u.month, 'YYYY-MM'), wholes[u.account], book.place, book.organisation_id,
    sum(u.debit), sum(u.credit)
  from unnest(sum_accounts, sum_months, debits, credits) as u (account, month, debit, credit)
  group by wholes[u.account], u.month order by wholes[u.account], u.month
  on conflict (county, book_id, month, account) do update set debit = m.debit + excluded.debit, credit = m.credit + excluded.credit;

  with moved as (
    update ledger_account as a set balance = a.balance + s.amount, last_on = greatest(a.last_on, s.last)
    from (
      select number, sum(amount) as amount, min(first) as first, max(last) as last from (
        select numbers[u.account] as number, u.debit - u.credit as amount, u.first, u.last
        from unnest(sum_accounts, debits, credits, firsts, lasts) as u (account, debit, credit, first, last)
        where known[u.account]
        union all
        select wholes[u.account], u.debit - u.credit, u.first, u.last
        from unnest(sum_accounts, debits, credits, firsts, lasts) as u (account, debit, credit, first, last)
        where wholes[u.account] <> numbers[u.account]
      ) as each group by number
    ) as s
    where a.county = of_county and a.number = s.number
    returning a.number, (a.sub <> '' or a.sub_kind is null) and (a.least is not null or a.most is not null)
      and s.first < a.last_on as suspect
  )
  select array_agg(m.number) filter (where m.suspect) into suspects from moved as m;

  if false = any (known) then
    with added as (
      insert into ledger_account as a (county, book_id, code, sub, number, place, organisation_id, sub_kind, least, most,
        balance, last_on)
      select of_county, of_book, d.code, d.sub, numbers[d.n], book.place, book.organisation_id, w.sub_kind, w.least, w.most,
        s.amount, s.last
      from unnest(codes, subs) with ordinality as d (code, sub, n)
      join (select account, sum(debit) - sum(credit) as amount, max(last) as last from unnest(sum_accounts, debits, credits, lasts)
        as u (account, debit, credit, last) group by account) as s on s.account = d.n
      join ledger_account as w on w.county = of_county and w.number = wholes[d.n]
      where not known[d.n] order by d.code, d.sub
      returning a.number, a.least is not null or a.most is not null as bounded
    )
    select suspects || array_agg(a.number) into suspects from added as a
    where a.bounded and (select min(f) < max(l) from unnest(firsts, lasts) as u (f, l));
  end if;

  if suspects is not null then
    select max(ledger_dip(a, first_day)) as dip into fault from ledger_account as a
    where a.county = of_county and a.number = any (suspects);
    if fault.dip is not null then raise exception using errcode = 'LG001', message = fault.dip; end if;
  end if;
end $$;

alter table dividend drop constraint dividend_pkey;
alter table dividend add primary key (county, membership_id, distribution_id);
create index dividend_rank on dividend (county, distribution_id, rank);
drop index dividend_member;
drop index dividend_place;
drop index ledger_entry_source;
