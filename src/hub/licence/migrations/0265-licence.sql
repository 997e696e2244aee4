-- Licences and quotas that commerce issues, and the filings that name them (N8; SC 16–18; GF18 1–2).
create schema licence;

create table licence.licence (
  id uuid primary key,
  number text not null unique,
  channel text not null,
  kind text not null,
  organisation_id uuid not null,
  state text not null,
  goods jsonb not null,
  granted jsonb not null,
  unit text,
  currency text,
  valid_from text not null,
  valid_to text not null,
  year integer,
  issuer text not null,
  said_at timestamptz not null,
  -- what is left in commerce's own books, and when it said so
  books_left jsonb,
  books_at timestamptz,
  -- reckoned anew from the claims whenever one of them changes, never patched
  balance jsonb not null,
  correction jsonb,
  message_id uuid not null,
  simulated boolean not null
);
create index licence_of_organisation on licence.licence (organisation_id, id);

-- Kept by number, because a filing may be here before commerce's word on its licence is. What is given back keeps its row.
create table licence.claim (
  number text not null,
  shipment_id uuid not null,
  version integer not null,
  trader_uscc text not null,
  lines jsonb not null,
  state text not null check (state in ('filed', 'cleared', 'given-back')),
  -- more than there was when it was last reckoned
  short boolean not null default false,
  filed_at timestamptz not null,
  cleared_at timestamptz,
  primary key (number, shipment_id)
);
create index claim_of_case on licence.claim (shipment_id);

-- The second lock (P11): a licence is its holder's, and for those who declare for him; a claim is part of its case.
alter table licence.licence enable row level security;
create policy concerned on licence.licence
  using (organisation_id = runtime.reader_organisation()
    or (runtime.reader_kind() = 'broker' and enterprise.is_authorised(organisation_id, null)));
alter table licence.claim enable row level security;
create policy concerned on licence.claim using (shipment.may_see(shipment_id));
