-- The second lock (P11): what goes through the exchange is the platform's own business and the port office's, which runs it.
alter table exchange.delivery enable row level security;
create policy run_by_port_office on exchange.delivery using (runtime.reader_kind() = 'port-office');
alter table exchange.attempt enable row level security;
create policy run_by_port_office on exchange.attempt using (runtime.reader_kind() = 'port-office');
alter table exchange.inbound enable row level security;
create policy run_by_port_office on exchange.inbound using (runtime.reader_kind() = 'port-office');
alter table exchange.history enable row level security;
create policy run_by_port_office on exchange.history using (runtime.reader_kind() = 'port-office');
alter table exchange.held enable row level security;
create policy run_by_port_office on exchange.held using (runtime.reader_kind() = 'port-office');
alter table exchange.interpreted enable row level security;
create policy run_by_port_office on exchange.interpreted using (runtime.reader_kind() = 'port-office');
alter table exchange.pointer enable row level security;
create policy run_by_port_office on exchange.pointer using (runtime.reader_kind() = 'port-office');
alter table exchange.waiting enable row level security;
create policy run_by_port_office on exchange.waiting using (runtime.reader_kind() = 'port-office');
