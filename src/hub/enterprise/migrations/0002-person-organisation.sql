-- outside a transaction
-- Staff of an organisation: whom to tell of a case (M2).
create index concurrently if not exists person_organisation on enterprise.person (organisation_id);
