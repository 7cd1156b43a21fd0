"""What a recipient would see, word for word, and each rule of what it could infer."""

from __future__ import annotations

import pytest
from attrs import evolve

from gobetween.model.actors import Access, Actor, Office, Role, RoleKind
from gobetween.model.cases import Case
from gobetween.model.caucuses import Handling, ToldKind
from gobetween.model.evidence import Stance
from gobetween.model.happenings import Signal
from gobetween.model.items import EVERYONE
from gobetween.model.permissions import Form
from gobetween.model.positions import Position, Series
from gobetween.model.preferences import Preferences, ValueBasis
from gobetween.protocols.permissions import Scope
from gobetween.protocols.proposals import Offer
from gobetween.talks.confiding import caucuses, permissions
from gobetween.talks.confiding.caucuses import Sitting
from gobetween.talks.confiding.tellings import Telling
from gobetween.talks.conveying import passages, previews, relays
from gobetween.talks.conveying.conveyances import Conveyance
from gobetween.talks.conveying.previews import Preview
from gobetween.talks.proposing import proposals
from gobetween.talks.standings import Seat, Standing
from specimen_talks import AUDIENCES, SpecimenTalks, books, strait_case

WORDS = "The pilots could wait another year for their pay."
OWN = Conveyance("south", "north/said", form=Form.OWN_IDEA, text="What if some things came later?")
TWO = "there are two parties: what is not your own idea can only be from north"
HALF = frozenset({"half"})


def look(talks: SpecimenTalks, wanted: Conveyance, who: str = "harbour") -> Preview:
    before = [books(talks.clerk, audience) for audience in AUDIENCES]
    found = previews.preview(Standing(Seat(who), talks.case(who), talks.now, lambda: "look"), wanted)
    assert before == [books(talks.clerk, audience) for audience in AUDIENCES]
    return found


def told(telling: Telling | str = WORDS, *, case: Case | None = None, to: tuple[str, ...] = ("harbour",)) -> SpecimenTalks:
    """North has told this, and permits every form of it."""
    talks = SpecimenTalks.opened(case)
    talks.act("north", caucuses.tell, Telling(telling) if isinstance(telling, str) else telling, to=to, name="said")
    for form in Form:
        for is_attributed in (False, *((True,) if form is not Form.OWN_IDEA else ())):
            scope = Scope("north/said", ("south", "west"), to, form=form, is_attributed=is_attributed)
            talks.act("north", permissions.grant, evolve(scope, to=tuple(each for each in scope.to if talks.case("north").actor(each))))
    return talks


def with_west() -> Case:
    """The strait with a third party, whom everybody reaches but bridge; bridge alone reaches north beside harbour."""
    frame = strait_case()
    return evolve(
        frame,
        actors=(*frame.actors, Actor("west", name="West", adjectives=("Western",), holders=EVERYONE)),
        roles=(*frame.roles, Role("west-role", actor="west", role=RoleKind.PARTY, holders=EVERYONE)),
        access=(*frame.access, Access("harbour-west", mediator="harbour", to="west", holders=EVERYONE)),
    )


def test_each_on_the_way_sees_the_words_and_whom_they_are_for() -> None:
    talks = told(to=("bridge",))
    talks.act("north", permissions.grant, Scope("north/said", ("south",), ("bridge", "harbour")))
    found = look(talks, Conveyance("south", "north/said", route=("bridge", "harbour")), "bridge")
    assert [(each.reader, each.carrier, each.text, each.attributed_to, each.onward) for each in found.sights] == [
        ("harbour", "bridge", WORDS, None, "south"),
        ("south", "harbour", WORDS, None, None),
    ]
    assert found.obstacles == ()


def test_what_is_previewed_is_what_arrives() -> None:
    talks = told()
    wanted = Conveyance("south", "north/said", is_attributed=True)
    (sight,) = look(talks, wanted).sights
    talks.act("harbour", relays.convey, wanted)
    (message,) = talks.case("south").messages
    assert (sight.text, sight.form, sight.attributed_to, sight.terms) == (
        message.text,
        message.form,
        message.attributed_to,
        dict(message.terms),
    )


def test_one_can_look_before_one_asks_for_permission() -> None:
    talks = SpecimenTalks.opened()
    talks.act("north", caucuses.tell, Telling(WORDS), to=("harbour",), name="said")
    found = look(talks, Conveyance("south", "north/said", is_attributed=True))
    assert [each.text for each in found.sights] == [WORDS]
    assert [each.attributed_to for each in found.sights] == ["north"]
    assert found.obstacles == (
        "to convey 'north/said' so needs a permission of north that covers it. north has given you none. Ask for it",
    )


def test_a_proposal_is_seen_to_come_with_it() -> None:
    talks = SpecimenTalks.opened()
    talks.act(
        "north", proposals.propose, Offer("Ours", ("south",), terms={"toll": HALF}, text="Half.", carriers=("harbour",)), name="o"
    )
    found = look(talks, Conveyance("south", "north/o", is_attributed=True))
    assert [(each.brings, dict(each.terms)) for each in found.sights] == [("a proposal", {"toll": HALF})]


def test_a_party_previews_nothing() -> None:
    talks = told()
    assert "this is for mediators" in talks.refusal("north", previews.preview, Conveyance("south", "north/said"))


def test_an_idea_of_ones_own_gives_nobody_away() -> None:
    assert look(SpecimenTalks.opened(), Conveyance("south", text="What of a joint fund?")).warnings == ()


def test_between_two_parties_what_is_not_the_mediators_idea_is_the_others() -> None:
    assert look(told(), Conveyance("south", "north/said")).warnings == (TWO,)
    assert look(told(), Conveyance("south", "north/said", is_attributed=True)).warnings == ()
    assert look(told(), OWN).warnings == ()
    assert look(told(case=with_west()), Conveyance("south", "north/said")).warnings == ()


def test_a_carrier_who_reaches_one_party_only_has_it_from_there() -> None:
    frame = with_west()
    talks = told(
        case=evolve(frame, access=(*frame.access, Access("bridge-south-2", mediator="bridge", to="south", holders=EVERYONE))),
        to=("bridge",),
    )
    found = look(talks, Conveyance("south", "north/said"), "bridge")
    assert found.warnings == ("bridge reaches nobody but north beside south: what it brings is from there",)
    assert look(talks, OWN, "bridge").warnings == ()


def test_terms_that_one_party_alone_asks_for_point_to_it() -> None:
    asked = Position("n", actor="north", issue="toll", stance=Stance.DEMAND, options=HALF, text="Half of all.", holders=EVERYONE)
    against = evolve(asked, id="s", actor="south", stance=Stance.REJECT)
    talks = told(case=evolve(strait_case(), positions=(asked, against)))
    wanted = evolve(OWN, terms={"toll": HALF})
    assert look(talks, wanted).warnings == ("as far as you know, north alone asks for 'half' on 'toll'",)
    in_words = evolve(OWN, text="What if ships paid half the toll at first?")
    assert look(talks, in_words).warnings == ("as far as you know, north alone asks for 'half' on 'toll'",)
    both = told(case=evolve(strait_case(), positions=(asked, evolve(against, stance=Stance.ACCEPT))))
    assert look(both, wanted).warnings == ()


@pytest.mark.parametrize(("days", "is_near"), [(0, True), (2, True), (3, False)])
def test_an_idea_that_comes_soon_after_a_caucus_points_to_it(days: int, is_near: bool) -> None:
    talks = told()
    talks.act("north", caucuses.hold_caucus, Sitting("north", ("harbour",)))
    talks.wait(days=days)
    expected = ("you sat with north on 2031-03-01: an idea that comes so soon after it points there",)
    assert look(talks, OWN).warnings == (expected if is_near else ())


def test_words_that_are_public_as_the_owners_give_it_away() -> None:
    said = Signal("pay", by="north", text="Pilots could wait another year for their pay, it said.", holders=EVERYONE)
    position = Position("n", actor="north", stance=Stance.OFFER, text=WORDS, holders=EVERYONE)
    talks = told("We can wait.", case=evolve(with_west(), signals=(said,), positions=(position,)))
    wanted = evolve(OWN, text=WORDS)
    assert look(talks, wanted).warnings == (
        "nearly the same words are public as north's ('n')",
        "nearly the same words are public as north's ('pay')",
    )


def test_words_that_the_owner_told_others_point_to_it() -> None:
    talks = told(to=("bridge",))
    talks.act("north", caucuses.tell, Telling(WORDS), to=("bridge", "harbour"), name="again")
    found = look(talks, Conveyance("harbour", "north/said"), "bridge")
    assert "north told bridge, harbour nearly the same ('north/again'): heard from several, it points there" in found.warnings


def test_words_that_the_recipient_has_had_as_the_owners_are_known_to_be_its() -> None:
    talks = told(case=with_west())
    talks.act("harbour", relays.convey, Conveyance("south", "north/said", is_attributed=True), name="first")
    assert look(talks, Conveyance("south", "north/said")).warnings == (
        "south has had nearly these words as north's ('harbour/first')",
        "you have sent nearly this to south already ('harbour/first'): it will see that somebody is behind it",
    )


def test_what_another_carrier_took_there_is_known_there() -> None:
    talks = told(case=with_west(), to=("bridge",))
    talks.act("north", permissions.grant, Scope("north/said", ("south",), ("bridge", "harbour")))
    talks.act("bridge", relays.convey, Conveyance("south", "north/said", route=("bridge", "harbour")), name="a")
    talks.act("north", caucuses.tell_further, "north/said", ("harbour",))
    talks.act("north", permissions.grant, Scope("north/said", ("south",), ("harbour",)))
    found = look(talks, Conveyance("south", "north/said"))
    assert "nearly this has gone from bridge to south already ('bridge/a'): it will see that somebody is behind it" in found.warnings


def test_a_paraphrase_in_the_owners_words_gives_it_away() -> None:
    wanted = Conveyance("south", "north/said", form=Form.PARAPHRASE, text="Pilots could wait another year for the pay, one hears.")
    assert look(told(case=with_west()), wanted).warnings == ("it keeps north's own words, or nearly: put it in others",)


def test_we_is_not_the_carrier() -> None:
    talks = told("It could be done.", case=with_west())
    found = look(talks, Conveyance("south", "north/said", form=Form.PARAPHRASE, text="Our side could do it."))
    assert found.warnings == ("the words speak of 'we': whoever says so is not you, and so north or another party",)


def test_a_permitted_wording_that_names_the_owner_or_its_people_names_it() -> None:
    office = Office("o", person="arda", title="Admiral", actor="north", holders=EVERYONE)
    talks = SpecimenTalks.opened(evolve(with_west(), offices=(office,)))
    talks.act("north", caucuses.tell, Telling("It could be done."), to=("harbour",), name="said")
    talks.act("north", permissions.grant, Scope("north/said", ("south",), ("harbour",), wording="Arda says that North could do it."))
    assert look(talks, Conveyance("south", "north/said")).warnings == (
        "the words name north",
        "the words name Arda, who holds a post with north",
    )


def test_numbers_of_a_limit_show_where_the_owner_stops() -> None:
    line = Telling("No more than 1,200 ships or three years.", kind=ToldKind.POSITION, stance=Stance.DEMAND, series=Series.BOTTOM_LINE)
    talks = told("It could be done.", case=with_west())
    talks.act("north", caucuses.tell, line, to=("harbour",), name="line")
    wanted = Conveyance("south", "north/said", form=Form.PARAPHRASE, text="Think of 1200 ships for 3 years, or 4.")
    assert look(talks, wanted).warnings == ("it names 1200, 3, which stands in what north called its bottom line ('north/line')",)


def test_a_reservation_value_is_a_number_that_nobody_should_hear() -> None:
    entrusted = Preferences(
        "north",
        option_values={"toll": {"none": 0, "half": 5, "full": 9}, "hours": {"day": 1, "night": 2}},
        reservation=7,
        basis=ValueBasis.ENTRUSTED,
        holders=frozenset({"north", "harbour"}),
    )
    talks = told("It could be done.", case=evolve(with_west(), preferences=(entrusted,)))
    found = look(talks, Conveyance("south", "north/said", form=Form.PARAPHRASE, text="Seven would do."))
    assert found.warnings == ("it names 7, which is the reservation value that north entrusted",)


def test_terms_of_a_limit_show_where_the_owner_stops() -> None:
    line = Telling("No toll at all.", kind=ToldKind.POSITION, issue="toll", options=HALF, stance=Stance.DEMAND, is_red_line=True)
    talks = told("It could be done.", case=with_west())
    talks.act("north", caucuses.tell, line, to=("harbour",), name="line")
    found = look(talks, evolve(OWN, terms={"toll": HALF}))
    assert "it names exactly the terms of north's red line on 'toll' ('north/line')" in found.warnings


def test_a_limit_that_is_conveyed_is_known_for_one() -> None:
    line = Telling("No toll at all.", kind=ToldKind.POSITION, stance=Stance.DEMAND, is_red_line=True)
    found = look(told(line, case=with_west()), Conveyance("south", "north/said", form=Form.PARAPHRASE, text="It is hard."))
    assert found.warnings == ("it is north's red line: whoever hears it learns where north stops",)


@pytest.mark.parametrize(
    ("handling", "warnings"),
    [
        (Handling.RED, ("north marked it TLP:RED: for those alone who were told",)),
        (Handling.AMBER_STRICT, ("north marked it TLP:AMBER+STRICT: not beyond the house of those who were told",)),
        (Handling.GREEN, ()),
    ],
)
def test_the_owners_label_is_called_to_mind(handling: Handling, warnings: tuple[str, ...]) -> None:
    talks = told(Telling(WORDS, handling=handling))
    assert look(talks, Conveyance("south", "north/said", is_attributed=True)).warnings == warnings


def test_contested_access_is_a_warning_and_no_refusal() -> None:
    frame = strait_case()
    access = tuple(evolve(each, is_contested=each.id == "harbour-south") for each in frame.access)
    talks = SpecimenTalks.opened(evolve(frame, access=access))
    idea = Conveyance("south", text="What of a joint fund?")
    assert look(talks, idea).warnings == ("it is contested that harbour reaches south by itself",)
    talks.act("harbour", relays.convey, idea)


def test_what_goes_back_is_seen_by_the_next_one_alone() -> None:
    talks = told(to=("bridge",))
    talks.act("north", permissions.grant, Scope("north/said", ("south",), ("bridge", "harbour")))
    talks.act("bridge", relays.convey, Conveyance("south", "north/said", route=("bridge", "harbour")), name="a")
    talks.act("harbour", passages.pass_on, "bridge/a", name="b")
    talks.act("south", caucuses.tell, Telling("So could the sailors."), to=("harbour",), name="said")
    found = look(talks, Conveyance("harbour/b", "south/said"))
    assert [(each.reader, each.carrier, each.onward) for each in found.sights] == [("bridge", "harbour", None)]
    assert "it goes back in return for 'harbour/b': whoever that came from may know to whom it went" in found.warnings


def test_no_warning_speaks_of_what_the_carrier_does_not_hold() -> None:
    plain = told(case=with_west())
    hidden = told(case=with_west())
    hidden.act("north", caucuses.tell, Telling(WORDS, handling=Handling.RED), to=("bridge",), name="elsewhere")
    wanted = Conveyance("south", "north/said")
    assert look(plain, wanted) == look(hidden, wanted)
