-- Files of an organisation's own records: its manager sees them and adds to them.
alter table attachment add column organisation_id uuid;
alter table attachment_history add column organisation_id uuid;
