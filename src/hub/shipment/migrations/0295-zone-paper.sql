-- Papers of special customs areas as customs has them (N1): the bonded list, and the gate pass made of it. The latest word on each counts, by the
-- partner's time; a gate pass is asked back once (`recalled_by`: the event for which).
create table shipment.zone_paper (
  shipment_id uuid not null references shipment.shipment (id),
  paper text not null,
  number text not null,
  centre_number text,
  version integer not null,
  say text not null,
  at timestamptz not null,
  recalled_by text,
  primary key (shipment_id, paper, number)
);

-- The second lock (P11): as the versions of the case.
alter table shipment.zone_paper enable row level security;
create policy concerned on shipment.zone_paper using (shipment.may_see(shipment_id));
