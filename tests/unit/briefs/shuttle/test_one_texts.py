from __future__ import annotations

import pytest

from gobetween.briefs.blocks import Listing, Table
from gobetween.briefs.scenes import Scene
from gobetween.briefs.shuttle.one_texts import one_texts_section
from gobetween.model.proposals import Alternative, Amendment, Clause
from gobetween.protocols.wordings import Wording
from gobetween.talks.drafting import amendments, non_papers, one_texts
from gobetween.talks.drafting.amendments import Request
from gobetween.talks.drafting.showings import Attribution, attribute, show
from gobetween.talks.entering import enter
from specimen_talks import SpecimenTalks
from texts_and_seals_of_the_strait import HOURS, TEXT, TOLL, reworded, strait, talks_with_a_text


@pytest.fixture
def talks():
    """North was shown versions 1 and 3 and asked for the words that stand now, of the first; south was given a non-paper."""
    talks = talks_with_a_text()
    talks.act("bridge", show, TEXT, ("north",))
    talks.act("north", amendments.amend, "bridge/text", Request("toll", words="nothing", reason="Fair.", is_named=True), name="none")
    talks.act("bridge", attribute, TEXT, Attribution("toll", 1, by="north"), told=("harbour",))
    talks.act("harbour", one_texts.settle, TEXT, {"crews": 1})
    talks.act("harbour", one_texts.settle, TEXT, {"toll": 1})
    talks.act("harbour", show, TEXT, ("north",))
    talks.act("harbour", non_papers.give, "An idea", "What if?", ("south",))
    return talks


def section(talks, audience):
    return one_texts_section(Scene(talks.view(audience), talks.now.date()))


def table(talks, audience, title):
    (made,) = section(talks, audience)
    (found,) = [each for each in made.blocks if isinstance(each, Table) and each.title == title]
    return [dict(zip(found.columns, ((cell.text, cell.detail) for cell in row), strict=True)) for row in found.rows]


def titles(talks, audience):
    return [block.title for made in section(talks, audience) for block in made.blocks]


def points(talks, audience):
    (made,) = section(talks, audience)
    (found,) = [each for each in made.blocks if isinstance(each, Listing)]
    return [cell.text for cell in found.cells]


def test_who_has_no_text_has_no_section(talks):
    assert section(talks, "shipping") == ()


def test_a_party_sees_its_copies_and_its_own_amendments(talks):
    assert titles(talks, "north") == [
        "Texts",
        "Working text: version 2",
        "Working text: what changed in version 2",
        "Amendments asked for",
    ]
    (text,) = table(talks, "north", "Texts")
    assert (text["Name"][0], text["Shown by"][0], text["Versions"][0]) == ("bridge/text", "Bridge and Harbour", "2 versions")
    assert "Worked on by" not in text
    (amendment,) = table(talks, "north", "Amendments asked for")
    assert amendment["Clause"] == ("toll", "bridge/text, version 1, after which came 2")
    assert amendment["To read"] == ("nothing", "Fair.")
    assert amendment["Whose it is"][0] == "may be said"


def test_what_changed_says_whose_words_stand_as_far_as_the_reader_knows(talks):
    assert points(talks, "north") == [
        (
            "toll: its bracket closed on one of the alternatives; was “The toll is [nothing / half of what it was]”; "
            "what stands was asked for by North"
        ),
        "crews: its bracket closed on one of the alternatives; was “Both release the crews [at once]”",
    ]


def test_a_mediator_sees_who_was_shown_what_under_which_name(talks):
    rows = table(talks, "harbour", "Working text: who was shown what")
    assert [[each[0] for each in row.values()] for row in rows] == [
        ["version 1", "North", "version 1", "Bridge"],
        ["version 3", "North", "version 2", "Harbour"],
    ]
    assert rows[0]["As theirs"][1] == "bridge/text"


def test_a_mediator_sees_which_version_an_amendment_is_about_by_its_own_count(talks):
    (amendment,) = table(talks, "bridge", "Amendments asked for")
    assert amendment["Clause"][1] == "harbour/text, version 1, after which came 3"


def test_brackets_readings_and_whose_alternatives_stand_with_the_clause():
    talks = talks_with_a_text()
    talks.act("harbour", attribute, TEXT, Attribution("toll", 1, by="north"))
    talks.act("harbour", attribute, TEXT, Attribution("toll", 2, by="harbour", is_open=True))
    toll, hours, _ = table(talks, "harbour", "Working text: version 1")
    assert toll["Words"] == (
        "The toll is [nothing / half of what it was]",
        "can be read: a toll on ships; can be read: a toll on cargo",
    )
    assert toll["Whose alternative"][0] == "“nothing”: North, not to be said; “half of what it was”: Harbour"
    assert hours["Issue"][0] == "Hours: By day"
    talks.act("harbour", show, TEXT, ("south",))
    assert table(talks, "south", "Working text: version 1")[0]["Whose alternative"][0] == "“half of what it was”: Harbour"


def test_every_fate_of_a_clause_and_an_annex_is_told():
    talks = SpecimenTalks.opened(strait())
    fish = Clause("Fish.", id="fish", alternatives=(Alternative("a"), Alternative("b")))
    old = Wording("Text", (TOLL, HOURS, fish, Clause("Old.", id="old", annex="Maps")), annexes=("Maps",))
    talks.act("harbour", one_texts.draft, old, name="text")
    talks.act("harbour", attribute, TEXT, Attribution("toll", 2, by="harbour"))
    struck = Clause("The toll is", id="toll", issue="toll")
    fewer = Clause("Fish.", id="fish", alternatives=(Alternative("a"),))
    opened = Clause("Ships pass", id="hours", alternatives=(Alternative("by day"),))
    new = Wording("Other", (opened, struck, fewer, Clause("New.", id="new")), annexes=("Timetable",))
    talks.act("harbour", one_texts.revise, TEXT, new)
    assert points(talks, "harbour") == [
        "hours: moved; a bracket was opened; was “Ships pass by day.”",
        "toll: its bracket was struck out; was “The toll is [nothing / half of what it was]”; given up by Harbour",
        "fish: its bracket has other alternatives; was “Fish. [a / b]”",
        "new: new",
        "old: taken out; it read “Old.”",
        "title: was “Text”",
        "New annex: Timetable",
        "Annex taken out: Maps",
    ]


def test_a_bracket_may_close_in_other_words(talks):
    talks.act("harbour", one_texts.revise, TEXT, reworded(TOLL))
    talks.act("harbour", one_texts.revise, TEXT, reworded(Clause("There is no toll.", id="toll")))
    assert "toll: its bracket closed in other words; was" in points(talks, "harbour")[0]


def test_a_non_paper_has_no_name_but_its_own_with_its_receiver(talks):
    (received,) = table(talks, "south", "Non-papers")
    assert received["Text"] == ("An idea", "What if?")
    assert "Given to" not in received
    assert table(talks, "harbour", "Non-papers")[0]["Given to"][0] == "South"


def test_an_amendment_may_strike_a_clause_or_be_about_no_version(talks):
    talks.act("north", amendments.amend, "bridge/text", Request("crews"), name="strike")
    entered = Amendment("north/entered", proposal="bridge/text", clause="toll", by="north")
    talks.act("keeper", enter, "amendments", entered, frozenset({"north"}))
    assert table(talks, "north", "Amendments asked for")[2]["Clause"] == ("toll", "bridge/text")
    latest = table(talks, "north", "Amendments asked for")[1]
    assert (latest["Clause"], latest["To read"][0]) == (("crews", "bridge/text, version 2"), "strike it")
    assert table(talks, "bridge", "Amendments asked for")[1]["Clause"][1] == "harbour/text, version 3"


def test_a_clause_that_only_moves_is_said_to_have_moved():
    talks = talks_with_a_text()
    moved = Wording("Working text", (TOLL, Clause("Both release the crews", id="crews", alternatives=(Alternative("at once"),)), HOURS))
    talks.act("harbour", one_texts.revise, TEXT, moved)
    (point,) = points(talks, "bridge")
    assert point.endswith(": moved")
