-- Boxes that are carried by barge between two terminals of the river, and what their operator says of them (N11).
create table carriage.barge_order (
  id uuid primary key,
  shipment_id uuid not null,
  serial integer not null,
  reference text not null unique,
  content jsonb not null,
  state text not null,
  cancelling boolean not null,
  -- all that was said, each word once; the state is a function of them
  steps jsonb not null,
  ordered_at timestamptz not null,
  ordered_by text not null,
  simulated boolean not null,
  unique (shipment_id, serial)
);
-- The second lock (P11): as bookings.
alter table carriage.barge_order enable row level security;
create policy concerned on carriage.barge_order
  using (runtime.reader_kind() in ('trader', 'broker') and shipment.may_see(shipment_id));
