"""The services behind the commands of live talks, made of the rooms."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

if TYPE_CHECKING:
    from gobetween.briefs.blocks import Brief
    from gobetween.cli.talks_services import OpeningRequest, TalksPlace
    from gobetween.disclosure.views import View
    from gobetween.record.journals import Journal
    from gobetween.talks.clerks import Clerk
    from gobetween.talks.standings import Deed, Standing

_LETTERS = "bcdfghjkmnpqrstvwxz23456789"  # no vowels, so that no word comes out by chance, and nothing that looks like another


def _now() -> dt.datetime:
    return dt.datetime.now(tz=dt.UTC).replace(microsecond=0)


def _entry_id() -> str:
    return secrets.token_hex(8)


def _handle() -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(5))


@frozen
class LiveTalks:
    """Opens, runs, exports and verifies live talks. What it takes from outside can be given: the clock, and random ids."""

    clock: Callable[[], dt.datetime] = _now
    new_entry_id: Callable[[], str] = field(default=_entry_id, repr=False)
    new_handle: Callable[[], str] = field(default=_handle, repr=False)

    def open(self, request: OpeningRequest) -> tuple[str, ...]:
        """Opens talks from a case folder; says, line by line, what was made."""
        from gobetween.bootstrap.openings import opened_again, opening_of, record_in

        with self._journal(request.place, create=True) as journal:
            if record_in(request.folder):
                return opened_again(request, journal)
            opening, notes = opening_of(request, self.clock().date())
            keys, told = self._sealed(request, opening.audiences)
            self._clerk(journal).begin(request.place.talks, opening, keys)
        name = request.place.talks
        state = ", a rehearsal" if request.is_rehearsal else ", from reports: nobody acts here" if opening.terms.is_reported else ""
        actors = ", ".join(each for each in opening.seen if each not in ("keeper", "public"))
        return (
            f"opened: {name} ({opening.terms.profile}{state})",
            f"books for: {actors}; for the keeper and the public",
            *notes,
            *told,
            f"Next: gobetween as ACTOR --talks {name} show",
        )

    def names(self, store: str | None) -> tuple[str, ...]:
        """The names of the talks in a store."""
        from gobetween.cli.talks_services import TalksPlace

        with self._journal(TalksPlace("", store)) as journal:
            return journal.talks()

    def act(self, place: TalksPlace, actor: str, use: Callable[[Standing], tuple[Deed, ...]]) -> tuple[Deed, ...]:
        """Does what the use case says in the actor's place."""
        with self._journal(place) as journal:
            clerk = self._clerk(journal)
            return clerk.perform(place.talks, clerk.seat(place.talks, actor), use)

    def look(self, place: TalksPlace, actor: str, use: Callable[[Standing], Any]) -> Any:
        """What the use case finds in the actor's place; nothing is recorded."""
        with self._journal(place) as journal:
            clerk = self._clerk(journal)
            return use(clerk.standing(place.talks, clerk.seat(place.talks, actor)))

    def view(self, place: TalksPlace, actor: str, *, as_of: dt.date | None = None, assumption: str | None = None) -> View:
        """What the actor sees."""
        with self._journal(place) as journal:
            clerk = self._clerk(journal)
            return clerk.view(place.talks, clerk.seat(place.talks, actor).actor, as_of=as_of, assumption=assumption)

    def live_brief(self, place: TalksPlace, actor: str, sections: tuple[str, ...], *, as_of: dt.date | None = None) -> Brief:
        """The sections about the live talks, as the actor sees them."""
        from gobetween.briefs.compose import compose_live

        return compose_live(self.view(place, actor, as_of=as_of), today=self.clock().date(), only=sections)

    def whole_brief(self, place: TalksPlace, actor: str, *, as_of: dt.date | None = None, assumption: str | None = None) -> Brief:
        """The whole brief as the actor sees the talks."""
        from gobetween.briefs.compose import compose_brief

        view = self.view(place, actor, as_of=as_of, assumption=assumption)
        return compose_brief(view, today=self.clock().date(), assumption=assumption)

    def _sealed(self, request: OpeningRequest, audiences: tuple[str, ...]) -> tuple[dict[str, bytes | None], tuple[str, ...]]:
        if request.key_folder is None:
            return dict.fromkeys(audiences), ()
        from gobetween.storage.keys import make_keys

        keys = make_keys(request.key_folder, audiences)
        return dict(keys), (f"sealed: hand each actor its key from {request.key_folder}, and keep none of them beside the store",)

    def _clerk(self, journal: Journal) -> Clerk:
        from gobetween.talks.clerks import Clerk, Sources

        return Clerk(journal, Sources(self.clock, self.new_entry_id, self.new_handle))

    @contextmanager
    def _journal(self, place: TalksPlace, *, create: bool = False) -> Iterator[Journal]:
        from gobetween.storage.addresses import open_journal

        journal = open_journal(place.store, keys=place.keys, create=create)
        try:
            yield journal
        finally:
            journal.close()
