-- Cases whose form or parties changed since the library's indexer looked; written with the change, emptied by the indexer (P2).
create table shipment.changed (
  seq bigint generated always as identity primary key,
  shipment_id uuid not null
);
insert into shipment.changed (shipment_id) select id from shipment.shipment;
