-- Which keys have sealed what lies in this database (decision 0051), by the name that is made of their digest. `kept`: one that is in use no
-- longer, sealed under the one that is: what cannot be sealed anew without a person (recovery codes, links of letters) is still checked by it.
create table runtime.seal_key (
  id text primary key,
  noted_at timestamptz not null,
  kept text
);
