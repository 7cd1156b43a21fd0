"""Proposals, answers, mandates and private positions as each audience is shown them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from attrs import evolve

from gobetween.briefs.blocks import Section
from gobetween.briefs.debts import answers_owed, debts_section
from gobetween.briefs.moves import moves_of
from gobetween.briefs.scenes import Scene
from gobetween.briefs.shuttle.answers_owed import answers_owed_section
from gobetween.briefs.shuttle.mandates import mandates_section
from gobetween.briefs.shuttle.positions import private_positions_section
from gobetween.briefs.shuttle.proposals import proposals_section
from gobetween.model.evidence import Stance
from gobetween.model.items import EVERYONE
from gobetween.model.mandates import Choice, Ruling, Tally, Vote
from gobetween.model.proposals import Answer, AnswerKind, Proposal
from gobetween.protocols.answers import Reply
from gobetween.protocols.decisions import Poll
from gobetween.protocols.permissions import Scope
from gobetween.protocols.positions import Stand
from gobetween.protocols.proposals import Offer
from gobetween.talks.confiding import caucuses, permissions
from gobetween.talks.confiding.tellings import Telling
from gobetween.talks.conveying import passages, relays
from gobetween.talks.conveying.conveyances import Conveyance
from gobetween.talks.proposing import answers, decisions, mandates, positions, proposals
from specimen_talks import SpecimenTalks, strait_case

HALF, DAY = {"toll": frozenset({"half"})}, {"hours": frozenset({"day"})}
OFFER = Offer("Half", ("south",), terms=HALF, text="Half the toll.", carriers=("harbour",), expires=dt.date(2031, 3, 9))
PAPER = Offer("Paper", ("north", "south"), terms=HALF, text="Half the toll.")
SECTIONS = (proposals_section, answers_owed_section, mandates_section, private_positions_section)


@pytest.fixture
def talks() -> SpecimenTalks:
    """North's offer has come to south through harbour the next day."""
    talks = SpecimenTalks.opened()
    talks.act("north", proposals.propose, OFFER, name="offer")
    talks.wait(days=1)
    talks.act("harbour", relays.convey, Conveyance("south", "north/offer", is_attributed=True), name="word")
    return talks


def scene(talks: SpecimenTalks, audience: str) -> Scene:
    return Scene(talks.view(audience), talks.now.date())


def table(talks: SpecimenTalks, audience: str, make: Callable[[Scene], tuple[Section, ...]], title: str) -> list[dict[str, str]]:
    """The rows of a table by their columns, with a cell's second line behind a bar; none where there is no such table."""
    found = [block for section in make(scene(talks, audience)) for block in section.blocks if getattr(block, "title", "") == title]
    return [
        dict(zip(block.columns, (f"{cell.text} | {cell.detail}" if cell.detail else cell.text for cell in row), strict=True))  # type: ignore[union-attr]
        for block in found
        for row in block.rows  # type: ignore[union-attr]
    ]


@pytest.mark.parametrize("make", SECTIONS)
def test_where_there_is_nothing_there_is_no_section(make: Callable[[Scene], tuple[Section, ...]]) -> None:
    frame = evolve(strait_case(), principals=())
    assert make(scene(SpecimenTalks.opened(frame), "north")) == ()


@pytest.mark.parametrize("make", SECTIONS)
def test_a_folder_that_is_no_live_talks_has_none_of_this(talks: SpecimenTalks, make: Callable[[Scene], tuple[Section, ...]]) -> None:
    talks.act("south", mandates.instruct, DAY, principal="south-members")
    talks.act("south", positions.note_bottom_line, "toll", frozenset({"none"}), text="nothing")
    assert make(scene(talks, "south"))
    assert make(Scene(evolve(talks.view("south"), is_live=False), talks.now.date())) == ()


def test_a_proposal_is_shown_with_the_name_under_which_each_knows_it(talks: SpecimenTalks) -> None:
    (own,) = table(talks, "north", proposals_section, "Proposals")
    assert own == {
        "Name": "north/offer",
        "What": "Half | Half the toll. Toll: Half the toll.",
        "By": "North",
        "To": "South",
        "In the hands of": "Harbour",
        "To be answered by": "2031-03-09",
        "State": "open",
    }
    (carried,) = table(talks, "harbour", proposals_section, "Proposals")
    assert carried["Name"] == "north/offer | conveyed to South as harbour/word"
    (conveyed,) = table(talks, "south", proposals_section, "Proposals")
    assert (conveyed["Name"], conveyed["By"]) == ("harbour/word", "North")
    assert "In the hands of" not in conveyed


def test_answers_are_shown_to_the_carrier_beside_what_they_answer(talks: SpecimenTalks) -> None:
    by_day = Reply(AnswerKind.ACCEPT_IF, requires=DAY, text="by day only")
    talks.act("south", answers.answer, "harbour/word", Reply(AnswerKind.REJECT), name="no")
    talks.act("south", answers.answer, "harbour/word", by_day, name="if")
    (proposal,) = table(talks, "harbour", proposals_section, "Proposals")
    assert proposal["Answered"] == "South: accept if, ad referendum"
    first, second = table(talks, "harbour", proposals_section, "Answers")
    assert first["Answer"] == "reject, replaced"
    assert second == {
        "Name": "south/if",
        "To what": "harbour/word | Half",
        "By": "South",
        "Answer": "accept if, ad referendum | requires Hours: By day",
        "In words": "By day only.",
        "Told to": "Harbour",
        "When": "2 March 2031",
    }
    assert table(talks, "north", proposals_section, "Answers") == []


def test_a_counter_is_shown_with_its_name(talks: SpecimenTalks) -> None:
    talks.act("south", proposals.propose, evolve(OFFER, to=("north",)), name="own")
    talks.act("south", answers.answer, "harbour/word", Reply(AnswerKind.COUNTER, counter="south/own"))
    assert table(talks, "harbour", proposals_section, "Answers")[0]["Answer"] == "counter | with south/own"


def test_what_has_become_of_a_proposal_is_said(talks: SpecimenTalks) -> None:
    talks.act("bridge", proposals.propose, PAPER, jointly_with=("harbour",), name="joint")
    talks.act("harbour", proposals.propose, PAPER, name="gone")
    talks.act("harbour", proposals.withdraw, "harbour/gone")
    talks.wait(days=9)
    states = {row["Name"].partition(" ")[0]: row["State"] for row in table(talks, "harbour", proposals_section, "Proposals")}
    assert states == {
        "north/offer": "its last day has passed",
        "bridge/joint": "waits for Harbour to join",
        "harbour/gone": "withdrawn",
    }


@pytest.mark.parametrize("audience", ["north", "south", "harbour"])
def test_silence_is_told_by_the_clock(talks: SpecimenTalks, audience: str) -> None:
    talks.wait(days=9)
    assert table(talks, audience, proposals_section, "Proposals")[0]["Answered"] == "South: no answer"
    assert table(talks, audience, answers_owed_section, "To proposals") == []


def test_nobody_is_said_to_be_silent_on_what_never_came(talks: SpecimenTalks) -> None:
    talks.act("south", proposals.propose, evolve(OFFER, to=("north",)), name="own")
    talks.wait(days=9)
    (own,) = [row for row in table(talks, "south", proposals_section, "Proposals") if row["Name"] == "south/own"]
    assert own["Answered"] == ""


@pytest.mark.parametrize(
    ("audience", "name", "waits"),
    [
        ("north", "north/offer", "Harbour and North"),
        ("harbour", "north/offer", "Harbour and North"),
        ("south", "harbour/word", "Harbour and North"),
    ],
)
def test_an_answer_is_owed_since_the_proposal_came(talks: SpecimenTalks, audience: str, name: str, waits: str) -> None:
    (owed,) = table(talks, audience, answers_owed_section, "To proposals")
    assert owed == {
        "Who must answer": "South",
        "Name": name,
        "What": "Half",
        "Who waits": waits,
        "Since": "2 March 2031",
        "Until": "2031-03-09",
    }
    assert table(talks, audience, debts_section, "Answers owed") == []
    exported = evolve(talks.view(audience), is_live=False)
    ((debts,),) = (section.blocks for section in debts_section(Scene(exported, talks.now.date())))
    assert [cell.text for cell in debts.rows[0]][-1] == "since 2 March 2031"  # type: ignore[union-attr]


def test_once_it_is_answered_or_withdrawn_nothing_is_owed(talks: SpecimenTalks) -> None:
    talks.act("harbour", proposals.propose, PAPER, name="paper")
    assert len(answers_owed(scene(talks, "harbour"))) == 3
    talks.act("south", answers.answer, "harbour/word", Reply(AnswerKind.REJECT))
    talks.act("north", answers.answer, "harbour/paper", Reply(AnswerKind.REJECT))
    assert [(each.by, each.proposal.id) for each in answers_owed(scene(talks, "harbour"))] == [("south", "harbour/paper")]
    talks.act("harbour", proposals.withdraw, "harbour/paper")
    assert answers_owed(scene(talks, "harbour")) == ()


def test_nothing_is_owed_by_whom_it_has_not_reached() -> None:
    talks = SpecimenTalks.opened()
    talks.act("north", proposals.propose, OFFER, name="offer")
    assert [answers_owed(scene(talks, each)) for each in ("north", "harbour", "south")] == [(), (), ()]


def test_what_was_said_to_be_pending_stays_owed() -> None:
    draft = Proposal("draft", name="Draft", by=("harbour",), to=("south",), holders=EVERYONE)
    pending = Answer("pending", proposal="draft", by="south", answer=AnswerKind.PENDING, holders=EVERYONE)
    talks = SpecimenTalks.opened(evolve(strait_case(), proposals=(draft,), answers=(pending,)))
    (owed,) = table(talks, "north", answers_owed_section, "To proposals")
    assert (owed["Who must answer"], owed["Name"]) == ("South", "draft")


def test_a_permission_that_was_asked_is_owed_an_answer(talks: SpecimenTalks) -> None:
    talks.act("north", caucuses.tell, Telling("Half would do."), to=("bridge",), name="toll")
    talks.act("bridge", permissions.ask, Scope("north/toll", ("south",), ("bridge",)), name="may")
    (asked,) = table(talks, "north", answers_owed_section, "To requests for permission")
    assert asked == {
        "Who must answer": "North",
        "Name": "bridge/may | to pass on north/toll",
        "Who waits": "Bridge",
        "Since": "2 March 2031",
    }
    assert table(talks, "harbour", answers_owed_section, "To requests for permission") == []


def test_a_party_sees_its_mandate_and_what_waits_for_its_principal(talks: SpecimenTalks) -> None:
    talks.act("south", mandates.instruct, DAY, name="first", principal="south-members")
    talks.act("south", mandates.instruct, {}, text="nothing any more", name="second", principal="south-members")
    talks.act("south", answers.answer, "harbour/word", Reply(AnswerKind.ACCEPT), name="yes")
    (principal,) = table(talks, "south", mandates_section, "Who decides for you")
    assert principal == {
        "Name": "south-members | South's members",
        "How": "ballot: at least 2/3 take part, at least 1/2 for it",
        "Members": "Arda (arda), Bela (bela) and Ciro (ciro)",
    }
    in_force, before = table(talks, "south", mandates_section, "What the delegation may accept by itself")
    assert (in_force["Name"], in_force["State"], in_force["Terms"], in_force["In words"]) == (
        "south/second",
        "in force",
        "nothing",
        "Nothing any more.",
    )
    assert (before["Name"], before["State"], before["Terms"]) == ("south/first", "before", "Hours: By day")
    (waiting,) = table(talks, "south", mandates_section, "Waiting for your principal")
    assert (waiting["Name"], waiting["To what"], waiting["Answer"]) == ("south/yes", "harbour/word", "accept, ad referendum")


def test_a_party_sees_how_its_principal_decided_and_nobody_else_does(talks: SpecimenTalks) -> None:
    talks.act("south", answers.answer, "harbour/word", Reply(AnswerKind.ACCEPT), name="yes")
    poll = Poll(tally=Tally(600, 300, abstained=50, eligible=1200), text="the docks were for it")
    talks.act("south", decisions.decide, "south/yes", Ruling.APPROVE, poll, name="ballot", principal="south-members")
    (decision,) = table(talks, "south", mandates_section, "Decisions")
    assert decision == {
        "Name": "south/ballot",
        "About": "south/yes",
        "Ruling": "approve",
        "How": "600 for, 300 against, 50 abstained, of 1200 | The docks were for it.",
        "When": "2 March 2031",
    }
    assert table(talks, "harbour", proposals_section, "Answers")[0]["Answer"] == "accept, approved"
    assert mandates_section(scene(talks, "harbour")) == ()


@pytest.mark.parametrize(
    ("procedure", "poll", "how", "said"),
    [
        ("head", Poll("arda"), "its head decides", "by Arda"),
        (
            "vote",
            Poll(votes=(Vote("arda", Choice.FOR), Vote("bela", Choice.FOR), Vote("ciro", Choice.ABSTAIN))),
            "vote: at least 2/3 take part, at least 1/2 for it",
            "for: Arda and Bela; abstain: Ciro",
        ),
        (
            "consensus",
            Poll(votes=(Vote("arda", Choice.FOR), Vote("bela", Choice.ABSTAIN))),
            "consensus: at least 2/3 take part, nobody against it",
            "for: Arda; abstain: Bela",
        ),
        ("unsaid", Poll(), "not known", ""),
    ],
)
def test_each_procedure_is_put_into_words(procedure: str, poll: Poll, how: str, said: str) -> None:
    frame = strait_case()
    principals = tuple(evolve(each, procedure=type(each.procedure)(procedure)) for each in frame.principals)
    talks = SpecimenTalks.opened(evolve(frame, principals=principals))
    talks.act("harbour", proposals.propose, PAPER, name="paper")
    talks.act("south", decisions.decide, "harbour/paper", Ruling.APPROVE, poll, principal="south-members")
    assert table(talks, "south", mandates_section, "Who decides for you")[0]["How"] == how
    assert table(talks, "south", mandates_section, "Decisions")[0].get("How", "") == said


def test_series_of_positions_stand_side_by_side(talks: SpecimenTalks) -> None:
    full = Stand("toll", Stance.DEMAND, text="the whole toll", options=frozenset({"full"}))
    talks.act("north", positions.note_bottom_line, "toll", frozenset({"half"}), text="half would do", to=("bridge",), name="line")
    talks.act("north", positions.state, full, to=("bridge",), name="stated")
    talks.wait(days=2)
    talks.act("north", positions.declare, evolve(full, text="all of it"), name="said")
    for audience in ("north", "bridge"):
        (row,) = table(talks, audience, private_positions_section, "Where each stands now")
        assert row == {
            "Who": "North",
            "Issue": "Toll",
            "Bottom line": "Accepts “Half the toll” (its bottom line). | 2 March 2031",
            "Stated in confidence": "Asks for “The whole toll”. | 2 March 2031",
            "Said in public, or reported": "Asks for “The whole toll”. | 4 March 2031",
        }
    assert private_positions_section(scene(talks, "south")) == ()
    talks.act("north", positions.note_bottom_line, "toll", frozenset({"none"}), text="nothing", to=("bridge",), name="next")
    rows = table(talks, "bridge", private_positions_section, "All that was noted and stated")
    assert [(row["Name"], row["Series"], row["State"]) for row in rows] == [
        ("north/line", "bottom line", "before"),
        ("north/stated", "stated", "now"),
        ("north/next", "bottom line", "now"),
    ]


def test_what_changes_an_alternative_is_listed(talks: SpecimenTalks) -> None:
    talks.act("north", positions.note_alternative, "another strait is open", is_better=True)
    (section,) = private_positions_section(scene(talks, "north"))
    (cell,) = section.blocks[0].cells  # type: ignore[union-attr]
    assert (cell.text, cell.detail) == ("North: Another strait is open.", "for the better, 2 March 2031")


def test_a_bottom_line_is_no_move_from_what_was_stated(talks: SpecimenTalks) -> None:
    stand = Stand("toll", Stance.DEMAND, text="the whole toll", options=frozenset({"full"}))
    talks.act("north", positions.state, stand, to=("bridge",))
    talks.wait(days=1)
    talks.act("north", positions.note_bottom_line, "toll", frozenset({"half"}), text="half would do", to=("bridge",))
    assert moves_of(scene(talks, "bridge")) == ()
    talks.wait(days=1)
    talks.act("north", positions.state, evolve(stand, options=frozenset({"half"})), to=("bridge",), name="less")
    (move,) = moves_of(scene(talks, "bridge"))
    assert [each.id for each in move.after] == ["north/less"]


def test_an_idea_that_a_mediator_conveyed_is_owed_an_answer_and_shown_by_its_words() -> None:
    talks = SpecimenTalks.opened()
    talks.act("harbour", relays.convey, Conveyance("south", text="Half?", title="An idea", terms=HALF), name="idea")
    (owed,) = table(talks, "harbour", answers_owed_section, "To proposals")
    assert (owed["Who must answer"], owed["Name"], owed["What"], owed["Who waits"]) == ("South", "harbour/idea", "“Half?”", "Harbour")
    (own,) = table(talks, "south", answers_owed_section, "To proposals")
    assert (own["Name"], own["What"]) == ("harbour/idea", "An idea")
    talks.act("south", answers.answer, "harbour/idea", Reply(AnswerKind.REJECT))
    assert table(talks, "harbour", answers_owed_section, "To proposals") == []
    assert table(talks, "harbour", proposals_section, "Answers")[0]["To what"] == "harbour/idea | “Half?”"


def test_what_was_passed_on_is_owed_to_who_passed_it_on_and_answered_there() -> None:
    talks = SpecimenTalks.opened()
    talks.act("north", proposals.propose, evolve(OFFER, carriers=("bridge", "harbour")), name="offer")
    talks.act("bridge", relays.convey, Conveyance("south", "north/offer", route=("bridge", "harbour"), is_attributed=True), name="word")
    talks.act("harbour", passages.pass_on, "bridge/word", name="on")
    assert "harbour/on" in {row["Name"] for row in table(talks, "harbour", answers_owed_section, "To proposals")}
    talks.act("south", answers.answer, "harbour/on", Reply(AnswerKind.REJECT))
    rows = table(talks, "harbour", proposals_section, "Proposals")
    assert {row["Name"]: row["Answered"] for row in rows} == {"north/offer": "", "bridge/word": "South: reject"}
    assert table(talks, "harbour", proposals_section, "Answers")[0]["To what"] == "harbour/on | Half"
    assert table(talks, "bridge", proposals_section, "Answers") == []
