-- outside a transaction
-- The secret before the last renewal is looked up like the present one (P12).
create unique index concurrently if not exists api_key_previous on enterprise.api_key (previous_digest) where previous_digest is not null;
