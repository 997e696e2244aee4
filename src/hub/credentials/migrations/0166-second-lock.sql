-- The second lock (P11): certificates of a case are shown to those whose case it is and who act for them, to its authorities and the port office.
alter table credentials.credential enable row level security;
create policy concerned on credentials.credential using (shipment.may_see(shipment_id));
