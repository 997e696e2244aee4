-- Lanes (P3): each channel has one owner at a time, who reads the log of events by cursor. The log's positions are given in commit
-- order (runtime.event), so a cursor never passes a delivery that is not committed yet.
create table exchange.lane (
  channel text primary key,
  -- everything up to here has ended or is held
  cursor bigint not null default 0,
  -- counts owners: the fencing token that goes with every completion
  epoch bigint not null default 0,
  owner text,
  -- by the database's own clock, never a node's
  leased_until timestamptz
) with (fillfactor = 50);

-- The few deliveries the cursor has passed that have not ended: waiting for another try, or behind one that does.
create table exchange.held (
  delivery_id uuid primary key references exchange.delivery (id),
  channel text not null,
  position bigint not null
);
create index held_channel on exchange.held (channel, position);

create index event_of_lane on runtime.event ((payload ->> 'channel'), position)
  where type in ('document.dispatched', 'delivery.replayed');

-- Nothing is claimed row by row any more. The column claimed_until goes when no node of the version before can run beside this one.
update exchange.delivery set state = 'queued', claimed_until = null where state = 'sending';
drop index exchange.delivery_due;
drop index exchange.delivery_open_of_shipment;
create index delivery_open on exchange.delivery (channel, seq) where state = 'queued';
create index delivery_open_of_shipment on exchange.delivery (shipment_id, channel, seq) where state = 'queued';
