-- Who must speak for what is changed by the port office, by two persons, after a rehearsal (P5): each change with who and why, for good.
create table disposition.rule_change (
  id uuid primary key,
  state text not null,
  -- the rule as it is to be; its version is given when it is approved
  body jsonb not null,
  reason text not null,
  proposed_at timestamptz not null,
  proposed_by_id text not null,
  proposed_by text not null,
  rehearsal jsonb,
  decided_at timestamptz,
  decided_by text
);
create index rule_change_state on disposition.rule_change (state, id desc);
-- The second lock (P11): what is in force everybody may know; what is only proposed is the port office's.
alter table disposition.rule_change enable row level security;
create policy in_force_or_own on disposition.rule_change using (state = 'approved' or runtime.reader_kind() = 'port-office');
