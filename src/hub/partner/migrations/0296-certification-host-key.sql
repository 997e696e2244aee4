-- Test systems that are an SFTP folder: the fingerprint of its host key, which no authority vouches for (issue 6).
alter table partner.certification add column host_key text;
