-- What a household received is asked for by the household, over all banners: the same cooperative may stand in another one.
create index payout_household on payout (household_id) where household_id is not null;
create index relief_line_household on relief_line (household_id);
