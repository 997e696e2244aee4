-- A person works for several organisations (P11): the first stands with the person, further ones here; `place` is where he works now.
create table enterprise.membership (
  person_id uuid not null references enterprise.person (id),
  organisation_id uuid not null references enterprise.organisation (id),
  roles text[] not null,
  joined_at timestamptz not null,
  ended_at timestamptz,
  primary key (person_id, organisation_id)
);
create index membership_organisation on enterprise.membership (organisation_id);

-- With the rights of whoever reads it, so that the policies of the tables hold (the second lock).
create view enterprise.place with (security_invoker = true) as
  select id as person_id, organisation_id, roles from enterprise.person where left_at is null
  union all
  select person_id, organisation_id, roles from enterprise.membership where ended_at is null;
