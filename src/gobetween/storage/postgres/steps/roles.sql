-- Roles belong to the whole server, so they are made once and stay when a database is withdrawn.
do $$
begin
  if not exists (select from pg_catalog.pg_roles where rolname = 'gobetween_owner') then
    create role gobetween_owner nologin nosuperuser nobypassrls;     -- owns all; nobody logs in as it
  end if;
  if not exists (select from pg_catalog.pg_roles where rolname = 'gobetween_reader') then
    create role gobetween_reader nologin nosuperuser nobypassrls;    -- reads for actors; the row policies are its own
  end if;
  if not exists (select from pg_catalog.pg_roles where rolname = 'gobetween_actor') then
    create role gobetween_actor nologin nosuperuser nobypassrls;     -- may call the functions, for the audiences its login was given
  end if;
  if not exists (select from pg_catalog.pg_roles where rolname = 'gobetween_app') then
    create role gobetween_app login nosuperuser nobypassrls;         -- may call them for any audience: the application
    grant gobetween_actor to gobetween_app;
  end if;
  if not exists (select from pg_catalog.pg_roles where rolname = 'gobetween_operator') then
    create role gobetween_operator nologin nosuperuser nobypassrls;  -- exports, takes in, admits logins: those who run the store
  end if;
  if not (select rolsuper from pg_catalog.pg_roles where rolname = current_user) then
    execute format('grant gobetween_owner, gobetween_reader, gobetween_operator, gobetween_app to %I', current_user);
  end if;
end
$$;
