-- outside a transaction
-- Keys that wait for the second person, found without looking at the others (R25).
create index concurrently if not exists api_key_waiting on enterprise.api_key (organisation_id) where waits_since is not null;
