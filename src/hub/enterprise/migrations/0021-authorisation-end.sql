-- outside a transaction
-- Authorisations whose end comes near: the warning looks for them by date (P11).
create index concurrently if not exists authorisation_end on enterprise.authorisation (valid_to) where revoked_at is null and accepted_at is not null and warned_period_at is null;
