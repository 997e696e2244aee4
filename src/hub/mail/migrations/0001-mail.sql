-- E-mail notices (M2): where a person wants them and how often, and every letter with its attempts. A letter keeps which events it
-- is about, never their words: those are told at the moment of sending, to whoever may see them then.
create schema mail;

create table mail.address (
  person_id uuid primary key,
  address text not null,
  rhythm text not null check (rhythm in ('at-once', 'hourly', 'daily')),
  -- null: what lands in the inbox by role
  filters jsonb,
  state text not null check (state in ('pending', 'confirmed', 'disabled')),
  -- a new one for each confirmation asked for: older links are worth nothing
  nonce uuid not null,
  confirmed_at timestamptz,
  disabled_because jsonb,
  last_sent_at timestamptz,
  updated_at timestamptz not null
);

create table mail.letter (
  id uuid primary key,
  -- outlives the address: how often a person asked for a confirmation is not forgotten with it
  person_id uuid not null,
  kind text not null check (kind in ('confirmation', 'notice')),
  -- what makes it one letter: the event, the hour, the day, the confirmation
  slot text not null,
  positions bigint[] not null,
  state text not null check (state in ('queued', 'sending', 'delivered', 'failed', 'withheld')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  claimed_until timestamptz,
  created_at timestamptz not null,
  ended_at timestamptz,
  last_detail text,
  unique (person_id, slot)
) with (fillfactor = 80);
create index letter_due on mail.letter (next_attempt_at) where state in ('queued', 'sending');
create index letter_ended on mail.letter (ended_at) where ended_at is not null;

insert into runtime.consumer (name, position)
select 'mail', coalesce(max(position), 0) from runtime.event
on conflict do nothing;
