-- A snapshot can be lost without harm.
drop function gobetween.own_snapshot(text);
drop function gobetween.keep_snapshot(text, bigint, bytea, bytea);
drop table gobetween.snapshots;
