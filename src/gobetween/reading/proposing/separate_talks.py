"""Whether the reports are of one negotiation: groups of them that share no actor and no issue may be several."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from gobetween.briefs.phrasing import counted, listed
from gobetween.model.evidence import Document
from gobetween.model.positions import Position
from gobetween.reading.proposing.casting.cast import Cast
from gobetween.reading.proposing.drafts import Question
from gobetween.reading.proposing.evidence import Shelf

SHARED_IN_PASSING = 2  # actors that two reports merely name and that still make them reports of one matter
MOST_NAMED = 3


@frozen
class SourceGroup:
    """Sources that belong together, in order, and those who act in them, the most frequent first."""

    sources: tuple[str, ...]
    actors: tuple[str, ...]


def groups_of(shelf: Shelf, cast: Cast, positions: Iterable[Position]) -> tuple[SourceGroup, ...]:
    """The sources in groups of which no two share an actor or an issue, be it by way of a third (connected components).

    Actors are those who take a stand, meet, press or are at odds; two whom both reports merely name count too. Sources in which
    nobody does are in no group. Ties: groups stand in the order of their first sources. Cost: quadratic in sources.
    """
    acting, named = _acting(shelf, cast), _named(shelf, cast)
    issues = _issues(positions)
    stories = {shelf.of_report[name]: shelf.of_report[story] for name, story in shelf.coverage.stories.items()}
    groups: list[list[str]] = []
    for source in (each.id for each in shelf.sources if acting.get(each.id)):

        def is_linked(other: str, source: str = source) -> bool:
            if stories[source] == stories[other] or acting[source].keys() & acting[other].keys():
                return True
            return bool(issues.get(source, set()) & issues.get(other, set())) or len(named[source] & named[other]) >= SHARED_IN_PASSING

        joined = [group for group in groups if any(is_linked(other) for other in group)]
        groups = [group for group in groups if group not in joined]
        groups.append([*(each for group in joined for each in group), source])
    order = [each.id for each in shelf.sources]
    ordered = sorted((sorted(group, key=order.index) for group in groups), key=lambda group: order.index(group[0]))
    return tuple(SourceGroup(tuple(group), _most(acting[source] for source in group)) for group in ordered)


def on_separate_talks(shelf: Shelf, cast: Cast, positions: Iterable[Position]) -> tuple[Question, ...]:
    """The question whether the reports are of several negotiations, the groups named; none where they hang together."""
    groups = groups_of(shelf, cast, positions)
    if len(groups) < 2:
        return ()
    names = {member.id: member.name for member in cast.members}
    told = "; ".join(f"{number}) {_in_words(group, names)}" for number, group in enumerate(groups, 1))
    text = f"The reports fall into {counted(len(groups), 'group')} that share no actor and no issue: {told}."
    return (Question(f"{text} Are these one negotiation? If not, draft a case from each group by itself."),)


def _in_words(group: SourceGroup, names: Mapping[str, str]) -> str:
    shown = [*group.sources[:MOST_NAMED]] + ([f"{len(group.sources) - MOST_NAMED} more"] if len(group.sources) > MOST_NAMED else [])
    return f"{listed(names[actor] for actor in group.actors[:MOST_NAMED])} ({', '.join(shown)})"


def _most(counts: Iterable[Counter[str]]) -> tuple[str, ...]:
    total = Counter[str]()
    for each in counts:
        total.update(each)
    return tuple(sorted(total, key=lambda actor: (-total[actor], actor)))


def _acting(shelf: Shelf, cast: Cast) -> dict[str, Counter[str]]:
    """For each source its actors that act, and how often."""
    found: dict[str, Counter[str]] = {}
    for report in shelf.coverage.reports:
        members = (cast.of(name) for name in _who_act(report.document))
        found.setdefault(shelf.of_report[report.name], Counter()).update(member.id for member in members if member is not None)
    return found


def _named(shelf: Shelf, cast: Cast) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for report in shelf.coverage.reports:
        found.setdefault(shelf.of_report[report.name], set()).update(cast.ids(report.document.actors))
    return found


def _who_act(document: Document) -> Iterator[str]:
    yield from (each.party for each in document.positions)
    yield from (name for each in document.leverage for name in (each.by, each.on))
    yield from (each.actor for each in document.delegations)
    yield from (name for each in document.sticking_points for name in each.parties)
    yield from (name for each in document.meetings for name in each.participants)


def _issues(positions: Iterable[Position]) -> dict[str, set[str]]:
    """For each source the issues on which it has somebody take a stand."""
    found: dict[str, set[str]] = {}
    for position in positions:
        for citation in position.citations:
            if position.issue:
                found.setdefault(citation.source, set()).add(position.issue)
    return found
