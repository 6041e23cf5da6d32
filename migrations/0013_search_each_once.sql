create or replace function search_residents(pattern text, mode text, most int)
returns table (county int, id uuid, household_id uuid, place bigint)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  lo bigint := nullif(current_setting('silian.lo', true), '')::bigint;
  hi bigint := nullif(current_setting('silian.hi', true), '')::bigint;
  -- after every text that begins with the pattern, in the order of bytes
  beyond text := pattern || chr(1114111);
  mirrored text := reverse(pattern);
  mirrored_beyond text := reverse(pattern) || chr(1114111);
  found_rows int := 0; this int; added int;
begin
  if lo is null or hi is null or pattern = '' then return; end if;
  if hi - lo < 1000 then
    return query
      select r.county, r.id, r.household_id, r.place from resident as r
      where r.place between lo and hi and r.left_on is null
        and (case mode
          when 'name' then position(pattern in r.name_key) > 0
          when 'latin' then r.pinyin ~>=~ pattern and r.pinyin ~<~ beyond or r.initials ~>=~ pattern and r.initials ~<~ beyond
            or position(pattern in r.name_key) > 0
          when 'tail' then r.id_last4 = pattern
          else false end)
      order by r.pinyin using ~<~ limit most;
    return;
  end if;
  this := (select min(r.county) from resident as r where r.county >= lo / 1000000);
  -- place + 0: a plan made once for all ranges must not look through the index of places
  -- each look stops at what is still wanted, and leaves out whom an earlier one found, so that nobody counts twice
  while this <= hi / 1000000 and found_rows < most loop
    if mode = 'tail' then
      return query select r.county, r.id, r.household_id, r.place from resident as r
        where r.county = this and r.id_last4 = pattern and r.place + 0 between lo and hi and r.left_on is null
        limit most - found_rows;
      get diagnostics added = row_count;
      found_rows := found_rows + added;
    else
      return query select r.county, r.id, r.household_id, r.place from resident as r
        where r.county = this and r.name_key ~>=~ pattern and r.name_key ~<~ beyond and r.place + 0 between lo and hi
          and r.left_on is null order by r.name_key using ~<~ limit most - found_rows;
      get diagnostics added = row_count;
      found_rows := found_rows + added;
    end if;
    if mode = 'name' and found_rows < most then
      return query select r.county, r.id, r.household_id, r.place from resident as r
        where r.county = this and reverse(r.name_key) ~>=~ mirrored and reverse(r.name_key) ~<~ mirrored_beyond
          and not starts_with(r.name_key, pattern) and r.place + 0 between lo and hi and r.left_on is null order by reverse(r.name_key) using ~<~ limit most - found_rows;
      get diagnostics added = row_count;
      found_rows := found_rows + added;
    end if;
    if mode = 'latin' and found_rows < most then
      return query select r.county, r.id, r.household_id, r.place from resident as r
        where r.county = this and r.pinyin ~>=~ pattern and r.pinyin ~<~ beyond and not starts_with(r.name_key, pattern)
          and r.place + 0 between lo and hi and r.left_on is null order by r.pinyin using ~<~ limit most - found_rows;
      get diagnostics added = row_count;
      found_rows := found_rows + added;
    end if;
    if mode = 'latin' and found_rows < most then
      return query select r.county, r.id, r.household_id, r.place from resident as r
        where r.county = this and r.initials ~>=~ pattern and r.initials ~<~ beyond
          and not starts_with(r.name_key, pattern) and not starts_with(r.pinyin, pattern)
          and r.place + 0 between lo and hi and r.left_on is null order by r.initials using ~<~ limit most - found_rows;
      get diagnostics added = row_count;
      found_rows := found_rows + added;
    end if;
    this := (select min(r.county) from resident as r where r.county > this);
  end loop;
  if mode = 'name' and found_rows = 0 and length(pattern) >= 3 and to_regclass('resident_name_trgm') is not null then
    return query execute 'select r.county, r.id, r.household_id, r.place from resident as r
        where r.name_key like $1 and r.place + 0 between $2 and $3 and r.left_on is null limit $4'
      using '%' || replace(replace(replace(pattern, '\', '\\'), '%', '\%'), '_', '\_') || '%', lo, hi, most;
  end if;
end $$;
