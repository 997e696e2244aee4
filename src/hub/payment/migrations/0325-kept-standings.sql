-- What banks and the foreign exchange administration said of enterprises that are not registered here yet: kept as it came, told again when
-- they register (SC 19, 22).
create table payment.kept_standing (
  channel text not null,
  kind text not null,
  number text not null,
  message_id uuid not null,
  uscc text not null,
  told jsonb not null,
  kept_at timestamptz not null,
  primary key (message_id, channel, kind, number)
);
create index kept_standing_of_uscc on payment.kept_standing (uscc, kept_at);

-- The second lock (P11): it is of nobody here yet, so nobody but the platform itself reads it.
alter table payment.kept_standing enable row level security;
create policy nobodys on payment.kept_standing using (false);
