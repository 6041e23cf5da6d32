-- one row per article and import: the official text as an office uploaded it, piece by piece
create table official_text (
  import_id uuid not null,
  article int not null check (article >= 0),
  chapter int not null check (chapter >= 0),
  -- the raw heading that stands before this article where a chapter begins; empty elsewhere
  chapter_heading text not null,
  -- raw, so that all pieces in order give the uploaded text back; article 0 is what stands before the first chapter
  text text not null,
  source_name text not null check (length(source_name) between 1 and 200),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (import_id, article)
);
create index official_text_recorded_at on official_text (recorded_at desc);

-- numbers that rules use, by the day from which they hold; a later row for the same day takes the place of an earlier
create table parameter (
  id uuid primary key,
  code text not null check (code ~ '^[a-z][a-z0-9_]{2,60}$'),
  starts_on date not null,
  ends_on date check (ends_on > starts_on),
  -- null takes back what was set for this day
  value bigint check (value >= 0),
  unit text not null check (unit in ('fen', 'bp', 'day', 'workday', 'count', 'year')),
  source_zh text not null,
  source_en text not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  unique (code, starts_on, recorded_at)
);

-- questions and answers on the measure (article 22); every revision is a row of its own
create table interpretation (
  id uuid not null,
  revision int not null check (revision >= 1),
  clause text not null,
  question text not null check (length(question) between 1 and 2000),
  answer text check (length(answer) between 1 and 5000),
  asked_on date not null,
  answered_on date check (answered_on >= asked_on),
  document_number text,
  withdrawn boolean not null default false,
  reason text,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (id, revision),
  check ((answer is null) = (answered_on is null))
);
