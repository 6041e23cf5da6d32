-- a project of the library: what is to be built or bought where, for how much; the digest of its content binds every proof
create table project (
  county int not null, id uuid not null, place bigint not null check (place / 1000000 = county),
  -- who carries it out; null where the village itself does
  cooperative_id uuid, number text not null check (length(number) between 1 and 40),
  name text not null check (length(name) between 2 and 100),
  kind text not null check (kind in ('breeding', 'planting', 'processing', 'facility', 'machinery', 'tourism', 'training', 'other')),
  purpose text not null check (purpose ~ '^[a-z_]{3,40}$'),
  content text not null check (length(content) between 2 and 2000),
  scale text check (length(scale) between 1 and 500),
  benefit text not null check (length(benefit) between 2 and 1000), households int not null check (households >= 0),
  poor_households int not null check (poor_households between 0 and households),
  budget_fen bigint not null check (budget_fen > 0), planned_from date not null,
  planned_through date not null check (planned_through >= planned_from),
  award_method text not null check (award_method in ('tender', 'discussion')),
  person_in_charge text not null check (length(person_in_charge) between 2 and 50),
  contact text check (length(contact) between 1 and 100), proposed_on date not null, made_by uuid not null,
  state text not null check (state in ('open', 'refused', 'withdrawn', 'closed')),
  ended_on date check (ended_on >= proposed_on), ended_reason text check (length(ended_reason) between 1 and 500),
  ended_by uuid,
  -- who turned it down: the level of the office
  ended_at_level text check (ended_at_level in ('village', 'township', 'banner')),
  contracted_fen bigint not null default 0, paid_fen bigint not null default 0,
  -- spent on things that last, and what of it stands in the asset register
  asset_paid_fen bigint not null default 0, asset_booked_fen bigint not null default 0 check (asset_booked_fen >= 0),
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id), constraint project_number unique (county, place, number),
  foreign key (county, cooperative_id) references cooperative (county, id),
  check ((state = 'open') = (ended_on is null) and (ended_on is null) = (ended_by is null)),
  check ((state in ('refused', 'withdrawn')) = (ended_reason is not null) and (ended_reason is null) = (ended_at_level is null)),
  -- nobody turns down or closes what he proposed himself
  constraint project_two_persons check (state not in ('refused', 'closed') or ended_by <> made_by),
  constraint project_contracted_within_budget check (contracted_fen between 0 and budget_fen),
  constraint project_paid_within_budget check (paid_fen between 0 and budget_fen),
  check (asset_paid_fen between 0 and paid_fen),
  constraint project_assets_booked check (state <> 'closed' or asset_booked_fen >= asset_paid_fen)
);
create index project_place on project (place, state);
create table project_history (like project, retired_at timestamptz not null, retired_by uuid not null, reason text not null,
  primary key (county, id, revision));
create index project_history_place on project_history (place);

-- a step that was reached, with what proves it, by when it was due and for which content; it ends when its proof is gone
create table project_step (
  county int not null, id uuid not null, place bigint not null check (place / 1000000 = county),
  cooperative_id uuid, project_id uuid not null,
  step text not null check (step in ('library', 'review', 'notice', 'award', 'start', 'progress', 'acceptance', 'handover')),
  kind text not null, digest text not null, reached_on date not null, due_on date not null,
  ended_on date check (ended_on >= reached_on), proof_id uuid,
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id), foreign key (county, project_id) references project (county, id)
);
create unique index project_step_once on project_step (county, project_id, step) where ended_on is null;
create index project_step_place on project_step (place, step);
create table project_step_history (like project_step, retired_at timestamptz not null, retired_by uuid not null, reason text not null,
  primary key (county, id, revision));
create index project_step_history_place on project_step_history (place);
-- what the money is to achieve, as an indicator of the catalogue; the value is what the indicator says at the end
create table project_goal (
  county int not null, id uuid not null, place bigint not null check (place / 1000000 = county),
  cooperative_id uuid, project_id uuid not null, indicator text not null check (indicator ~ '^[a-z0-9_]{2,80}$'),
  direction text not null check (direction in ('up', 'down')),
  unit text not null check (length(unit) between 1 and 30),
  -- in the smallest unit of the indicator: fen, basis points, whole things
  baseline bigint not null, target bigint not null, weight_bp int not null check (weight_bp between 1 and 10000),
  due_on date not null, value bigint, score_bp int check (score_bp between 0 and 10000),
  scored_on date check (scored_on >= due_on), scored_by uuid,
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id), constraint project_goal_once unique (county, project_id, indicator),
  foreign key (county, project_id) references project (county, id),
  check ((direction = 'up') = (target > baseline) and target <> baseline),
  check ((value is null) = (score_bp is null) and (value is null) = (scored_on is null) and (value is null) = (scored_by is null))
);
create index project_goal_place on project_goal (place);
create table project_goal_history (like project_goal, retired_at timestamptz not null, retired_by uuid not null, reason text not null,
  primary key (county, id, revision));
create index project_goal_history_place on project_goal_history (place);

-- who was chosen by tender or by the villagers' discussion of one matter (一事一议)
create table project_award (
  county int not null, id uuid not null, place bigint not null check (place / 1000000 = county),
  cooperative_id uuid, project_id uuid not null, method text not null check (method in ('tender', 'discussion')),
  subject text not null check (length(subject) between 2 and 200), bidders int check (bidders >= 0),
  party_kind text not null check (party_kind in ('enterprise', 'cooperative', 'household', 'person', 'agency')),
  party_county int, party_id uuid, party_name text not null check (length(party_name) between 1 and 100),
  amount_fen bigint not null check (amount_fen > 0), contracted_fen bigint not null default 0,
  decided_on date not null, document_number text check (length(document_number) between 1 and 60), motion_id uuid,
  -- the content of the project it was decided for
  digest text not null, revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id), foreign key (county, project_id) references project (county, id),
  check ((party_county is null) = (party_id is null)),
  -- fewer than three bidders: invited anew (law on tenders, article 28)
  constraint project_award_bidders check (method <> 'tender' or (bidders >= 3 and document_number is not null)),
  check ((method = 'discussion') = (motion_id is not null)),
  constraint project_award_contracted check (contracted_fen between 0 and amount_fen)
);
create index project_award_place on project_award (place);
create table project_award_history (like project_award, retired_at timestamptz not null, retired_by uuid not null, reason text not null,
  primary key (county, id, revision));

-- signed with the party chosen; its amount is reserved in the fund ledger until it is paid or the contract ends
create table project_contract (
  county int not null, id uuid not null, place bigint not null check (place / 1000000 = county),
  cooperative_id uuid, project_id uuid not null, award_id uuid not null,
  number text not null check (length(number) between 1 and 60),
  party_kind text not null check (party_kind in ('enterprise', 'cooperative', 'household', 'person', 'agency')),
  party_county int, party_id uuid, party_name text not null check (length(party_name) between 1 and 100),
  amount_fen bigint not null check (amount_fen > 0), paid_fen bigint not null default 0, signed_on date not null,
  starts_on date not null check (starts_on >= signed_on), through_on date not null check (through_on >= starts_on),
  -- the account of the fund ledger and, where money of one document only is meant, that document
  account_county int not null, account_id uuid not null, document_id uuid, commitment_id uuid not null,
  ended_on date check (ended_on >= signed_on), ended_reason text check (length(ended_reason) between 1 and 500),
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id), constraint project_contract_number unique (county, place, number),
  foreign key (county, project_id) references project (county, id),
  foreign key (county, award_id) references project_award (county, id),
  check ((ended_on is null) = (ended_reason is null)),
  constraint project_contract_paid check (paid_fen between 0 and amount_fen)
);
create index project_contract_place on project_contract (place);
create index project_contract_project on project_contract (county, project_id);
create table project_contract_history (like project_contract, retired_at timestamptz not null, retired_by uuid not null, reason text not null,
  primary key (county, id, revision));

-- how far the work is, with photographs as attachments
create table project_progress (
  county int not null, id uuid not null, place bigint not null check (place / 1000000 = county),
  cooperative_id uuid, project_id uuid not null, reported_on date not null,
  done_bp int not null check (done_bp between 0 and 10000),
  note text not null check (length(note) between 2 and 1000),
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id), constraint project_progress_once unique (county, project_id, reported_on),
  foreign key (county, project_id) references project (county, id)
);
create index project_progress_place on project_progress (place);
create table project_progress_history (like project_progress, retired_at timestamptz not null, retired_by uuid not null, reason text not null,
  primary key (county, id, revision));

-- the finished work looked at by others than those who made it
create table project_acceptance (
  county int not null, id uuid not null, place bigint not null check (place / 1000000 = county),
  cooperative_id uuid, project_id uuid not null, verdict text not null check (verdict in ('passed', 'failed')),
  accepted_on date not null, members text not null check (length(members) between 2 and 300),
  opinion text not null check (length(opinion) between 2 and 1000), digest text not null, proposed_by uuid not null,
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id), foreign key (county, project_id) references project (county, id),
  constraint project_acceptance_two_persons check (recorded_by <> proposed_by)
);
create index project_acceptance_place on project_acceptance (place);
create table project_acceptance_history (like project_acceptance, retired_at timestamptz not null, retired_by uuid not null, reason text not null,
  primary key (county, id, revision));

-- an asset of the register that the project paid for; one asset belongs to one project
create table project_asset (
  county int not null, id uuid not null, place bigint not null check (place / 1000000 = county),
  cooperative_id uuid, project_id uuid not null, asset_id uuid not null,
  asset_name text not null check (length(asset_name) between 1 and 100),
  amount_fen bigint not null check (amount_fen > 0), handed_on date not null,
  keeper text not null check (length(keeper) between 2 and 100),
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id), constraint project_asset_once unique (county, asset_id),
  foreign key (county, project_id) references project (county, id),
  foreign key (county, asset_id) references asset (county, id)
);
create index project_asset_place on project_asset (place);
create table project_asset_history (like project_asset, retired_at timestamptz not null, retired_by uuid not null, reason text not null,
  primary key (county, id, revision));

-- an order to pay: who asks, who approves, who pays are different persons; its digest is what was approved
create table payment_order (
  county int not null, id uuid not null, place bigint not null check (place / 1000000 = county),
  cooperative_id uuid, project_id uuid not null, contract_id uuid,
  purpose text not null check (purpose ~ '^[a-z_]{3,40}$'),
  spent_on text not null check (spent_on in ('asset', 'expense', 'household')),
  account_county int not null, account_id uuid not null, document_id uuid,
  amount_fen bigint not null check (amount_fen > 0),
  payee_kind text not null check (payee_kind in ('household', 'cooperative', 'enterprise', 'person', 'agency')),
  payee_county int, payee_id uuid, payee_name text not null check (length(payee_name) between 1 and 100),
  bank_tail text check (bank_tail ~ '^\d{4}$'), invoice_number text check (length(invoice_number) between 1 and 40),
  invoiced_on date, memo text not null check (length(memo) between 2 and 200), asked_on date not null,
  -- to this payee for this project within the days of the rule, this order and what is still open included
  window_fen bigint not null check (window_fen >= amount_fen),
  -- how many approve, by the table of amounts in force on the day of asking
  approvals int not null check (approvals between 1 and 3),
  state text not null check (state in ('asked', 'paid', 'refused', 'withdrawn')), digest text not null,
  made_by uuid not null, first_by uuid, second_by uuid, third_by uuid,
  paid_on date, paid_by uuid, payment_id uuid, voucher_id uuid,
  ended_reason text check (length(ended_reason) between 1 and 500),
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id), foreign key (county, project_id) references project (county, id),
  foreign key (county, contract_id) references project_contract (county, id),
  check ((payee_county is null) = (payee_id is null)), check (spent_on <> 'asset' or invoice_number is not null),
  check ((state = 'paid') = (paid_on is not null and paid_by is not null and payment_id is not null and first_by is not null)),
  check ((state in ('refused', 'withdrawn')) = (ended_reason is not null)), constraint payment_order_persons check (
    first_by <> made_by and second_by <> made_by and third_by <> made_by and paid_by <> made_by
    and first_by <> second_by and first_by <> third_by and second_by <> third_by
    and paid_by <> first_by and paid_by <> second_by and paid_by <> third_by
  ),
  constraint payment_order_approvals check (
    state <> 'paid' or ((approvals < 2 or second_by is not null) and (approvals < 3 or third_by is not null))
  )
);
create index payment_order_place on payment_order (place, state);
create index payment_order_project on payment_order (county, project_id, asked_on);
create unique index payment_order_payment on payment_order (county, payment_id) where payment_id is not null;
create index payment_order_paid on payment_order (payment_id) where payment_id is not null;
create table payment_order_history (like payment_order, retired_at timestamptz not null, retired_by uuid not null, reason text not null,
  primary key (county, id, revision));
create index payment_order_history_place on payment_order_history (place);

-- a payment or several that a rule found: a case with a result; the same finding of the same rule is one case
create table misuse_alert (
  county int not null, id uuid not null, place bigint not null check (place / 1000000 = county),
  rule text not null check (rule in ('split', 'round_sum', 'payee_twice', 'payee_unknown', 'payee_dead', 'invoice_twice',
    'cadre_household', 'moved_and_back', 'outside_window', 'shared_account', 'no_poor_member', 'year_end', 'list_repeated',
    'other_account', 'same_phone', 'same_photo', 'members_jump', 'idle_year')),
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  -- ids of the payments or movements it is about, oldest first
  entries jsonb not null, payee_name text check (length(payee_name) between 1 and 100),
  amount_fen bigint not null check (amount_fen > 0), occurred_on date not null, detail jsonb not null,
  found_on date not null, state text not null check (state in ('open', 'confirmed', 'cleared')),
  result text check (length(result) between 1 and 1000),
  misuse text check (misuse in ('encroachment', 'misappropriation', 'fraudulent_claim', 'other')),
  decided_on date check (decided_on >= found_on), decided_by uuid,
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id), constraint misuse_alert_once unique (county, rule, fingerprint),
  check ((state = 'open') = (decided_on is null) and (decided_on is null) = (decided_by is null) and (decided_on is null) = (result is null)),
  check ((state = 'confirmed') = (misuse is not null))
);
create index misuse_alert_place on misuse_alert (place, state);
create table misuse_alert_history (like misuse_alert, retired_at timestamptz not null, retired_by uuid not null, reason text not null,
  primary key (county, id, revision));
create index misuse_alert_history_place on misuse_alert_history (place);

-- a sample of payments drawn from a seed: the same seed over the same payments draws the same lines again
create table audit_sample (
  county int not null, id uuid not null, place bigint not null check (place / 1000000 = county),
  title text not null check (length(title) between 2 and 100),
  seed text not null check (length(seed) between 1 and 60), drawn_for bigint not null, paid_from date not null,
  paid_through date not null check (paid_through >= paid_from), least_fen bigint not null check (least_fen >= 0),
  population int not null check (population >= 0), population_fen bigint not null check (population_fen >= 0),
  -- over the ids and amounts of everything that could have been drawn
  population_digest text not null, size int not null check (size between 0 and population), drawn_on date not null,
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id)
);
create index audit_sample_place on audit_sample (place);
create table audit_sample_history (like audit_sample, retired_at timestamptz not null, retired_by uuid not null, reason text not null,
  primary key (county, id, revision));
create table audit_sample_item (
  county int not null, id uuid not null, place bigint not null check (place / 1000000 = county),
  sample_id uuid not null, number int not null check (number >= 1),
  payment_county int not null, payment_id uuid not null, payment_place bigint not null, paid_on date not null,
  payee_name text not null, amount_fen bigint not null check (amount_fen > 0),
  verdict text not null check (verdict in ('open', 'in_order', 'objected')), note text check (length(note) between 1 and 1000),
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id), constraint audit_sample_item_once unique (county, sample_id, payment_county, payment_id),
  foreign key (county, sample_id) references audit_sample (county, id),
  check (verdict <> 'objected' or note is not null)
);
create index audit_sample_item_place on audit_sample_item (place);
create table audit_sample_item_history (like audit_sample_item, retired_at timestamptz not null, retired_by uuid not null, reason text not null,
  primary key (county, id, revision));

-- what audit, discipline or supervision found at a place, linked to the entry; it stays until it is put right and looked at again
create table finding (
  county int not null, id uuid not null, place bigint not null check (place / 1000000 = county),
  number text not null check (length(number) between 1 and 40),
  source text not null check (source in ('audit', 'discipline', 'supervision')),
  misuse text not null check (misuse in ('encroachment', 'misappropriation', 'fraudulent_claim', 'other')),
  title text not null check (length(title) between 2 and 200),
  detail text not null check (length(detail) between 2 and 2000), amount_fen bigint not null check (amount_fen >= 0),
  -- the entry it is about
  entry_type text check (entry_type in ('payment', 'payment_order', 'project', 'misuse_alert')),
  entry_county int, entry_id uuid, sample_item_id uuid,
  responsible text not null check (length(responsible) between 2 and 100), found_on date not null,
  due_on date not null check (due_on > found_on), state text not null check (state in ('open', 'answered', 'closed')),
  answer text check (length(answer) between 1 and 2000), answered_on date check (answered_on >= found_on),
  answered_by uuid, recovered_fen bigint not null default 0 check (recovered_fen >= 0),
  closed_on date check (closed_on >= answered_on), closed_by uuid,
  closing_opinion text check (length(closing_opinion) between 1 and 1000),
  reopened int not null default 0 check (reopened >= 0),
  revision int not null, recorded_at timestamptz not null, recorded_by uuid not null,
  primary key (county, id), constraint finding_number unique (county, place, number),
  check ((entry_type is null) = (entry_id is null) and (entry_id is null) = (entry_county is null)),
  check (state = 'open' or (answer is not null and answered_on is not null and answered_by is not null)),
  check ((state = 'closed') = (closed_on is not null) and (closed_on is null) = (closed_by is null)),
  -- nobody closes what he put right himself
  constraint finding_two_persons check (closed_by <> answered_by)
);
create index finding_place on finding (place, state, due_on);
create table finding_history (like finding, retired_at timestamptz not null, retired_by uuid not null, reason text not null,
  primary key (county, id, revision));
create index finding_history_place on finding_history (place);
-- how many files hang on a record of a project, for whoever sees the record: a cooperative has no sight of the files themselves
create function project_files(of_county int, of_table text, of_id uuid, of_type text) returns bigint language sql stable security definer
set search_path = public, pg_temp as $$
  select count(*) from attachment as f where f.county = of_county and f.subject_type = of_table and f.subject_id = of_id
    and of_table in ('project_award', 'project_progress', 'payment_order') and f.media_type like of_type
$$;
-- Money without a goal is not released (anchor row 110): whatever a project, or a use that projects are for, is paid or
-- promised asks that the goals of the project weigh everything together, by whatever way it comes.
alter function fund_forbid(fund_movement, fund_account, fund_account) rename to fund_forbid_use;
create function fund_forbid(m fund_movement, giver fund_account, taker fund_account) returns void
language plpgsql set search_path = public, pg_temp as $$
begin
  perform fund_forbid_use(m, giver, taker);
  if m.kind = 'payment' and giver.pool = 'special'
    and (m.project_id is not null or m.purpose in ('industry', 'breeding_stock', 'machinery', 'production_building', 'training'))
    and coalesce((select sum(g.weight_bp) from project_goal as g
      where g.county = m.project_county and g.project_id = m.project_id), 0) <> 10000
  then perform fund_refuse('fund_without_goal', '{}'); end if;
end $$;
-- one invoice is paid once, or in parts of one contract; within a banner, beyond it the detectors look
alter table payment_order add constraint payment_order_invoice_once exclude using gist
  (county with =, invoice_number with =, coalesce(contract_id, id) with <>) where (invoice_number is not null and state in ('asked', 'paid'));
