-- outside a transaction: the second step of three reads the table through beside traffic.
alter table runtime.event validate constraint event_first_bound;
