-- Whoever a document of a case goes to or came from takes part in the case, whichever program or version writes the document (P11).
create function documents.note_participant() returns trigger language plpgsql as $$
begin
  insert into shipment.participant (shipment_id, party) values (new.shipment_id, new.channel) on conflict do nothing;
  return null;
end $$;
create trigger document_participant after insert on documents.document
  for each row when (new.shipment_id is not null and new.channel is not null) execute function documents.note_participant();
create trigger document_joined after update of shipment_id on documents.document
  for each row when (new.shipment_id is not null and new.channel is not null and old.shipment_id is distinct from new.shipment_id)
  execute function documents.note_participant();

set local statement_timeout = 0;
insert into shipment.participant (shipment_id, party)
select distinct shipment_id, channel from documents.document where shipment_id is not null and channel is not null
on conflict do nothing;
