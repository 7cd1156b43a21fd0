"""Whom each mediator can reach, and by which mediators a message can go from one side to the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, islice
from math import comb

from gobetween.briefs.blocks import AccessLine, AccessPlot, Block, Cell, Mark, Table
from gobetween.briefs.cells import cited, inferred_mark, table_of
from gobetween.briefs.phrasing import joined, listed, phrase, sentence
from gobetween.briefs.scenes import Scene
from gobetween.model.actors import Access

MOST_ROUTES = 200
"""So many pairs of parties are looked at; of more, no table can be read."""


def access_cell(scene: Scene, mediator: str) -> Cell:
    """Whom a mediator is said to reach; what is contested says so."""
    claims = [each for each in scene.case.access if each.mediator == mediator]
    contested = (Mark.CONTESTED,) if any(each.is_contested for each in claims) else ()
    words = listed(_claim(scene, each) for each in claims)
    detail = joined(*(phrase(each.text) for each in claims))
    return cited(words or "not recorded", *claims, marks=contested, detail=sentence(detail))


def _claim(scene: Scene, access: Access) -> str:
    through = f" through {scene.names.actors(access.through)}" if access.through else ""
    contested = " (contested)" if access.is_contested else ""
    return f"{scene.names.actor(access.to)}{through}{contested}"


def access_plot(scene: Scene, table: Table) -> AccessPlot | None:
    """The picture of who can reach whom; `None` where nobody is said to reach anybody."""
    mediators = [each for each in scene.case.mediators if any(claim.mediator == each for claim in scene.case.access)]
    claims = [each for each in scene.case.access if each.mediator in mediators]
    reached = dict.fromkeys(each.to for each in claims if each.to not in mediators)
    if not claims or not reached:
        return None
    name = scene.names.actor
    return AccessPlot(
        table.title,
        "Mediators between those whom they are said to reach, each claim of access a line.",
        mediators=tuple(map(name, mediators)),
        parties=tuple(name(each) for each in scene.case.parties if each in reached),
        others=tuple(name(each) for each in reached if each not in scene.case.parties),
        lines=tuple(_line(scene, each) for each in claims),
        table=table,
    )


def _line(scene: Scene, claim: Access) -> AccessLine:
    name = scene.names.actor
    return AccessLine(name(claim.mediator), name(claim.to), through=tuple(map(name, claim.through)), is_contested=claim.is_contested)


def route_blocks(scene: Scene) -> Iterator[Block]:
    """For each two parties, the routes between them: over one mediator who reaches both, or else over two who reach one each."""
    if not scene.case.access:
        return
    rows = [
        (Cell(scene.names.actors(sides)), Cell(_routes(scene, *sides), marks=(Mark.COMPUTED, *inferred_mark(_claims(scene, sides)))))
        for sides in islice(combinations(scene.case.parties, 2), MOST_ROUTES)
    ]
    two = " Where two mediators are needed, they must be on speaking terms." if any(" and " in row[1].text for row in rows) else ""
    more = f" Shown for the first {MOST_ROUTES} pairs of parties." if comb(len(scene.case.parties), 2) > MOST_ROUTES else ""
    note = f"Worked out from who is said to reach whom.{two}{more}"
    yield from table_of("Routes between the parties", ("Between", "A message can go"), rows, note=note)


def _claims(scene: Scene, sides: Sequence[str]) -> Iterator[Access]:
    """The claims that routes between these sides are worked out from."""
    return (each for each in scene.case.access if each.to in sides)


def _routes(scene: Scene, one: str, other: str) -> str:
    to_one, to_other = _reaching(scene, one), _reaching(scene, other)
    both = [each for each in to_one if each in to_other]
    single = [f"through {_named(scene, each, one, other)}" for each in both]
    if any(not _doubtful(scene, each, (one, other)) for each in both):
        return listed(single, last="or")
    double = [
        f"through {_named(scene, first, one)} and {_named(scene, second, other)}"
        for first in to_one
        for second in to_other
        if first != second and not (first in both and second in both)
    ]
    return joined(*single, *double) or "no route is recorded"


def _reaching(scene: Scene, party: str) -> list[str]:
    return [each for each in scene.case.mediators if any(claim.mediator == each and claim.to == party for claim in scene.case.access)]


def _named(scene: Scene, mediator: str, *parties: str) -> str:
    """The mediator's name, with a word where it reaches a party through others only, or its access is contested."""
    doubtful = _doubtful(scene, mediator, parties)
    contested = f"access to {scene.names.actors(doubtful)} contested" if doubtful else ""
    remarks = joined(*(_indirect(scene, mediator, party) for party in parties), contested)
    return joined(scene.names.actor(mediator), f"({remarks})" if remarks else "", by=" ")


def _indirect(scene: Scene, mediator: str, party: str) -> str:
    claims = [each for each in scene.case.access if each.mediator == mediator and each.to == party]
    if any(not each.through for each in claims):
        return ""
    return f"to {scene.names.actor(party)} by way of {listed((scene.names.actors(each.through) for each in claims), last='or')}"


def _doubtful(scene: Scene, mediator: str, parties: Sequence[str]) -> list[str]:
    """The parties of these to whom every claim of the mediator's access is contested."""
    claims = {party: [each for each in scene.case.access if each.mediator == mediator and each.to == party] for party in parties}
    return [party for party, made in claims.items() if all(each.is_contested for each in made)]
