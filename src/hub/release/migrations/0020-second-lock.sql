-- The second lock (P11): a release is shown to whom its case is.
alter table release.release enable row level security;
create policy concerned on release.release using (shipment.may_see(shipment_id));
alter table release.unit enable row level security;
create policy concerned on release.unit using (shipment.may_see(shipment_id));
