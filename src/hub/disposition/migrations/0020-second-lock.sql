-- The second lock (P11): what is said about a case is shown to whom the case is. An instruction that is parked belongs to no case yet.
alter table disposition.case enable row level security;
create policy concerned on disposition.case using (shipment.may_see(shipment_id));
alter table disposition.object enable row level security;
create policy concerned on disposition.object using (shipment.may_see(shipment_id));
alter table disposition.instruction enable row level security;
create policy concerned on disposition.instruction using (case when shipment_id = '' then false else shipment.may_see(shipment_id::uuid) end);
alter table disposition.outcome enable row level security;
create policy concerned on disposition.outcome using (shipment.may_see(shipment_id));
alter table disposition.collision enable row level security;
create policy concerned on disposition.collision using (shipment.may_see(shipment_id));
