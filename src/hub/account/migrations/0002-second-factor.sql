-- Second factor (P11; 等保 身份鉴别: two factors): an authenticator's secret, sealed; codes for the day the phone is lost, as digests.
create table account.second_factor (
  person_id uuid primary key,
  sealed_secret text not null,
  created_at timestamptz not null,
  -- null until a first code has shown that the phone has it
  confirmed_at timestamptz,
  -- of the last code that was used: it and older ones work no more
  last_step bigint not null default 0
);
create table account.recovery_code (
  person_id uuid not null,
  code_digest text not null,
  used_at timestamptz,
  primary key (person_id, code_digest)
);
