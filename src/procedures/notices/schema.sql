-- a list put up for everybody to read: what is decided after it, from when to when, and how the paper looks
create table notice (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  organisation_id uuid,
  subject_type text not null check (length(subject_type) between 1 and 60),
  subject_id text not null check (length(subject_id) between 1 and 100),
  -- of what is decided; the next step compares it with its own
  digest text not null check (length(digest) between 1 and 128),
  kind text not null check (kind in ('formation', 'distribution', 'relief', 'disclosure', 'shares', 'assets', 'other')),
  title text not null check (length(title) between 2 and 200),
  body text check (length(body) <= 4000),
  -- pairs above the table, and the columns of the table: titles in both languages
  pairs jsonb not null,
  columns jsonb not null,
  row_count int not null check (row_count >= 0),
  -- over everything that stands on the sheet
  content_digest text not null,
  -- address of the page of what is decided
  page text check (page like '/%'),
  contact text check (length(contact) between 2 and 200),
  posted_on date not null,
  window_days int not null check (window_days between 1 and 365),
  -- the last day of the window, in working days
  ends_on date not null check (ends_on > posted_on),
  -- false while the holidays of a year it touches are not published
  calendar_known boolean not null,
  made_by uuid not null,
  withdrawn_on date check (withdrawn_on >= posted_on),
  withdrawn_reason text check (length(withdrawn_reason) between 2 and 500),
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  check ((withdrawn_on is null) = (withdrawn_reason is null))
);
create unique index notice_live on notice (county, subject_type, subject_id) where withdrawn_on is null;
create index notice_place on notice (place, posted_on);
create index notice_subject on notice (county, subject_type, subject_id, posted_on);

create table notice_history (
  like notice,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);

-- the rows of the list as they stand on the sheet: numbers of persons are masked before they come here
create table notice_row (
  county int not null,
  notice_id uuid not null,
  number int not null check (number >= 1),
  place bigint not null check (place / 1000000 = county),
  organisation_id uuid,
  cells jsonb not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, notice_id, number),
  foreign key (county, notice_id) references notice (county, id)
);

-- where the sheet hangs; the photograph is attached to it
create table notice_sheet (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  organisation_id uuid,
  notice_id uuid not null,
  board text not null check (length(board) between 2 and 100),
  hung_on date not null,
  taken_down_on date check (taken_down_on >= hung_on),
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  unique (county, notice_id, board),
  foreign key (county, notice_id) references notice (county, id)
);
create index notice_sheet_place on notice_sheet (place);

create table notice_sheet_history (
  like notice_sheet,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);

-- what somebody says against a notice, and the answer he gets
create table notice_objection (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  organisation_id uuid,
  notice_id uuid not null,
  -- told to whoever objects, so that he finds his answer
  ticket text not null check (ticket ~ '^[0-9A-HJKMNP-TV-Z]{10}$'),
  channel text not null check (channel in ('online', 'phone', 'paper', 'spoken')),
  -- against the list, or against the person who made it
  concerns text not null check (concerns in ('content', 'maker')),
  name text check (length(name) between 1 and 50),
  phone bytea,
  phone_masked text,
  statement text not null check (length(statement) between 2 and 2000),
  received_on date not null,
  answer_by date not null check (answer_by >= received_on),
  -- who made the list
  made_by uuid not null,
  outcome text check (outcome in ('upheld', 'rejected', 'explained')),
  answer text check (length(answer) between 2 and 2000),
  answered_on date check (answered_on >= received_on),
  answered_by uuid,
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  unique (county, ticket),
  foreign key (county, notice_id) references notice (county, id),
  check ((outcome is null) = (answer is null) and (answer is null) = (answered_on is null)
    and (answered_on is null) = (answered_by is null)),
  -- nobody answers what is said against himself
  check (concerns = 'content' or answered_by is null or answered_by <> made_by)
);
create index notice_objection_notice on notice_objection (county, notice_id);
create index notice_objection_place on notice_objection (place, answer_by);

create table notice_objection_history (
  like notice_objection,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);

-- how many objections came from one address, and to one notice, within an hour
create table notice_quota (
  subject text not null,
  hour timestamptz not null,
  used int not null check (used >= 1),
  primary key (subject, hour)
);

-- The public has no range and sees no row. What hangs on the board may be read by anybody who has its address: these
-- functions show exactly that, one notice at a time.
create function public_notice(asked_county int, asked_id uuid) returns jsonb
  language sql stable security definer set search_path = public, pg_temp
  return (
    select jsonb_build_object('county', n.county, 'id', n.id, 'placeName', coalesce(p.name, ''), 'kind', n.kind,
      'title', n.title, 'body', n.body, 'pairs', n.pairs, 'columns', n.columns, 'rowCount', n.row_count,
      'contentDigest', n.content_digest, 'contact', n.contact, 'postedOn', n.posted_on, 'windowDays', n.window_days,
      'endsOn', n.ends_on, 'withdrawnOn', n.withdrawn_on,
      'openObjections', (select count(*) from notice_objection o
        where o.county = n.county and o.notice_id = n.id and o.outcome is null),
      'upheldObjections', (select count(*) from notice_objection o
        where o.county = n.county and o.notice_id = n.id and o.outcome = 'upheld'))
    from notice n left join place p on p.code = n.place
    where n.county = asked_county and n.id = asked_id
  );

create function public_notice_rows(asked_county int, asked_id uuid, containing text, page_size int, skipped int)
  returns table (number int, cells jsonb, total int)
  language sql stable security definer set search_path = public, pg_temp as $$
    select r.number, r.cells, (count(*) over ())::int
    from notice_row r join notice n on n.county = r.county and n.id = r.notice_id
    where r.county = asked_county and r.notice_id = asked_id and n.withdrawn_on is null
      and (containing is null or r.cells::text ilike containing)
    order by r.number limit least(page_size, 200) offset skipped
  $$;

create function public_objection(asked_county int, asked_ticket text) returns jsonb
  language sql stable security definer set search_path = public, pg_temp
  return (
    select jsonb_build_object('title', n.title, 'receivedOn', o.received_on, 'answerBy', o.answer_by,
      'outcome', o.outcome, 'answer', o.answer, 'answeredOn', o.answered_on)
    from notice_objection o join notice n on n.county = o.county and n.id = o.notice_id
    where o.county = asked_county and o.ticket = asked_ticket
  );

-- Takes an objection from anybody, while the window runs and unless the address or the notice had its share of the hour.
-- Returns the place of the notice, or why not: not_found, notice_over, notice_busy.
create function object_publicly(objection jsonb, sealed_phone bytea, told_at timestamptz, sender text) returns jsonb
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  found_notice notice%rowtype;
  this_hour timestamptz := date_trunc('hour', told_at);
  taken int;
begin
  select * into found_notice from notice
  where county = (objection ->> 'county')::int and id = (objection ->> 'noticeId')::uuid and withdrawn_on is null;
  if found_notice.id is null then return jsonb_build_object('refused', 'not_found'); end if;
  if (objection ->> 'receivedOn')::date > found_notice.ends_on then
    return jsonb_build_object('refused', 'notice_over');
  end if;
  delete from notice_quota where hour < this_hour - interval '1 day';
  insert into notice_quota as q (subject, hour, used)
  values ('notice ' || found_notice.id, this_hour, 1), ('sender ' || sender, this_hour, 1)
  on conflict (subject, hour) do update set used = q.used + 1
    where q.used < case when q.subject like 'sender %' then 5 else 60 end;
  get diagnostics taken = row_count;
  if taken < 2 then return jsonb_build_object('refused', 'notice_busy'); end if;
  insert into notice_objection (county, id, place, organisation_id, notice_id, ticket, channel, concerns, name, phone,
    phone_masked, statement, received_on, answer_by, made_by, revision, recorded_at, recorded_by)
  values (found_notice.county, (objection ->> 'id')::uuid, found_notice.place, found_notice.organisation_id,
    found_notice.id, objection ->> 'ticket', 'online', objection ->> 'concerns', objection ->> 'name', sealed_phone,
    objection ->> 'phoneMasked', objection ->> 'statement', (objection ->> 'receivedOn')::date,
    (objection ->> 'answerBy')::date, found_notice.made_by, 1, told_at, (objection ->> 'recordedBy')::uuid);
  return jsonb_build_object('place', found_notice.place);
end $$;
