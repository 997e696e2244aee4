-- Space booked with ocean carriers for a case, and what carriers say of it (N11; DCSA Booking 2.0).
create schema carriage;

create table carriage.booking (
  id uuid primary key,
  shipment_id uuid not null,
  -- the how-manieth of its case; with the case number it is our reference
  serial integer not null,
  reference text not null unique,
  version integer not null,
  content jsonb not null,
  state text not null,
  -- what was sent last and not answered yet
  asked text check (asked in ('update', 'amendment', 'cancellation')),
  amendment text,
  cancellation text,
  request_reference text,
  booking_reference text,
  feedbacks jsonb not null,
  plan jsonb not null,
  cut_offs jsonb not null,
  said_at timestamptz,
  ordered_at timestamptz not null,
  ordered_by text not null,
  simulated boolean not null,
  unique (shipment_id, serial)
);
create index booking_by_request on carriage.booking (request_reference) where request_reference is not null;
create index booking_by_number on carriage.booking (booking_reference) where booking_reference is not null;

-- What carriers said of bookings; how one stands is a function of the set of these. One that names no booking known here is kept: a later one may
-- tell the number that it goes by.
create table carriage.booking_word (
  digest text primary key,
  channel text not null,
  reference text,
  request_reference text,
  booking_reference text,
  booking_id uuid,
  shipment_id uuid,
  said jsonb not null,
  message_id uuid not null,
  heard_at timestamptz not null,
  simulated boolean not null
);
create index word_of_booking on carriage.booking_word (booking_id) where booking_id is not null;
create index word_by_request on carriage.booking_word (request_reference) where booking_id is null;
create index word_by_number on carriage.booking_word (booking_reference) where booking_id is null;

-- The second lock (P11): what is booked, and at which contract, is shown to those whose case it is and who act for them, not to every party of it.
alter table carriage.booking enable row level security;
create policy concerned on carriage.booking
  using (runtime.reader_kind() in ('trader', 'broker') and shipment.may_see(shipment_id));
alter table carriage.booking_word enable row level security;
create policy concerned on carriage.booking_word
  using (runtime.reader_kind() in ('trader', 'broker') and shipment_id is not null and shipment.may_see(shipment_id));
