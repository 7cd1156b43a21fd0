"""The port `Journal` on a PostgreSQL server."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from gobetween.model.errors import RecordConflict, RecordDamaged
from gobetween.model.items import PUBLIC
from gobetween.model.sealed import CUSTODIAN
from gobetween.record.chains import Kept
from gobetween.record.checkpoints import Checkpoint
from gobetween.record.entries import Addressed, Line
from gobetween.record.journals import NOBODY, no_such_book
from gobetween.record.volumes import Volume
from gobetween.storage.keys import Keyring
from gobetween.storage.postgres.connections import Session
from gobetween.storage.postgres.migrations import LATEST
from gobetween.storage.postgres.parcels import act_of, sealed_for
from gobetween.storage.postgres.shelves import OwnShelf, WholeShelf
from gobetween.storage.shelf_journals import ShelfJournal

_BEGIN = "select gobetween.begin_talks(%s, %s::json)"
_APPEND = "select gobetween.append(%s, %s::json)"
_MISFITS = """
    select count(*) from gobetween.books b
    full join (
        select talks, audience, count(*) as size, max(position) as last from gobetween.lines group by talks, audience
    ) l on l.talks = b.talks and l.audience = b.audience
    left join gobetween.lines e on e.talks = l.talks and e.audience = l.audience and e.position = l.last
    where b.talks is null or b.size <> coalesce(l.size, 0) or l.last <> l.size or e.digest <> b.head
"""


class PostgresJournal:
    """A store on a server; what an audience reads, the database itself filters (`docs/decisions/0006`).

    Every transaction names the audience it is for, and no more than that audience's books can be read in it. Writing names the
    author where only the author's own book is expected; what draws on more is written as the custodian. Whoever can run SQL of
    their own with the application's login can name another audience: this wall stands behind the program's, not in its place. A
    login that was admitted as one audience (`admissions`) cannot.

    What is for those who run the store (`audiences`, `volume`, `take_in`) needs an operator's login: `operator_url`, or `url` itself.
    """

    def __init__(self, url: str, keys: Keyring, *, operator_url: str | None = None) -> None:
        self._keys = keys
        self._session = Session(url, LATEST)
        self._operators = self._session if operator_url is None else Session(operator_url, LATEST)
        self._sealing: dict[str, dict[str, bytes | None]] = {}
        self._whole = _WholeJournal(self._operators, keys)

    def check(self) -> None:
        """Checks that the store is there, prepared, and open to this login.

        Raises:
            StoreUnavailable: it is not.
        """
        with self._session.acting(PUBLIC):
            pass

    def close(self) -> None:
        """Lets go of the server."""
        self._session.close()
        self._operators.close()

    def talks(self) -> tuple[str, ...]:
        """The names of the talks in this store, sorted; a login that was admitted as one audience is told of its own."""
        return self._own(CUSTODIAN).talks() if self._operators is self._session else self._whole.talks()

    def begin(self, talks: str, audiences: Mapping[str, bytes | None], entries: Sequence[Addressed]) -> None:
        """Begins the record of talks (see the port)."""
        act = act_of(entries, expected={}, begins={PUBLIC: None, **audiences}, keys=audiences)
        try:
            self._session.write(CUSTODIAN, _BEGIN, (talks, act), talks)
        except RecordConflict:
            raise RecordConflict(f"there are talks called '{talks}' in this store already; nothing was written") from None

    def audiences(self, talks: str) -> tuple[str, ...]:
        """Whose books there are, sorted; for those who run the store."""
        return self._whole.audiences(talks)

    def append(
        self, talks: str, entries: Sequence[Addressed], *, expected: Mapping[str, int], begins: Mapping[str, bytes | None] = NOBODY
    ) -> None:
        """Appends entries, all or none (see the port)."""
        principal = _principal(entries, expected, begins)
        try:
            keys = {**self._sealing_keys(principal, talks, entries, begins), **begins}
            act = act_of(entries, expected=expected, begins=begins, keys=keys)
            self._session.write(principal, _APPEND, (talks, act), talks)
        except BaseException:
            self._sealing.pop(talks, None)  # a book that was not there when its key was asked for may be there by the next time
            raise

    def book(self, talks: str, audience: str, *, after: int = 0) -> tuple[Line, ...]:
        """The lines of an audience's book (see the port)."""
        return self._own(audience, talks).book(talks, audience, after=after)

    def size(self, talks: str, audience: str) -> int:
        """How many lines the audience's book has (see the port)."""
        return self._own(audience, talks).size(talks, audience)

    def kept(self, talks: str, audience: str) -> tuple[Kept, ...]:
        """The lines as they are kept (see the port)."""
        return self._own(audience, talks).kept(talks, audience)

    def checkpoint(self, talks: str, audience: str, now: dt.datetime) -> Checkpoint:
        """A signed checkpoint of the audience's book (see the port)."""
        return self._own(audience, talks).checkpoint(talks, audience, now)

    def snapshot(self, talks: str, audience: str) -> tuple[int, bytes] | None:
        """What was last kept of the audience's view (see the port)."""
        return self._own(audience, talks).snapshot(talks, audience)

    def keep_snapshot(self, talks: str, audience: str, position: int, content: bytes) -> None:
        """Keeps a view's bytes (see the port)."""
        self._own(audience, talks).keep_snapshot(talks, audience, position, content)

    def volume(self, talks: str) -> Volume:
        """The whole record of talks as it is at one moment; for those who run the store."""
        return self._whole.volume(talks)

    def take_in(self, volume: Volume) -> None:
        """Takes in the whole record of talks that are not here yet (see the port)."""
        self._whole.take_in(volume)

    def inspect(self) -> None:
        """Checks that every line belongs to a book, and every book's size and hash are those of its lines; for those who run the store.

        Raises:
            RecordDamaged: they are not.
        """
        with self._operators.operating() as connection:
            found = connection.execute(_MISFITS).fetchone()
        if found != (0,):
            raise RecordDamaged(f"the store {self._operators.place} is damaged: its books do not fit their lines; restore a backup")

    def _own(self, audience: str, talks: str = "") -> _OwnJournal:
        if not _is_text(talks + audience):
            raise no_such_book(talks, audience)
        return _OwnJournal(self._session, self._keys, audience, talks)

    def _sealing_keys(
        self, principal: str, talks: str, entries: Sequence[Addressed], begins: Mapping[str, bytes | None]
    ) -> Mapping[str, bytes | None]:
        """The keys of the books that these entries are sealed for; a book has its key for good, so each is asked for once."""
        known = self._sealing.setdefault(talks, {})
        unknown = sorted(each for each in sealed_for(entries) if each not in known and each not in begins)
        if unknown:
            with self._session.acting(principal, talks) as connection:
                rows = connection.execute("select * from gobetween.sealing_keys(%s, %s::text[])", (talks, unknown)).fetchall()
            known.update({**dict.fromkeys(unknown), **{row[0]: row[1] for row in rows}})
        return known


class _OwnJournal(ShelfJournal):
    """What one audience may do with the store by itself: read its own book, and keep a snapshot beside it."""

    def __init__(self, session: Session, keys: Keyring, audience: str, talks: str) -> None:
        super().__init__(keys)
        self._session = session
        self._audience = audience
        self._talks = talks

    def close(self) -> None:
        """The session stays."""

    @contextmanager
    def _reading(self) -> Iterator[OwnShelf]:
        with self._session.acting(self._audience, self._talks) as connection:
            yield OwnShelf(connection, self._audience)

    _writing = _reading


class _WholeJournal(ShelfJournal):
    """What those who run the store do with it."""

    def __init__(self, session: Session, keys: Keyring) -> None:
        super().__init__(keys)
        self._session = session

    def close(self) -> None:
        """The session stays."""

    @contextmanager
    def _reading(self) -> Iterator[WholeShelf]:
        with self._session.operating() as connection:
            yield WholeShelf(connection)

    _writing = _reading


def _is_text(name: str) -> bool:
    """Whether PostgreSQL can have the name: its texts have neither the character 0 nor halves of characters."""
    return "\0" not in name and not any("\ud800" <= each <= "\udfff" for each in name)


def _principal(entries: Sequence[Addressed], expected: Mapping[str, int], begins: Mapping[str, bytes | None]) -> str:
    """The least that may write this: its author, where the author's own book is all that is asked after; else the custodian."""
    authors = {each.entry.author for each in entries}
    return authors.pop() if authors == expected.keys() and len(authors) == 1 and not begins else CUSTODIAN
