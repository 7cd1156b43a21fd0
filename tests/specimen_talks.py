"""Small live talks, wholly invented: two parties, two mediators of unequal access, a shipping line; a clock and ids that stand still.

    talks = SpecimenTalks.opened()
    talks.act("north", caucuses.tell, ...)          # a use case, done by north
    talks.act("south", answers.approve, ..., principal="south-members")
    talks.case("bridge").told                        # what bridge sees
    books(talks.clerk, "south")                      # south's book, to be compared byte by byte between two histories

The ids in an actor's names count what that actor did, and the clock moves when a test moves it, so that two histories which differ
in what others did behind somebody's back give that somebody the same book.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from attrs import define, evolve, field

from gobetween.disclosure.views import View, view_for
from gobetween.model.actors import Access, Actor, Person, Principal, Procedure, Role, RoleKind
from gobetween.model.cases import Case, Profile
from gobetween.model.errors import NotDisclosed, ProtocolViolation, RecordConflict
from gobetween.model.issues import Issue, Option
from gobetween.model.items import EVERYONE, KEEPER, PUBLIC
from gobetween.protocols.acts import Moment
from gobetween.record.canonical import canonical
from gobetween.record.codecs import encode
from gobetween.record.entries import Addressed, Line
from gobetween.talks.clerks import Clerk, Sources
from gobetween.talks.entering import TalksOpened
from gobetween.talks.openings import Opening, opening_deeds
from gobetween.talks.standings import Deed, Seat

TALKS = "strait"
OPENED = dt.datetime(2031, 3, 1, 9, 0, tzinfo=dt.UTC)
ACTORS = ("north", "south", "bridge", "harbour", "shipping")
AUDIENCES = (*ACTORS, KEEPER, PUBLIC)
REGENERATE = "GOBETWEEN_REGENERATE"


class BooksInMemory:
    """As much of a journal as talks need."""

    def __init__(self) -> None:
        self.books: dict[str, list[Line]] = {}

    def begin(self, talks: str, audiences: Mapping[str, bytes | None], entries: Sequence[Addressed]) -> None:
        self.books = {audience: [] for audience in (*audiences, PUBLIC)}
        self.append(talks, entries, expected={})

    def append(self, talks: str, entries: Sequence[Addressed], *, expected: Mapping[str, int]) -> None:
        if any(len(self.books[audience]) != size for audience, size in expected.items()):
            raise RecordConflict("a book has grown")
        for each in entries:
            if not each.audience <= self.books.keys():
                raise NotDisclosed("somebody has no book")
        for each in entries:
            for audience in self.books if PUBLIC in each.audience else each.audience:
                self.books[audience].append(Line(len(self.books[audience]) + 1, each.entry, b""))

    def book(self, talks: str, audience: str, *, after: int = 0) -> tuple[Line, ...]:
        if audience not in self.books:
            raise NotDisclosed("no such book")
        return tuple(self.books[audience][after:])

    def size(self, talks: str, audience: str) -> int:
        return len(self.book(talks, audience))

    def snapshot(self, talks: str, audience: str) -> None:
        """None is ever kept."""

    def keep_snapshot(self, talks: str, audience: str, position: int, content: bytes) -> None:
        """A snapshot may be lost."""


def strait_case(profile: Profile = Profile.CLOSED) -> Case:
    """The frame that everyone knows: harbour reaches both sides, bridge reaches north, and south through harbour."""
    return Case(
        TALKS,
        "Talks on the strait",
        profile=profile,
        actors=tuple(Actor(each, name=each.title(), kind="group", holders=EVERYONE) for each in ACTORS),
        roles=tuple(
            Role(f"{actor}-role", actor=actor, role=role, holders=EVERYONE)
            for actor, role in {
                "north": RoleKind.PARTY,
                "south": RoleKind.PARTY,
                "bridge": RoleKind.MEDIATOR,
                "harbour": RoleKind.LEAD_MEDIATOR,
                "shipping": RoleKind.STAKEHOLDER,
            }.items()
        ),
        access=(
            Access("harbour-north", mediator="harbour", to="north", holders=EVERYONE),
            Access("harbour-south", mediator="harbour", to="south", holders=EVERYONE),
            Access("bridge-north", mediator="bridge", to="north", holders=EVERYONE),
            Access("bridge-south", mediator="bridge", to="south", through=("harbour",), holders=EVERYONE),
        ),
        persons=tuple(Person(each, name=each.title(), holders=EVERYONE) for each in ("arda", "bela", "ciro")),
        principals=(
            Principal("north-head", party="north", name="North's head", procedure=Procedure.HEAD, holders=EVERYONE),
            Principal(
                "south-members",
                party="south",
                name="South's members",
                procedure=Procedure.BALLOT,
                members=("arda", "bela", "ciro"),
                quorum=Fraction(2, 3),
                holders=EVERYONE,
            ),
        ),
        issues=(
            issue("toll", "Toll", none="No toll", half="Half the toll", full="The whole toll"),
            issue("hours", "Hours", day="By day", night="By night too"),
        ),
    )


def issue(issue_id: str, title: str, **options: str) -> Issue:
    listed = tuple(Option(each, title=words, holders=EVERYONE) for each, words in options.items())
    return Issue(issue_id, title=title, options=listed, consents=("north", "south"), holders=EVERYONE)


@define
class SpecimenTalks:
    """Live talks with their clerk; `now` is what the clock shows."""

    now: dt.datetime = OPENED
    journal: Any = field(factory=BooksInMemory)
    clerk: Clerk = field(init=False)
    _acting: str = "nobody"
    _handles: dict[str, Any] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        ids = count(1)
        self.clerk = Clerk(self.journal, Sources(lambda: self.now, lambda: f"entry-{next(ids)}", self._handle))

    @classmethod
    def opened(cls, case: Case | None = None) -> SpecimenTalks:
        """The talks on their first day; `case` is another frame than `strait_case()`."""
        frame = strait_case() if case is None else case
        talks = cls()
        audiences = (KEEPER, PUBLIC, *(actor.id for actor in frame.actors))
        seen = {audience: view_for(audience, frame).case for audience in audiences}
        opening = Opening(_terms(frame), seen, frame.preferences)
        moment = Moment(KEEPER, talks.now)
        entries = [talks.clerk._addressed(deed, moment) for deed in opening_deeds(opening)]
        talks.journal.begin(TALKS, dict.fromkeys(opening.audiences), entries)
        return talks

    def act(
        self, who: str, use: Callable[..., tuple[Deed, ...]], *args: Any, principal: str | None = None, **kw: Any
    ) -> tuple[Deed, ...]:
        """The actor does this; the deeds come back, the custodian's with them."""
        self._acting = who
        return self.clerk.perform(TALKS, Seat(who, principal), lambda at: use(at, *args, **kw))

    def refusal(self, who: str, use: Callable[..., tuple[Deed, ...]], *args: Any, principal: str | None = None, **kw: Any) -> str:
        """The words with which the actor is refused this; nothing was recorded in anybody's book."""
        before = {audience: books(self.clerk, audience) for audience in AUDIENCES}
        with pytest.raises(ProtocolViolation) as caught:
            self.act(who, use, *args, principal=principal, **kw)
        assert before == {audience: books(self.clerk, audience) for audience in AUDIENCES}
        return str(caught.value)

    def case(self, audience: str) -> Case:
        """What the audience's book comes to."""
        return self.clerk.case(TALKS, audience)

    def view(self, audience: str) -> View:
        """What the audience sees."""
        return self.clerk.view(TALKS, audience)

    def wait(self, **span: int) -> None:
        """Lets time pass: `days=1`, `hours=2`."""
        self.now += dt.timedelta(**span)

    def _handle(self) -> str:
        return f"new-{next(self._handles.setdefault(self._acting, count(1)))}"


def _terms(frame: Case) -> TalksOpened:
    return TalksOpened(
        frame.title, frame.profile, is_rehearsal=frame.is_rehearsal, mediators_learn_answers=frame.mediators_learn_answers
    )


def books(clerk: Clerk, audience: str) -> bytes:
    """The audience's book, byte by byte; the entries' own ids, which are random words, are left out."""
    lines = clerk.journal.book(TALKS, audience)
    return canonical(
        [
            {
                "position": line.position,
                "kind": line.entry.kind,
                "author": line.entry.author,
                "recorded": line.entry.recorded.isoformat(),
                "body": line.entry.body,
            }
            for line in lines
        ]
    )


@define
class Script:
    """A transcript: who does what, and what then stands in whose book, or with which words it is refused."""

    talks: SpecimenTalks = field(factory=SpecimenTalks.opened)
    lines: list[str] = field(factory=list)

    def say(self, text: str) -> None:
        """A remark."""
        self.lines += ["", f"# {text}"]

    def act(
        self, what: str, who: str, use: Callable[..., tuple[Deed, ...]], *args: Any, principal: str | None = None, **kw: Any
    ) -> None:
        """The actor does this: `what` says it in words."""
        sizes = {audience: len(self.talks.journal.book(TALKS, audience)) for audience in AUDIENCES}
        self.lines += ["", f"{who} {what}"]
        try:
            self.talks.act(who, use, *args, principal=principal, **kw)
        except ProtocolViolation as refused:
            self.lines.append(f"    refused: {refused}")
        self._tell_what_came(sizes)

    def wait(self, **span: int) -> None:
        """Time passes."""
        self.talks.wait(**span)
        self.lines += ["", f"(it is {self.talks.now:%d %B %Y, %H:%M})"]

    def show(self, audience: str, *entries: Any) -> None:
        """What the audience's own view says of these entries."""
        self.lines += [f"    {audience} sees: {_shown(each)}" for each in entries]

    def _tell_what_came(self, sizes: Mapping[str, int]) -> None:
        came: dict[str, list[str]] = {}
        for audience, size in sizes.items():
            for line in self.talks.journal.book(TALKS, audience, after=size):
                body = json.dumps(line.entry.body, ensure_ascii=False, sort_keys=True)
                by = "" if line.entry.author != "custodian" else " (by the custodian)"
                came.setdefault(f"{line.entry.kind}{by} {body}", []).append(audience)
        self.lines += [f"    to {', '.join(audiences)}: {entry}" for entry, audiences in came.items()]

    def must_be(self, path: Path) -> None:
        """Compares with the golden transcript; `GOBETWEEN_REGENERATE=1` writes it anew."""
        text = "\n".join(self.lines).strip() + "\n"
        if os.environ.get(REGENERATE):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")


def _shown(entry: Any) -> str:
    bare = evolve(entry, holders=frozenset()) if hasattr(entry, "holders") else entry
    return f"{type(entry).__name__} {json.dumps(encode(bare), ensure_ascii=False, sort_keys=True)}"
