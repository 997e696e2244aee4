-- A key that was stolen (P7): it is published no longer, and what it signed is revoked and granted again.
-- safe: a constant and nullable columns
alter table release.key_change add column stolen boolean not null default false;
alter table release.signing_key
  add column stolen_at timestamptz,
  -- nothing that it signed is live any more
  add column cleared_at timestamptz;
