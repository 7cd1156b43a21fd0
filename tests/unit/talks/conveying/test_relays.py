"""Conveying an item: who learns what, and what a permission allows."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from gobetween.model.cases import Profile
from gobetween.model.caucuses import ToldKind
from gobetween.model.evidence import Stance
from gobetween.model.items import EVERYONE
from gobetween.model.permissions import Form
from gobetween.model.positions import Position, Series
from gobetween.model.relays import MessageState, RelayState
from gobetween.model.sealed import CUSTODIAN
from gobetween.protocols.permissions import Scope
from gobetween.protocols.proposals import Offer
from gobetween.talks.confiding import caucuses, permissions
from gobetween.talks.confiding.tellings import Telling
from gobetween.talks.conveying import passages, reactions, relays
from gobetween.talks.conveying.conveyances import Conveyance
from gobetween.talks.proposing import proposals
from specimen_talks import AUDIENCES, TALKS, SpecimenTalks, books, strait_case

WORDS = "We could live with half the toll for ten years."
ITEM = "north/toll"


@pytest.fixture
def talks() -> SpecimenTalks:
    """North has told bridge where it could go."""
    talks = SpecimenTalks.opened()
    talks.act("north", caucuses.tell, Telling(WORDS), to=("bridge",), name="toll")
    return talks


def grant(talks: SpecimenTalks, **dimensions: object) -> None:
    scope = evolve(Scope(ITEM, ("south",), ("bridge", "harbour")), **dimensions)
    talks.act("north", permissions.grant, scope, name="may")


def over_harbour(**given: object) -> Conveyance:
    return evolve(Conveyance("south", ITEM, route=("bridge", "harbour")), **given)


def test_what_is_told_stays_with_the_party_and_those_mediators(talks: SpecimenTalks) -> None:
    holders = [audience for audience in AUDIENCES if talks.case(audience).told]
    assert holders == ["north", "bridge"]


def test_nothing_is_conveyed_without_a_permission(talks: SpecimenTalks) -> None:
    refusal = talks.refusal("bridge", relays.convey, over_harbour())
    assert refusal == ("to convey 'north/toll' so needs a permission of north that covers it. north has given you none. Ask for it")


def test_each_learns_what_the_message_says_and_the_owner_its_line(talks: SpecimenTalks) -> None:
    grant(talks)
    talks.act("bridge", relays.convey, over_harbour(), name="word")
    (handed,) = talks.case("harbour").messages
    assert (handed.text, handed.onward, handed.attributed_to) == (WORDS, "south", None)
    assert not talks.case("harbour").permissions
    assert not talks.case("harbour").relays
    assert not talks.case("south").messages
    (line,) = talks.case("north").relays
    assert (line.state, [leg.to for leg in line.legs]) == (RelayState.UNDER_WAY, ["harbour"])
    talks.wait(hours=3)
    talks.act("harbour", passages.pass_on, "bridge/word", name="word")
    (got,) = talks.case("south").messages
    assert (got.id, got.carrier, got.text, got.attributed_to, got.onward) == ("harbour/word", "harbour", WORDS, None, None)
    for audience in ("north", "bridge"):
        (line,) = talks.case(audience).relays
        assert line.state is RelayState.DELIVERED
        assert [(leg.carrier, leg.to) for leg in line.legs] == [("bridge", "harbour"), ("harbour", "south")]
        assert line.legs[1].at == talks.now
    assert not talks.case("south").relays
    assert not talks.case("harbour").relays


def test_a_permission_that_covers_all_lets_it_pass(talks: SpecimenTalks) -> None:
    grant(talks, form=Form.PARAPHRASE, is_attributed=True, allows_other_software=True, until=dt.date(2031, 3, 1))
    wanted = over_harbour(form=Form.PARAPHRASE, is_attributed=True, used_other_software=True, text="There is room on the toll.")
    talks.act("bridge", relays.convey, wanted, name="word")
    (line,) = talks.case("north").relays
    assert (line.item, line.permission, line.text) == (ITEM, "north/may", "There is room on the toll.")
    assert (line.form, line.is_attributed, line.used_other_software) == (Form.PARAPHRASE, True, True)
    (handed,) = talks.case("harbour").messages
    assert (handed.attributed_to, handed.until) == ("north", dt.date(2031, 3, 1))


@pytest.mark.parametrize(
    ("permitted", "wanted", "lacking"),
    [
        ({"to": ("shipping",)}, {}, "it is for shipping"),
        ({"carriers": ("bridge",)}, {}, "it does not name harbour as a carrier"),
        ({"form": Form.PARAPHRASE}, {}, "its form is paraphrase"),
        ({}, {"form": Form.PARAPHRASE, "text": "Some room."}, "its form is verbatim"),
        ({}, {"form": Form.OWN_IDEA, "text": "Some room."}, "its form is verbatim"),
        ({}, {"is_attributed": True}, "the owner may not be named"),
        ({}, {"used_other_software": True}, "no third party's software may process it"),
        ({"wording": "There is room."}, {"text": WORDS}, "its words are “There is room.”"),
        ({"wording": "There is room."}, {"terms": {"toll": frozenset({"half"})}}, "it is for these words and no terms beside them"),
        ({"form": Form.PARAPHRASE}, {"form": Form.PARAPHRASE, "text": WORDS}, "it is for your own words, and these are the item's"),
        (
            {"form": Form.PARAPHRASE},
            {"form": Form.PARAPHRASE, "text": "North has some room."},
            "the owner may not be named, and the words name it",
        ),
    ],
)
def test_each_dimension_of_a_permission_is_held_against_the_relay(
    talks: SpecimenTalks, permitted: dict[str, object], wanted: dict[str, object], lacking: str
) -> None:
    grant(talks, **permitted)
    refusal = talks.refusal("bridge", relays.convey, over_harbour(**wanted))
    assert refusal == (
        f"to convey 'north/toll' so needs a permission of north that covers it. 'north/may' does not: {lacking}. Ask for it"
    )


def test_a_permission_is_good_on_its_last_day_and_not_after(talks: SpecimenTalks) -> None:
    grant(talks, until=dt.date(2031, 3, 2))
    talks.wait(days=2)
    assert "it was good until 2031-03-02" in talks.refusal("bridge", relays.convey, over_harbour())
    talks.wait(days=-1)
    talks.act("bridge", relays.convey, over_harbour())


def test_a_permission_is_no_use_before_it_is_granted_or_after_it_was_revoked(talks: SpecimenTalks) -> None:
    talks.act("bridge", permissions.ask, Scope(ITEM, ("south",), ("bridge", "harbour")), name="may")
    assert "'bridge/may' does not: it is asked" in talks.refusal("bridge", relays.convey, over_harbour())
    talks.act("north", permissions.grant, Scope(ITEM, ("south",), ("bridge", "harbour")), asked="bridge/may")
    talks.act("north", permissions.revoke, "bridge/may")
    assert "'bridge/may' does not: it is revoked" in talks.refusal("bridge", relays.convey, over_harbour())


def test_verbatim_are_the_items_own_words_however_they_are_spaced(talks: SpecimenTalks) -> None:
    grant(talks)
    refusal = talks.refusal("bridge", relays.convey, over_harbour(text="We could live with a third of the toll."))
    assert "'north/may' does not: verbatim are the item's own words" in refusal
    assert "names the item's own terms" in talks.refusal("bridge", relays.convey, over_harbour(terms={"toll": frozenset({"half"})}))
    talks.act("bridge", relays.convey, over_harbour(text=f"  {WORDS.replace(' ', '  ')}"))


def test_verbatim_means_the_same_of_what_is_ones_own(talks: SpecimenTalks) -> None:
    talks.act("harbour", caucuses.tell, Telling("Try a lower toll first."), to=("bridge",), name="thought")
    refusal = talks.refusal("harbour", relays.convey, Conveyance("south", "harbour/thought", text="Try it."))
    assert refusal == "verbatim are the item's own words; for others choose another form: paraphrase, or own idea"
    talks.act("harbour", relays.convey, Conveyance("south", "harbour/thought"))


def test_one_of_several_permissions_that_covers_it_is_enough(talks: SpecimenTalks) -> None:
    grant(talks)
    talks.act("north", permissions.grant, Scope(ITEM, ("south",), ("bridge", "harbour"), wording="There is room."), name="words")
    talks.act("bridge", relays.convey, over_harbour(text="There is room."))
    assert [each.permission for each in talks.case("north").relays] == ["north/words"]


def test_a_permitted_wording_goes_in_place_of_the_items_words(talks: SpecimenTalks) -> None:
    grant(talks, wording="There is room on the toll.")
    talks.act("bridge", relays.convey, over_harbour())
    assert [each.text for each in talks.case("harbour").messages] == ["There is room on the toll."]


def test_a_carrier_that_holds_the_wording_alone_conveys_it_and_never_sees_the_item(talks: SpecimenTalks) -> None:
    talks.act("north", permissions.grant, Scope(ITEM, ("south",), ("harbour",), wording="There is room."), name="may")
    assert not talks.case("harbour").told
    assert [each.given_to for each in talks.case("harbour").permissions] == [("harbour",)]
    talks.act("harbour", relays.convey, Conveyance("south", ITEM), name="word")
    assert [each.text for each in talks.case("south").messages] == ["There is room."]
    assert [each.state for each in talks.case("north").relays] == [RelayState.DELIVERED]


def test_what_is_not_held_cannot_be_conveyed_whether_it_exists_or_not(talks: SpecimenTalks) -> None:
    there = talks.refusal("harbour", relays.convey, Conveyance("south", ITEM))
    not_there = talks.refusal("harbour", relays.convey, Conveyance("south", "north/nothing"))
    assert there.replace(ITEM, "X") == not_there.replace("north/nothing", "X")


def test_a_position_goes_with_its_terms_where_it_is_verbatim_and_without_them_where_it_is_not() -> None:
    talks = SpecimenTalks.opened()
    telling = Telling("Half of it.", kind=ToldKind.POSITION, issue="toll", options=frozenset({"half"}), stance=Stance.ACCEPT)
    talks.act("north", caucuses.tell, telling, to=("harbour",), name="toll")
    for form in Form:
        talks.act("north", permissions.grant, Scope(ITEM, ("south",), ("harbour",), form=form))
    talks.act("harbour", relays.convey, Conveyance("south", ITEM), name="whole")
    talks.act("harbour", relays.convey, Conveyance("south", ITEM, form=Form.PARAPHRASE, text="Some room."), name="words")
    named = Conveyance(
        "south", ITEM, form=Form.OWN_IDEA, text="Half or none?", terms={"toll": frozenset({"half", "none"})}, title="An idea"
    )
    talks.act("harbour", relays.convey, named, name="idea")
    assert {each.id: dict(each.terms) for each in talks.case("south").messages} == {
        "harbour/whole": {"toll": frozenset({"half"})},
        "harbour/words": {},
        "harbour/idea": {"toll": frozenset({"half", "none"})},
    }
    assert not talks.case("south").positions


def test_a_position_that_goes_as_its_partys_is_one_that_it_stated_without_what_its_words_do_not_say() -> None:
    talks = SpecimenTalks.opened()
    telling = Telling(
        "Half of it.", kind=ToldKind.POSITION, issue="toll", options=frozenset({"half"}), stance=Stance.ACCEPT, is_red_line=True
    )
    talks.act("north", caucuses.tell, telling, to=("bridge",), name="toll")
    grant(talks, is_attributed=True)
    talks.act("bridge", relays.convey, over_harbour(is_attributed=True), name="word")
    talks.act("harbour", passages.pass_on, "bridge/word", name="word")
    (stated,) = talks.case("south").positions
    assert (stated.id, stated.actor, stated.series, stated.options) == ("harbour/word", "north", Series.STATED, frozenset({"half"}))
    assert (stated.is_red_line, stated.owner) == (False, "harbour")


def test_own_items_and_ideas_need_no_permission_and_no_owner_is_told() -> None:
    talks = SpecimenTalks.opened()
    talks.act("harbour", caucuses.tell, Telling("Try a lower toll first."), to=("bridge",), name="thought")
    talks.act("harbour", relays.convey, Conveyance("south", "harbour/thought", is_attributed=True), name="mine")
    talks.act("harbour", relays.convey, Conveyance("south", text="What of a joint fund?", title="A joint fund"), name="idea")
    assert [each.attributed_to for each in talks.case("south").messages] == ["harbour", None]
    (idea,) = talks.case("south").proposals
    assert (idea.id, idea.name, idea.by, idea.to, idea.text) == (
        "harbour/idea",
        "A joint fund",
        ("harbour",),
        ("south",),
        "What of a joint fund?",
    )
    assert {audience for audience in AUDIENCES if talks.case(audience).relays} == {"harbour"}


def test_another_mediators_item_needs_its_permission() -> None:
    talks = SpecimenTalks.opened()
    talks.act("harbour", caucuses.tell, Telling("Try a lower toll first."), to=("bridge",), name="thought")
    assert "needs a permission of harbour" in talks.refusal("bridge", relays.convey, Conveyance("north", "harbour/thought"))
    talks.act("harbour", permissions.grant, Scope("harbour/thought", ("north",), ("bridge",)))
    talks.act("bridge", relays.convey, Conveyance("north", "harbour/thought"))
    assert [each.sender for each in talks.case("harbour").relays] == ["harbour"]


def test_public_items_need_no_permission_and_say_whose_they_are_if_that_is_wanted() -> None:
    said = Position("north-says", actor="north", issue="toll", stance=Stance.DEMAND, text="The whole toll.", holders=EVERYONE)
    unsaid = evolve(said, id="bridge-notes", holders=frozenset({"bridge"}))
    talks = SpecimenTalks.opened(evolve(strait_case(), positions=(said, unsaid)))
    talks.act("harbour", relays.convey, Conveyance("south", "north-says", is_attributed=True))
    assert [each.attributed_to for each in talks.case("south").messages] == ["north"]
    assert not talks.case("north").relays
    assert "it needs no permission" in talks.refusal("harbour", permissions.ask, Scope("north-says", ("south",), ("harbour",)))
    refusal = talks.refusal("bridge", relays.convey, Conveyance("north", "bridge-notes"))
    assert refusal == "'bridge-notes' is not public, and nobody is named whose it is: it cannot be conveyed"


def test_words_that_another_entrusted_do_not_pass_as_an_idea_of_ones_own(talks: SpecimenTalks) -> None:
    idea = Conveyance("north", text=f"What if? {WORDS.upper()}")
    refusal = talks.refusal("bridge", relays.convey, idea)
    assert refusal == "these words hold all of 'north/toll', which is another's: name it as what you convey"
    grant(talks)
    talks.act("bridge", relays.convey, over_harbour(), name="word")
    refusal = talks.refusal("harbour", relays.convey, Conveyance("south", text=WORDS))
    assert refusal == "these words hold all of 'bridge/word', which is another's: name it as what you convey"


def test_few_words_are_anybodys() -> None:
    talks = SpecimenTalks.opened()
    talks.act("north", caucuses.tell, Telling("Half, then."), to=("harbour",))
    talks.act("harbour", relays.convey, Conveyance("south", text="Half, then."))


@pytest.mark.parametrize(
    ("given", "refused"),
    [
        ({"route": ("harbour", "bridge")}, "a route begins with you and goes over other mediators, each once; found harbour > bridge"),
        ({"route": ("bridge", "bridge")}, "a route begins with you and goes over other mediators, each once; found bridge > bridge"),
        (
            {"route": ("bridge", "shipping")},
            "a route begins with you and goes over other mediators, each once; found bridge > shipping",
        ),
        ({"route": ("bridge",)}, "bridge does not reach south by itself, as far as you know; go over bridge > harbour"),
        ({"to": "north"}, "it cannot be conveyed to north over bridge > harbour: someone has it already, or takes no part"),
        ({"to": "harbour"}, "it cannot be conveyed to harbour over bridge > harbour: someone has it already, or takes no part"),
        ({"to": "keeper"}, "it cannot be conveyed to keeper over bridge > harbour: someone has it already, or takes no part"),
        ({"is_attributed": True, "form": Form.OWN_IDEA}, "what goes as your own idea cannot name its owner"),
        ({"terms": {"toll": frozenset({"gift"})}}, "there is no option 'gift' on 'toll' that you know of"),
        ({"to": "nobody"}, "nobody you know of in these talks is called 'nobody'"),
    ],
)
def test_a_way_that_is_none_is_refused(talks: SpecimenTalks, given: dict[str, object], refused: str) -> None:
    grant(talks)
    assert talks.refusal("bridge", relays.convey, over_harbour(**given)).startswith(refused)


def test_a_party_conveys_nothing(talks: SpecimenTalks) -> None:
    assert "this is for mediators" in talks.refusal("north", relays.convey, Conveyance("south", ITEM))


def test_an_idea_needs_words(talks: SpecimenTalks) -> None:
    assert talks.refusal("harbour", relays.convey, Conveyance("south")) == "say in which words it is conveyed"


def test_whom_nobody_reaches_gets_nothing() -> None:
    frame = strait_case()
    talks = SpecimenTalks.opened(evolve(frame, access=tuple(each for each in frame.access if each.through)))
    assert talks.refusal("bridge", relays.convey, Conveyance("south", text="A word with you.")).endswith(
        "as far as you know; go over bridge > harbour"
    )
    only = SpecimenTalks.opened(evolve(frame, roles=frame.roles[:3], access=frame.access[3:]))
    assert only.refusal("bridge", relays.convey, Conveyance("south", text="A word.")).endswith("as far as you know; nobody does")


def test_open_talks_ask_for_permission_only_where_something_was_conditioned_or_denied() -> None:
    talks = SpecimenTalks.opened(strait_case(Profile.OPEN_UNLESS_CONDITIONED))
    talks.act("north", caucuses.tell, Telling("We are tired of this."), to=("harbour",), name="open")
    talks.act("north", caucuses.tell, Telling("We will not walk out.", is_conditioned=True), to=("harbour",), name="shut")
    talks.act("harbour", relays.convey, Conveyance("south", "north/open", is_attributed=True))
    assert [each.permission for each in talks.case("north").relays] == [None]
    assert "needs a permission" in talks.refusal("harbour", relays.convey, Conveyance("south", "north/shut"))
    talks.act("harbour", permissions.ask, Scope("north/open", ("south",), ("harbour",)), name="may")
    talks.act("north", permissions.refuse, "harbour/may", reason="Not now.")
    assert "'harbour/may' does not: it is refused" in talks.refusal("harbour", relays.convey, Conveyance("south", "north/open"))
    talks.act("harbour", caucuses.note, Telling("They are tired of us."), owner="north", name="noted")
    talks.act("harbour", relays.convey, Conveyance("south", "harbour/noted"))
    talks.act("north", caucuses.object_to, "harbour/noted", "We said no such thing.")
    assert "needs a permission" in talks.refusal("harbour", relays.convey, Conveyance("south", "harbour/noted"))


def test_in_open_talks_too_what_came_with_a_message_goes_where_that_says() -> None:
    talks = SpecimenTalks.opened(strait_case(Profile.OPEN_UNLESS_CONDITIONED))
    telling = Telling("Half of it.", kind=ToldKind.POSITION, issue="toll", options=frozenset({"half"}), stance=Stance.ACCEPT)
    talks.act("north", caucuses.tell, telling, to=("bridge",), name="toll")
    talks.act("bridge", relays.convey, over_harbour(is_attributed=True), name="word")
    assert "needs a permission of bridge" in talks.refusal("harbour", relays.convey, Conveyance("shipping", "bridge/word"))
    assert "you hold nothing" in talks.refusal("bridge", permissions.grant, Scope("bridge/word", ("shipping",), ("harbour",)))


def test_in_open_talks_a_proposal_goes_in_any_form_if_its_author_lets_it_be_carried_at_all() -> None:
    talks = SpecimenTalks.opened(strait_case(Profile.OPEN_UNLESS_CONDITIONED))
    offer = Offer("Ours", ("south",), text="Half the toll.", carriers=("harbour",))
    for name, may_relay in (("free", True), ("shut", False)):
        talks.act("north", proposals.propose, offer, name=name, may_relay=may_relay)
    words = Conveyance("south", "north/free", form=Form.PARAPHRASE, text="There may be an offer.")
    talks.act("harbour", relays.convey, words)
    assert "needs a permission" in talks.refusal("harbour", relays.convey, evolve(words, item="north/shut"))


def test_revoking_stops_what_is_under_way_and_recalls_it_from_whoever_has_it(talks: SpecimenTalks) -> None:
    grant(talks)
    talks.act("bridge", relays.convey, over_harbour(), name="word")
    talks.act("north", permissions.revoke, "north/may", reason="The mood has changed.")
    for audience in ("north", "bridge"):
        assert [(each.state, each.reason) for each in talks.case(audience).relays] == [
            (RelayState.WITHHELD, "the permission was revoked")
        ]
    assert [each.state for each in talks.case("harbour").messages] == [MessageState.RECALLED]
    assert talks.refusal("harbour", passages.pass_on, "bridge/word") == "'bridge/word' is recalled; it is not to be passed on"
    assert not talks.case("harbour").permissions


def test_revoking_leaves_what_was_delivered(talks: SpecimenTalks) -> None:
    grant(talks)
    talks.act("bridge", relays.convey, over_harbour(), name="word")
    talks.act("harbour", passages.pass_on, "bridge/word")
    before = books(talks.clerk, "harbour"), books(talks.clerk, "south")
    talks.act("north", permissions.revoke, "north/may")
    assert before == (books(talks.clerk, "harbour"), books(talks.clerk, "south"))
    assert [each.state for each in talks.case("north").relays] == [RelayState.DELIVERED]


def test_a_relay_is_recalled_once_though_both_its_owner_and_its_carrier_stop_it(talks: SpecimenTalks) -> None:
    grant(talks)
    talks.act("bridge", relays.convey, over_harbour(), name="word")
    (line,) = talks.case("bridge").relays
    talks.act("bridge", reactions.withhold, line.id, "It would do harm now.")
    assert [each.state for each in talks.case("north").relays] == [RelayState.UNDER_WAY]
    recalled = books(talks.clerk, "harbour")
    talks.act("north", permissions.revoke, "north/may")
    assert books(talks.clerk, "harbour") == recalled
    assert [each.state for each in talks.case("north").relays] == [RelayState.WITHHELD]


def test_no_book_has_an_entry_that_does_not_follow(talks: SpecimenTalks) -> None:
    grant(talks)
    talks.act("bridge", relays.convey, over_harbour(), name="word")
    talks.act("harbour", passages.pass_on, "bridge/word", name="word")
    talks.act("south", reactions.react, "harbour/word", "We hear it.")
    for audience in (*AUDIENCES, CUSTODIAN):
        assert talks.clerk._draft(TALKS, audience)[1].left_out == ()
