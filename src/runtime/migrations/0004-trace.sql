-- The trace of the request or reaction that emitted an event goes on in what reacts to it (P3). Null in events of versions before.
-- No index: one is found by its deliveries and messages.
alter table runtime.event add column trace_id uuid;
