-- Time stamps of signatures (P4; RFC 3161): asked of an authority after the filing, tried again until it answers.
create table signatures.time_stamp (
  signature_id uuid primary key,
  shipment_id uuid not null,
  -- SHA-256 of the signature, hex: what is stamped
  imprint text not null,
  state text not null,
  signed_at timestamptz not null,
  attempts integer not null default 0,
  next_attempt_at timestamptz,
  -- the last failure, in a word or the authority's own words
  detail text,
  token bytea,
  stamped_at timestamptz
);
create index time_stamp_due on signatures.time_stamp (next_attempt_at) where state = 'due';
create index time_stamp_shipment on signatures.time_stamp (shipment_id);

-- The second lock (P11): a stamp is shown to whom its case is.
alter table signatures.time_stamp enable row level security;
create policy concerned on signatures.time_stamp
  using (shipment.may_see(shipment_id)) with check (shipment.may_see(shipment_id));
