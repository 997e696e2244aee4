-- outside a transaction
-- What the list of revoked releases asks for (P7).
create index concurrently if not exists release_revoked on release.release (valid_until) where state = 'revoked';
