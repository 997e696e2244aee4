-- The second lock (P11): a signature is shown to whom its case is; one over a partner's message to the port office's own work only.
alter table signatures.signature enable row level security;
create policy concerned on signatures.signature
  using (shipment_id is not null and shipment.may_see(shipment_id))
  with check (shipment_id is null or shipment.may_see(shipment_id));
alter table signatures.policy enable row level security;
create policy own on signatures.policy
  using (organisation_id = runtime.reader_organisation()) with check (organisation_id = runtime.reader_organisation());
