-- What a person is shown of his sessions (device, address, last use), for whom a session acts, by which factors it was opened; the
-- address that letters about the account go to; when somebody left (P11; ASVS 7, 等保 身份鉴别).
alter table enterprise.session
  add column last_seen_at timestamptz,
  add column address text,
  add column device text,
  -- null: the organisation that the person was first registered with
  add column organisation_id uuid,
  add column second_factor_at timestamptz;
alter table enterprise.person
  add column email text,
  add column password_changed_at timestamptz,
  add column left_at timestamptz;
