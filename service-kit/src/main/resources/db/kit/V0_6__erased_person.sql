-- Whose account was deleted. Kept for good: an event that comes late or again finds it here.
create table erased_person (
  id        uuid        not null primary key,
  erased_at timestamptz not null
);
