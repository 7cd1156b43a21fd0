"""What each audience is shown of what was told, permitted and conveyed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from attrs import evolve

from gobetween.briefs.blocks import Section, Table
from gobetween.briefs.scenes import Scene
from gobetween.briefs.shuttle.caucuses import caucuses_section
from gobetween.briefs.shuttle.ledger import ledger_section
from gobetween.briefs.shuttle.messages import messages_section
from gobetween.briefs.shuttle.permissions import permissions_section
from gobetween.briefs.shuttle.routes import routes_section
from gobetween.model.caucuses import ToldKind
from gobetween.model.evidence import Stance
from gobetween.model.permissions import Form
from gobetween.protocols.permissions import Scope
from gobetween.protocols.proposals import Offer
from gobetween.talks.confiding import caucuses, permissions
from gobetween.talks.confiding.tellings import Telling
from gobetween.talks.conveying import passages, plans, reactions, relays
from gobetween.talks.conveying.conveyances import Conveyance
from gobetween.talks.conveying.plans import Step
from gobetween.talks.proposing import proposals
from specimen_talks import AUDIENCES, SpecimenTalks, strait_case

ALL = (caucuses_section, permissions_section, messages_section, ledger_section)
WORDS = "We could wait a year."
Rows = list[dict[str, tuple[str, str]]]


def tables(make: Callable[[Scene], tuple[Section, ...]], talks: SpecimenTalks, audience: str) -> dict[str, Rows]:
    """The section's tables: for each row, by column, the cell's words and its second line."""
    blocks = [block for section in make(Scene(talks.view(audience), talks.now.date())) for block in section.blocks]
    return {
        block.title: [{column: (cell.text, cell.detail) for column, cell in zip(block.columns, row, strict=True)} for row in block.rows]
        for block in blocks
        if isinstance(block, Table)
    }


@pytest.fixture
def talks() -> SpecimenTalks:
    """North's words go over bridge and harbour to south."""
    talks = SpecimenTalks.opened()
    talks.act("north", caucuses.hold_caucus, caucuses.Sitting("north", ("bridge",), place="the pier", text="two hours"), name="first")
    telling = Telling(
        WORDS,
        kind=ToldKind.POSITION,
        issue="hours",
        options=frozenset({"day"}),
        stance=Stance.ACCEPT,
        is_red_line=True,
        is_conditioned=True,
    )
    talks.act("north", caucuses.tell, telling, caucus="north/first", name="said")
    scope = Scope("north/said", ("south",), ("bridge", "harbour"), until=dt.date(2031, 3, 5), allows_other_software=True)
    talks.act("bridge", permissions.ask, scope, name="may", reason="it would help")
    talks.act("north", permissions.grant, scope, asked="bridge/may")
    wanted = Conveyance("south", "north/said", route=("bridge", "harbour"), used_other_software=True)
    talks.act("bridge", relays.convey, wanted, name="word")
    return talks


def test_who_has_nothing_has_no_sections(talks: SpecimenTalks) -> None:
    for audience in ("shipping", "keeper", "public", "south"):
        assert all(tables(make, talks, audience) == {} for make in ALL)


def test_what_was_told_stands_with_who_told_it_and_who_was_told(talks: SpecimenTalks) -> None:
    (own,) = tables(caucuses_section, talks, "north")["What you told"]
    assert own["Name"] == ("north/said", "in north/first")
    assert own["Told to"][0] == "Bridge"
    assert own["Words"] == (f"“{WORDS}”", "Hours; accept: By day; a red line.")
    assert own["Handling"] == ("TLP:AMBER", "on the condition that it stays there")
    (told,) = tables(caucuses_section, talks, "bridge")["What you were told"]
    assert told["By"][0] == "North"
    (caucus,) = tables(caucuses_section, talks, "bridge")["Caucuses"]
    assert (caucus["Party"][0], caucus["Mediators present"][0], caucus["Where"][0], caucus["Remarks"][0]) == (
        "North",
        "Bridge",
        "the pier",
        "Two hours.",
    )


def test_a_note_says_who_made_it_and_who_objects(talks: SpecimenTalks) -> None:
    talks.act("bridge", caucuses.note, Telling("They are broke."), owner="north", name="heard")
    talks.act("north", caucuses.object_to, "bridge/heard", "not a word of it")
    (_, note) = tables(caucuses_section, talks, "bridge")["What you were told"]
    assert note["Words"] == ("“They are broke.”", "Noted by Bridge. North objects: not a word of it.")


def test_permissions_stand_by_what_is_to_be_done_about_them(talks: SpecimenTalks) -> None:
    (granted,) = tables(permissions_section, talks, "north")["In force"]
    assert granted["Name"] == ("bridge/may", "asked for by Bridge")
    assert granted["Carried by"] == ("Bridge and Harbour", "given to Bridge")
    assert granted["Form"] == ("verbatim", "without naming the owner; third parties' software may process it")
    assert granted["State"][0] == "granted, until 5 March 2031"
    (same,) = tables(permissions_section, talks, "bridge")["In force"]
    assert same["Carried by"] == ("Bridge and Harbour", "")
    talks.act("bridge", permissions.ask, Scope("north/said", ("shipping",), ("bridge",)), name="more", reason="they pay")
    (asked,) = tables(permissions_section, talks, "north")["Asked for, not answered yet"]
    assert (asked["To"][0], asked["State"]) == ("Shipping", ("asked", "They pay."))
    talks.wait(days=9)
    (late,) = tables(permissions_section, talks, "north")["Not in force"]
    assert late["State"][0] == "no longer in force, until 5 March 2031"


def test_a_permission_in_other_words_names_them_and_one_for_the_way_back_says_so(talks: SpecimenTalks) -> None:
    talks.act("harbour", passages.pass_on, "bridge/word", name="word")
    talks.act("south", reactions.react, "harbour/word", "A year is long.", name="mood")
    scope = Scope("south/mood", ("harbour/word",), ("harbour",), is_attributed=True, wording="They hear it.")
    talks.act("south", permissions.grant, scope)
    (granted,) = tables(permissions_section, talks, "harbour")["In force"]
    assert granted["Item"] == ("south/mood", "in these words: “They hear it.”")
    assert granted["To"][0] == "whoever harbour/word came from"
    assert granted["Form"][1] == "the owner may be named"


def test_messages_show_what_is_to_be_done_with_them_and_nothing_of_their_source(talks: SpecimenTalks) -> None:
    (waiting,) = tables(messages_section, talks, "harbour")["To be passed on by you"]
    assert waiting["From"][0] == "Bridge"
    assert waiting["To"] == ("Harbour", "for South")
    assert waiting["Words"] == (f"“{WORDS}”", "Hours: By day")
    assert waiting["State"][0] == "handed over until 5 March 2031"
    assert "Whose words" not in waiting
    assert "north" not in str(tables(messages_section, talks, "harbour")).lower()
    talks.act("harbour", passages.pass_on, "bridge/word", name="word")
    (gone, sent) = [tables(messages_section, talks, "harbour")[title][0] for title in ("Conveyed to you", "Conveyed by you")]
    assert gone["State"][0] == "passed on as harbour/word"
    assert sent["To"] == ("South", "")
    talks.act("south", reactions.react, "harbour/word", "A year is long.", name="mood")
    (got,) = tables(messages_section, talks, "south")["Conveyed to you"]
    assert got["Reaction"][0] == "“A year is long.”"
    assert "State" not in got
    (told,) = tables(caucuses_section, talks, "south")["What you told"]
    assert told["Name"] == ("south/mood", "to harbour/word")


def test_what_goes_back_says_so(talks: SpecimenTalks) -> None:
    talks.act("harbour", passages.pass_on, "bridge/word", name="word")
    talks.act("south", reactions.react, "harbour/word", "A year is long.", name="mood")
    talks.act("south", permissions.grant, Scope("south/mood", ("harbour/word",), ("harbour",)))
    talks.act("harbour", relays.convey, Conveyance("harbour/word", "south/mood"), name="mood")
    (waiting,) = tables(messages_section, talks, "bridge")["To be passed on by you"]
    assert waiting["Name"] == ("harbour/mood", "in return for bridge/word")
    assert waiting["To"] == ("Bridge", "to go back to wherever you had that from")
    sent = tables(messages_section, talks, "harbour")["Conveyed by you"][-1]
    assert sent["To"] == ("Bridge", "to go further back")
    (line,) = tables(ledger_section, talks, "south")["Of what is yours"]
    assert line["To"][0] == "whoever harbour/word came from"
    assert line["State"][0] == "under way"


def test_a_message_says_what_came_with_it_and_over_whom_it_goes() -> None:
    talks = SpecimenTalks.opened()
    talks.act("north", proposals.propose, Offer("Ours", ("south",), text="Half.", carriers=("harbour",)), name="offer")
    talks.act("harbour", relays.convey, Conveyance("south", "north/offer", is_attributed=True), name="offer")
    (got,) = tables(messages_section, talks, "south")["Conveyed to you"]
    assert (got["Words"][1], got["Whose words"][0]) == ("with a proposal", "North")


def test_the_ledger_shows_an_owner_its_lines_and_a_carrier_what_it_answers_for(talks: SpecimenTalks) -> None:
    talks.act("harbour", passages.pass_on, "bridge/word", name="word")
    (line,) = tables(ledger_section, talks, "north")["Of what is yours"]
    assert (line["Item"][0], line["Permission"][0], line["Words conveyed"][0]) == ("north/said", "bridge/may", f"“{WORDS}”")
    assert line["Form"] == ("verbatim", "processed by a third party's software")
    assert line["Way"] == (
        "Bridge then Harbour",
        "Bridge to Harbour on 1 March 2031, 09:00 UTC; Harbour to South on 1 March 2031, 09:00 UTC",
    )
    assert line["State"][0] == "delivered"
    (same,) = tables(ledger_section, talks, "bridge")["Conveyed by you for others"]
    assert same["Name"][1] == "message bridge/word"
    for audience in ("harbour", "south"):
        assert tables(ledger_section, talks, audience) == {}


def test_plans_are_shown_to_those_who_see_them(talks: SpecimenTalks) -> None:
    step = Step("a word on time", "south", ("bridge", "harbour"), item="north/said", due=dt.date(2031, 3, 2))
    talks.act("bridge", plans.plan, step, name="step")
    (mine,) = tables(ledger_section, talks, "bridge")["Plans"]
    assert mine["Name"] == ("bridge/step", "north/said")
    assert (mine["What"][0], mine["Conveyed by"][0], mine["Day"][0]) == ("A word on time.", "Bridge then Harbour", "2 March 2031")
    (theirs,) = tables(ledger_section, talks, "harbour")["Plans"]
    assert (theirs["Name"], theirs["Seen by"][0]) == (("bridge/step", ""), "Bridge and Harbour")


def test_routes_say_over_whom_something_has_to_pass() -> None:
    talks = SpecimenTalks.opened()
    for audience in AUDIENCES:
        assert tables(routes_section, talks, audience) == {
            "Between parties": [
                {
                    "Between": ("North and South", ""),
                    "Something can pass over": ("Harbour", ""),
                    "Nothing passes without": ("Harbour", ""),
                }
            ],
            "Where a mediator needs others": [
                {
                    "Mediator": ("Bridge", ""),
                    "To": ("South", ""),
                    "Something can pass over": ("Bridge and then Harbour", ""),
                    "Nothing passes without": ("Harbour", ""),
                }
            ],
        }


def test_contested_access_and_no_route_are_said() -> None:
    frame = strait_case()
    access = tuple(evolve(each, is_contested=each.id == "harbour-south") for each in frame.access)
    contested = SpecimenTalks.opened(evolve(frame, access=access))
    (between,) = tables(routes_section, contested, "public")["Between parties"]
    assert (
        between["Something can pass over"][0]
        == "Harbour (access to South contested) or Bridge and then Harbour (access to South contested)"
    )
    alone = SpecimenTalks.opened(evolve(frame, roles=frame.roles[:3], access=frame.access[2:]))
    (none,) = tables(routes_section, alone, "public")["Between parties"]
    assert none["Something can pass over"][0] == "no route is known"


def test_without_a_word_on_access_there_is_no_section_on_routes() -> None:
    assert tables(routes_section, SpecimenTalks.opened(evolve(strait_case(), access=())), "north") == {}


def test_a_form_that_names_nobody_says_nothing_of_whose_it_is(talks: SpecimenTalks) -> None:
    talks.act("north", permissions.grant, Scope("north/said", ("south",), ("bridge", "harbour"), form=Form.OWN_IDEA))
    idea = Conveyance("south", "north/said", route=("bridge", "harbour"), form=Form.OWN_IDEA, text="What of time?")
    talks.act("bridge", relays.convey, idea)
    (_, waiting) = tables(messages_section, talks, "harbour")["To be passed on by you"]
    assert (waiting["Form"][0], waiting["From"][0]) == ("as the mediator's own idea", "Bridge")
