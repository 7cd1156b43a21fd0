"""Who can know of whom: the search for it ends."""

from __future__ import annotations

from attrs import evolve

from gobetween.casefiles.encoding.known_holders import as_known_to
from gobetween.model.actors import Actor
from gobetween.model.cases import Case, Release
from gobetween.model.evidence import Stance
from gobetween.model.happenings import Round
from gobetween.model.items import EVERYONE, PUBLIC
from gobetween.model.positions import Position
from gobetween.model.proposals import Proposal


def test_what_is_released_to_the_public_but_names_something_private_stays_closed() -> None:
    case = Case(
        "quay",
        "The quay talks",
        actors=tuple(Actor(name, name=name, holders=EVERYONE) for name in ("north", "south")),
        rounds=(Round("first", name="First", holders=frozenset({"north"})),),
        proposals=(Proposal("text", name="Text", by=("north",), round="first", holders=EVERYONE),),
        releases=(Release("out", by="north", to=(PUBLIC,), draws_on=("north",), text="It is out.", proposal="text", holders=EVERYONE),),
    )
    known = as_known_to("north", case)
    assert PUBLIC not in known.proposals[0].holders


def test_another_name_of_an_actor_is_no_naming_of_what_has_it_for_an_id() -> None:
    case = Case(
        "quay",
        "The quay talks",
        actors=tuple(
            Actor(name, name=name, aliases=("first",), adjectives=("first",), holders=EVERYONE) for name in ("north", "south")
        ),
        rounds=(Round("first", name="First", holders=frozenset({"north"})),),
    )
    assert all(PUBLIC in actor.holders for actor in as_known_to("north", case).actors)


def test_words_that_happen_to_be_a_hidden_id_close_nothing() -> None:
    said = Position("p", actor="north", stance=Stance.CLAIM, text="first", via="first", condition="first", holders=EVERYONE)
    case = Case(
        "quay",
        "The quay talks",
        actors=tuple(Actor(name, name=name, holders=EVERYONE) for name in ("north", "south")),
        rounds=(Round("first", name="First", holders=frozenset({"north"})),),
        positions=(said, evolve(said, id="q", round="first")),
    )
    assert [PUBLIC in each.holders for each in as_known_to("north", case).positions] == [True, False]
