-- outside a transaction
-- an enterprise's own files, newest first
create index concurrently if not exists file_of_organisation on erp.file (organisation_id, id desc);
