-- A document that a public standard gives a method and a path of its own goes there (N11; decision 0069): what was written with it, so that every
-- attempt asks the same. Absent: it is posted to the channel's address.
alter table documents.document add column call jsonb;
