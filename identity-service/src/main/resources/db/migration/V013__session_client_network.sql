set local lock_timeout = '5s';

-- The address, or the /64 of an IPv6 one, from which the session was opened.
alter table session add column client_network varchar(45);
