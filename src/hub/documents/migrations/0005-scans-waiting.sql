-- outside a transaction: attachments that wait for the scanner, found without looking at the others.
create index concurrently if not exists document_scanning on documents.document (id) where scan ->> 'state' = 'scanning';
