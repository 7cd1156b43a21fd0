"""Routes: by which mediators something can go from one actor to another, as far as a case says who reaches whom."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from gobetween.model.actors import Access
from gobetween.model.cases import Case


@frozen
class Route:
    """Mediators in the order in which they hand something on; `contested` are those of its ends to whom access is disputed."""

    carriers: tuple[str, ...]
    contested: tuple[str, ...] = ()


def find_routes(case: Case, from_: str, to: str) -> tuple[Route, ...]:
    """The shortest routes between two actors, undisputed ones first: over one mediator who reaches both, else over two.

    Two are named where nobody, or nobody beyond dispute, reaches both. Mediators reach one another. Nobody needs a route to itself,
    nor does a mediator to another or to whom it reaches.
    """
    if from_ == to or (from_ in case.mediators and to in case.mediators):
        return ()
    if from_ in case.mediators or to in case.mediators:
        return _from_mediator(case, *((from_, to) if from_ in case.mediators else (to, from_)), reverse=from_ not in case.mediators)
    single = [_route(case, (each,), from_, to) for each in case.mediators if reaches(case, each, from_) and reaches(case, each, to)]
    if any(not each.contested for each in single):
        return _undisputed_first(single)
    return _undisputed_first([*single, *_double(case, from_, to, {each.carriers[0] for each in single})])


def must_pass(case: Case, from_: str, to: str) -> tuple[str, ...]:
    """The mediators over whom every route goes: nothing passes between the two without them."""
    routes = find_routes(case, from_, to)
    return tuple(each for each in case.mediators if routes and all(each in route.carriers for route in routes))


def reaches(case: Case, mediator: str, to: str) -> bool:
    """Whether the mediator reaches the actor by itself; where nobody is said to, every mediator does of whom nothing else is said."""
    if to in case.mediators:
        return mediator != to
    direct = _direct(case, to)
    said = any(each.mediator == mediator and each.to == to for each in case.access)
    return any(each.mediator == mediator for each in direct) or (not direct and not said)


def is_disputed(case: Case, mediator: str, to: str) -> bool:
    """Whether every claim that the mediator reaches the actor by itself is contested."""
    claims = [each for each in _direct(case, to) if each.mediator == mediator]
    return bool(claims) and all(each.is_contested for each in claims)


def _direct(case: Case, to: str) -> list[Access]:
    return [each for each in case.access if each.to == to and not each.through]


def _double(case: Case, from_: str, to: str, single: set[str]) -> Iterator[Route]:
    for first in case.mediators:
        for second in case.mediators:
            if first != second and not {first, second} <= single and reaches(case, first, from_) and reaches(case, second, to):
                yield _route(case, (first, second), from_, to)


def _from_mediator(case: Case, mediator: str, other: str, *, reverse: bool) -> tuple[Route, ...]:
    """Over whom a mediator reaches somebody: over itself alone if it can, else with another one."""
    if reaches(case, mediator, other) and not is_disputed(case, mediator, other):
        return (Route((mediator,)),)
    with_another = ((mediator, each) for each in case.mediators if each != mediator and reaches(case, each, other))
    chains = [*([(mediator,)] if reaches(case, mediator, other) else []), *with_another]
    routes = (Route(chain, (other,) if is_disputed(case, chain[-1], other) else ()) for chain in chains)
    return _undisputed_first([Route(each.carriers[::-1], each.contested) if reverse else each for each in routes])


def _route(case: Case, carriers: tuple[str, ...], from_: str, to: str) -> Route:
    ends = ((carriers[0], from_), (carriers[-1], to))
    return Route(carriers, tuple(end for carrier, end in ends if is_disputed(case, carrier, end)))


def _undisputed_first(routes: list[Route]) -> tuple[Route, ...]:
    return tuple(sorted(routes, key=lambda each: (bool(each.contested), len(each.carriers))))
