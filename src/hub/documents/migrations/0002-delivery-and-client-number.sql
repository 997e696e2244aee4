-- Where each sent document stands, as the exchange last told; and one client number names one document, for ever.
alter table documents.document add column delivery jsonb;
drop index documents.document_client_number;
create unique index document_client_number on documents.document (client_number) where client_number is not null;
