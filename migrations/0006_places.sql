create table place (
  code bigint primary key check (code between 110000000000 and 999999999999),
  id uuid not null unique,
  county int not null check (county = code / 1000000),
  -- the next higher code, by arithmetic: a city without banners has townships directly below it
  parent bigint generated always as (
    case
      when code % 1000 <> 0 then code - code % 1000
      when code % 1000000 <> 0 then code - code % 1000000
      when code % 100000000 <> 0 then code - code % 100000000
      when code % 10000000000 <> 0 then code - code % 10000000000
    end
  ) stored,
  -- everything inside this place has a code up to this one
  last_code bigint generated always as (
    case
      when code % 1000 <> 0 then code
      when code % 1000000 <> 0 then code + 999
      when code % 100000000 <> 0 then code + 999999
      when code % 10000000000 <> 0 then code + 99999999
      else code + 9999999999
    end
  ) stored,
  level text not null check (level in ('province', 'city', 'banner', 'township', 'village')),
  kind text not null check (kind in ('province', 'city', 'banner', 'district', 'street', 'town', 'township', 'zone', 'gacha', 'village', 'community')),
  name text not null check (length(name) between 1 and 50),
  name_official text not null,
  -- without tones and spaces, and the first letter of each syllable: what people type to find it
  pinyin text not null,
  initials text not null,
  rural boolean not null default false,
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  recorded_at timestamptz not null,
  recorded_by uuid not null
);
create index place_parent on place (parent, code);
create index place_level on place (level, code);
create index place_pinyin on place (pinyin text_pattern_ops);
create index place_initials on place (initials text_pattern_ops);

-- dated renames, new codes, merges and splits: what a place was called and which codes it came from.
-- One act may write several rows (a merge one for each village); a place that survives it stands in a row of its own.
create table place_change (
  id uuid primary key,
  change_id uuid not null,
  kind text not null check (kind in ('rename', 'recode', 'merge', 'split', 'close')),
  happened_on date not null,
  from_code bigint not null references place (code),
  to_code bigint references place (code),
  name_before text not null,
  name_after text,
  -- the published name before, where a place keeps its code under a new name
  official_before text,
  document_number text,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_reason text,
  check ((kind = 'close') = (to_code is null)),
  check (kind <> 'rename' or from_code = to_code),
  check (kind <> 'recode' or from_code <> to_code),
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index place_change_from on place_change (from_code, happened_on);
create index place_change_to on place_change (to_code, happened_on);
create index place_change_change on place_change (change_id);

create table place_flag (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  flag text not null check (flag in ('key_poor_village', 'weak_village', 'pilot_village')),
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  document_number text,
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  unique (county, place, flag, starts_on)
);
create index place_flag_place on place_flag (place, flag);
create unique index place_flag_open on place_flag (county, place, flag) where ends_on is null;

create table place_flag_history (
  like place_flag,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);
