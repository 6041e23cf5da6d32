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
