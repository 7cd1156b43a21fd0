-- Books: one for each audience of each talks. The order in which all entries went into them is the book of the audience ''.
create schema gobetween authorization gobetween_owner;
revoke all on schema gobetween from public;
grant usage on schema gobetween to gobetween_reader, gobetween_actor, gobetween_operator;
grant create on schema gobetween to gobetween_reader;  -- taken back below: a function is handed only to who could make one

create table gobetween.books (
  talks text collate "C" not null,
  audience text collate "C" not null,
  public_key bytea check (octet_length(public_key) = 32),
  size bigint not null,
  head bytea not null,
  primary key (talks, audience)
);
create table gobetween.lines (
  talks text collate "C" not null,
  audience text collate "C" not null,
  position bigint not null,
  content bytea not null,
  digest bytea not null,
  primary key (talks, audience, position),
  foreign key (talks, audience) references gobetween.books
);
create table gobetween.shape (version integer not null);  -- how many of these steps were taken
create table gobetween.logins (
  login name not null,
  talks text collate "C" not null,
  audience text collate "C" not null check (audience not in ('', 'custodian')),
  primary key (login, talks, audience)
);
alter table gobetween.books owner to gobetween_owner;
alter table gobetween.lines owner to gobetween_owner;
alter table gobetween.logins owner to gobetween_owner;
alter table gobetween.shape owner to gobetween_owner;
grant select on gobetween.shape to gobetween_actor, gobetween_operator;

create function gobetween.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'what was recorded stays' using errcode = '42501';
end
$$;
create trigger lines_stay before update or delete on gobetween.lines
  for each row execute function gobetween.refuse_change();
create trigger all_lines_stay before truncate on gobetween.lines
  for each statement execute function gobetween.refuse_change();

-- Who acts --------------------------------------------------------------------------------------------------------------

create function gobetween.principal() returns text language sql stable as $$
  select nullif(current_setting('gobetween.principal', true), '')
$$;

-- Whether the session was logged in with the application's rights: session_user stays what it is whatever role is set.
create function gobetween.is_application() returns boolean language sql stable as $$
  select pg_catalog.pg_has_role(session_user, 'gobetween_app', 'member')
$$;

-- The talks in which the session's own login may act as the principal.
create function gobetween.admitted() returns setof text language sql stable security definer
  set search_path = pg_catalog, pg_temp set client_min_messages = warning as $$
  select l.talks from gobetween.logins l where l.login = session_user and l.audience = gobetween.principal()
$$;

-- The principal, if the session may act as it in these talks.
create function gobetween.acting(of_talks text) returns text language sql stable security definer
  set search_path = pg_catalog, pg_temp set client_min_messages = warning as $$
  select gobetween.principal() where gobetween.is_application() or of_talks in (select gobetween.admitted())
$$;

-- The second wall -------------------------------------------------------------------------------------------------------

alter table gobetween.books enable row level security;
alter table gobetween.books force row level security;
alter table gobetween.lines enable row level security;
alter table gobetween.lines force row level security;
alter table gobetween.logins enable row level security;
alter table gobetween.logins force row level security;

create policy own_book on gobetween.books for select to gobetween_reader using (
  audience = (select gobetween.principal())
  and ((select gobetween.is_application()) or talks in (select gobetween.admitted()))
);
create policy own_lines on gobetween.lines for select to gobetween_reader using (
  audience = (select gobetween.principal())
  and ((select gobetween.is_application()) or talks in (select gobetween.admitted()))
);
create policy written_by_functions on gobetween.books to gobetween_owner using (true) with check (true);
create policy written_by_functions on gobetween.lines to gobetween_owner using (true) with check (true);
create policy asked_by_functions on gobetween.logins to gobetween_owner using (true);
create policy run_the_store on gobetween.books to gobetween_operator using (true) with check (true);
create policy run_the_store on gobetween.lines to gobetween_operator using (true) with check (true);
create policy run_the_store on gobetween.logins to gobetween_operator using (true) with check (true);

grant select on gobetween.books, gobetween.lines to gobetween_reader;
grant select, insert on gobetween.books, gobetween.lines to gobetween_operator;
grant select, insert, delete on gobetween.logins to gobetween_operator;

-- Reading: what the policies let through --------------------------------------------------------------------------------

create function gobetween.own_book(of_talks text) returns table (size bigint, head bytea, public_key bytea)
  language sql stable security definer set search_path = pg_catalog, pg_temp set client_min_messages = warning as $$
  select b.size, b.head, b.public_key from gobetween.books b where b.talks = of_talks
$$;

create function gobetween.own_lines(of_talks text, after bigint, at_most bigint)
  returns table ("position" bigint, content bytea, digest bytea)
  language sql stable security definer set search_path = pg_catalog, pg_temp set client_min_messages = warning as $$
  select l.position, l.content, l.digest from gobetween.lines l
  where l.talks = of_talks and l.position > after order by l.position limit at_most
$$;

create function gobetween.talks_here() returns setof text
  language sql stable security definer set search_path = pg_catalog, pg_temp set client_min_messages = warning as $$
  select b.talks from gobetween.books b
  where b.audience = '' and case when gobetween.is_application() then gobetween.principal() = 'custodian'
    else exists (select from gobetween.logins l where l.login = session_user and l.talks = b.talks) end
$$;

-- The keys that an entry for these audiences is to be sealed with; only books that are sealed are told of.
create function gobetween.sealing_keys(of_talks text, audiences text[]) returns table (audience text, public_key bytea)
  language sql stable security definer set search_path = pg_catalog, pg_temp set client_min_messages = warning as $$
  select b.audience, b.public_key from gobetween.books b
  where gobetween.acting(of_talks) is not null
    and b.talks = of_talks and b.audience = any (audiences) and b.public_key is not null
$$;

-- Writing: the same bytes and hashes as gobetween.record -----------------------------------------------------------------

-- As gobetween.record.chains.beginning.
create function gobetween.beginning(of_talks text, of_audience text) returns bytea language sql stable
  set search_path = pg_catalog, pg_temp as $$
  select sha256(convert_to(
    '{"audience":' || to_json(of_audience)::text || ',"chain":"gobetween.v1","talks":' || to_json(of_talks)::text || '}', 'UTF8'))
$$;

-- As gobetween.record.canonical.content_of. That the body is one JSON value is checked, so nothing can be put beside it.
create function gobetween.content_of(id text, kind text, author text, recorded timestamptz, body text) returns bytea
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select convert_to(
    '{"author":' || to_json(author)::text || ',"body":' || (body::json)::text || ',"id":' || to_json(id)::text
    || ',"kind":' || to_json(kind)::text
    || ',"recorded":"' || to_char(recorded at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') || '"}', 'UTF8')
$$;

-- As gobetween.record.volumes.place_of_entry.
create function gobetween.place_of_entry(audiences text[], id text) returns bytea language sql stable
  set search_path = pg_catalog, pg_temp as $$
  select convert_to('{"audience":[' || string_agg(to_json(a)::text, ',' order by a collate "C") || '],"id":' || to_json(id)::text || '}',
    'UTF8') from (select distinct a from unnest(audiences) a) named
$$;

-- As gobetween.record.volumes.place_of_book.
create function gobetween.place_of_book(audience text, public_key bytea) returns bytea language sql stable
  set search_path = pg_catalog, pg_temp as $$
  select convert_to('{"book":' || to_json(audience)::text
    || ',"key":' || coalesce('"' || encode(public_key, 'hex') || '"', 'null') || '}', 'UTF8')
$$;

-- Adds lines with these contents at the end of a book that there is; whoever calls it holds the lock of the talks.
create function gobetween.add_lines(of_talks text, of_audience text, contents bytea[]) returns void language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
declare
  line_content bytea;
  line_position bigint;
  line_digest bytea;
begin
  select b.size, b.head into strict line_position, line_digest
    from gobetween.books b where b.talks = of_talks and b.audience = of_audience;
  foreach line_content in array contents loop
    line_position := line_position + 1;
    line_digest := sha256(line_digest || sha256(line_content));
    insert into gobetween.lines values (of_talks, of_audience, line_position, line_content, line_digest);
  end loop;
  update gobetween.books set size = line_position, head = line_digest where talks = of_talks and audience = of_audience;
end
$$;

-- Begins a book: with all that is public so far, and a line in the order.
create function gobetween.begin_book(of_talks text, of_audience text, key bytea) returns void language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
begin
  if of_audience is null or of_audience = '' or (of_audience = 'public' and key is not null) or octet_length(key) <> 32 then
    raise exception 'an audience has a name, and its public key 32 bytes' using errcode = '22023';
  end if;
  insert into gobetween.books values (of_talks, of_audience, key, 0, gobetween.beginning(of_talks, of_audience))
    on conflict do nothing;
  if not found then
    raise exception 'recorded meanwhile' using errcode = 'GB001';
  end if;
  perform gobetween.add_lines(of_talks, of_audience, array(
    select l.content from gobetween.lines l where l.talks = of_talks and l.audience = 'public' order by l.position));
  perform gobetween.add_lines(of_talks, '', array[gobetween.place_of_book(of_audience, key)]);
end
$$;

-- The contents for one book, in order: what is public as it is, what is not as it is or as it was sealed for the book.
create function gobetween.contents_for(
  book gobetween.books, ids text[], contents bytea[], entry_numbers integer[], audiences text[], sealed bytea[]
) returns bytea[] language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  chosen bytea[];
begin
  if book.audience = '' then
    return array(select gobetween.place_of_entry(array_agg(d.audience), ids[d.number])
      from unnest(entry_numbers, audiences) d (number, audience) group by d.number order by d.number);
  end if;
  select array_agg(
      case when book.public_key is null or d.is_public then contents[d.number]
        when substr(d.sealed, 1, 10) = convert_to(E'sealed.v1\n', 'UTF8') then d.sealed end order by d.number)
    into chosen
    from (
      select e.number, bool_or(e.audience = 'public') as is_public,
        (array_agg(e.sealed) filter (where e.audience = book.audience))[1] as sealed
      from unnest(entry_numbers, audiences, sealed) e (number, audience, sealed)
      where e.audience in ('public', book.audience) group by e.number
    ) d;
  if array_position(chosen, null) is not null then
    raise exception 'recorded meanwhile' using errcode = 'GB001';  -- a sealed book, and nothing that was sealed for it
  end if;
  return chosen;
end
$$;

-- Writes entries into the books of their audiences; entry_numbers, audiences and sealed go together: who gets which entry.
create function gobetween.write_entries(
  of_talks text, ids text[], kinds text[], authors text[], moments timestamptz[], bodies text[],
  entry_numbers integer[], audiences text[], sealed bytea[]
) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  contents bytea[];
  book gobetween.books;
begin
  if (select array_agg(distinct n order by n) from unnest(entry_numbers) n)
      is distinct from (select array_agg(n) from generate_series(1, cardinality(ids)) n) then
    raise exception 'every entry is for somebody' using errcode = '22023';
  end if;
  if exists (
    select from unnest(audiences) a
    where a is null or a = '' or not exists (select from gobetween.books b where b.talks = of_talks and b.audience = a)
  ) then
    raise exception 'not disclosed' using errcode = 'GB002';
  end if;
  contents := array(
    select gobetween.content_of(e.id, e.kind, e.author, e.recorded, e.body)
    from unnest(ids, kinds, authors, moments, bodies) with ordinality e (id, kind, author, recorded, body, number) order by e.number);
  if array_position(contents, null) is not null or exists (
    select from unnest(moments) m where m not between '1000-01-01T00:00:00Z' and '9999-12-31T23:59:59Z'
  ) then
    raise exception 'an entry has an id, a kind, an author, a time and a body' using errcode = '22023';
  end if;
  for book in
    select * from gobetween.books b
    where b.talks = of_talks and (b.audience = '' or 'public' = any (audiences) or b.audience = any (audiences))
  loop
    perform gobetween.add_lines(of_talks, book.audience,
      gobetween.contents_for(book, ids, contents, entry_numbers, audiences, sealed));
  end loop;
end
$$;

-- Begins the record of talks; for the custodian.
create function gobetween.begin_talks(
  of_talks text, begun text[], begun_keys bytea[],
  ids text[], kinds text[], authors text[], moments timestamptz[], bodies text[],
  entry_numbers integer[], audiences text[], sealed bytea[]
) returns void language plpgsql security definer
  set search_path = pg_catalog, pg_temp set client_min_messages = warning set lock_timeout = '10s' as $$
declare
  book record;
begin
  if gobetween.acting(of_talks) is distinct from 'custodian' then
    raise exception 'not disclosed' using errcode = 'GB002';
  end if;
  insert into gobetween.books values (of_talks, '', null, 0, gobetween.beginning(of_talks, '')) on conflict do nothing;
  if not found then
    raise exception 'recorded meanwhile' using errcode = 'GB001';
  end if;
  perform gobetween.begin_book(of_talks, 'public', null);
  for book in select * from unnest(begun, begun_keys) b (audience, key) loop
    if book.audience is distinct from 'public' or book.key is not null then
      perform gobetween.begin_book(of_talks, book.audience, book.key);
    end if;
  end loop;
  if cardinality(ids) > 0 then
    perform gobetween.write_entries(of_talks, ids, kinds, authors, moments, bodies, entry_numbers, audiences, sealed);
  end if;
end
$$;

-- Appends entries. A principal writes in its own name alone, and asks after its own book alone; the custodian writes for all.
create function gobetween.append(
  of_talks text, expected text[], expected_sizes bigint[], begun text[], begun_keys bytea[],
  ids text[], kinds text[], authors text[], moments timestamptz[], bodies text[],
  entry_numbers integer[], audiences text[], sealed bytea[]
) returns void language plpgsql security definer
  set search_path = pg_catalog, pg_temp set client_min_messages = warning set lock_timeout = '10s' as $$
declare
  actor text := gobetween.acting(of_talks);
  book record;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'an append reads what is committed' using errcode = '25001';  -- an older picture would meet newer rows
  end if;
  if actor is null or (actor <> 'custodian' and (
    cardinality(begun) > 0
    or exists (select from unnest(authors) a where a is distinct from actor)
    or exists (select from unnest(expected) e where e is distinct from actor)
    or not exists (select from gobetween.books b where b.talks = of_talks and b.audience = actor)
  )) then
    raise exception 'not disclosed' using errcode = 'GB002';
  end if;
  perform from gobetween.books b where b.talks = of_talks and b.audience = '' for update;  -- one writer at a time
  if not found or exists (
    select from unnest(expected) e
    where e is null or e = '' or not exists (select from gobetween.books b where b.talks = of_talks and b.audience = e)
  ) then
    raise exception 'not disclosed' using errcode = 'GB002';
  end if;
  if exists (
    select from unnest(expected, expected_sizes) e (audience, size)
    join gobetween.books b on b.talks = of_talks and b.audience = e.audience where b.size is distinct from e.size
  ) then
    raise exception 'recorded meanwhile' using errcode = 'GB001';
  end if;
  for book in select * from unnest(begun, begun_keys) b (audience, key) loop
    perform gobetween.begin_book(of_talks, book.audience, book.key);
  end loop;
  if cardinality(ids) > 0 then
    perform gobetween.write_entries(of_talks, ids, kinds, authors, moments, bodies, entry_numbers, audiences, sealed);
  end if;
end
$$;

-- Whose each function is, and who may call it ----------------------------------------------------------------------------

do $$
declare
  each regprocedure;
begin
  for each in select p.oid from pg_catalog.pg_proc p where p.pronamespace = 'gobetween'::regnamespace loop
    execute format('revoke all on function %s from public', each);
    execute format('alter function %s owner to gobetween_owner', each);
  end loop;
end
$$;
alter function gobetween.own_book(text) owner to gobetween_reader;
alter function gobetween.own_lines(text, bigint, bigint) owner to gobetween_reader;
revoke create on schema gobetween from gobetween_reader;
grant execute on function gobetween.principal(), gobetween.is_application(), gobetween.admitted() to gobetween_reader;
grant execute on function
  gobetween.own_book(text), gobetween.own_lines(text, bigint, bigint), gobetween.talks_here(), gobetween.sealing_keys(text, text[]),
  gobetween.begin_talks(text, text[], bytea[], text[], text[], text[], timestamptz[], text[], integer[], text[], bytea[]),
  gobetween.append(text, text[], bigint[], text[], bytea[], text[], text[], text[], timestamptz[], text[], integer[], text[], bytea[])
  to gobetween_actor;
