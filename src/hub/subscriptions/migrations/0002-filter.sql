-- What a subscription asks for beyond types of events; null: nothing (M2).
alter table subscriptions.subscription add column filter jsonb;
