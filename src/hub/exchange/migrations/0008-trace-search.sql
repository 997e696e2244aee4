-- outside a transaction: the operator finds what was sent and what came by the trace id he is told.
create index concurrently if not exists delivery_trace on exchange.delivery (trace_id) where trace_id is not null;
create index concurrently if not exists inbound_trace on exchange.inbound (trace_id) where trace_id is not null;
