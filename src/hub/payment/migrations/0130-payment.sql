-- Duties and taxes of a case: bills of customs, orders to the bank, what banks say, statements (B16 三(三)3; CQ18 11; SC 19).
create schema payment;

create table payment.bill (
  id uuid primary key,
  -- whose numbers they are
  channel text not null,
  number text not null,
  shipment_id uuid not null,
  kind text not null,
  declaration_number text not null,
  payee text not null,
  payee_account text not null,
  currency text not null,
  amount numeric(19, 2) not null check (amount >= 0),
  issued_at timestamptz not null,
  due_on text,
  guarantee_number text,
  cancelled_at timestamptz,
  -- the same number came with another content: nobody pays it until it is cancelled
  differs boolean not null default false,
  confirmed_at timestamptz,
  treasury_number text,
  message_id uuid not null,
  simulated boolean not null,
  unique (channel, number)
);
create index bill_of_case on payment.bill (shipment_id, id);

create table payment.payment_order (
  id uuid primary key,
  bill_id uuid not null,
  shipment_id uuid not null,
  attempt integer not null,
  end_to_end_id text not null unique,
  currency text not null,
  amount numeric(19, 2) not null check (amount > 0),
  debtor_account text not null,
  state text not null,
  -- holds the bill: never again once it was refused or returned, whatever is said later
  standing boolean not null,
  returned numeric(19, 2) not null,
  settled_at timestamptz,
  reason jsonb,
  ordered_at timestamptz not null,
  ordered_by text not null,
  simulated boolean not null,
  unique (bill_id, attempt)
);
-- no bill is paid twice, whoever asks at the same moment
create unique index order_standing on payment.payment_order (bill_id) where standing;
create index order_of_case on payment.payment_order (shipment_id, id);

-- What banks said of an order; the state is a function of the set of these.
create table payment.word (
  order_id uuid not null,
  digest text not null,
  shipment_id uuid not null,
  said jsonb not null,
  message_id uuid not null,
  heard_at timestamptz not null,
  primary key (order_id, digest)
);

create table payment.statement (
  id uuid primary key,
  channel text not null,
  number text not null,
  account_end text not null,
  made_at timestamptz not null,
  lines integer not null,
  open_lines integer not null,
  message_id uuid not null,
  heard_at timestamptz not null,
  simulated boolean not null,
  unique (channel, number)
);
-- One booked entry, matched to an order or open until somebody says what it is.
create table payment.line (
  id uuid primary key,
  statement_number text not null,
  reference text not null,
  end_to_end_id text,
  credit boolean not null,
  currency text not null,
  amount numeric(19, 2) not null,
  booked_on text not null,
  state text not null,
  why jsonb,
  order_id uuid,
  settled_at timestamptz,
  settled_by text,
  settled_reason text,
  simulated boolean not null,
  unique (statement_number, reference)
);
create index line_by_state on payment.line (state, id desc);
