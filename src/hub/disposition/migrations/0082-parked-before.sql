-- outside a transaction
-- See 0081.
create index concurrently if not exists instruction_parked_before on disposition.instruction (received_at) where shipment_id = '' and named is null;
