-- outside a transaction: the lists of cases in one state or at one point, newest first; a rare state is not looked for in all cases.
create index concurrently if not exists shipment_state on shipment.shipment (state, id desc) where version > 0;
create index concurrently if not exists shipment_progress on shipment.shipment (progress, id desc) where version > 0;
