-- The trace a delivery goes out with and a message belongs to (P3). Null in rows of versions before.
alter table exchange.delivery add column trace_id uuid;
alter table exchange.inbound add column trace_id uuid;
