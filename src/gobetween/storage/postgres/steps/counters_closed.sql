-- The server counts what everybody does, and shows the counts to everybody: rows per table, sizes, transactions, locks, the log's
-- length. From these an actor with SQL of its own could tell that others were at work. In this database they are for monitors only.
do $$
declare
  each regprocedure;
begin
  for each in
    select p.oid from pg_catalog.pg_proc p
    where p.pronamespace = 'pg_catalog'::regnamespace and has_function_privilege('public', p.oid, 'execute') and (
      p.proname ~ '^(pg_stat_get_|pg_control_|txid_|lo_creat|lo_from_|pg_current_wal_|pg_current_xact|pg_get_multixact|pg_get_aios)'
      or p.proname in (
        'pg_relation_size', 'pg_total_relation_size', 'pg_table_size', 'pg_indexes_size', 'pg_database_size', 'pg_tablespace_size',
        'pg_lock_status', 'pg_blocking_pids', 'pg_safe_snapshot_blocking_pids', 'pg_current_snapshot', 'pg_xact_status',
        'pg_last_committed_xact', 'pg_xact_commit_timestamp', 'pg_xact_commit_timestamp_origin', 'pg_export_snapshot', 'pg_prepared_xact',
        'pg_notification_queue_usage', 'pg_get_replication_slots', 'mxid_age', 'pg_logical_emit_message', 'pg_column_toast_chunk_id',
        'pg_available_wal_summaries', 'pg_wal_summary_contents', 'pg_get_wal_summarizer_state', 'pg_isolation_test_session_is_blocked',
        'pg_cancel_backend', 'pg_terminate_backend'
      )
      or (p.proname = 'age' and p.proargtypes[0] = 'xid'::regtype)
    )
  loop
    execute format('revoke execute on function %s from public', each);
    execute format('grant execute on function %s to pg_monitor', each);
  end loop;
  revoke select on pg_catalog.pg_class from public;
  grant select on pg_catalog.pg_class to pg_monitor;
  execute (
    select format('grant select (%s) on pg_catalog.pg_class to public', string_agg(quote_ident(a.attname), ', '))
    from pg_catalog.pg_attribute a
    where a.attrelid = 'pg_catalog.pg_class'::regclass and a.attnum > 0 and not a.attisdropped
      and a.attname not in ('relpages', 'reltuples', 'relallvisible', 'relallfrozen', 'relfrozenxid', 'relminmxid', 'relfilenode')
  );
  execute format('revoke temporary on database %I from public', current_database());
end
$$;
