-- safe: it holds the rows of open objects only, and against writers of those alone, so that none of them is brought over as it was before.
insert into disposition.awaited (shipment_id, object_id, authority, since, due_at)
select o.shipment_id, o.object_id, w.authority, w.since, w.due_at
from (select shipment_id, object_id, disposition from disposition.outcome where outcome <> 'released' for share) o
cross join lateral disposition.awaited_in(o.disposition) w
on conflict do nothing;
