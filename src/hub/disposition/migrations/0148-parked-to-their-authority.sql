-- A word that waits for its object belongs to no case yet; whoever said it may see that it waits (P5).
drop policy concerned on disposition.instruction;
create policy concerned on disposition.instruction using (
  case when shipment_id = '' then runtime.reader_party() in (body ->> 'authority', body -> 'source' ->> 'channel')
  else shipment.may_see(shipment_id::uuid) end);
