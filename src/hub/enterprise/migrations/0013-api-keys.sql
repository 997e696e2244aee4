-- API keys (P12): narrowed to some acts and channels, renewed with an overlap, warned of before they end; or a partner's public key with
-- which it signs its requests (RFC 9421), each nonce once.
alter table enterprise.api_key
  -- null: everything its roles allow; every channel of its organisation
  add column actions text[],
  add column channels text[],
  add column made_by uuid,
  add column public_key text,
  add column previous_digest text,
  add column previous_public_key text,
  add column previous_until timestamptz,
  add column warned_at timestamptz;

create table enterprise.request_nonce (
  key_id uuid not null,
  nonce text not null,
  expires_at timestamptz not null,
  primary key (key_id, nonce)
);
create index request_nonce_expires on enterprise.request_nonce (expires_at);
