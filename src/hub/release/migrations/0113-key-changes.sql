-- A new key for releases is asked for by one security administrator and made on the word of another (R25).
create table release.key_change (
  id uuid primary key,
  reason text not null,
  state text not null check (state in ('proposed', 'made', 'withdrawn')),
  proposed_at timestamptz not null,
  proposed_by_id text not null,
  proposed_by text not null,
  decided_at timestamptz,
  decided_by text,
  -- the key that was made
  kid text
);
-- one change at a time
create unique index key_change_waits on release.key_change ((true)) where state = 'proposed';
