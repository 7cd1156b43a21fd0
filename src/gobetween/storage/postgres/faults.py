"""What PostgreSQL says when something is wrong, in Gobetween's words; its own texts, which can quote rows, are never repeated."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from gobetween.model.errors import GobetweenError, RecordConflict, RecordDamaged, StoreUnavailable
from gobetween.record.journals import has_grown, no_such_part

GROWN, NOT_DISCLOSED = "GB001", "GB002"
"""What the functions of the schema `gobetween` raise."""

_PREPARE = "it was not prepared for this Gobetween: whoever runs it has to prepare it first"
_REASONS = {
    "53100": "its disk is full; nothing was written: make room, and try again",
    "58030": "its disk cannot be read or written; nothing was written",
    "53200": "the server has not enough memory; nothing was written",
    "53300": "the server takes no more connections: try again",
    "53400": "a limit of the server was reached; nothing was written",
    "55P03": "others kept it locked for too long; nothing was written: try again",
    "25006": "it cannot be written to: the server is read-only; nothing was written",
    "28": "the server refuses this login: check user, password and the server's rules for logins",
    "3D000": "there is no such database",
    "42501": "this login has no right to that: it is for those who run the store, or they have to give the right",
    "3F000": _PREPARE,
    "42P01": _PREPARE,
    "42883": _PREPARE,
    "42704": _PREPARE,
    "57014": "the server cancelled the work; nothing was written",
    "57P": "the server is starting, stopping, or was stopped; what was not acknowledged may or may not be written: read it first",
    "08": "the connection broke; what was not acknowledged may or may not be written: read it first",
}
_NO_FORM = "22000"
_DAMAGED = ("XX001", "XX002", "58P01")
_MEANWHILE = ("40001", "40P01")


@contextmanager
def faults_told(place: str, talks: str = "") -> Iterator[None]:
    """Whatever PostgreSQL raises within is raised as an error of Gobetween's.

    Raises:
        RecordConflict: something was recorded in `talks` meanwhile.
        NotDisclosed: whoever acts, or whoever is named, has no part in `talks`.
        StoreUnavailable: the store cannot be reached, or cannot be written to.
        RecordDamaged: the server says that its files are damaged.
        ValueError: an entry, a name or a key has a form that cannot be recorded.
    """
    try:
        yield
    except psycopg.Error as error:
        raise fault(place, talks, error.sqlstate or _code_of_broken(error)) from None
    except UnicodeEncodeError:
        raise fault(place, talks, _NO_FORM) from None


def fault(place: str, talks: str, code: str) -> GobetweenError | ValueError:
    """The error for a code of PostgreSQL's (SQLSTATE)."""
    if code == GROWN:
        return has_grown(talks)
    if code == NOT_DISCLOSED:
        return no_such_part(talks)
    if code.startswith("22"):
        return ValueError("an entry, a name or a key has a form that cannot be recorded")
    if code in _MEANWHILE:
        return RecordConflict(f"others wrote to '{talks}' at the same moment; nothing was written: read it, and try again")
    if code in _DAMAGED:
        return RecordDamaged(f"the store {place} is damaged: its files cannot be read; restore a backup")
    reason = next((text for start, text in _REASONS.items() if code.startswith(start)), f"PostgreSQL refused ({code})")
    return StoreUnavailable(f"the store {place} is not available: {reason}")


def _code_of_broken(error: psycopg.Error) -> str:
    """The code for an error that has none: the server could not answer, or the client did not ask."""
    return _NO_FORM if isinstance(error, psycopg.DataError) else "08000"
