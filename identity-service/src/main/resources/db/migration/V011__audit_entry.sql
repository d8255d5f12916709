set local lock_timeout = '5s';

-- The audit trail of all services. What is written stays as it is.
create table audit_entry (
  id             uuid         not null primary key,
  service        varchar(50)  not null,
  action         varchar(100) not null,
  subject_type   varchar(50)  not null,
  subject_id     varchar(100) not null,
  actor_id       uuid,
  actor_role     varchar(20),
  session_id     uuid,
  client_address varchar(45),
  request_id     varchar(128) not null,
  before         jsonb,
  after          jsonb,
  occurred_at    timestamptz  not null
);

create index ix_audit_entry_newest on audit_entry (occurred_at desc, id desc);
create index ix_audit_entry_actor on audit_entry (actor_id, occurred_at desc, id desc)
  where actor_id is not null;
create index ix_audit_entry_subject on audit_entry (subject_id, occurred_at desc, id desc);
create index ix_audit_entry_action on audit_entry (action, occurred_at desc, id desc);

create function refuse_change_of_audit_entry() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('nanospace.audit_retention', true) = 'on' then
    return old;
  end if;
  raise exception 'The audit trail is append-only' using errcode = 'insufficient_privilege';
end $$;

create trigger tr_audit_entry_append_only before update or delete on audit_entry
  for each row execute function refuse_change_of_audit_entry();

create trigger tr_audit_entry_not_emptied before truncate on audit_entry
  for each statement execute function refuse_change_of_audit_entry();

-- The only way out, for a bounded number of the oldest lines; nothing younger than 30 days.
create function forget_audit_entries(kept_since timestamptz, max_lines int) returns bigint
  language plpgsql as $$
declare
  forgotten bigint;
begin
  perform set_config('nanospace.audit_retention', 'on', true);
  delete from audit_entry where id in (
    select id from audit_entry
    where occurred_at < least(kept_since, now() - interval '30 days')
    order by occurred_at limit max_lines);
  get diagnostics forgotten = row_count;
  perform set_config('nanospace.audit_retention', 'off', true);
  return forgotten;
end $$;
