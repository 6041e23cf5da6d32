-- what one collective or cooperative owes its members to know of one quarter or month (农经发〔2011〕13号)
create table disclosure (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  -- whose finances they are; null: the village’s own, where it has no organisation for them
  cooperative_id uuid,
  form text not null check (form in ('village', 'collective_economic_organization', 'shareholding_economic',
    'farmers_professional', 'federation')),
  period text not null check (period in ('quarter', 'month')),
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  due_on date not null check (due_on >= ends_on),
  -- returned: the finance group, or whoever published it, sent it back to be drawn up anew
  state text not null check (state in ('proposed', 'returned', 'checked', 'published')),
  -- the figures item by item as they were drawn up, with the remarks
  items jsonb not null,
  -- SHA-256 over them: what the finance group signs is what hangs
  digest text not null check (length(digest) between 1 and 128),
  made_on date not null,
  made_by uuid not null,
  checked_on date,
  checked_by uuid,
  published_on date,
  notice_id uuid,
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  check ((cooperative_id is null) = (form = 'village')),
  check ((state in ('checked', 'published')) = (checked_by is not null)),
  check ((checked_on is null) = (checked_by is null)),
  check ((state = 'published') = (published_on is not null)),
  check ((notice_id is null) = (published_on is null)),
  constraint disclosure_two_people check (checked_by <> made_by)
);
create unique index disclosure_once on disclosure (county, place,
  coalesce(cooperative_id, '00000000-0000-0000-0000-000000000000'::uuid), period, starts_on);
create index disclosure_place on disclosure (place, starts_on);

create table disclosure_history (
  like disclosure,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);
create index disclosure_history_place on disclosure_history (place);

-- the democratic finance group (民主理财小组) of a village or cooperative, elected for a time
create table finance_group_member (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  cooperative_id uuid,
  name text not null check (length(name) between 1 and 100),
  post text not null check (post in ('head', 'member')),
  phone text check (length(phone) between 1 and 30),
  -- resolution that elected the member
  decision_number text check (length(decision_number) between 1 and 60),
  starts_on date not null,
  -- the first day on which no longer a member
  ends_on date check (ends_on > starts_on),
  revision int not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  foreign key (county, cooperative_id) references cooperative (county, id)
);
create index finance_group_member_place on finance_group_member (place, starts_on);

create table finance_group_member_history (
  like finance_group_member,
  retired_at timestamptz not null,
  retired_by uuid not null,
  reason text not null,
  primary key (county, id, revision)
);
create index finance_group_member_history_place on finance_group_member_history (place);

-- what each member of the finance group said to exactly these figures
create table disclosure_signature (
  county int not null,
  id uuid not null,
  place bigint not null check (place / 1000000 = county),
  cooperative_id uuid,
  disclosure_id uuid not null,
  member_id uuid not null,
  -- the state of the record that was signed
  disclosure_revision int not null,
  digest text not null check (length(digest) between 1 and 128),
  opinion text not null check (opinion in ('agreed', 'objected')),
  remark text check (length(remark) between 1 and 500),
  signed_on date not null,
  -- who drew up the figures; somebody else takes the signatures
  made_by uuid not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (county, id),
  constraint disclosure_signature_once unique (county, disclosure_id, disclosure_revision, member_id),
  foreign key (county, disclosure_id) references disclosure (county, id),
  foreign key (county, member_id) references finance_group_member (county, id),
  check (opinion = 'agreed' or remark is not null),
  constraint disclosure_signature_two_people check (recorded_by <> made_by)
);
create index disclosure_signature_place on disclosure_signature (place);
