-- The document library (P2): everything written, received or attached; bodies content-addressed, each stored once.
create schema documents;

create table documents.body (
  digest text primary key,
  bytes bytea not null
);
-- bodies are large and already compressed or short: no point in trying again
alter table documents.body alter column bytes set storage external;

create table documents.document (
  id uuid primary key,
  kind text not null,
  name jsonb not null,
  flow text not null,
  channel text,
  shipment_id uuid,
  shipment_version integer,
  client_number text,
  about_id uuid,
  note jsonb,
  media_type text not null,
  charset text,
  file_name text not null,
  size_bytes integer not null,
  digest text not null references documents.body (digest),
  simulated boolean not null,
  created_at timestamptz not null
);
create index document_shipment on documents.document (shipment_id, id);
create index document_client_number on documents.document (client_number) where client_number is not null;
create index document_about on documents.document (about_id) where about_id is not null;
