-- The second lock (P11): an inspection is shown to whom its case is.
alter table inspection.task enable row level security;
create policy concerned on inspection.task using (shipment.may_see(shipment_id));
alter table inspection.part enable row level security;
create policy concerned on inspection.part
  using (exists (select 1 from inspection.task t where t.id = part.task_id and shipment.may_see(t.shipment_id)));
