"""Routes: over whom something would have to pass, between the parties, and from a mediator to those whom it does not reach itself."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from gobetween.briefs.blocks import Block, Cell, Mark, Section
from gobetween.briefs.cells import section_of, table_of
from gobetween.briefs.phrasing import listed
from gobetween.briefs.scenes import Scene
from gobetween.model.routes import Route, find_routes, must_pass

_LEAD = "Worked out from who is said to reach whom without others. Mediators are taken to reach one another."


def routes_section(scene: Scene) -> tuple[Section, ...]:
    """The routes between each two parties, and from each mediator to the parties that it does not reach by itself."""
    if not scene.case.access:
        return ()
    blocks: list[Block] = [*_between(scene), *_from_mediators(scene)]
    return section_of("routes", "Routes", _LEAD, blocks)


def _between(scene: Scene) -> Iterator[Block]:
    rows = [
        (Cell(scene.names.actors(sides)), _routes(scene, find_routes(scene.case, *sides)), Cell(_needed(scene, *sides)))
        for sides in combinations(scene.case.parties, 2)
    ]
    yield from table_of("Between parties", ("Between", "Something can pass over", "Nothing passes without"), rows)


def _from_mediators(scene: Scene) -> Iterator[Block]:
    rows = [
        (
            Cell(scene.names.actor(mediator)),
            Cell(scene.names.actor(party)),
            _routes(scene, found),
            Cell(_needed(scene, mediator, party)),
        )
        for mediator in scene.case.mediators
        for party in scene.case.parties
        for found in (find_routes(scene.case, mediator, party),)
        if found != (Route((mediator,)),)
    ]
    yield from table_of("Where a mediator needs others", ("Mediator", "To", "Something can pass over", "Nothing passes without"), rows)


def _routes(scene: Scene, routes: tuple[Route, ...]) -> Cell:
    words = listed((_in_words(scene, each) for each in routes), last="or")
    contested = (Mark.CONTESTED,) if any(each.contested for each in routes) else ()
    return Cell(words or "no route is known", marks=(Mark.COMPUTED, *contested))


def _in_words(scene: Scene, route: Route) -> str:
    chain = " and then ".join(scene.names.actor(each) for each in route.carriers)
    contested = f" (access to {scene.names.actors(route.contested)} contested)" if route.contested else ""
    return f"{chain}{contested}"


def _needed(scene: Scene, one: str, other: str) -> str:
    return scene.names.actors(each for each in must_pass(scene.case, one, other) if each != one)
