-- How attempts went, counted by five minutes (issue 6): a rolling table for health and status, so that nobody scans attempts. Figures, no
-- record: a node that dies takes its last second along.
create table partner.pulse (
  slot timestamptz not null,
  channel text not null,
  document_kind text not null,
  outcome text not null check (outcome in ('delivered', 'refused', 'unreachable')),
  -- of latency: the n-th reaches up to 2^(n/4) ms
  bucket smallint not null,
  attempts integer not null,
  primary key (channel, slot, document_kind, outcome, bucket)
) with (fillfactor = 70);
create index pulse_slot on partner.pulse (slot);

-- When a partner could not be reached: from its breaker's opening to its closing.
create table partner.outage (
  id uuid primary key,
  channel text not null,
  since timestamptz not null,
  until timestamptz
);
create unique index outage_open on partner.outage (channel) where until is null;
create index outage_since on partner.outage (since desc, id);
create index outage_of_channel on partner.outage (channel, since desc);

-- When somebody was last told of dead letters of a channel: a flood of them is one notice.
create table partner.told (
  channel text primary key,
  at timestamptz not null
);
-- The second lock (P11): about channels, no case; what is published of it is asked for by everybody.
