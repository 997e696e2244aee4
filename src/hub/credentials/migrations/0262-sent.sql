-- Over which channels a certificate of ours goes (N14, N15), so that a channel's page can show what was exchanged with it.
create table credentials.sent (
  channel text not null,
  credential_id uuid not null references credentials.credential (id),
  primary key (channel, credential_id)
);
create index sent_of_credential on credentials.sent (credential_id);

-- The second lock (P11): whoever sees the certificate sees where it went.
alter table credentials.sent enable row level security;
create policy concerned on credentials.sent
  using (exists (select 1 from credentials.credential c where c.id = sent.credential_id));
