-- Snapshots of an audience's view: one for each book, behind the same wall.
create table gobetween.snapshots (
  talks text collate "C" not null,
  audience text collate "C" not null,
  position bigint not null,
  content bytea not null,
  bond bytea not null,
  primary key (talks, audience),
  foreign key (talks, audience) references gobetween.books
);
alter table gobetween.snapshots owner to gobetween_owner;
alter table gobetween.snapshots enable row level security;
alter table gobetween.snapshots force row level security;
create policy own_snapshot on gobetween.snapshots for select to gobetween_reader using (
  audience = (select gobetween.principal())
  and ((select gobetween.is_application()) or talks in (select gobetween.admitted()))
);
create policy written_by_functions on gobetween.snapshots to gobetween_owner using (true) with check (true);
grant select on gobetween.snapshots to gobetween_reader;

create function gobetween.own_snapshot(of_talks text) returns table ("position" bigint, content bytea, bond bytea)
  language sql stable security definer set search_path = pg_catalog, pg_temp set client_min_messages = warning as $$
  select s.position, s.content, s.bond from gobetween.snapshots s where s.talks = of_talks
$$;

-- Keeps the principal's own snapshot in the place of the one that is there.
create function gobetween.keep_snapshot(of_talks text, at_position bigint, new_content bytea, new_bond bytea) returns void
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp set client_min_messages = warning set lock_timeout = '10s' as $$
declare
  actor text := gobetween.acting(of_talks);
begin
  if new_content is null or new_bond is null or not exists (
    select from gobetween.books b where b.talks = of_talks and b.audience = actor and at_position between 0 and b.size
  ) then
    raise exception 'not disclosed' using errcode = 'GB002';
  end if;
  insert into gobetween.snapshots values (of_talks, actor, at_position, new_content, new_bond)
    on conflict (talks, audience) do update
    set position = excluded.position, content = excluded.content, bond = excluded.bond;
end
$$;

grant create on schema gobetween to gobetween_reader;
alter function gobetween.own_snapshot(text) owner to gobetween_reader;
revoke create on schema gobetween from gobetween_reader;
alter function gobetween.keep_snapshot(text, bigint, bytea, bytea) owner to gobetween_owner;
revoke all on function gobetween.own_snapshot(text), gobetween.keep_snapshot(text, bigint, bytea, bytea) from public;
grant execute on function gobetween.own_snapshot(text), gobetween.keep_snapshot(text, bigint, bytea, bytea) to gobetween_actor;
