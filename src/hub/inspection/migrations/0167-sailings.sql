-- Departures as carriers tell them (N11, M12): the cut-off of whoever is inspected for that conveyance. Schedules are published.
create table inspection.sailing (
  conveyance text not null,
  voyage text not null,
  name text not null,
  place text not null,
  departs_at timestamptz not null,
  certainty text not null,
  said_at timestamptz not null,
  channel text not null,
  message_id uuid not null,
  primary key (conveyance, voyage)
);
