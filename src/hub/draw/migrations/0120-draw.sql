-- Double random (双随机, M6): draws, their frozen populations, nonces and outcomes. What is in `draw` and `contribution` is published; the
-- secret lies sealed until it is revealed. Who stands behind a commitment is in `target` and `officer`, for those it concerns.
create schema draw;
create sequence draw.number_sequence;

create table draw.draw (
  id uuid primary key,
  number text not null unique,
  authority text not null,
  -- id of the channel whose far end it is: which cases are its own
  party text not null,
  rule jsonb not null,
  demonstration boolean not null,
  opened_at timestamptz not null,
  commitment text,
  sealed_secret text,
  committed_at timestamptz,
  committed_receipt text,
  population jsonb,
  frozen_at timestamptz,
  frozen_receipt text,
  outcome jsonb,
  revealed_at timestamptz,
  revealed_receipt text
);

create table draw.contribution (
  draw_id uuid not null references draw.draw (id),
  authority text not null,
  nonce text not null,
  at timestamptz not null,
  receipt text not null,
  -- one nonce of each: whoever could give a second could choose
  primary key (draw_id, authority)
);

create table draw.target (
  draw_id uuid not null references draw.draw (id),
  commitment text not null,
  shipment_id uuid not null,
  shipment_number text not null,
  salt text not null,
  -- the authority's number of the order, once there is one
  instruction_number text,
  primary key (draw_id, commitment)
);
create index target_shipment on draw.target (shipment_id);

create table draw.officer (
  draw_id uuid not null references draw.draw (id),
  commitment text not null,
  authority text not null,
  officer_id uuid not null,
  name text not null,
  salt text not null,
  primary key (draw_id, commitment)
);

create table draw.replacement (
  draw_id uuid not null references draw.draw (id),
  target text not null,
  officer text not null,
  authority text not null,
  kind text not null,
  reason text not null,
  at timestamptz not null,
  by_name text not null,
  -- of the published event, once there is one
  receipt text,
  -- whoever was replaced once is not drawn for it again
  primary key (draw_id, target, officer)
);

-- The second lock (P11): a case's own commitment is for whom the case is; officers and reasons are the authority's and the port office's.
alter table draw.target enable row level security;
create policy concerned on draw.target using (shipment.may_see(shipment_id));
alter table draw.officer enable row level security;
create policy own_officers on draw.officer
  using (authority = runtime.reader_party() or runtime.reader_kind() = 'port-office');
alter table draw.replacement enable row level security;
create policy own_replacements on draw.replacement
  using (authority = runtime.reader_party() or runtime.reader_kind() = 'port-office');
