-- Keys that sign releases, one of them in use; public parts stay published for as long as what they signed can be shown (P7).
create table release.signing_key (
  -- RFC 7638
  kid text primary key,
  algorithm text not null,
  spki bytea not null,
  -- of the key store; absent: the key is the one of the configuration
  key_reference text,
  made_at timestamptz not null,
  made_by text not null,
  reason text not null,
  retired_at timestamptz,
  published_until timestamptz
);
-- one signs
create unique index signing_key_in_use on release.signing_key ((true)) where retired_at is null;

-- Each signed list as it was given out, newest last.
create table release.revocation_list (
  number bigint primary key,
  issued_at timestamptz not null,
  next_update timestamptz not null,
  content_digest text not null,
  jws text not null
);
