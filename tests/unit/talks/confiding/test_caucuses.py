"""What is told in confidence stays with who told it and who was told."""

from __future__ import annotations

import pytest
from attrs import evolve

from gobetween.model.caucuses import Handling, ToldKind
from gobetween.model.evidence import Stance
from gobetween.model.happenings import Round
from gobetween.model.issues import Option
from gobetween.model.items import EVERYONE
from gobetween.model.positions import Series
from gobetween.protocols.permissions import Scope
from gobetween.talks.confiding import caucuses, permissions
from gobetween.talks.confiding.caucuses import Sitting
from gobetween.talks.confiding.tellings import Telling
from specimen_talks import AUDIENCES, SpecimenTalks, strait_case

POSITION = Telling("Half the toll.", kind=ToldKind.POSITION, issue="toll", options=frozenset({"half"}), stance=Stance.ACCEPT)


@pytest.fixture
def talks() -> SpecimenTalks:
    return SpecimenTalks.opened()


def holders(talks: SpecimenTalks, collection: str) -> list[str]:
    return [audience for audience in AUDIENCES if getattr(talks.case(audience), collection)]


def test_a_caucus_is_known_to_those_who_were_there(talks: SpecimenTalks) -> None:
    sitting = Sitting("north", ("bridge",), place="the old pier", text="Two hours.")
    talks.act("bridge", caucuses.hold_caucus, sitting, name="first")
    assert holders(talks, "caucuses") == ["north", "bridge"]
    (caucus,) = talks.case("north").caucuses
    assert (caucus.id, caucus.party, caucus.mediators, caucus.place) == ("bridge/first", "north", ("bridge",), "the old pier")


def test_a_caucus_belongs_to_a_round_that_is_known() -> None:
    talks = SpecimenTalks.opened(evolve(strait_case(), rounds=(Round("spring", name="Spring", place="", holders=EVERYONE),)))
    talks.act("north", caucuses.hold_caucus, Sitting("north", ("harbour",), round="spring"))
    assert [each.round for each in talks.case("harbour").caucuses] == ["spring"]
    hidden = Round("spring", name="Spring", place="", holders=frozenset({"north"}))
    talks = SpecimenTalks.opened(evolve(strait_case(), rounds=(hidden,)))
    refusal = talks.refusal("north", caucuses.hold_caucus, Sitting("north", ("harbour",), round="spring"))
    assert refusal == "there is no round 'spring' that everyone knows of"


@pytest.mark.parametrize(
    ("who", "sitting", "refused"),
    [
        ("bridge", Sitting("shipping", ("bridge",)), "shipping is no party; parties: north, south"),
        ("bridge", Sitting("north", ("south",)), "south: not a mediator in these talks; mediators: bridge, harbour"),
        ("south", Sitting("north", ("bridge",)), "south: not a mediator in these talks; mediators: bridge, harbour"),
        ("north", Sitting("north", ()), "say which mediators were there; mediators: bridge, harbour"),
        ("north", Sitting("north", ("bridge",), round="autumn"), "there is no round 'autumn' that everyone knows of"),
        ("north", Sitting("north", ("nobody",)), "nobody you know of in these talks is called 'nobody'"),
    ],
)
def test_what_is_no_caucus_is_refused(talks: SpecimenTalks, who: str, sitting: Sitting, refused: str) -> None:
    assert refused in talks.refusal(who, caucuses.hold_caucus, sitting)


def test_a_party_tells_those_present_unless_it_names_some(talks: SpecimenTalks) -> None:
    talks.act("north", caucuses.hold_caucus, Sitting("north", ("bridge", "harbour")), name="first")
    talks.act("north", caucuses.tell, Telling("For both."), caucus="north/first", name="both")
    talks.act("north", caucuses.tell, Telling("For one.", handling=Handling.RED), to=("harbour",), caucus="north/first", name="one")
    assert [each.id for each in talks.case("bridge").told] == ["north/both"]
    assert [(each.id, each.handling) for each in talks.case("harbour").told] == [
        ("north/both", Handling.AMBER),
        ("north/one", Handling.RED),
    ]


def test_what_is_told_is_a_position_an_interest_or_a_signal_too_under_its_name(talks: SpecimenTalks) -> None:
    talks.act("north", caucuses.tell, evolve(POSITION, series=Series.BOTTOM_LINE, is_red_line=True), to=("bridge",), name="line")
    talks.act("north", caucuses.tell, Telling("Our pilots need work.", kind=ToldKind.INTEREST), to=("bridge",), name="need")
    talks.act("north", caucuses.tell, Telling("We are hopeful.", kind=ToldKind.SIGNAL), to=("bridge",), name="mood")
    for audience in ("north", "bridge"):
        case = talks.case(audience)
        (position,) = case.positions
        assert (position.id, position.actor, position.series, position.is_red_line) == ("north/line", "north", Series.BOTTOM_LINE, True)
        assert [(each.id, each.actor) for each in case.interests] == [("north/need", "north")]
        assert [(each.id, each.by) for each in case.signals] == [("north/mood", "north")]
    for collection in ("positions", "interests", "signals"):
        assert holders(talks, collection) == ["north", "bridge"]


def test_mediators_tell_one_another_what_is_their_own(talks: SpecimenTalks) -> None:
    talks.act("harbour", caucuses.tell, POSITION, to=("bridge",), name="ours")
    assert holders(talks, "told") == ["bridge", "harbour"]
    assert [each.actor for each in talks.case("bridge").positions] == ["harbour"]


def test_a_third_party_tells_mediators_who_reach_it(talks: SpecimenTalks) -> None:
    talks.act("shipping", caucuses.tell, Telling("We may sail elsewhere."), to=("harbour",))
    assert holders(talks, "told") == ["harbour", "shipping"]


@pytest.mark.parametrize(
    ("telling", "given", "refused"),
    [
        (Telling(" "), {"to": ("bridge",)}, "say in words what was told"),
        (Telling("So."), {}, "say which mediators are told; mediators: bridge, harbour"),
        (Telling("So."), {"to": ("south",)}, "south: not a mediator in these talks"),
        (Telling("So."), {"to": ("nobody",)}, "nobody you know of in these talks is called 'nobody'"),
        (Telling("So."), {"caucus": "bridge/first"}, "you were in no caucus called 'bridge/first'"),
        (Telling("So.", kind=ToldKind.POSITION), {"to": ("bridge",)}, "a position says how its owner stands: one of demand, offer"),
        (Telling("So.", is_red_line=True), {"to": ("bridge",)}, "belong to a position, not to a statement"),
        (Telling("So.", stance=Stance.OFFER), {"to": ("bridge",)}, "belong to a position, not to a statement"),
        (evolve(POSITION, series=Series.PUBLIC), {"to": ("bridge",)}, "one of these series: bottom line, entrusted, stated"),
        (evolve(POSITION, issue=None), {"to": ("bridge",)}, "options are options of an issue: name it"),
        (evolve(POSITION, options=frozenset({"gift"})), {"to": ("bridge",)}, "there is no option 'gift' on 'toll' that you know of"),
        (Telling("So.", issue="fish"), {"to": ("bridge",)}, "there is no issue 'fish' that you know of; issues: toll, hours"),
    ],
)
def test_what_does_not_fit_is_not_told(talks: SpecimenTalks, telling: Telling, given: dict[str, object], refused: str) -> None:
    assert refused in talks.refusal("north", caucuses.tell, telling, **given)


def test_a_party_tells_those_alone_who_reach_it(talks: SpecimenTalks) -> None:
    refusal = talks.refusal("south", caucuses.tell, Telling("So."), to=("bridge",))
    assert refusal.startswith("there is no channel between south and bridge that you know of")


def test_in_a_caucus_its_party_tells_those_who_were_there(talks: SpecimenTalks) -> None:
    talks.act("north", caucuses.hold_caucus, Sitting("north", ("bridge",)), name="first")
    expected = "in 'north/first' north told things to bridge, and nobody else to others"
    assert talks.refusal("north", caucuses.tell, Telling("So."), to=("harbour",), caucus="north/first") == expected
    assert "say which mediators" in talks.refusal("bridge", caucuses.tell, Telling("So."), caucus="north/first")
    assert talks.refusal("bridge", caucuses.tell, Telling("So."), to=("harbour",), caucus="north/first") == expected


def test_who_is_no_actor_tells_nothing(talks: SpecimenTalks) -> None:
    assert (
        talks.refusal("keeper", caucuses.tell, Telling("So."), to=("bridge",)) == "this is for actors of the talks, and keeper is none"
    )


def test_a_principal_leaves_telling_to_its_delegation(talks: SpecimenTalks) -> None:
    assert "for the delegation of north" in talks.refusal(
        "north", caucuses.tell, Telling("So."), to=("bridge",), principal="north-head"
    )


def test_options_that_not_everyone_knows_are_told_in_words_alone() -> None:
    frame = strait_case()
    hidden = Option("gift", title="A gift", holders=frozenset({"north"}))
    toll = evolve(frame.issues[0], options=(*frame.issues[0].options, hidden))
    talks = SpecimenTalks.opened(evolve(frame, issues=(toll, frame.issues[1])))
    refusal = talks.refusal("north", caucuses.tell, evolve(POSITION, options=frozenset({"gift"})), to=("bridge",))
    assert refusal == "not everyone knows 'toll' and these options: say it in words alone"


def test_what_a_mediator_notes_is_the_partys_who_gets_it_too(talks: SpecimenTalks) -> None:
    talks.act("bridge", caucuses.note, POSITION, owner="north", name="heard")
    assert holders(talks, "told") == ["north", "bridge"]
    (told,) = talks.case("north").told
    assert (told.owner, told.to, told.noted_by) == ("north", ("bridge",), "bridge")
    assert "is not yours to permit" in talks.refusal("bridge", permissions.grant, Scope("bridge/heard", ("south",), ("harbour",)))
    talks.act("north", permissions.grant, Scope("bridge/heard", ("south",), ("bridge",)))


def test_a_note_goes_to_other_mediators_only_if_the_party_recorded_that_they_were_there(talks: SpecimenTalks) -> None:
    talks.act("bridge", caucuses.hold_caucus, Sitting("north", ("harbour",)), name="mine")
    talks.act("north", caucuses.hold_caucus, Sitting("north", ("bridge", "harbour")), name="theirs")
    talks.act("bridge", caucuses.note, Telling("For bridge."), caucus="bridge/mine", name="one")
    talks.act("bridge", caucuses.note, Telling("For both."), caucus="north/theirs", name="two")
    assert [each.id for each in talks.case("harbour").told] == ["bridge/two"]
    assert [each.id for each in talks.case("north").told] == ["bridge/one", "bridge/two"]


@pytest.mark.parametrize(
    ("who", "given", "refused"),
    [
        ("north", {"owner": "south"}, "this is for mediators"),
        ("bridge", {}, "say who told you this, or in which caucus you were told"),
        ("bridge", {"owner": "bridge"}, "you named bridge"),
        ("bridge", {"owner": "keeper"}, "you named keeper"),
        ("bridge", {"owner": "south", "caucus": "north/first"}, "you named south"),
        ("harbour", {"caucus": "north/first"}, "you were in no caucus called 'north/first'"),
    ],
)
def test_a_note_says_who_told_whom(talks: SpecimenTalks, who: str, given: dict[str, str], refused: str) -> None:
    talks.act("north", caucuses.hold_caucus, Sitting("north", ("bridge",)), name="first")
    assert refused in talks.refusal(who, caucuses.note, Telling("So."), **given)


def test_the_owner_objects_to_a_note_and_it_counts_as_its_position_no_more(talks: SpecimenTalks) -> None:
    talks.act("bridge", caucuses.note, POSITION, owner="north", name="heard")
    assert talks.case("bridge").positions
    talks.act("north", caucuses.object_to, "bridge/heard", "We spoke of a third.")
    for audience in ("north", "bridge"):
        assert [each.objection for each in talks.case(audience).told] == ["We spoke of a third."]
        assert not talks.case(audience).positions
    assert "objected to already" in talks.refusal("north", caucuses.object_to, "bridge/heard", "Again.")


def test_nobody_objects_to_its_own_words_or_to_anothers(talks: SpecimenTalks) -> None:
    talks.act("north", caucuses.tell, POSITION, to=("bridge",), name="said")
    assert "what you told yourself, tell anew" in talks.refusal("north", caucuses.object_to, "north/said", "No.")
    assert talks.refusal("bridge", caucuses.object_to, "north/said", "No.") == "you have told nothing called 'north/said'"
    assert talks.refusal("harbour", caucuses.object_to, "north/said", "No.") == "you have told nothing called 'north/said'"


def test_what_was_told_some_is_told_to_others_without_those_knowing_of_each_other(talks: SpecimenTalks) -> None:
    talks.act("north", caucuses.hold_caucus, Sitting("north", ("bridge",)), name="first")
    talks.act("north", caucuses.tell, evolve(POSITION, series=Series.STATED), caucus="north/first", name="said")
    before = talks.case("bridge")
    talks.act("north", caucuses.tell_further, "north/said", ("bridge", "harbour"))
    assert talks.case("bridge") == before
    (told,) = talks.case("harbour").told
    assert (told.to, told.caucus) == (("harbour",), None)
    assert [each.series for each in talks.case("harbour").positions] == [Series.STATED]
    assert [each.to for each in talks.case("north").told] == [("bridge", "harbour")]
    assert "was told to bridge, harbour already" in talks.refusal("north", caucuses.tell_further, "north/said", ("harbour",))


def test_who_is_told_further_gets_the_permissions_that_name_it(talks: SpecimenTalks) -> None:
    talks.act("north", caucuses.tell, POSITION, to=("bridge",), name="said")
    talks.act("north", permissions.grant, Scope("north/said", ("south",), ("bridge", "harbour")), name="may")
    talks.act("north", permissions.grant, Scope("north/said", ("south",), ("bridge",)), name="may-not")
    assert not talks.case("harbour").permissions
    talks.act("north", caucuses.tell_further, "north/said", ("harbour",))
    assert [(each.id, each.given_to) for each in talks.case("harbour").permissions] == [("north/may", ("harbour",))]
    assert [each.given_to for each in talks.case("north").permissions] == [("bridge", "harbour"), ("bridge",)]
    assert [each.given_to for each in talks.case("bridge").permissions] == [("bridge",), ("bridge",)]
    talks.act("north", permissions.revoke, "north/may")
    assert [str(each.state) for each in talks.case("harbour").permissions] == ["revoked"]


def test_only_ones_own_is_told_further_and_to_mediators_with_a_channel(talks: SpecimenTalks) -> None:
    talks.act("south", caucuses.tell, Telling("So."), to=("harbour",), name="said")
    assert "you have told nothing" in talks.refusal("harbour", caucuses.tell_further, "south/said", ("bridge",))
    assert "not a mediator" in talks.refusal("south", caucuses.tell_further, "south/said", ("north",))
    assert "no channel between south and bridge" in talks.refusal("south", caucuses.tell_further, "south/said", ("bridge",))
    talks.act("bridge", caucuses.note, Telling("So."), owner="north", name="heard")
    assert "is a note of bridge's" in talks.refusal("north", caucuses.tell_further, "bridge/heard", ("harbour",))


def test_an_actor_whom_not_all_know_is_named_to_nobody_else() -> None:
    frame = strait_case()
    actors = tuple(evolve(each, holders=frozenset({"north", "bridge"})) if each.id == "bridge" else each for each in frame.actors)
    talks = SpecimenTalks.opened(evolve(frame, actors=actors))
    talks.act("north", caucuses.tell, Telling("For you alone."), to=("bridge",))
    refusal = talks.refusal("north", caucuses.tell, Telling("For both."), to=("bridge", "harbour"))
    assert refusal == "not everyone knows that bridge has a part in the talks; this would tell them"
