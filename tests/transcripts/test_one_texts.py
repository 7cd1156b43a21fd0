"""Golden transcripts of work on one text: who does what, and what then stands in whose book."""

from __future__ import annotations

from pathlib import Path

from gobetween.model.proposals import Clause
from gobetween.protocols.permissions import Scope
from gobetween.talks.confiding import permissions
from gobetween.talks.drafting import amendments, non_papers, one_texts
from gobetween.talks.drafting.amendments import Request
from gobetween.talks.drafting.showings import Attribution, attribute, show
from specimen_talks import Script, SpecimenTalks
from texts_and_seals_of_the_strait import HOURS, TEXT, WORDING, reworded, strait

GOLDEN = Path(__file__).parent / "one_texts"


def test_parties_criticise_and_mediators_redraft():
    script = Script(SpecimenTalks.opened(strait()))
    script.say("Two mediators begin a text. Nobody else learns of it.")
    script.act("drafts a text with bridge", "harbour", one_texts.draft, WORDING, together_with=("bridge",), name="text")
    script.act("revises it before anybody sees it", "bridge", one_texts.settle, TEXT, {"crews": 1})
    script.say("Each party is shown a copy: version 1 for each, under the name of whoever showed it, without readings.")
    script.act("shows it to north", "bridge", show, TEXT, ("north",))
    script.act("tries south, whom it does not reach", "bridge", show, TEXT, ("south",))
    script.act("shows it to south", "harbour", show, TEXT, ("south",))
    script.say("North criticises, to bridge alone, which showed it the text.")
    request = Request("toll", words="nothing", reason="There never was a toll.")
    script.act("asks for an amendment", "north", amendments.amend, "bridge/text", request, name="no-toll")
    script.act("asks for a clause that is not there", "north", amendments.amend, "bridge/text", Request("fish", words="Fish."))
    script.act("asks for a change in a text that it was not shown", "north", amendments.amend, TEXT, Request("toll"))
    script.say("Bridge notes whose the alternative is. To tell harbour it needs north's leave.")
    script.act("notes that “nothing” is north's", "bridge", attribute, TEXT, Attribution("toll", 1, by="north"))
    script.act("tells harbour", "bridge", attribute, TEXT, Attribution("toll", 1, by="north"), told=("harbour",))
    script.say("The bracket closes on north's words; both are shown that, as their version 2.")
    script.act("settles the bracket", "harbour", one_texts.settle, TEXT, {"toll": 1})
    script.act("settles it again", "harbour", one_texts.settle, TEXT, {"toll": 1})
    script.act("revises what is not the last version", "bridge", one_texts.revise, TEXT, reworded(HOURS), on=2)
    script.act("shows it to both", "harbour", show, TEXT, ("north", "south"))
    script.act("shows it once more", "harbour", show, TEXT, ("south",))
    late = Request("toll", words="The toll is half of what it was.", version=1)
    script.act("asks for a change in what was superseded", "south", amendments.amend, TEXT, late, name="late")
    for audience in ("north", "south", "bridge", "harbour"):
        script.show(audience, *script.talks.case(audience).proposals, *script.talks.case(audience).amendments)
    script.must_be(GOLDEN / "redrafting.txt")


def test_a_party_is_named_where_it_allows_it():
    script = Script(SpecimenTalks.opened(strait()))
    script.act("drafts a text", "harbour", one_texts.draft, WORDING, name="text")
    script.act("shows it to both", "harbour", show, TEXT, ("north", "south"))
    script.act("asks for half the toll", "north", amendments.amend, TEXT, Request("toll", words="half of what it was"), name="half")
    noted = Attribution("toll", 2, by="north", is_open=True)
    script.act("notes whose that is, and that it is to be said", "harbour", attribute, TEXT, noted)
    night = Clause("Ships pass at night too.", id="hours")
    script.act("revises the text; what is noted stays with the words", "harbour", one_texts.revise, TEXT, reworded(night))
    script.act("shows it to south", "harbour", show, TEXT, ("south",))
    allowed = Scope("north/half", ("south",), ("harbour",), is_attributed=True)
    script.act("permits that south hears whose it is", "north", permissions.grant, allowed, name="say-so")
    script.act("shows it to south", "harbour", show, TEXT, ("south",))
    script.act("shows it to shipping, for whom that is not permitted", "harbour", show, TEXT, ("shipping",))
    script.must_be(GOLDEN / "naming.txt")


def test_a_non_paper_has_no_author():
    script = Script(SpecimenTalks.opened(strait()))
    script.act("gives both a non-paper", "harbour", non_papers.give, "An idea", "What if ships paid by weight?", ("north", "south"))
    script.act("gives one itself", "north", non_papers.give, "An idea", "What if they did not?", ("harbour",))
    for audience in ("north", "harbour"):
        script.show(audience, *script.talks.case(audience).proposals)
    script.must_be(GOLDEN / "non_papers.txt")
