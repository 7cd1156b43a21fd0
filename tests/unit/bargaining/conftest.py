"""Short ways to write problems and cases down."""

from __future__ import annotations

import datetime as dt

import pytest

from gobetween.bargaining.problems import Problem, Requirement, RequirementKind, reservation_of
from gobetween.model.actors import Actor, Role, RoleKind
from gobetween.model.cases import Case
from gobetween.model.dates import UNKNOWN_DATE, on
from gobetween.model.issues import Issue, Option
from gobetween.model.positions import Position
from gobetween.model.preferences import Preferences, ValueBasis

KINDS = {"demand": RequirementKind.DEMAND, "red": RequirementKind.RED_LINE, "link": RequirementKind.LINK}


def sets_of(written):
    """`wage:two,four hours:short` as sets of options."""
    pairs = (pair.split(":") for pair in written.split())
    return {issue: frozenset(filter(None, options.split(","))) for issue, options in pairs}


@pytest.fixture
def require():
    def write(name, owner, kind="demand", *, when="", then=""):
        return Requirement(name, owner, kind=KINDS[kind], if_chosen=sets_of(when), requires=sets_of(then))

    return write


@pytest.fixture
def prefer():
    def write(party, reservation, **values):
        return Preferences(party, values, reservation=reservation, basis=ValueBasis.ASSUMED)

    return write


@pytest.fixture
def problem():
    def write(issues, *requirements, preferences=(), parties=()):
        options = {issue: tuple(options.split()) for issue, options in issues.items()}
        return Problem(options, (*requirements, *map(reservation_of, preferences)), parties=parties, preferences=tuple(preferences))

    return write


@pytest.fixture
def position():
    def write(name, actor, stance, options="", *, day=None, known=None, **more):
        return Position(
            name,
            actor=actor,
            stance=stance,
            options=frozenset(options.split()),
            text=name,
            when=on(dt.date(2031, 3, day)) if day else UNKNOWN_DATE,
            known=on(dt.date(2031, 3, known)) if known else UNKNOWN_DATE,
            **{"issue": "wage", **more},
        )

    return write


@pytest.fixture
def case():
    """Union and employers are parties, the city is not; the port's consent alone is needed on the quay."""

    def write(*positions, links=()):
        actors = ("union", "employers", "city", "port")
        return Case(
            "quay",
            "The quay talks",
            actors=tuple(Actor(each, name=each) for each in actors),
            roles=tuple(Role(each, actor=each, role=RoleKind.PARTY) for each in actors[:2]),
            issues=(
                Issue("wage", title="Wage", options=tuple(Option(each, title=each) for each in ("none", "two", "four"))),
                Issue("hours", title="Hours", options=tuple(Option(each, title=each) for each in ("long", "short"))),
                Issue("quay", title="Quay", options=(Option("open", title="Open"),), consents=("port",)),
                Issue("mood", title="Not yet thought through", options=()),
            ),
            links=tuple(links),
            positions=positions,
        )

    return write
