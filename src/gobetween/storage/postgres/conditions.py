"""In what condition a store on a server is, for whoever runs it: its shape, and what a login may do there."""

from __future__ import annotations

from attrs import field, frozen

from gobetween.storage.postgres.connections import connect, place_of
from gobetween.storage.postgres.faults import faults_told
from gobetween.storage.postgres.migrations import LATEST, are_counters_closed, version_of

_RIGHTS = """
    select coalesce(bool_or(pg_has_role(session_user, oid, 'member')) filter (where rolname = 'gobetween_app'), false),
      coalesce(bool_or(pg_has_role(session_user, oid, 'member')) filter (where rolname = 'gobetween_actor'), false),
      coalesce(bool_or(pg_has_role(session_user, oid, 'member')) filter (where rolname = 'gobetween_operator'), false)
    from pg_catalog.pg_roles where rolname in ('gobetween_app', 'gobetween_actor', 'gobetween_operator')
"""

_MAY_LOOK = "select has_schema_privilege(oid, 'usage') from pg_catalog.pg_namespace where nspname = 'gobetween'"


@frozen
class Condition:
    """A store's shape (0: not prepared) beside the one that this Gobetween knows, and what the login that asked may do there.

    `version` is `None` where that login may not so much as ask.
    """

    place: str
    server: str = field(kw_only=True)
    version: int | None = field(kw_only=True)
    latest: int = field(default=LATEST, kw_only=True)
    are_counters_closed: bool = field(kw_only=True)
    is_application: bool = field(kw_only=True)  # may act for any audience
    is_actor: bool = field(kw_only=True)  # may act for the audiences that it was admitted as
    is_operator: bool = field(kw_only=True)


def condition_of(url: str) -> Condition:
    """In what condition the store is; nothing is changed.

    Raises:
        StoreUnavailable: the server cannot be reached, or refuses this login.
    """
    place = place_of(url)
    with faults_told(place), connect(url) as connection:
        is_application, is_actor, is_operator = connection.execute(_RIGHTS).fetchone() or (False,) * 3
        may_look = connection.execute(_MAY_LOOK).fetchone()
        version = None if may_look == (False,) else version_of(connection)
        return Condition(
            place,
            server=connection.info.parameter_status("server_version") or "",
            version=version,
            are_counters_closed=bool(version) and are_counters_closed(connection),
            is_application=is_application,
            is_actor=is_actor,
            is_operator=is_operator,
        )
