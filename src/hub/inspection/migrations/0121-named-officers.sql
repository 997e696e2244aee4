-- An order that a draw has given to one officer (M6): the slot is sought for him.
create table inspection.named_officer (
  shipment_id uuid not null,
  authority text not null,
  -- the authority's number of the order
  number text not null,
  officer_id uuid not null,
  named_at timestamptz not null,
  primary key (shipment_id, authority, number)
);
-- The second lock (P11): who comes is the authority's own and the port office's; enterprises do not learn it beforehand.
alter table inspection.named_officer enable row level security;
create policy own_named on inspection.named_officer
  using (authority = runtime.reader_party() or runtime.reader_kind() = 'port-office');
