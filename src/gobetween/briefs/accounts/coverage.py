"""The reports of an account in order, and what each says, ready to be set side by side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import lru_cache
from typing import Any, Generic, TypeVar

from attrs import field, frozen

from gobetween.briefs.accounts.naming import Names, names_of
from gobetween.briefs.phrasing import when_in_words
from gobetween.model.dates import UNKNOWN_DATE, When
from gobetween.model.evidence import Account, Report, Speaker, Statement
from gobetween.model.passages import Citation, Passage

Thing = TypeVar("Thing")
Item_co = TypeVar("Item_co", covariant=True)
LONGEST_SPAN = dt.timedelta(days=31)  # a date less certain than this does not place a report among others


@frozen
class Found(Generic[Item_co]):
    """One thing that one report says: the item, and the words it rests on."""

    report: Report
    item: Item_co
    passage: Passage

    @property
    def citation(self) -> Citation:
        """The report and its words."""
        return Citation(self.report.name, self.passage.spans, self.passage.text)


@frozen
class Coverage:
    """The reports in order of publication, undated ones last; one set of names for all of them."""

    account: Account
    reports: tuple[Report, ...] = field(kw_only=True)
    names: Names = field(kw_only=True)
    stories: Mapping[str, str] = field(kw_only=True)  # for each report, the one that stands for its story
    _worked_out: dict[Hashable, Any] = field(factory=dict, init=False, repr=False, eq=False)

    def once(self, key: Hashable, work_out: Callable[[], Thing]) -> Thing:
        """What `work_out` gives, worked out at the first asking: several sections rest on the same groups."""
        if key not in self._worked_out:
            self._worked_out[key] = work_out()
        known: Thing = self._worked_out[key]
        return known

    def found(self, attribute: str) -> tuple[Found[Any], ...]:
        """Everything of one kind (an attribute of `Document`) in all reports, in order of report and place."""
        return tuple(
            Found(report, item, item.passage)
            for report in self.reports
            for item in sorted(getattr(report.document, attribute), key=lambda each: each.passage.start)
        )

    def statements(self) -> tuple[Found[Statement], ...]:
        """Every statement with the words that were said."""
        return tuple(
            Found(report, item, item.content)
            for report in self.reports
            for item in sorted(report.document.statements, key=lambda each: each.content.start)
        )

    def origin(self, found: Found[Any]) -> str:
        """The story that the report tells."""
        return self.stories[found.report.name]

    def origins(self, found: Iterable[Found[Any]]) -> int:
        """How many independent stories stand behind these."""
        return len({self.origin(each) for each in found})

    def label(self, report: Report) -> str:
        """Outlet and date of a report, or its name where it says no outlet."""
        outlet = report.document.outlet.name if report.document.outlet else report.name
        return f"{outlet}, {when_in_words(report.document.published, otherwise='undated')}"

    def when(self, found: Found[Any]) -> When:
        """When the thing was, if its words say from when; else when the report was published."""
        when: When = getattr(found.item, "when", UNKNOWN_DATE)
        return found.report.document.published if when.earliest is None else when

    def source(self, speaker: Speaker | None) -> str:
        """Who says so: the speaker with whom they belong to, or the report in its own voice."""
        if speaker is None:
            return "the report itself"
        name = self.names.of(speaker.name)
        actor = self.names.of(speaker.actor) if speaker.actor else None
        return name if actor is None or actor == name or actor in name else f"{name} ({actor})"


def speaker_of(found: Found[Any]) -> Speaker | None:
    """Who says so of an item with `via`: the source it names, else the speaker of the statement that holds its words."""
    if found.item.via is not None:
        via: Speaker = found.item.via
        return via
    start, end = found.passage.start, found.passage.end
    holding = [each for each in found.report.document.statements if each.content.start <= start and end <= each.content.end]
    return min(holding, key=lambda each: each.content.end - each.content.start).speaker if holding else None


@frozen(eq=False)
class _Itself:
    """An account that equals itself alone: accounts that are equal may differ in ids and in how sure their items are."""

    account: Account

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and other.account is self.account

    def __hash__(self) -> int:
        return id(self.account)


def coverage_of(account: Account) -> Coverage:
    """The account's reports in order."""
    return _coverage_of(_Itself(account))


@lru_cache(maxsize=1)  # the sections, the essence and the sources of one brief ask for the same
def _coverage_of(itself: _Itself) -> Coverage:
    account = itself.account
    ordered = tuple(sorted(account.reports, key=lambda each: (each.document.published.sort_key, each.name)))
    stories = {report.name: account.origin_of(report.name) for report in ordered}
    return Coverage(account, reports=ordered, names=names_of(report.document for report in ordered), stories=stories)


def gather(
    found: Iterable[Found[Thing]],
    are_same: Callable[[Found[Thing], Found[Thing]], bool],
    *,
    by: Callable[[Found[Thing]], Hashable] | None = None,
) -> tuple[tuple[Found[Thing], ...], ...]:
    """Groups of things that are the same as the first of their group, in order of first appearance.

    Things that differ in `by` are never the same and are not compared, which keeps many reports quick.
    """
    groups: list[list[Found[Thing]]] = []
    drawers: dict[Hashable, list[list[Found[Thing]]]] = {}
    for each in found:
        drawer = drawers.setdefault(by(each) if by else None, [])
        home = next((group for group in drawer if are_same(group[0], each)), None)
        if home is None:
            home = []
            groups.append(home)
            drawer.append(home)
        home.append(each)
    return tuple(tuple(group) for group in groups)


def gather_linked(
    found: Iterable[Found[Thing]],
    are_like: Callable[[Found[Thing], Found[Thing]], bool],
    *,
    by: Callable[[Found[Thing]], Hashable] | None = None,
) -> tuple[tuple[Found[Thing], ...], ...]:
    """Groups in which each is like some other, be it by way of a third (connected components), in order of first appearance.

    Which things form a group does not depend on their order. Things that differ in `by` are never alike. Every new thing is compared
    with those of its drawer: quadratic in the drawer, so for kinds of which a report has few.
    """
    drawers: dict[Hashable, list[list[tuple[int, Found[Thing]]]]] = {}
    for index, each in enumerate(found):
        groups = drawers.setdefault(by(each) if by else None, [])
        joined = [group for group in groups if any(are_like(other, each) for _, other in group)]
        groups[:] = [group for group in groups if not any(group is other for other in joined)]
        groups.append([*(entry for group in joined for entry in group), (index, each)])
    ordered = sorted((sorted(group, key=_index) for groups in drawers.values() for group in groups), key=lambda group: group[0][0])
    return tuple(tuple(each for _, each in group) for group in ordered)


def join_same(
    groups: Iterable[tuple[Found[Thing], ...]], key: Callable[[Found[Thing]], Hashable]
) -> tuple[tuple[Found[Thing], ...], ...]:
    """The groups, those whose first things have one key and one wording joined: near-copies that are not known to be one story."""
    joined: dict[Hashable, list[Found[Thing]]] = {}
    for group in groups:
        wording = " ".join(group[0].passage.text.casefold().split()).strip(" .,;“”\"'")
        joined.setdefault((key(group[0]), wording), []).extend(group)
    return tuple(tuple(group) for group in joined.values())


def _index(entry: tuple[int, object]) -> int:
    return entry[0]


def place(when: When) -> When:
    """The date, if it is certain enough to place a thing among others; else unknown."""
    if when.earliest is None or when.latest is None or when.latest - when.earliest > LONGEST_SPAN:
        return UNKNOWN_DATE
    return when


def days_apart(first: When, second: When) -> int | None:
    """The least number of days between two time spans, 0 if they overlap; `None` if either is not known well enough."""
    mine, theirs = place(first), place(second)
    if mine.earliest is None or mine.latest is None or theirs.earliest is None or theirs.latest is None:
        return None
    return max((theirs.earliest - mine.latest).days, (mine.earliest - theirs.latest).days, 0)
