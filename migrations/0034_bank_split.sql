-- One payment at the bank may be several lines of the ledger: by an explicit split, whose parts add up.
alter table bank_line add column split_in int check (split_in > 1), add column part_of uuid;
alter table bank_line_history add column split_in int, add column part_of uuid;
alter table bank_line drop constraint bank_line_check1;
alter table bank_line add constraint bank_line_matched check ((voucher_id is null) = (ordinal is null)
  and (voucher_id is null or split_in is null) and (voucher_id is null and split_in is null) = (matched_how is null)
  and (matched_how is null) = (matched_by_name is null));
alter table bank_line add constraint bank_line_split check (part_of is null or (voucher_id is not null and split_in is null));
alter table bank_line add constraint bank_line_whole foreign key (county, part_of) references bank_line (county, id);
create index bank_line_parts on bank_line (county, part_of) where part_of is not null;
