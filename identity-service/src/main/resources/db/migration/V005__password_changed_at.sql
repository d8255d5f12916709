-- Null while the password is the first one. Hashing the same password anew does not count.
alter table account add column password_changed_at timestamptz;
