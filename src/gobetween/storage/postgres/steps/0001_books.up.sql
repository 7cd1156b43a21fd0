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
  primary key (talks, audience, position)
  -- no foreign key to books: its check of every line costs as much as the line, and functions alone write lines, into books they hold
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
-- What is not `security definer` here is called by those that are, and by nobody else.

-- As gobetween.record.chains.beginning.
create function gobetween.beginning(of_talks text, of_audience text) returns bytea language sql stable as $$
  select sha256(convert_to(
    '{"audience":' || to_json(of_audience)::text || ',"chain":"gobetween.v1","talks":' || to_json(of_talks)::text || '}', 'UTF8'))
$$;

-- As gobetween.record.chains.link; as an aggregate it runs along the contents from a book's head.
create function gobetween.link(before bytea, head bytea, content bytea) returns bytea language sql immutable as $$
  select sha256(coalesce(before, head) || sha256(content))
$$;
create aggregate gobetween.chain(head bytea, content bytea) (sfunc = gobetween.link, stype = bytea);

-- As gobetween.record.canonical.content_of; null if anything is missing, or the time is none that can be written. That the body is one
-- JSON value is checked, so nothing can be put beside it.
create function gobetween.content_of(id text, kind text, author text, recorded timestamptz, body text) returns bytea
  language sql stable as $$
  select case when recorded between '1000-01-01T00:00:00Z' and '9999-12-31T23:59:59Z' then convert_to(
    '{"author":' || to_json(author)::text || ',"body":' || (body::json)::text || ',"id":' || to_json(id)::text
    || ',"kind":' || to_json(kind)::text
    || ',"recorded":"' || to_char(recorded at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') || '"}', 'UTF8') end
$$;

-- As gobetween.record.volumes.place_of_entry; `audiences` are in order, each as JSON, with commas between.
create function gobetween.place_of_entry(audiences text, id text) returns bytea language sql stable as $$
  select convert_to('{"audience":[' || audiences || '],"id":' || to_json(id)::text || '}', 'UTF8')
$$;

-- As gobetween.record.volumes.place_of_book.
create function gobetween.place_of_book(audience text, public_key bytea) returns bytea language sql stable as $$
  select convert_to('{"book":' || to_json(audience)::text
    || ',"key":' || coalesce('"' || encode(public_key, 'hex') || '"', 'null') || '}', 'UTF8')
$$;

-- Refusals. A check is made before a table's own could fail, for a table's refusal quotes the row.
create function gobetween.refuse(code text) returns bytea language plpgsql as $$
begin
  raise exception using errcode = code, message = 'refused';
end
$$;

-- Adds lines at the end of books: these contents, in the order of their numbers. Whoever calls it holds the lock of the talks.
create function gobetween.add_lines(of_talks text, to_audiences text[], numbers integer[], contents bytea[]) returns void
  language sql as $$
  with chained as (
    select b.audience, b.size + row_number() over book as position, c.content, gobetween.chain(b.head, c.content) over book as digest
    from unnest(to_audiences, numbers, contents) c (audience, number, content)
    join gobetween.books b on b.talks = of_talks and b.audience = c.audience
    window book as (partition by b.audience order by c.number)
  ), written as (
    insert into gobetween.lines
    select of_talks, c.audience, c.position, coalesce(c.content, gobetween.refuse('22023')), c.digest from chained c
    returning audience, position, digest
  )
  update gobetween.books b set size = last.position, head = last.digest
  from (select distinct on (w.audience) w.audience, w.position, w.digest from written w order by w.audience, w.position desc) last
  where b.talks = of_talks and b.audience = last.audience
$$;

-- Begins a book: with all that is public so far, and a line in the order.
create function gobetween.begin_book(of_talks text, of_audience text, key bytea) returns void language plpgsql as $$
begin
  if of_audience is null or of_audience = '' or (of_audience = 'public' and key is not null) or octet_length(key) <> 32 then
    perform gobetween.refuse('22023');
  end if;
  insert into gobetween.books values (of_talks, of_audience, key, 0, gobetween.beginning(of_talks, of_audience))
    on conflict do nothing;
  if not found then
    perform gobetween.refuse('GB001');
  end if;
  perform gobetween.add_lines(of_talks, array_agg(c.audience), array_agg(c.number), array_agg(c.content)) from (
    select of_audience as audience, l.position::integer as number, l.content
      from gobetween.lines l where l.talks = of_talks and l.audience = 'public'
    union all select '', 0, gobetween.place_of_book(of_audience, key)
  ) c;
end
$$;

-- What of an entry goes into a book: all as it is; into a sealed book what is not public as it was sealed for it (it begins with
-- 'sealed.v1' and the end of the line).
create function gobetween.content_for(public_key bytea, is_public boolean, content bytea, sealed text) returns bytea
  language sql stable as $$
  select case
    when is_public or public_key is null then coalesce(content, gobetween.refuse('22023'))
    when sealed like '7365616c65642e76310a%' then decode(sealed, 'hex')
    else gobetween.refuse('GB001')  -- the book is sealed, and nothing was sealed for it: whoever writes did not know
  end
$$;

-- Writes one entry into the books of its audience, and its line in the order. Whoever calls it holds the lock of the talks.
create function gobetween.write_entry(of_talks text, entry json) returns void language plpgsql as $$
declare
  entry_id text := entry ->> 'id';
  sealed json := entry -> 'sealed';
  plain bytea := gobetween.content_of(entry_id, entry ->> 'kind', entry ->> 'author', (entry ->> 'recorded')::timestamptz, entry ->> 'body');
  to_audiences text[];
  to_all boolean;
  place bytea;
  written bigint;
begin
  select array_agg(a.audience), gobetween.place_of_entry(string_agg(to_json(a.audience)::text, ',' order by a.audience), entry_id)
    into to_audiences, place
    from (select distinct json_array_elements_text(entry -> 'audience') collate "C" as audience) a;
  to_all := 'public' = any (to_audiences);
  if to_audiences is null or array_position(to_audiences, null) is not null or '' = any (to_audiences) then
    perform gobetween.refuse('GB002');
  elsif place is null then
    perform gobetween.refuse('22023');
  end if;
  with grown as (
    update gobetween.books b set size = b.size + 1, head = gobetween.link(null, b.head, case when b.audience = '' then place
      else gobetween.content_for(b.public_key, to_all, plain, sealed ->> b.audience) end)
    where b.talks = of_talks and (b.audience = '' or to_all or b.audience = any (to_audiences))
    returning b.audience, b.size, case when b.audience = '' then place
      else gobetween.content_for(b.public_key, to_all, plain, sealed ->> b.audience) end as content, b.head
  )
  insert into gobetween.lines select of_talks, g.* from grown g;
  get diagnostics written = row_count;
  if not to_all and written <> cardinality(to_audiences) + 1 or to_all and exists (
    select from unnest(to_audiences) a (audience)
    where not exists (select from gobetween.books b where b.talks = of_talks and b.audience = a.audience)
  ) then
    perform gobetween.refuse('GB002');
  end if;
end
$$;

-- Writes entries into the books of their audiences, as many at once.
create function gobetween.write_entries(of_talks text, entries json) returns void language plpgsql as $$
begin
  if json_array_length(entries) = 1 then
    perform gobetween.write_entry(of_talks, entries -> 0);
    return;
  end if;
  perform gobetween.add_lines(of_talks, array_agg(c.audience), array_agg(c.number), array_agg(c.content)) from (
    with given as materialized (
      select e.number::integer as number, e.id, a.audience, a.audiences, 'public' = any (a.audience) as is_public, e.sealed,
        gobetween.content_of(e.id, e.kind, e.author, e.recorded, e.body) as content,
        a.audience <@ (select array_agg(b.audience) from gobetween.books b where b.talks = of_talks and b.audience <> '') as is_known
      from rows from (
        json_to_recordset(entries) as (id text, kind text, author text, recorded timestamptz, body text, audience json, sealed json)
      ) with ordinality as e (id, kind, author, recorded, body, audience, sealed, number)
      cross join lateral (
        select array_agg(d.audience) as audience, string_agg(to_json(d.audience)::text, ',' order by d.audience) as audiences
        from (select distinct json_array_elements_text(e.audience) collate "C" as audience) d
      ) a
    )
    select b.audience, g.number, case
        when g.is_known is not true then gobetween.refuse('GB002')
        when b.audience = '' then gobetween.place_of_entry(g.audiences, g.id)
        else gobetween.content_for(b.public_key, g.is_public, g.content, g.sealed ->> b.audience)
      end as content
    from given g
    join gobetween.books b on b.talks = of_talks and (b.audience = '' or g.is_public or b.audience = any (g.audience))
  ) c;
end
$$;

-- Begins books, in the order given: [{"audience": "x", "key": "hexadecimal, or null"}, ...]
create function gobetween.begin_books(of_talks text, begins json) returns void language plpgsql as $$
declare
  book record;
begin
  for book in select b.audience, decode(b.key, 'hex') as key from json_to_recordset(begins) as b (audience text, key text) loop
    perform gobetween.begin_book(of_talks, book.audience, book.key);
  end loop;
end
$$;

-- Begins the record of talks; for the custodian. Books and entries are as for `append`; the first book is that of the public.
create function gobetween.begin_talks(of_talks text, act json) returns void language plpgsql security definer
  set search_path = pg_catalog, pg_temp set client_min_messages = warning set lock_timeout = '10s' as $$
begin
  if gobetween.acting(of_talks) is distinct from 'custodian' then
    perform gobetween.refuse('GB002');
  end if;
  insert into gobetween.books values (of_talks, '', null, 0, gobetween.beginning(of_talks, '')) on conflict do nothing;
  if not found then
    perform gobetween.refuse('GB001');
  end if;
  perform gobetween.begin_books(of_talks, act -> 'begins');
  perform gobetween.write_entries(of_talks, act -> 'entries');
end
$$;

-- Appends entries. A principal writes in its own name alone, and asks after its own book alone; the custodian writes for all.
-- {"expected": {"audience": size, ...}, "begins": [as above], "entries": [{"id": ..., "kind": ..., "author": ..., "recorded": ...,
-- "body": "its JSON as text", "audience": [...], "sealed": {"audience": "hexadecimal", ...}}, ...]}
create function gobetween.append(of_talks text, act json) returns void language plpgsql security definer
  set search_path = pg_catalog, pg_temp set client_min_messages = warning set lock_timeout = '10s' as $$
declare
  actor text := gobetween.principal();
  found_missing boolean;
  found_grown boolean;
begin
  if not gobetween.is_application() then
    actor := gobetween.acting(of_talks);
  end if;
  if current_setting('transaction_isolation') <> 'read committed' then
    perform gobetween.refuse('25001');  -- an older picture of the books would meet newer rows, and a table's own refusal
  end if;
  if actor is null or actor <> 'custodian' and (
    json_array_length(act -> 'begins') > 0
    or exists (select from json_array_elements(act -> 'entries') e where e ->> 'author' is distinct from actor)
    or exists (select from json_object_keys(act -> 'expected') e where e <> actor)
    or not exists (select from gobetween.books b where b.talks = of_talks and b.audience = actor)
  ) then
    perform gobetween.refuse('GB002');
  end if;
  perform from gobetween.books b where b.talks = of_talks and b.audience = '' for update;  -- one writer at a time
  if not found then
    perform gobetween.refuse('GB002');
  end if;
  select bool_or(b.size is null), bool_or(b.size <> e.value::bigint) into found_missing, found_grown
    from json_each_text(act -> 'expected') e
    left join gobetween.books b on b.talks = of_talks and b.audience = e.key and b.audience <> '';
  if found_missing or found_grown then
    perform gobetween.refuse(case when found_missing then 'GB002' else 'GB001' end);
  end if;
  if json_array_length(act -> 'begins') > 0 then
    perform gobetween.begin_books(of_talks, act -> 'begins');
  end if;
  perform gobetween.write_entries(of_talks, act -> 'entries');
end
$$;

-- Whose each function is, and who may call it ----------------------------------------------------------------------------

do $$
declare
  each regprocedure;
begin
  for each in select p.oid from pg_catalog.pg_proc p where p.pronamespace = 'gobetween'::regnamespace loop
    execute format('revoke all on routine %s from public', each);
    execute format('alter routine %s owner to gobetween_owner', each);
  end loop;
end
$$;
alter function gobetween.own_book(text) owner to gobetween_reader;
alter function gobetween.own_lines(text, bigint, bigint) owner to gobetween_reader;
revoke create on schema gobetween from gobetween_reader;
grant execute on function gobetween.principal(), gobetween.is_application(), gobetween.admitted() to gobetween_reader;
grant execute on function
  gobetween.own_book(text), gobetween.own_lines(text, bigint, bigint), gobetween.talks_here(), gobetween.sealing_keys(text, text[]),
  gobetween.begin_talks(text, json), gobetween.append(text, json)
  to gobetween_actor;
