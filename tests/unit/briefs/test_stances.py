"""A position in words: one that depends on something never reads as one that depends on nothing."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from gobetween.briefs.scenes import Scene
from gobetween.briefs.shuttle.sayables import condition_of
from gobetween.briefs.stances import CONDITION_NOT_GIVEN, position_in_words, stance_in_words
from gobetween.disclosure.views import view_for
from gobetween.model.actors import Actor
from gobetween.model.cases import Case
from gobetween.model.evidence import Stance
from gobetween.model.issues import Issue, Option
from gobetween.model.items import EVERYONE, KEEPER
from gobetween.model.positions import Position

TOLL = Issue("toll", title="Toll", options=(Option("half", title="half", holders=EVERYONE),), holders=EVERYONE)
BARE = Position(
    "p",
    actor="north",
    issue="toll",
    stance=Stance.CONDITIONAL,
    options=frozenset({"half"}),
    text="Half would do.",
    owner="north",
    holders=EVERYONE,
)


def scene_of(position: Position) -> Scene:
    actors = tuple(Actor(each, name=each.title(), holders=EVERYONE) for each in ("north", "south"))
    return Scene(view_for(KEEPER, Case("strait", "Strait", actors=actors, issues=(TOLL,), positions=(position,))), dt.date(2031, 3, 1))


@pytest.mark.parametrize("options", [frozenset({"half"}), frozenset()])
def test_a_condition_that_is_not_given_is_told_as_missing(options):
    position = evolve(BARE, options=options)
    assert CONDITION_NOT_GIVEN in stance_in_words(scene_of(position), position)
    assert position_in_words(position) == "Half would do. Conditional (the condition is not given)."
    assert condition_of(position, position.text) == CONDITION_NOT_GIVEN


def test_a_condition_that_is_given_is_told_itself():
    position = evolve(BARE, condition="if signed in May")
    assert stance_in_words(scene_of(position), position) == "accepts “half”, on a condition (if signed in May)"
    assert position_in_words(position) == "Half would do. Condition: If signed in May."
    assert condition_of(position, position.text) == "if signed in May"


def test_what_depends_on_nothing_is_told_without_a_condition():
    position = evolve(BARE, stance=Stance.ACCEPT)
    assert stance_in_words(scene_of(position), position) == "accepts “half”"
    assert position_in_words(position) == "Half would do."
    assert condition_of(position, position.text) == ""
