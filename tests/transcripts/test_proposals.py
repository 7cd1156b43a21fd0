"""Golden transcripts: proposals, answers, mandates, decisions and positions, as each audience's book has them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from attrs import evolve

from gobetween.model.evidence import Stance
from gobetween.model.mandates import Ruling, Tally
from gobetween.model.proposals import AnswerKind
from gobetween.protocols.answers import Reply
from gobetween.protocols.decisions import Poll
from gobetween.protocols.positions import Stand
from gobetween.protocols.proposals import Offer
from gobetween.talks.conveying import relays
from gobetween.talks.conveying.conveyances import Conveyance
from gobetween.talks.proposing import answers, decisions, mandates, positions, proposals
from gobetween.talks.proposing.decisions import Change
from specimen_talks import Script

TRANSCRIPTS = Path(__file__).parent
HALF, DAY = {"toll": frozenset({"half"})}, {"hours": frozenset({"day"})}
OFFER = Offer("Half the toll", ("south",), terms=HALF, text="Half the toll.", carriers=("harbour",), expires=dt.date(2031, 3, 9))
PAPER = Offer("The paper", ("north", "south"), terms=HALF, text="Half the toll.")
CARRIED = Poll(tally=Tally(600, 300, abstained=50, eligible=1200))
MEMBERS = "south-members"


def test_a_proposal_goes_to_the_other_side_and_an_answer_comes_back() -> None:
    script = Script()
    script.say("North has no channel to south: harbour carries its proposal.")
    script.act("proposes, without anybody to carry it", "north", proposals.propose, evolve(OFFER, carriers=()), name="offer")
    script.act("proposes, by harbour", "north", proposals.propose, OFFER, name="offer")
    script.act("conveys it", "harbour", relays.convey, Conveyance("south", "north/offer", is_attributed=True), name="word")
    script.act("answers what it never got", "south", answers.answer, "north/offer", Reply(AnswerKind.REJECT))
    script.act("rejects what harbour brought", "south", answers.answer, "harbour/word", Reply(AnswerKind.REJECT), name="no")
    script.say("South thinks again: a condition takes the place of the no, and may go back to north.")
    by_day = Reply(AnswerKind.ACCEPT_IF, requires=DAY, text="By day only.")
    script.act("accepts on a condition", "south", answers.answer, "harbour/word", by_day, name="if", may_relay=True)
    script.act("conveys that", "harbour", relays.convey, Conveyance("north", "south/if", is_attributed=True), name="back")
    script.show("north", *script.talks.view("north").case.answers, *script.talks.view("north").case.links)
    script.wait(days=9)
    script.act("answers too late", "south", answers.answer, "harbour/word", Reply(AnswerKind.ACCEPT))
    script.act("withdraws it", "north", proposals.withdraw, "north/offer", reason="overtaken")
    script.act("withdraws it again", "north", proposals.withdraw, "north/offer")
    script.must_be(TRANSCRIPTS / "proposals" / "there-and-back.txt")


def test_mediators_make_a_proposal_together() -> None:
    script = Script()
    script.say("Bridge reaches south through harbour alone; together they reach both.")
    script.act("proposes by itself", "bridge", proposals.propose, PAPER, name="paper")
    script.act("drafts it with harbour", "bridge", proposals.propose, PAPER, jointly_with=("harbour",), name="paper")
    script.act("answers a draft", "north", answers.answer, "bridge/paper", Reply(AnswerKind.ACCEPT))
    script.act("joins", "harbour", proposals.join, "bridge/paper")
    script.act("joins again", "harbour", proposals.join, "bridge/paper")
    script.act("tells both that it rejects it", "north", answers.answer, "bridge/paper", Reply(AnswerKind.REJECT), name="no")
    script.must_be(TRANSCRIPTS / "proposals" / "jointly.txt")


def test_an_answer_waits_for_the_members() -> None:
    script = Script()
    script.act("proposes", "harbour", proposals.propose, PAPER, name="paper")
    script.say("Without a mandate south's delegation can accept ad referendum alone.")
    script.act("accepts", "south", answers.answer, "harbour/paper", Reply(AnswerKind.ACCEPT), name="yes")
    script.act("decides in its principal's place", "south", decisions.decide, "south/yes", Ruling.APPROVE, CARRIED)
    few = Poll(tally=Tally(500, 0, eligible=1200))
    script.act("lets its members decide, too few", "south", decisions.decide, "south/yes", Ruling.APPROVE, few, principal=MEMBERS)
    change = Change(DAY, text="By day only.")
    script.act(
        "lets its members amend it in a ballot",
        "south",
        decisions.decide,
        "south/yes",
        Ruling.AMEND,
        CARRIED,
        change=change,
        name="ballot",
        principal=MEMBERS,
    )
    script.show("harbour", *script.talks.view("harbour").case.answers)
    script.say("With a mandate that covers it, the delegation accepts by itself; nobody sees the mandate.")
    script.act("is instructed by its members", "south", mandates.instruct, HALF, text="Half, no more.", name="first", principal=MEMBERS)
    script.act("instructs itself", "south", mandates.instruct, DAY)
    script.act("accepts", "south", answers.answer, "harbour/paper", Reply(AnswerKind.ACCEPT), name="again")
    script.act("answers as the principal", "south", answers.answer, "harbour/paper", Reply(AnswerKind.REJECT), principal=MEMBERS)
    script.must_be(TRANSCRIPTS / "mandates" / "ad-referendum.txt")


def test_three_series_stay_apart() -> None:
    script = Script()
    full = Stand("toll", Stance.DEMAND, text="The whole toll.", options=frozenset({"full"}))
    script.act(
        "notes its bottom line", "north", positions.note_bottom_line, "toll", frozenset({"half"}), text="Half would do.", name="line"
    )
    script.act("states to bridge", "north", positions.state, full, to=("bridge",), name="stated")
    script.act("states to south", "north", positions.state, full, to=("south",))
    script.act("declares", "north", positions.declare, evolve(full, text="All of it."), name="declared")
    script.act("notes what changed", "north", positions.note_alternative, "Another strait.", is_better=True, name="other")
    script.show("bridge", *script.talks.view("bridge").case.positions)
    script.show("south", *script.talks.view("south").case.positions)
    script.must_be(TRANSCRIPTS / "positions" / "three-series.txt")
