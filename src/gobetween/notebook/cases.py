"""A case, or a folder of reports, as one value to ask questions of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import evolve, field, fields, frozen

from gobetween.model.errors import InvalidCase
from gobetween.notebook.arguments import Day, Terms, count, day, name, names, one_package, weighed
from gobetween.notebook.rows import Row, rows_of
from gobetween.notebook.services import Asked, NotebookServices
from gobetween.notebook.shown import ShownAnswer, ShownBrief

if TYPE_CHECKING:
    from gobetween.briefs.answers.answers import Question
    from gobetween.disclosure.views import View
    from gobetween.model.items import Item


@frozen(repr=False)
class OpenCase:
    """A case as one audience sees it, as of a day, with a set of assumptions or none.

    Nothing is read before it is asked for, and every question reads the files anew, so that what was changed on disk counts. With
    `as_of` and `audience` the same case can be seen otherwise: `case.seen(audience="egypt")`. As everywhere, a view of a folder
    that one holds is a demonstration, not protection.
    """

    asked: Asked
    services: NotebookServices = field(repr=False, eq=False)

    def seen(self, *, audience: str | None = None, as_of: Day | None = None, assume: str | None = None) -> OpenCase:
        """The same case for another audience, as of another day, or with another set of assumptions; what is left out stays."""
        now, then = self.asked, day(as_of)
        seen_by = now.audience if audience is None else name(audience, "audience")
        asked = Asked(now.path, audience=seen_by, as_of=then or now.as_of, assumption=assume or now.assumption)
        return evolve(self, asked=asked)

    @property
    def title(self) -> str:
        """The title of the talks."""
        return self._view().case.title

    @property
    def collections(self) -> dict[str, int]:
        """The lists of entries that this view holds, each with how many there are."""
        counts: dict[str, int] = {}
        for collection, _entry in self._entries():
            counts[collection] = counts.get(collection, 0) + 1
        return counts

    def rows(self, collection: str) -> list[Row]:
        """The entries of one list (`"positions"`, `"meetings"`, ...) as rows of plain values, ready for a data frame.

        Raises:
            InvalidCase: there is no list of that name; those that there are are named.
        """
        view = self._view()
        case = view.case
        lists = {name for name, _ in case.items()}
        value = getattr(case, collection, None) if collection in {each.name for each in fields(type(case))} else None
        if not isinstance(value, tuple):
            raise InvalidCase(f"a case has no list '{collection}'; this one holds: {', '.join(sorted(lists)) or 'none'}")
        return rows_of(value, view)

    def brief(self) -> ShownBrief:
        """Its brief; what was read from its reports included."""
        return ShownBrief(*self.services.brief(self.asked))

    def changes(self, first: Day, last: Day | None = None) -> ShownBrief:
        """What became known after the first day and by the last (by today without one).

        Raises:
            InvalidCase: the first day is not before the last, or one of them is no day.
        """
        begin, end = day(first), day(last)
        if begin is None:
            raise InvalidCase("the first day is missing; write it as 2024-02-21")
        if end is not None and end <= begin:
            raise InvalidCase(f"the first day, {begin}, is not before the last, {end}; the stretch between them is what is looked at")
        return ShownBrief(*self.services.changes(self.asked, begin, end))

    def read_out(self, meeting: str | None = None, *, recipient: str = "public") -> ShownBrief:
        """The draft of a meeting's read-out; without a meeting, those that there are."""
        return ShownBrief(*self.services.read_out(self.asked, meeting, recipient))

    def deadlock(self, *, limit: int = 8, demands_alone: bool = False, seconds: float | None = None) -> ShownAnswer:
        """What cannot be met together, and what giving up some demands would open."""
        from gobetween.briefs.answers.deadlocks import DeadlockAsked

        return self._answer(DeadlockAsked(limit=count(limit), by_demands_alone=demands_alone), seconds)

    def zone(self, *, limit: int = 1, seconds: float | None = None) -> ShownAnswer:
        """Whether there is a deal zone, and how large it is."""
        from gobetween.briefs.answers.zones import ZoneAsked

        return self._answer(ZoneAsked(limit=count(limit)), seconds)

    def frontier(self, *, acceptable: bool = False, limit: int = 20, seconds: float | None = None) -> ShownAnswer:
        """The packages that no other beats for one and worsens for none."""
        from gobetween.briefs.answers.frontiers import FrontierAsked

        return self._answer(FrontierAsked(is_acceptable_only=acceptable, limit=count(limit), is_plotted=True), seconds)

    def solve(self, *, rule: str = "all", weights: Mapping[str, int] | None = None, seconds: float | None = None) -> ShownAnswer:
        """The packages that the solution concepts choose."""
        from gobetween.briefs.answers.solutions import SolveAsked, rules_named

        return self._answer(SolveAsked(rules_named(rule), weighed(weights)), seconds)

    def improve(
        self, *, package: Terms | None = None, proposal: str | None = None, limit: int = 3, seconds: float | None = None
    ) -> ShownAnswer:
        """What would be better for all than a package, or than the latest proposal on the table."""
        from gobetween.briefs.answers.improvements import ImproveAsked

        return self._answer(ImproveAsked(one_package(package, proposal), proposal=proposal, limit=count(limit)), seconds)

    def robust(self, assume: str | Sequence[str], *, limit: int = 5, seconds: float | None = None) -> ShownAnswer:
        """What holds whichever of several sets of assumptions is true."""
        from gobetween.briefs.answers.doubts import RobustAsked

        asked = tuple(evolve(self.asked, assumption=each) for each in names(assume)) or (self.asked,)
        return ShownAnswer(*self.services.answer(asked, RobustAsked(limit=count(limit, 1)), seconds))

    def sensitivity(
        self, *, rule: str = "nash", package: Terms | None = None, proposal: str | None = None, seconds: float | None = None
    ) -> ShownAnswer:
        """How wrong each number would have to be to change what a rule recommends."""
        from gobetween.bargaining.recommending import Rule
        from gobetween.briefs.answers.sensitivity import SensitivityAsked

        if rule not in tuple(Rule):
            raise InvalidCase(f"there is no rule {rule!r}; rules: {', '.join(Rule)}")
        return self._answer(SensitivityAsked(one_package(package, proposal), proposal=proposal, rule=rule), seconds)

    def stability(self, *, package: Terms | None = None, proposal: str | None = None, seconds: float | None = None) -> ShownAnswer:
        """Whether a deal would be kept, and who would gain by breaking what."""
        from gobetween.briefs.answers.stability import StabilityAsked

        return self._answer(StabilityAsked(one_package(package, proposal), proposal=proposal), seconds)

    def _answer(self, question: Question, seconds: float | None) -> ShownAnswer:
        return ShownAnswer(*self.services.answer((self.asked,), question, seconds))

    def _entries(self) -> Iterator[tuple[str, Item]]:
        return self._view().case.items()

    def _view(self) -> View:
        return self.services.view(self.asked)[0]

    def __repr__(self) -> str:
        seen = f"as {self.asked.audience} sees it{f', as of {self.asked.as_of}' if self.asked.as_of else ''}"
        return f"<Case {str(self.asked.path)!r}, {seen}; try .brief(), .deadlock(), .rows('positions')>"

    def _repr_html_(self) -> str:
        from html import escape

        rows = "".join(f"<tr><td>{escape(name)}</td><td>{count}</td></tr>" for name, count in sorted(self.collections.items()))
        seen = escape(f"as {self.asked.audience} sees it{f', as of {self.asked.as_of}' if self.asked.as_of else ''}")
        return f"<p><b>{escape(self.title)}</b>, {seen}</p><table><tr><th>list</th><th>entries</th></tr>{rows}</table>"
