-- outside a transaction
-- One confirmed address belongs to one account (P11).
create unique index concurrently if not exists person_email on enterprise.person (email);
