-- The server's counters for everybody again, as a new database has them.
do $$
declare
  each regprocedure;
begin
  for each in
    select p.oid from pg_catalog.pg_proc p
    where p.pronamespace = 'pg_catalog'::regnamespace and p.proacl::text like '%pg_monitor=X/%' and not exists (
      select from pg_catalog.pg_init_privs i where i.objoid = p.oid and i.classoid = 'pg_catalog.pg_proc'::regclass
    )
  loop
    execute format('grant execute on function %s to public', each);
    execute format('revoke execute on function %s from pg_monitor', each);
  end loop;
  revoke select on pg_catalog.pg_class from pg_monitor;
  grant select on pg_catalog.pg_class to public;
  execute format('grant temporary on database %I to public', current_database());
end
$$;
