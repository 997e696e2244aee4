-- outside a transaction
-- what came over a channel, newest first
create index concurrently if not exists credential_of_channel on credentials.credential (channel, id desc) where channel is not null;
