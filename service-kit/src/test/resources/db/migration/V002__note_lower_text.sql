-- Making it waits for every older transaction, which may take longer than a lock should.
set lock_timeout = '1min';
-- What an earlier try left behind when it failed is not valid, and helps nobody.
drop index concurrently if exists ix_note_lower_text;
create index concurrently ix_note_lower_text on note (lower(text));
reset lock_timeout;
