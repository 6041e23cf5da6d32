-- the files of a decision hang on its registration; nothing ever read this column
alter table poverty_registration drop column attachment_id;
alter table poverty_registration_history drop column attachment_id;

-- how often an account did what its feature limits; counted by the statement that allows it
create table act_use (
  account_id uuid not null,
  act text not null,
  minute_began timestamptz not null,
  minute_calls int not null check (minute_calls >= 0),
  day_began timestamptz not null,
  day_answers int not null check (day_answers >= 0),
  -- when the trail was told last that the account was stopped
  stopped_at timestamptz,
  primary key (account_id, act)
);

-- the columns that hold what is personal, as the features declare them; laid anew together with the rights
create table personal_column (
  table_name text not null,
  column_name text not null,
  primary key (table_name, column_name)
);

-- Erasing a person is the one change to states that were recorded for good. No value comes from the caller: personal
-- columns lose theirs, in the record and in all its earlier states, inside the range that is set and nowhere else. Of a
-- date the year stays. Returns how many states there are.
create function erase_record(of_table text, of_county int, of_id uuid) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  lo bigint := nullif(current_setting('silian.lo', true), '')::bigint;
  hi bigint := nullif(current_setting('silian.hi', true), '')::bigint;
  emptied text; here int; earlier int;
begin
  emptied := (
    select string_agg(format('%I = %s', a.attname, case
        when not a.attnotnull then 'null'
        when a.atttypid = 'date'::regtype then format('date_trunc(''year'', %I)::date', a.attname)
        when a.atttypid = 'bytea'::regtype then quote_literal('\x') || '::bytea'
        else quote_literal('****') end), ', ')
    from personal_column as p
    join pg_attribute as a on a.attrelid = to_regclass(p.table_name) and a.attname = p.column_name
    where p.table_name = of_table);
  if lo is null or hi is null or emptied is null then return 0; end if;
  execute format('update %I set %s, revision = revision + 1 where county = $1 and id = $2 and place between $3 and $4',
    of_table, emptied) using of_county, of_id, lo, hi;
  get diagnostics here = row_count;
  if here = 0 then return 0; end if;
  execute format('update %I set %s where county = $1 and id = $2', of_table || '_history', emptied) using of_county, of_id;
  get diagnostics earlier = row_count;
  return here + earlier;
end $$;
