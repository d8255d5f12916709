create table image (
  id          uuid        not null primary key,
  filename    varchar(50) not null,
  uploaded_by uuid        not null,
  width       int         not null,
  height      int         not null,
  size_bytes  bigint      not null,
  created_at  timestamptz not null,
  constraint uq_image_filename unique (filename),
  constraint ck_image_size check (width > 0 and height > 0 and size_bytes > 0)
);

create index ix_image_uploaded_by on image (uploaded_by, created_at);
