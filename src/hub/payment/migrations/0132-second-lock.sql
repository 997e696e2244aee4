-- The second lock (P11): money is shown to those whose case it is and who act for them, not to every party of the case; statements of
-- banks to the port office, which reconciles them.
alter table payment.bill enable row level security;
create policy concerned on payment.bill
  using (runtime.reader_kind() in ('trader', 'broker') and shipment.may_see(shipment_id));
alter table payment.payment_order enable row level security;
create policy concerned on payment.payment_order
  using (runtime.reader_kind() in ('trader', 'broker') and shipment.may_see(shipment_id));
alter table payment.word enable row level security;
create policy concerned on payment.word
  using (runtime.reader_kind() in ('trader', 'broker') and shipment.may_see(shipment_id));
alter table payment.statement enable row level security;
create policy run_by_port_office on payment.statement using (runtime.reader_kind() = 'port-office');
alter table payment.line enable row level security;
create policy run_by_port_office on payment.line using (runtime.reader_kind() = 'port-office');
alter table payment.standing enable row level security;
create policy own_standing on payment.standing
  using (organisation_id = runtime.reader_organisation()) with check (organisation_id = runtime.reader_organisation());
