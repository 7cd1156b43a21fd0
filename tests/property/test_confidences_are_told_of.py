"""Whoever is not named as having entrusted something could have kept it: the brief would read the same."""

from __future__ import annotations

import datetime as dt
from typing import Any

from attrs import evolve, fields
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gobetween.briefs.blocks import Brief
from gobetween.briefs.compose import compose_brief
from gobetween.disclosure.views import view_for
from gobetween.model.cases import Case
from gobetween.model.errors import NotDisclosed
from gobetween.model.items import PUBLIC
from strategies.random_cases import ACTORS, AUDIENCES, cases

TODAY = dt.date(2031, 4, 1)
FRAME = {"actors", "persons", "sources", "issues", "preferences"}
WARNING = "Not for passing on: contains "


def owned(case: Case) -> Case:
    """The case in which what is not public was entrusted by the first actor who holds it."""
    kept: dict[str, Any] = {}
    for attribute in fields(Case):
        value = getattr(case, attribute.name)
        if isinstance(value, tuple) and attribute.name not in FRAME:
            kept[attribute.name] = tuple(evolve(each, owner=_owner(each.holders)) for each in value)
    return evolve(case, **kept)


def _owner(holders: frozenset[str]) -> str | None:
    return None if PUBLIC in holders else next((each for each in sorted(holders) if each in ACTORS), None)


def without(case: Case, names: frozenset[str]) -> Case:
    """The case without what these entrusted."""
    kept: dict[str, Any] = {}
    for attribute in fields(Case):
        value = getattr(case, attribute.name)
        if isinstance(value, tuple) and attribute.name not in FRAME:
            kept[attribute.name] = tuple(each for each in value if each.owner not in names)
    return evolve(case, **kept)


def brief_of(case: Case, audience: str) -> Brief:
    return compose_brief(view_for(audience, case), today=TODAY)


@given(cases(), st.sampled_from(AUDIENCES))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_without_what_the_unnamed_entrusted_a_brief_reads_the_same(drawn: Case, audience: str) -> None:
    case = owned(drawn)
    try:
        brief = brief_of(case, audience)
    except NotDisclosed:
        return
    warning = next((each for each in brief.notices if each.startswith(WARNING)), "")
    names = {actor.id: actor.name for actor in view_for(audience, case).case.actors}
    unnamed = frozenset(each for each, name in names.items() if name not in warning)
    assert brief_of(without(case, unnamed), audience).sections == brief.sections
    assert brief_of(without(case, unnamed), audience).essence == brief.essence
