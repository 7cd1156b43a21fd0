from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from agreements_of_the_strait import PACT, PAPER, accepted, decided, talks_with_a_pact
from gobetween.briefs.scenes import Scene
from gobetween.briefs.shuttle.sayables import CARRIED, condition_of
from gobetween.briefs.shuttle.talking_points import (
    LEAD_OF_MEDIATORS,
    LEAD_OF_OTHERS,
    PointKind,
    find_points,
    talking_points,
    talking_points_brief,
)
from gobetween.disclosure.views import view_for
from gobetween.model.cases import Profile
from gobetween.model.dates import on
from gobetween.model.evidence import Stance
from gobetween.model.happenings import Commitment, Deadline
from gobetween.model.items import EVERYONE
from gobetween.model.mandates import Ruling
from gobetween.model.permissions import Form, Permission, PermissionState
from gobetween.model.positions import Interest, Position, Series
from gobetween.model.proposals import Deliverable, Proposal
from gobetween.model.relays import Relay, RelayState
from gobetween.protocols.permissions import Scope
from gobetween.talks.agreeing import agreements
from gobetween.talks.confiding import permissions
from gobetween.talks.confiding.caucuses import tell
from gobetween.talks.confiding.tellings import Telling
from gobetween.talks.conveying.conveyances import Conveyance
from gobetween.talks.conveying.passages import pass_on
from gobetween.talks.conveying.relays import convey
from gobetween.talks.knowing.ownership import OWNED
from specimen_talks import SpecimenTalks, strait_case

ROOM = "We would give way on the kelpwood."
DAY = dt.date(2031, 3, 1)


def points(talks, audience, recipient, kind=None):
    scene = Scene(talks.view(audience), talks.now.date())
    return [each for each in find_points(scene, recipient) if kind in (None, each.kind)]


def seen_in(case, audience, recipient, kind):
    return [(each.words, each.how) for each in find_points(Scene(view_for(audience, case), DAY), recipient) if each.kind is kind]


def told(profile=Profile.CLOSED):
    talks = SpecimenTalks.opened(strait_case(profile))
    talks.act("north", tell, Telling(ROOM), to=("harbour", "bridge"), name="room")
    return talks


def granted(**scope):
    talks = told()
    talks.act("north", permissions.grant, Scope("north/room", ("south",), ("harbour",), **scope), name="leave")
    return talks


def test_what_may_be_passed_on_is_what_the_talks_pass_on():
    assert CARRIED == OWNED


def test_without_permission_nothing_that_was_entrusted_is_listed():
    talks = told()
    assert points(talks, "harbour", "south", PointKind.ENTRUSTED) == []
    assert "kelpwood" not in str(talking_points(Scene(talks.view("harbour"), DAY), "south"))


@pytest.mark.parametrize(
    ("scope", "words", "how"),
    [
        ({}, f"“{ROOM}”", "in exactly these words; whose it is stays unsaid"),
        ({"is_attributed": True}, f"“{ROOM}”", "in exactly these words; it may be said to be North's"),
        ({"form": Form.PARAPHRASE}, ROOM.rstrip("."), "in your own words; whose it is stays unsaid"),
        ({"form": Form.OWN_IDEA}, ROOM.rstrip("."), "as your own idea, in your own words"),
        ({"form": Form.OWN_IDEA, "wording": "What of wood?"}, "“What of wood?”", "as your own idea, in exactly these words"),
        ({"wording": "There is room."}, "“There is room.”", "in exactly these words; whose it is stays unsaid"),
    ],
)
def test_each_line_has_its_form_and_whose_it_is(scope, words, how):
    (point,) = points(granted(**scope), "harbour", "south", PointKind.ENTRUSTED)
    assert (point.name, point.words, point.how, point.because) == ("north/room", words, how, "permission north/leave")


def test_a_permission_is_for_its_carrier_its_recipient_and_its_days():
    talks = granted(until=DAY)
    assert points(talks, "harbour", "south", PointKind.ENTRUSTED)[0].because == "permission north/leave; until 1 March 2031"
    assert points(talks, "harbour", "shipping", PointKind.ENTRUSTED) == []
    assert points(talks, "bridge", "south", PointKind.ENTRUSTED) == []
    talks.wait(days=1)
    assert points(talks, "harbour", "south", PointKind.ENTRUSTED) == []


def test_a_permission_for_words_that_one_does_not_hold_offers_the_words():
    talks = SpecimenTalks.opened()
    talks.act("north", tell, Telling(ROOM), to=("bridge",), name="room")
    talks.act("north", permissions.grant, Scope("north/room", ("south",), ("harbour",), wording="There is room."), name="leave")
    assert [each.words for each in points(talks, "harbour", "south", PointKind.ENTRUSTED)] == ["“There is room.”"]


def test_words_that_name_their_owner_are_not_offered_verbatim_where_it_may_not_be_named():
    talks = SpecimenTalks.opened()
    talks.act("north", tell, Telling("North would give way."), to=("harbour",), name="room")
    talks.act("north", permissions.grant, Scope("north/room", ("south",), ("harbour",)), name="leave")
    assert points(talks, "harbour", "south", PointKind.ENTRUSTED) == []


def test_what_was_conveyed_already_says_so():
    talks = granted()
    talks.act("harbour", convey, Conveyance("south", "north/room"))
    (point,) = points(talks, "harbour", "south", PointKind.ENTRUSTED)
    assert point.how.endswith("you have conveyed it to them already")
    assert [each.words for each in points(talks, "harbour", "south", PointKind.OWED)] == [
        f"their reaction to what you said: “{ROOM.rstrip('.')}”"
    ]
    assert [each.words for each in points(talks, "south", "harbour", PointKind.OWED)] == [
        f"your reaction to what they said: “{ROOM.rstrip('.')}”"
    ]


def test_what_came_back_for_a_message_is_offered_to_whom_that_came_from():
    talks = granted()
    talks.act("harbour", convey, Conveyance("south", "north/room"), name="said")
    talks.act("south", tell, Telling("We hear that gladly, and wait."), to=("harbour",), name="glad")
    talks.act("south", permissions.grant, Scope("south/glad", ("harbour/said",), ("harbour",)), name="back")
    assert [each.name for each in points(talks, "harbour", "north", PointKind.ENTRUSTED)] == ["south/glad"]
    assert points(talks, "harbour", "shipping", PointKind.ENTRUSTED) == []


def test_a_message_for_the_recipient_is_to_be_passed_on_in_its_words():
    talks = told()
    scope = Scope("north/room", ("south",), ("bridge", "harbour"), is_attributed=True, until=DAY)
    talks.act("north", permissions.grant, scope)
    talks.act("bridge", convey, Conveyance("south", "north/room", route=("bridge", "harbour"), is_attributed=True), name="on")
    (point,) = points(talks, "harbour", "south", PointKind.HANDED)
    assert (point.name, point.words, point.how) == ("bridge/on", f"“{ROOM}”", "as North's; until 1 March 2031")
    assert point.because == "handed to you by Bridge to go there"
    assert points(talks, "harbour", "north", PointKind.HANDED) == []
    talks.wait(days=1)
    assert points(talks, "harbour", "south", PointKind.HANDED) == []


def test_an_idea_to_be_passed_on_stays_an_idea_and_a_reply_goes_back_the_way_it_came():
    talks = told()
    talks.act("north", permissions.grant, Scope("north/room", ("south",), ("bridge", "harbour"), form=Form.OWN_IDEA), name="leave")
    idea = Conveyance("south", "north/room", text="What of the wood?", route=("bridge", "harbour"), form=Form.OWN_IDEA)
    talks.act("bridge", convey, idea, name="on")
    (point,) = points(talks, "harbour", "south", PointKind.HANDED)
    assert point.how == "as a mediator's own idea"
    talks.act("harbour", pass_on, "bridge/on", name="further")
    talks.act("south", tell, Telling("We like the wood very much."), to=("harbour",), name="like")
    talks.act("south", permissions.grant, Scope("south/like", ("harbour/further",), ("harbour", "bridge")), name="back")
    talks.act("harbour", convey, Conveyance("harbour/further", "south/like"), name="reply")
    assert [each.name for each in points(talks, "bridge", "north", PointKind.HANDED)] == ["harbour/reply"]


def test_in_open_talks_what_came_without_a_condition_may_be_told():
    talks = told(Profile.OPEN_UNLESS_CONDITIONED)
    talks.act("north", tell, Telling("This stays here, between us.", is_conditioned=True), to=("harbour",), name="here")
    (point,) = points(talks, "harbour", "south", PointKind.ENTRUSTED)
    assert (point.name, point.because) == ("north/room", "given without a condition, in talks that are open")
    assert points(talks, "harbour", "north", PointKind.ENTRUSTED) == []


def test_a_party_s_own_words_are_its_to_say_but_for_its_bottom_line():
    talks = told()
    assert [(each.words, each.how) for each in points(talks, "north", "harbour", PointKind.OWN)] == [
        (ROOM.rstrip("."), "TLP:AMBER; they have it from you")
    ]
    own = frozenset({"north"})
    position = Position(
        "north/p", actor="north", issue="toll", stance=Stance.DEMAND, text="Half.", series=Series.STATED, owner="north", holders=own
    )
    case = evolve(
        strait_case(),
        positions=(position, evolve(position, id="north/b", text="None at all.", series=Series.BOTTOM_LINE, issue="hours")),
        interests=(Interest("north/i", actor="north", text="Safe passage.", owner="north", holders=own),),
    )
    assert seen_in(case, "north", "harbour", PointKind.OWN) == [
        ("Toll: Half", "your stated position"),
        ("Safe passage", "what you need"),
    ]


def test_own_words_that_hold_what_another_entrusted_are_not_offered():
    talks = told()
    talks.act("harbour", tell, Telling(f"They said to me: {ROOM}"), to=("bridge",), name="gossip")
    assert points(talks, "harbour", "south", PointKind.OWN) == []


def test_a_proposal_is_a_point_with_those_to_whom_it_was_put():
    offer = Proposal(
        "offer", name="Offer", by=("harbour",), to=("north",), text="Half.", is_on_table=True, holders=frozenset({"harbour"})
    )
    reported = evolve(offer, id="leak", text="All of it.", is_on_table=False, holders=EVERYONE)
    case = evolve(strait_case(), proposals=(offer, reported))
    assert seen_in(case, "harbour", "north", PointKind.OWN) == [("Half", "you put it to them")]
    assert seen_in(case, "harbour", "south", PointKind.OWN) == []
    assert seen_in(case, "harbour", "north", PointKind.OWED) == [("their answer to “Offer”", "they owe it")]


def test_an_answer_that_one_owes_is_a_point_too():
    offer = Proposal("offer", name="Offer", by=("harbour",), to=("north",), text="Half.", is_on_table=True, holders=EVERYONE)
    case = evolve(strait_case(), proposals=(offer,))
    assert seen_in(case, "north", "harbour", PointKind.OWED) == [("your answer to “Offer”", "you owe it")]


def test_a_position_that_no_report_tells_of_is_not_called_reported():
    case = strait_case()
    plain = Position("position-0a1b2c3d", actor="north", issue=None, stance=Stance.DEMAND, text="A ferry.", holders=EVERYONE)
    told = evolve(plain, id="told", text="A bridge.", via="Strait Gazette")
    case = evolve(case, positions=(plain, told))
    assert seen_in(case, "north", "south", PointKind.OWN) == [("A ferry", "your position"), ("A bridge", "your reported position")]
    assert {how.split(";")[0] for _, how in seen_in(case, "harbour", "south", PointKind.PUBLIC)} == {"North", "North: reported"}


def test_a_name_that_nobody_gave_is_not_shown():
    plain = Position("position-0a1b2c3d", actor="north", issue=None, stance=Stance.DEMAND, text="A ferry.", holders=EVERYONE)
    case = evolve(strait_case(), positions=(plain, evolve(plain, id="bridge", text="A bridge.")))
    [section] = talking_points(Scene(view_for("north", case), dt.date(2031, 5, 1)), "south")
    [own] = [block for block in section.blocks if block.title == PointKind.OWN]
    assert [row[-1].detail for row in own.rows] == ["", "in the case: bridge"]


def test_what_everybody_knows_is_said_with_who_says_it():
    position = Position(
        "p", actor="shipping", issue="toll", stance=Stance.DEMAND, text="No toll.", series=Series.PUBLIC, holders=EVERYONE
    )
    deadlines = (
        Deadline("d", text="The pact ends.", when=on(DAY), holders=EVERYONE),
        Deadline("past", text="The old pact ended.", when=on(dt.date(2031, 2, 1)), holders=EVERYONE),
    )
    commitment = Commitment("c", by="shipping", text="We stay.", holders=EVERYONE)
    case = evolve(strait_case(), positions=(position,), deadlines=deadlines, commitments=(commitment,))
    assert seen_in(case, "harbour", "north", PointKind.PUBLIC) == [
        ("Toll: No toll", "Shipping: public"),
        ("The pact ends", "1 March 2031"),
        ("We stay", "said by Shipping"),
    ]


def test_leave_that_was_asked_for_stands_between_the_two():
    talks = told()
    talks.act("harbour", permissions.ask, Scope("north/room", ("south",), ("harbour",)), name="please")
    assert [each.how for each in points(talks, "harbour", "north", PointKind.OWED)] == ["you asked for it; they have not answered"]
    assert [each.how for each in points(talks, "north", "harbour", PointKind.OWED)] == ["they asked for it; you have not answered"]
    assert points(talks, "north", "bridge", PointKind.OWED) == []


def test_an_agreement_stands_between_its_parties_and_those_who_carry_it():
    talks = talks_with_a_pact(principals=True)
    assert [each.words for each in points(talks, "harbour", "north", PointKind.OWED)] == ["their acceptance of The paper"]
    assert [each.words for each in points(talks, "north", "bridge", PointKind.OWED)] == ["your acceptance of The paper"]
    assert points(talks, "north", "shipping", PointKind.OWED) == []
    accepted(talks)
    assert [each.words for each in points(talks, "bridge", "south", PointKind.OWED)] == ["their signature of The paper"]
    talks.act("south", decided(Ruling.APPROVE))
    talks.act("south", agreements.sign, PACT)
    assert [each.words for each in points(talks, "bridge", "south", PointKind.OWED)] == ["their ratification of The paper"]


def test_an_acceptance_that_was_given_is_awaited_no_more():
    talks = talks_with_a_pact()
    talks.act("north", agreements.accept, PACT)
    assert points(talks, "harbour", "north", PointKind.OWED) == []


def test_plans_and_what_was_asked_for_stand_between_the_two():
    mine = frozenset({"harbour"})
    planned = Relay(
        "harbour/plan", sender="harbour", to="north", route=("harbour",), text="", state=RelayState.PLANNED, due=DAY, holders=mine
    )
    maps = Deliverable("maps", owed_by="north", to="harbour", text="The maps.", holders=mine)
    case = evolve(strait_case(), relays=(planned, evolve(planned, id="harbour/other", to="south")), deliverables=(maps,))
    assert seen_in(case, "harbour", "north", PointKind.OWED) == [
        ("to be conveyed", "planned; due 1 March 2031"),
        ("The maps", "asked of them"),
    ]
    swapped = evolve(case, deliverables=(evolve(maps, owed_by="harbour", to="north"),), relays=())
    assert seen_in(swapped, "harbour", "north", PointKind.OWED) == [("The maps", "asked of you")]


@pytest.mark.parametrize(("audience", "recipient"), [("harbour", "harbour"), ("harbour", "moon"), ("public", "north")])
def test_there_are_no_points_for_oneself_for_nobody_or_for_an_audience_that_meets_nobody(audience, recipient):
    assert talking_points(Scene(told().view(audience), DAY), recipient) == ()


def test_the_brief_says_of_whom_it_is_and_when_there_is_nothing_to_say():
    talks = granted()
    brief = talking_points_brief(talks.view("harbour"), DAY, "south")
    assert (brief.subtitle, brief.sections[0].title) == ("For a meeting on 1 March 2031", "Talking points for South")
    assert brief.sections[0].lead == LEAD_OF_MEDIATORS
    assert talking_points_brief(talks.view("north"), DAY, "harbour").sections[0].lead == LEAD_OF_OTHERS
    empty = talking_points_brief(talks.view("shipping"), DAY, "north")
    assert empty.sections[0].blocks[0].cell.text.startswith("Nothing that is here may be said to them")


@pytest.mark.parametrize(
    ("recipient", "title", "words"),
    [
        ("harbour", "Talking points for Harbour", "They are who asks"),
        ("keeper", "Talking points for the keeper of the case", "They are no actor of the talks"),
        ("public", "Talking points for the public", "What everybody may know is in the public brief"),
    ],
)
def test_where_there_can_be_no_points_it_says_why_and_for_whom(recipient, title, words):
    (section,) = talking_points_brief(told().view("harbour"), DAY, recipient).sections
    assert section.title == title
    assert words in section.blocks[0].cell.text


def test_the_paper_is_not_offered_before_it_is_put_to_somebody():
    talks = talks_with_a_pact()
    assert PAPER not in [each.name for each in points(talks, "harbour", "north")]


def test_a_proposal_that_was_withdrawn_is_not_offered_though_its_owner_permits():
    own = frozenset({"harbour"})
    offer = Proposal("north/offer", name="Offer", by=("north",), to=("harbour",), text="Half would do.", owner="north", holders=own)
    leave = Permission(
        "north/leave",
        owner="north",
        item="north/offer",
        to=("south",),
        carriers=("harbour",),
        state=PermissionState.GRANTED,
        holders=own,
    )
    case = evolve(strait_case(), proposals=(offer,), permissions=(leave,))
    assert [words for words, _ in seen_in(case, "harbour", "south", PointKind.ENTRUSTED)] == ["“Half would do.”"]
    withdrawn = evolve(case, proposals=(evolve(offer, is_withdrawn=True),))
    assert seen_in(withdrawn, "harbour", "south", PointKind.ENTRUSTED) == []


def test_what_others_permitted_is_never_offered_without_its_condition():
    position = Position(
        "far/offer",
        actor="far",
        stance=Stance.CONDITIONAL,
        text="Ten would do.",
        condition="if the port opens",
        series=Series.ENTRUSTED,
        owner="far",
    )
    assert condition_of(position, position.text) == "if the port opens"
    assert condition_of(position, "Ten would do if the port opens.") == ""
