create table household (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  number text not null check (length(number) between 1 and 30),
  -- numbers that others gave: the national register's 户编号, the collective's own
  external_number text, collective_number text,
  address text,
  phone bytea, phone_hash bytea, phone_masked text,
  bank_name text,
  bank_card bytea, bank_card_hash bytea, bank_card_masked text,
  cropland_mu numeric(12, 2) check (cropland_mu >= 0),
  irrigated_mu numeric(12, 2) check (irrigated_mu >= 0),
  forest_mu numeric(12, 2) check (forest_mu >= 0),
  converted_forest_mu numeric(12, 2) check (converted_forest_mu >= 0),
  orchard_mu numeric(12, 2) check (orchard_mu >= 0),
  grassland_mu numeric(12, 2) check (grassland_mu >= 0),
  water_mu numeric(12, 2) check (water_mu >= 0),
  housing_m2 numeric(9, 2) check (housing_m2 >= 0),
  housing_structure text,
  housing_dangerous boolean,
  electricity text, water text, fuel text, road text,
  road_distance_km numeric(7, 2) check (road_distance_km >= 0),
  joined_on date not null,
  joined_kind text not null check (joined_kind in ('registered', 'moved_in', 'split')),
  left_on date check (left_on >= joined_on),
  left_kind text check (left_kind in ('moved_out', 'split', 'merged', 'ended')),
  left_to text,
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  check ((left_on is null) = (left_kind is null)),
  check ((phone is null) = (phone_hash is null) and (phone is null) = (phone_masked is null)),
  check ((bank_card is null) = (bank_card_hash is null) and (bank_card is null) = (bank_card_masked is null))
);
-- county stands last here: before statistics exist, a key that began with it would be taken for the checks of foreign keys
create unique index household_number_once on household (place, number, county);
create index household_open on household (place, number) where left_on is null;
create index household_place on household (place);
create index household_number on household (number, place);
create index household_phone on household (phone_hash);
create index household_external on household (external_number);

create table household_history (
  like household,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);
create index household_history_place on household_history (place);

-- one row is one person's stay in one household: who changes household closes one stay and opens another
create table resident (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  household_id uuid not null,
  name text not null check (length(name) between 1 and 50),
  -- as it was written, before spaces, dots and widths were put right
  name_original text not null,
  -- what search compares: no spaces, dots, widths or letter cases
  name_key text not null,
  pinyin text not null,
  initials text not null,
  id_number bytea not null,
  id_number_hash bytea not null,
  id_number_masked text not null,
  id_last4 text not null check (length(id_last4) = 4),
  external_number text,
  sex text not null check (sex in ('male', 'female')),
  birth_on date not null,
  ethnicity text,
  relation text not null,
  education text, schooling text, health text, labour text, employment text,
  employment_months smallint check (employment_months between 0 and 12),
  political_status text,
  military boolean,
  medical_insured boolean, pension_insured boolean, illness_insured boolean, low_income_support boolean,
  joined_on date not null,
  joined_kind text not null check (joined_kind in ('registered', 'born', 'married_in', 'moved_in', 'split', 'merged')),
  left_on date check (left_on >= joined_on),
  left_reason text check (left_reason in ('moved', 'died', 'married_out', 'split', 'merged', 'other')),
  left_to text,
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  foreign key (county, household_id) references household (county, id),
  check ((left_on is null) = (left_reason is null))
);
create unique index resident_once on resident (county, id_number_hash) where left_on is null;
create unique index resident_head on resident (county, household_id) where relation = '01' and left_on is null;
create index resident_household on resident (county, household_id);
create index resident_place on resident (place);
create index resident_name on resident (county, name_key text_pattern_ops) where left_on is null;
create index resident_name_end on resident (county, reverse(name_key) text_pattern_ops) where left_on is null;
create index resident_pinyin on resident (county, pinyin text_pattern_ops) where left_on is null;
create index resident_initials on resident (county, initials text_pattern_ops) where left_on is null;
create index resident_last4 on resident (county, id_last4) where left_on is null;
create index resident_head_pinyin on resident (pinyin collate "C", place) where relation = '01' and left_on is null;

create table resident_history (
  like resident,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);
create index resident_history_household on resident_history (county, household_id);
create index resident_history_place on resident_history (place);

-- one person once, wherever in the city: the stay that holds the number; released when it moved away
create table resident_key (
  id_number_hash bytea primary key,
  county int not null,
  resident_id uuid not null,
  household_id uuid not null,
  released_on date
);
create index resident_key_resident on resident_key (county, resident_id);

create table poverty_registration (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  household_id uuid not null,
  state text not null check (state in ('registered', 'lifted_out', 'relapsed', 'deregistered')),
  change text not null check (change in ('entry', 'exit', 'relapse', 'removal', 'reclassified', 'carried')),
  standard text not null check (standard in ('national', 'regional', 'city')),
  kind text not null check (kind in ('general', 'low_income_support', 'extreme_poverty')),
  main_cause text not null,
  other_causes jsonb not null default '[]',
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  document_number text not null,
  decided_on date not null,
  note text,
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  unique (county, household_id, starts_on),
  foreign key (county, household_id) references household (county, id)
);
create unique index poverty_registration_open on poverty_registration (county, household_id) where ends_on is null;
create index poverty_registration_place on poverty_registration (place, state);

create table poverty_registration_history (
  like poverty_registration,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);
create index poverty_registration_history_household on poverty_registration_history (county, household_id);
create index poverty_registration_history_place on poverty_registration_history (place);

-- each side of a split, merge or move writes its own row, inside its own range
create table household_lineage (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  household_id uuid not null,
  kind text not null check (kind in ('split', 'merge', 'move')),
  direction text not null check (direction in ('from', 'to')),
  other_county int,
  other_household_id uuid,
  other_text text,
  happened_on date not null,
  document_number text,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id)
);
create index household_lineage_household on household_lineage (county, household_id);
create index household_lineage_place on household_lineage (place);

create table household_import (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  content_hash bytea not null check (length(content_hash) = 32),
  file_name text not null,
  inserted int not null, updated int not null, unchanged int not null, rejected int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id)
);
-- a file that went in whole goes in once
create unique index household_import_once on household_import (county, place, content_hash) where rejected = 0;
create index household_import_place on household_import (place);

-- a convenience only: what names contain in the middle is found where the extension is there
do $$ begin
  create extension if not exists pg_trgm;
  create index resident_name_trgm on resident using gin (name_key gin_trgm_ops) where left_on is null;
exception when others then
  raise notice 'pg_trgm is not available: names are found by beginning and end only';
end $$;

-- LIKE is not leakproof, so under row-level security no index would serve a search. This function runs with its
-- owner's rights instead and applies the range itself: it reads the same settings as the policies, and unset means nothing.
create function search_residents(pattern text, mode text, most int)
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

-- Taking in a household that moved away elsewhere: the one look across ranges. It answers only for a household that
-- was closed as moved out and whose member's number, which the receiving clerk has in hand, was released.
create function released_household(number_hash bytea) returns setof household
language sql stable security definer set search_path = public, pg_temp as $$
  select h.* from resident_key as k
  join household as h on h.county = k.county and h.id = k.household_id
  where k.id_number_hash = number_hash and k.released_on is not null and h.left_kind = 'moved_out'
$$;

create function released_residents(number_hash bytea) returns setof resident
language sql stable security definer set search_path = public, pg_temp as $$
  select r.* from released_household(number_hash) as h
  join resident as r on r.county = h.county and r.household_id = h.id and r.left_reason = 'moved' and r.left_on = h.left_on
  join resident_key as k on k.id_number_hash = r.id_number_hash and k.resident_id = r.id and k.released_on is not null
$$;

create function released_poverty(number_hash bytea) returns setof poverty_registration
language sql stable security definer set search_path = public, pg_temp as $$
  select p.* from released_household(number_hash) as h
  join poverty_registration as p on p.county = h.county and p.household_id = h.id and p.ends_on = h.left_on
$$;
