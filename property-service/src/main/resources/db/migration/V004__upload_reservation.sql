set local lock_timeout = '5s';

-- Room that uploads under way will need; what is stored is counted in image itself.
create table upload_reservation (
  id          uuid        not null primary key,
  uploaded_by uuid        not null,
  size_bytes  bigint      not null,
  created_at  timestamptz not null,
  constraint ck_upload_reservation_size check (size_bytes > 0)
);

create index ix_upload_reservation_uploaded_by on upload_reservation (uploaded_by, created_at);
