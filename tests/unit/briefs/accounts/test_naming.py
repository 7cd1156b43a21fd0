from __future__ import annotations

import pytest

from gobetween.briefs.accounts.naming import names_of
from gobetween.model.evidence import MeetingMention, OfficeMention, SourceType, Speaker, Statement


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


@pytest.mark.parametrize("nameless", ["", " ", "\u3000"])
def test_who_spoke_without_a_name_is_nobody_and_changes_no_other_name(newsroom, nameless):
    speaker = Speaker(newsroom.words("who spoke"), nameless, actor="Dockers", source_type=SourceType.NAMED_PERSON)
    said = Statement(speaker, newsroom.words("no more"))
    known = names_of([newsroom.report("a", actors=("Dockers", "Operator"), statements=(said,)).document])
    assert (known.of("the dockers"), known.of("operator"), known.actor_of("Dockers")) == ("Dockers", "Operator", "Dockers")


PORT = ("Norda Dockers' Union", "Harbour Employers' Group", "European Union")


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Harbour Employers", PORT[1]),
        ("employers", PORT[1]),
        ("the employers' group", PORT[1]),
        ("dockers' union", PORT[0]),
        ("Dockers’ Union", PORT[0]),
        ("union", PORT[0]),
    ],
)
def test_a_shorter_name_is_the_one_longer_name_that_it_fits(names, short, long):
    known = names(actors=(*PORT, short))
    assert (known.of(short), known.actor_of(short)) == (long, long)
    assert short not in known.actors


@pytest.mark.parametrize(
    ("short", "longer"),
    [
        ("union", ("Norda Dockers' Union", "Clerks' Union")),  # either may be meant
        ("Norda", ("Norda Dockers' Union",)),  # a town is no union of it
        ("Congo Republic", ("Democratic Congo Republic",)),
        ("Harbour", ("Harbour Employers' Group",)),
        ("Lake Commission", ("Lake Commission Monitoring Mission",)),
        ("union", ("European Union",)),
    ],
)
def test_a_name_that_may_be_anothers_stays_as_it_is(names, short, longer):
    assert names(actors=(*longer, short)).of(short) == short


def test_names_that_meet_each_other_are_two_actors(newsroom):
    meeting = MeetingMention(newsroom.words("talks"), ("Dockers Union", "Norda Dockers Union"))
    report = newsroom.report("a", actors=("Dockers Union", "Norda Dockers Union"), meetings=(meeting,))
    assert names_of([report.document]).of("Dockers Union") == "Dockers Union"


def test_words_that_name_an_actor_among_others_mean_that_actor(names):
    assert names().actor_of("negotiators of the Dockers") == "Dockers"
    assert names().actor_of("some passers-by") is None


def names_in_reports(newsroom, *actors_of_each):
    return names_of([newsroom.report(f"{number}.txt", actors=actors).document for number, actors in enumerate(actors_of_each)])


def test_an_abbreviation_is_the_one_name_whose_words_begin_with_its_letters(newsroom):
    crews = "Union of Locomotive Crews"
    known = names_in_reports(newsroom, (crews, "Tavrian Rail"), ("ULC", "Tavrian Rail"), ("KDF", "Tavrian Rail"))
    assert (known.of("ULC"), known.of("KDF")) == (crews, "KDF")
    assert known.unjoined("ULC") == "ULC"
    workers = names_in_reports(newsroom, ("Union of Rail and Signal Workers", "Northline"), ("URS", "Northline"))
    assert workers.of("URS") == "Union of Rail and Signal Workers"
    two = names_in_reports(newsroom, ("People's Liberation Front", "Party of Labour and Freedom", "Ostra"), ("PLF", "Ostra"))
    assert two.of("PLF") == "PLF"


def test_a_bare_role_of_one_dispute_is_no_body_of_another(newsroom):
    assert names_in_reports(newsroom, ("union", "Tavrian Rail"), ("East Basin Union", "Egypt")).of("union") == "union"
    assert names_in_reports(newsroom, ("union", "Tavrian Rail"), ("Crews' Union", "Tavrian Rail")).of("union") == "Crews' Union"
    abbreviated = names_in_reports(newsroom, ("EBU", "Tavrian Rail"), ("East Basin Union", "Egypt"))
    assert abbreviated.of("EBU") == "EBU"
