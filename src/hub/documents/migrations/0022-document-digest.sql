-- outside a transaction
-- Which documents name a body: its policy asks it (P11).
create index concurrently if not exists document_digest on documents.document (digest);
