-- outside a transaction
-- Words of one authority that wait, newest first (P5).
create index concurrently if not exists instruction_parked on disposition.instruction ((body ->> 'authority'), received_at desc, id desc)
  where shipment_id = '';
