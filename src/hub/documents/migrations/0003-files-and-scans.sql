-- Attachments lie in the file store (a body without bytes says so); whose they are, and what the virus scanner said of them.
alter table documents.body alter column bytes drop not null;
alter table documents.document add column attached_by uuid;
alter table documents.document add column scan jsonb;
