-- What replicas count together. It may be lost at any time, so it isn't worth a write-ahead log, and
-- rows have room to be changed where they are. Expired ones are found by reading all: once a minute,
-- and there are no more than clients in a few minutes.
create unlogged table bucket (
    id         text primary key,
    state      bytea,
    expires_at bigint
) with (fillfactor = 50);
