-- Two-step declaration (两步申报, 公告 2019-127): after the summary the goods may go, the complete declaration is owed by a day; who owes it is
-- reminded before and told when it has passed. A case whose goods have left stays open until then.
create table shipment.completion (
  shipment_id uuid primary key references shipment.shipment (id),
  -- the last day, partner's time
  due_on text not null,
  filed_at timestamptz not null,
  completed_at timestamptz,
  goods_left boolean not null default false,
  reminded_at timestamptz,
  overdue_at timestamptz
);
create index completion_to_remind on shipment.completion (due_on) where completed_at is null and reminded_at is null;
create index completion_to_warn on shipment.completion (due_on) where completed_at is null and overdue_at is null;

-- The second lock (P11): as the versions of the case.
alter table shipment.completion enable row level security;
create policy concerned on shipment.completion using (shipment.may_see(shipment_id));
