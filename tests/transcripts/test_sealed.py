"""Golden transcripts of what is answered under seal: who does what, and what then stands in whose book."""

from __future__ import annotations

from pathlib import Path

from gobetween.model.mandates import Ruling
from gobetween.protocols.decisions import Poll
from gobetween.talks.proposing import decisions
from gobetween.talks.sealing import blind_biddings, sealed_proposals
from specimen_talks import Script, SpecimenTalks, strait_case
from texts_and_seals_of_the_strait import FINAL, NUMBER, offer, question, strait

GOLDEN = Path(__file__).parent / "sealed"


def test_a_mediators_proposal_fails_and_tells_nothing():
    script = Script(SpecimenTalks.opened(strait(principals=strait_case().principals[:1])))
    script.say("Two mediators put it together: it goes out when the second has joined.")
    script.act(
        "drafts a mediators' proposal with bridge", "harbour", sealed_proposals.put, offer(), together_with=("bridge",), name="final"
    )
    script.act("joins", "bridge", sealed_proposals.join, FINAL)
    script.say("North may not accept alone; its head approves, which stays with north.")
    script.act("accepts", "north", sealed_proposals.seal, FINAL, accepts=True)
    ruling = (FINAL, Ruling.APPROVE, Poll(decided_by="arda"))
    script.act("approves", "north", decisions.decide, *ruling, name="yes", principal="north-head")
    script.act("accepts", "north", sealed_proposals.seal, FINAL, accepts=True)
    script.act("refuses", "south", sealed_proposals.seal, FINAL, accepts=False)
    script.say("All have answered: everyone gets the same words.")
    script.act("changes its mind too late", "south", sealed_proposals.seal, FINAL, accepts=True)
    script.show("harbour", *script.talks.case("harbour").sealed_proposals, *script.talks.case("harbour").sealed_answers)
    script.must_be(GOLDEN / "no_agreement.txt")


def test_a_mediators_proposal_is_agreed():
    script = Script(SpecimenTalks.opened(strait()))
    script.act("puts a mediators' proposal", "harbour", sealed_proposals.put, offer(), name="final")
    script.act("refuses", "north", sealed_proposals.seal, FINAL, accepts=False)
    script.act("changes its answer", "north", sealed_proposals.seal, FINAL, accepts=True)
    script.act("answers what was not put to it", "shipping", sealed_proposals.seal, FINAL, accepts=True)
    script.act("accepts", "south", sealed_proposals.seal, FINAL, accepts=True)
    script.must_be(GOLDEN / "agreed.txt")


def test_silence_is_no_acceptance():
    script = Script(SpecimenTalks.opened(strait(mediators_learn_answers=True)))
    script.say("These talks were opened so that mediators learn who answered what.")
    script.act("puts a mediators' proposal", "harbour", sealed_proposals.put, offer(), name="final")
    script.act("accepts", "north", sealed_proposals.seal, FINAL, accepts=True)
    script.wait(days=2, hours=3)
    script.act("accepts too late", "south", sealed_proposals.seal, FINAL, accepts=True)
    script.show("harbour", *script.talks.case("harbour").sealed_answers)
    script.must_be(GOLDEN / "silence.txt")


def test_blind_bids_meet_or_tell_nothing():
    script = Script(SpecimenTalks.opened(strait()))
    script.act("opens a bidding", "harbour", blind_biddings.open_bidding, question(), name="number")
    script.act("bids 9", "north", blind_biddings.bid, NUMBER, 9)
    script.act("bids 10", "south", blind_biddings.bid, NUMBER, 10)
    script.say("A second round is another bidding.")
    script.act("opens another", "harbour", blind_biddings.open_bidding, question(), name="again")
    script.act("bids 13", "north", blind_biddings.bid, "harbour/again", 13)
    script.act("bids less than nothing", "south", blind_biddings.bid, "harbour/again", -1)
    script.act("bids 20", "south", blind_biddings.bid, "harbour/again", 20)
    script.say("That would not have met; it had no time to change, for both had bid.")
    script.act("opens a third", "harbour", blind_biddings.open_bidding, question(), name="last")
    script.act("bids 20", "south", blind_biddings.bid, "harbour/last", 20)
    script.act("bids 10 instead", "south", blind_biddings.bid, "harbour/last", 10)
    script.act("bids 13", "north", blind_biddings.bid, "harbour/last", 13)
    script.show("harbour", *script.talks.case("harbour").biddings)
    script.must_be(GOLDEN / "bidding.txt")
