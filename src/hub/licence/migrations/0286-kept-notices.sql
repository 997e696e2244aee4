-- What commerce said of licences whose holder is not registered here yet: kept as it came, told again when it registers (N8).
create table licence.kept_notice (
  message_id uuid not null,
  number text not null,
  holder_uscc text not null,
  told jsonb not null,
  kept_at timestamptz not null,
  primary key (message_id, number)
);
create index kept_notice_of_holder on licence.kept_notice (holder_uscc, kept_at);

-- The second lock (P11): it is of nobody here yet, so nobody but the platform itself reads it.
alter table licence.kept_notice enable row level security;
create policy nobodys on licence.kept_notice using (false);
