-- Keys of the port office count once a second person, the security administrator, has confirmed them (R25). Those that are there count.
alter table enterprise.api_key add column waits_since timestamptz, add column confirmed_by text;
