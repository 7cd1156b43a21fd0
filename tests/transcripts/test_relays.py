"""Golden transcripts: who does what, and what then stands in whose book, or with which words it is refused."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from attrs import evolve

from gobetween.model.cases import Profile
from gobetween.model.caucuses import Handling, ToldKind
from gobetween.model.evidence import Stance
from gobetween.model.permissions import Form
from gobetween.model.proposals import AnswerKind
from gobetween.protocols.answers import Reply
from gobetween.protocols.permissions import Scope
from gobetween.protocols.proposals import Offer
from gobetween.talks.confiding import caucuses, permissions
from gobetween.talks.confiding.caucuses import Sitting
from gobetween.talks.confiding.tellings import Telling
from gobetween.talks.conveying import passages, plans, reactions, relays
from gobetween.talks.conveying.conveyances import Conveyance
from gobetween.talks.conveying.plans import Step
from gobetween.talks.proposing import answers, proposals
from specimen_talks import Script, SpecimenTalks, strait_case

TRANSCRIPTS = Path(__file__).parent
WORDS = "We could live with half the toll for ten years."


def test_a_caucus() -> None:
    script = Script()
    script.say("North meets bridge and harbour; the two hear different things.")
    script.act("records the caucus", "north", caucuses.hold_caucus, Sitting("north", ("bridge", "harbour")), name="first")
    script.act("tells both", "north", caucuses.tell, Telling("We need the strait open by June."), caucus="north/first", name="june")
    position = Telling(
        WORDS,
        kind=ToldKind.POSITION,
        issue="toll",
        options=frozenset({"half"}),
        stance=Stance.CONDITIONAL,
        handling=Handling.RED,
    )
    script.act("tells bridge its position", "north", caucuses.tell, position, to=("bridge",), caucus="north/first", name="toll")
    script.say("Bridge notes what it heard; north objects.")
    script.act("notes it", "bridge", caucuses.note, Telling("They would take a third."), caucus="north/first", name="third")
    script.act("objects", "north", caucuses.object_to, "bridge/third", "We said half.")
    script.say("Harbour is told later; bridge does not learn of it.")
    script.act("tells harbour too", "north", caucuses.tell_further, "north/toll", ("harbour",))
    script.say("Whoever was not told of it can do nothing with it.")
    script.act("objects to it", "south", caucuses.object_to, "north/toll", "No.")
    script.act("objects to what is not there", "south", caucuses.object_to, "north/none", "No.")
    script.must_be(TRANSCRIPTS / "caucuses" / "a-caucus.txt")


def test_a_relay_over_two_mediators() -> None:
    script = Script()
    script.act("tells bridge", "north", caucuses.tell, Telling(WORDS), to=("bridge",), name="toll")
    route = Conveyance("south", "north/toll", route=("bridge", "harbour"))
    script.say("Without a permission it stays where it is.")
    script.act("conveys it", "bridge", relays.convey, route, name="word")
    script.say("Bridge asks; north grants less: other words, until Wednesday.")
    asked = Scope("north/toll", ("south",), ("bridge", "harbour"), is_attributed=True)
    script.act("asks", "bridge", permissions.ask, asked, name="may", reason="It would move them.")
    less = evolve(asked, form=Form.PARAPHRASE, is_attributed=False, until=dt.date(2031, 3, 3))
    script.act("grants", "north", permissions.grant, less, asked="bridge/may")
    script.act("conveys it verbatim", "bridge", relays.convey, route, name="word")
    named = evolve(route, form=Form.PARAPHRASE, text="North sees some room on the toll.")
    script.act("conveys it naming north", "bridge", relays.convey, named, name="word")
    script.act("conveys it", "bridge", relays.convey, evolve(named, text="There is some room on the toll."), name="word")
    script.say("Harbour passes it on; the owner's line follows.")
    script.wait(hours=4)
    script.act("passes it on", "harbour", passages.pass_on, "bridge/word", name="word")
    script.show("north", *script.talks.case("north").relays)
    script.act("passes it on again", "harbour", passages.pass_on, "bridge/word")
    script.say("South's reaction is for harbour's ears.")
    script.act("reacts", "south", reactions.react, "harbour/word", "We would like to hear more.", name="mood")
    script.act("takes it back", "harbour", relays.convey, Conveyance("harbour/word", "south/mood"), name="mood")
    script.act("permits that", "south", permissions.grant, Scope("south/mood", ("harbour/word",), ("harbour",)))
    script.act("takes it back", "harbour", relays.convey, Conveyance("harbour/word", "south/mood"), name="mood")
    script.act("passes it on", "bridge", passages.pass_on, "harbour/mood", name="mood")
    script.must_be(TRANSCRIPTS / "relays" / "over-two-mediators.txt")


def test_a_relay_that_is_stopped() -> None:
    script = Script()
    script.act("tells bridge", "north", caucuses.tell, Telling(WORDS), to=("bridge",), name="toll")
    script.act("permits it", "north", permissions.grant, Scope("north/toll", ("south",), ("bridge", "harbour")), name="may")
    script.act("conveys it", "bridge", relays.convey, Conveyance("south", "north/toll", route=("bridge", "harbour")), name="word")
    script.act("withholds it", "harbour", reactions.withhold, "bridge/word", "They are in no mood.")
    script.act("revokes it", "north", permissions.revoke, "north/may", reason="The cabinet has met.")
    script.act("passes it on all the same", "harbour", passages.pass_on, "bridge/word")
    script.act("conveys it once more", "bridge", relays.convey, Conveyance("south", "north/toll", route=("bridge", "harbour")))
    script.act("notes why", "bridge", reactions.withhold, "north/toll", "North took it back.", to="south", tells=True)
    script.must_be(TRANSCRIPTS / "relays" / "stopped.txt")


def test_a_proposal_and_its_answer() -> None:
    script = Script()
    terms = {"toll": frozenset({"half"}), "hours": frozenset({"day"})}
    offer = Offer("North's offer", ("south",), terms=terms, text="Half the toll, by day.", carriers=("harbour",))
    script.act("proposes", "north", proposals.propose, offer, name="offer")
    script.act("conveys it", "harbour", relays.convey, Conveyance("south", "north/offer", is_attributed=True), name="offer")
    reply = Reply(AnswerKind.ACCEPT_IF, requires={"hours": frozenset({"night"})}, text="If by night too.")
    script.act("answers", "south", answers.answer, "harbour/offer", reply, name="if", may_relay=True)
    script.act("conveys the answer", "harbour", relays.convey, Conveyance("north", "south/if", is_attributed=True), name="if")
    script.show("north", *script.talks.case("north").answers, *script.talks.case("north").links)
    script.must_be(TRANSCRIPTS / "relays" / "a-proposal-and-its-answer.txt")


def test_carrying_in_order() -> None:
    script = Script()
    script.say("To north today; harbour takes it to south tomorrow.")
    script.act("tells harbour its idea", "bridge", caucuses.tell, Telling("What of a joint fund?"), to=("harbour",), name="fund")
    script.act("lets harbour carry it", "bridge", permissions.grant, Scope("bridge/fund", ("south",), ("harbour",)))
    first = Step("The fund", "north", ("bridge",), item="bridge/fund", shown_to=("harbour",))
    script.act("plans", "bridge", plans.plan, first, name="one")
    then = Step("The fund", "south", ("harbour",), item="bridge/fund", due=dt.date(2031, 3, 2), after="bridge/one")
    script.act("plans", "bridge", plans.plan, then, name="two")
    script.act("goes too soon", "harbour", relays.convey, Conveyance("south", "bridge/fund"), name="fund")
    script.wait(days=1)
    script.act("goes before bridge", "harbour", relays.convey, Conveyance("south", "bridge/fund"), name="fund")
    script.act("goes to north", "bridge", relays.convey, Conveyance("north", "bridge/fund"), name="word")
    script.act("goes to south", "harbour", relays.convey, Conveyance("south", "bridge/fund"), name="fund")
    script.must_be(TRANSCRIPTS / "relays" / "in-order.txt")


def test_open_unless_conditioned() -> None:
    script = Script(SpecimenTalks.opened(strait_case(Profile.OPEN_UNLESS_CONDITIONED)))
    script.act("tells harbour", "north", caucuses.tell, Telling("We are tired of this."), to=("harbour",), name="open")
    script.act(
        "tells it more", "north", caucuses.tell, Telling("We will not walk out.", is_conditioned=True), to=("harbour",), name="shut"
    )
    script.act("conveys the one", "harbour", relays.convey, Conveyance("south", "north/open"), name="open")
    script.act("conveys the other", "harbour", relays.convey, Conveyance("south", "north/shut"), name="shut")
    script.must_be(TRANSCRIPTS / "relays" / "open-unless-conditioned.txt")
