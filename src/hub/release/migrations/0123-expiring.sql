-- outside a transaction
-- Live releases by the end of their validity: those that have passed end as expired and are granted again (P7).
create index concurrently if not exists release_expiring on release.release (valid_until) where state = 'granted';
