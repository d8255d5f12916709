create table note (
  id   uuid not null primary key,
  text varchar(100) not null,
  constraint uq_note_text unique (text)
);
