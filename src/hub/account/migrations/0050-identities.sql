-- Who a person is to an identity provider (P11; ASVS 6.8.1, 10.5.2): issuer and subject together, bound by an act of the person; and answers
-- of providers that were used, each once.
create table account.identity (
  id uuid primary key,
  person_id uuid not null,
  provider text not null,
  issuer text not null,
  subject text not null,
  linked_at timestamptz not null,
  last_used_at timestamptz,
  unique (issuer, subject)
);
create index identity_person on account.identity (person_id);

create table account.spent_answer (
  state_digest text primary key,
  expires_at timestamptz not null
);
create index spent_answer_expires on account.spent_answer (expires_at);
