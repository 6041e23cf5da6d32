create table place (
  code bigint primary key check (code between 110000000000 and 999999999999),
  id uuid not null unique,
  county int not null check (county = code / 1000000),
  level text not null check (level in ('province', 'city', 'banner', 'township', 'village')),
  -- banner | district; street | town | sumu | zone; gacha | village | community
  kind text not null,
  name text not null check (length(name) between 1 and 50),
  name_official text not null,
  pinyin text not null,
  initials text not null,
  rural boolean not null default false,
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  recorded_at timestamptz not null,
  recorded_by uuid not null
);
create index place_level on place (level, code);
create index place_pinyin on place (pinyin text_pattern_ops);
create index place_initials on place (initials text_pattern_ops);

-- dated renames, merges and splits: what a place was called and which codes it came from
create table place_change (
  id uuid primary key,
  kind text not null check (kind in ('rename', 'merge', 'split', 'close')),
  happened_on date not null,
  from_code bigint not null references place (code),
  to_code bigint references place (code),
  name_before text not null,
  name_after text,
  document_number text,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  check ((kind = 'close') = (to_code is null))
);
create index place_change_from on place_change (from_code, happened_on);
create index place_change_to on place_change (to_code, happened_on);

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

create table place_flag_history (
  like place_flag,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);
