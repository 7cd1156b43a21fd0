from __future__ import annotations

import pytest

from gobetween.briefs.accounts.naming import names_of
from gobetween.model.evidence import OfficeMention


@pytest.fixture
def names(newsroom):
    def make(*offices, actors=("Dockers", "Operator")):
        mentions = tuple(
            OfficeMention(newsroom.words(f"{title} {person}"), person, title, actor=actor) for person, title, actor in offices
        )
        return names_of([newsroom.report("a", actors=actors, offices=mentions).document])

    return make


def test_ways_of_writing_a_name_are_one_name(names):
    known = names(actors=("North-Quay Union", "Operator"))
    assert known.of("the North Quay Union") == "North-Quay Union"
    assert known.of("north-quay union's") == "North-Quay Union"


def test_a_surname_that_two_persons_share_stays_as_it_is(names):
    known = names(("Bo Dahl", "chair", "Operator"), ("Eva Dahl", "clerk", "Dockers"), ("Dahl", "chair", "Operator"))
    assert known.of("Dahl") == "Dahl"


def test_a_person_belongs_to_the_actor_whose_office_they_hold(names):
    assert names(("Bo Dahl", "chair", "Operator")).actor_of("Bo Dahl") == "Operator"


def test_a_person_of_no_named_actor_is_no_actor_though_listed_among_them(names):
    assert names(("Bo Dahl", "chair", None), actors=("Dockers", "Bo Dahl")).actor_of("Bo Dahl") is None


def test_words_that_name_an_actor_among_others_mean_that_actor(names):
    assert names().actor_of("negotiators of the Dockers") == "Dockers"
    assert names().actor_of("some passers-by") is None
