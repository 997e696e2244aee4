-- What carriers say lies under a bill and on a voyage (P5): the graph of a case is made of its form and of these, in whichever order they
-- come. The last word of a channel on a bill counts; a bill that was taken back stays as an empty row, so that an older word does not bring
-- it back.
create table disposition.manifest (
  bill text not null,
  channel text not null,
  conveyance text,
  containers text[] not null,
  -- goods by their description, with the boxes they lie in
  items jsonb not null,
  sent_at timestamptz not null,
  message_id uuid not null,
  primary key (bill, channel)
);
create index manifest_containers on disposition.manifest using gin (containers);

-- The second lock (P11): a bill has goods of many owners; only the flow reads it, and shows each case its own part.
alter table disposition.manifest enable row level security;
create policy nobody on disposition.manifest using (false);
