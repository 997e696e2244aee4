-- Events that ask authorities for something about no case (a draw's nonce, M6): those that are asked may read them. The rest is 0022, word
-- for word.
create or replace function shipment.shows_event(subject text, actor jsonb, payload jsonb) returns boolean
language plpgsql stable as $$
begin
  if actor ->> 'organisationId' = runtime.reader_organisation()::text
    or runtime.reader_organisation()::text in (payload ->> 'organisationId', payload ->> 'ownerId', payload ->> 'brokerId')
    or payload ->> 'personId' = runtime.reader_person()
    or payload -> 'contributors' ? runtime.reader_party() then
    return true;
  end if;
  return subject ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' and shipment.may_see(subject::uuid);
end $$;
