-- Subscriptions (M2): who wants to be told of which events where, and every message to them with its attempts.
create schema subscriptions;

create table subscriptions.subscription (
  id uuid primary key,
  organisation_id uuid not null,
  name text not null,
  url text not null,
  -- empty: every type
  event_types text[] not null,
  state text not null check (state in ('active', 'paused', 'disabled')),
  sealed_secret text not null,
  -- signs beside the new one until then, so that the receiver can change over
  sealed_previous_secret text,
  previous_until timestamptz,
  failing_since timestamptz,
  last_success_at timestamptz,
  disabled_because jsonb,
  created_at timestamptz not null,
  created_by text not null
);
create index subscription_organisation on subscriptions.subscription (organisation_id, id);
create index subscription_active on subscriptions.subscription (id) where state = 'active';

create table subscriptions.message (
  seq bigint generated always as identity primary key,
  id uuid not null unique,
  subscription_id uuid not null references subscriptions.subscription (id) on delete cascade,
  -- 0 for a test message, which is about no event
  position bigint not null,
  event_type text not null,
  state text not null check (state in ('queued', 'sending', 'delivered', 'failed', 'withheld')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  claimed_until timestamptz,
  created_at timestamptz not null,
  delivered_at timestamptz,
  last_detail text
) with (fillfactor = 80);
-- each event goes to each subscription once, whoever fans out
create unique index message_once on subscriptions.message (subscription_id, position) where position > 0;
create index message_due on subscriptions.message (subscription_id, next_attempt_at) where state in ('queued', 'sending');
create index message_of_subscription on subscriptions.message (subscription_id, seq desc);
