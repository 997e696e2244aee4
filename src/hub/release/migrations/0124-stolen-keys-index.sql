-- outside a transaction
-- Stolen keys whose releases are not all revoked yet.
create index concurrently if not exists signing_key_stolen on release.signing_key (stolen_at) where stolen_at is not null and cleared_at is null;
