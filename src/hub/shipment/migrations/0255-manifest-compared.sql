-- What the manifests of carriers and stations say of a bill against what is filed, as it was last told on the case: told again only when it is
-- another (a carrier sends a waybill, a house manifest and a flight manifest about the same goods).
create table shipment.manifest_compared (
  shipment_id uuid not null references shipment.shipment (id),
  bill text not null,
  differences jsonb not null,
  primary key (shipment_id, bill)
);

-- The second lock (P11): as the versions of the case.
alter table shipment.manifest_compared enable row level security;
create policy concerned on shipment.manifest_compared using (shipment.may_see(shipment_id));
