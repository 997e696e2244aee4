-- outside a transaction
-- A rehearsal asks for the cases of the last days (P5).
create index concurrently if not exists instruction_recent on disposition.instruction (received_at) where shipment_id <> '';
