-- outside a transaction
-- What was first filed in a time: the population of a draw (M6).
create index concurrently if not exists version_first_filed on shipment.version (submitted_at) where version = 1;
