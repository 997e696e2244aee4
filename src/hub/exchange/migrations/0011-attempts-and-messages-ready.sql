-- outside a transaction: the second step of three reads both tables through beside traffic and builds the indexes they have in partitions.
-- An attempt is known by its delivery, its number and its instant: a flush that comes twice brings the same three.
create unique index concurrently if not exists attempt_once on exchange.attempt (delivery_id, number, at);
create index concurrently if not exists inbound_id on exchange.inbound (id);
alter table exchange.inbound validate constraint inbound_first_bound;
alter table exchange.attempt validate constraint attempt_first_bound;
