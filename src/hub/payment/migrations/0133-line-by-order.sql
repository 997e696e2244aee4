-- outside a transaction: beside traffic
-- What of an order is booked already: a second debit of it, or more back than went, stays open.
create index concurrently if not exists line_of_order on payment.line (order_id) where order_id is not null;
