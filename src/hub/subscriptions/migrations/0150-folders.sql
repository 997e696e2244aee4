-- An enterprise's SFTP folder beside its webhooks (N12): the far end's key is pinned, what opens it lies sealed; where files are taken from it
-- they are filed with the rights of who said so.
alter table subscriptions.subscription
  add column host_key text,
  add column sealed_key text,
  add column takes_files boolean not null default false,
  add column file_roles text[],
  add column files_due_at timestamptz,
  add column files_failures integer not null default 0;
-- What is not about an event: the answer to a file, as it was written.
alter table subscriptions.message add column body text;
