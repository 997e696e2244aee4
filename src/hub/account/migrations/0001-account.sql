-- How people sign in (P11): counted failures, and links of letters.
create schema account;

-- Failures by account name and by address, known or not; the key is a keyed digest, because what is typed as an account may be a
-- password. Rows are forgotten a day after the last failure.
create table account.throttle (
  key text primary key,
  failures integer not null default 0,
  blocked_until timestamptz,
  last_at timestamptz not null
) with (fillfactor = 80);
create index throttle_last on account.throttle (last_at);

-- Links that work once and for a while: only a digest of what the letter holds.
create table account.link (
  id uuid primary key,
  purpose text not null check (purpose in ('reset', 'first-sign-in', 'address', 'invitation')),
  token_digest text not null unique,
  -- null where somebody asked for an account that there is not
  person_id uuid,
  -- what it confirms or offers: an address, a place in an organisation
  about jsonb not null default '{}',
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index link_person on account.link (person_id);
create index link_organisation on account.link ((about ->> 'organisationId')) where purpose = 'invitation';
create index link_expires on account.link (expires_at);
