-- outside a transaction
-- Kept words are found by the object that arrives; those that a node of the version before has parked name none and are few (P5).
create index concurrently if not exists instruction_named on disposition.instruction using gin (named) where shipment_id = '';
