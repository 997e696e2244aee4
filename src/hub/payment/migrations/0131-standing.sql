-- What a bank or the foreign exchange administration says of an enterprise: guarantees, letters of credit, the directory (SC 19, 22).
create table payment.standing (
  id uuid primary key,
  channel text not null,
  kind text not null,
  number text not null,
  organisation_id uuid not null,
  state text not null,
  grade text,
  currency text,
  amount numeric(19, 2),
  used numeric(19, 2),
  valid_to text,
  issuer text not null,
  text jsonb not null,
  said_at timestamptz not null,
  message_id uuid not null,
  simulated boolean not null,
  unique (channel, kind, number)
);
create index standing_of_organisation on payment.standing (organisation_id, kind, id);
