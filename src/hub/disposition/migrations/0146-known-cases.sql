-- safe: of the two updates one is the trigger's, of the row its transaction holds already; the other touches cases with a word that has an end,
-- which are few.
-- A case's objects as they are have a token: whoever has made something of them knows by it whether they are still the same (P5). It changes
-- with the rows themselves, so that no statement can forget it; none yet for what was filed before.
alter table disposition.case add column edition uuid;
create function disposition.objects_changed() returns trigger language plpgsql as $$
begin
  update disposition.case c set edition = gen_random_uuid() where c.shipment_id in (select t.shipment_id from touched t);
  return null;
end $$;
create trigger added after insert on disposition.object referencing new table as touched
  for each statement execute function disposition.objects_changed();
create trigger changed after update on disposition.object referencing new table as touched
  for each statement execute function disposition.objects_changed();
create trigger removed after delete on disposition.object referencing old table as touched
  for each statement execute function disposition.objects_changed();

-- When the next of its words comes to its end: the case is decided again then, whether anybody says anything or not.
alter table disposition.case add column words_end timestamptz;
update disposition.case c set words_end = ends.at
from (select shipment_id, min((body ->> 'validUntil')::timestamptz) as at
      from disposition.instruction where body ? 'validUntil' and shipment_id <> '' group by shipment_id) ends
where c.shipment_id = ends.shipment_id::uuid;
