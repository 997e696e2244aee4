-- outside a transaction: the operator desk's lists of one channel or one case, newest first, without looking at the others' rows.
create index concurrently if not exists delivery_channel on exchange.delivery (channel, seq desc);
create index concurrently if not exists delivery_shipment on exchange.delivery (shipment_id, seq desc);
