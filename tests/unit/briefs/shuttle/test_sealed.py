from __future__ import annotations

from gobetween.briefs.scenes import Scene
from gobetween.briefs.shuttle.sealed import sealed_section
from gobetween.talks.sealing.blind_biddings import bid, open_bidding
from gobetween.talks.sealing.sealed_proposals import put, seal
from specimen_talks import SpecimenTalks
from texts_and_seals_of_the_strait import FINAL, NUMBER, offer, question, strait, talks_with_a_bidding, talks_with_an_offer


def tables(talks, audience):
    made = sealed_section(Scene(talks.view(audience), talks.now.date()))
    blocks = [block for section in made for block in section.blocks]
    return {block.title: [dict(zip(block.columns, row, strict=True)) for row in block.rows] for block in blocks}


def test_who_has_nothing_sealed_has_no_section():
    assert tables(talks_with_an_offer(), "shipping") == {}


def test_a_proposal_stands_there_with_ones_own_answer():
    talks = talks_with_an_offer()
    (before,) = tables(talks, "north")["Mediators' proposals"]
    assert (before["Name"].text, before["What came of it"].text) == (FINAL, "open")
    assert before["What"].detail == "The toll is halved. Toll: Half the toll"
    assert before["To be answered by"].text == "2031-03-03 09:00 UTC"
    assert "Your answer" not in before
    talks.act("north", seal, FINAL, accepts=True)
    (after,) = tables(talks, "north")["Mediators' proposals"]
    assert (after["Your answer"].text, after["Your answer"].detail) == ("accepts", "sealed; it can be changed until it is opened")
    assert tables(talks, "south")["Mediators' proposals"] == tables(talks, "harbour")["Mediators' proposals"] == [before]


def test_what_came_of_it_is_told_alike():
    talks = talks_with_an_offer()
    talks.act("north", seal, FINAL, accepts=True)
    talks.act("south", seal, FINAL, accepts=False)
    for audience, own in (("north", "accepts"), ("south", "does not accept")):
        (row,) = tables(talks, audience)["Mediators' proposals"]
        assert (row["What came of it"].text, row["Your answer"].text, row["Your answer"].detail) == ("no agreement", own, "")
    assert "Answers that were opened" not in tables(talks, "harbour")


def test_mediators_who_learn_answers_see_them_and_everyone_is_told_so():
    talks = talks_with_an_offer(strait(mediators_learn_answers=True))
    (section,) = sealed_section(Scene(talks.view("north"), talks.now.date()))
    assert "the mediators who put it learn who answered what" in section.blocks[0].note
    talks.act("north", seal, FINAL, accepts=True)
    talks.act("south", seal, FINAL, accepts=False)
    rows = tables(talks, "harbour")["Answers that were opened"]
    assert [(each["By"].text, each["Answer"].text) for each in rows] == [("North", "accepts"), ("South", "does not accept")]
    assert "Answers that were opened" not in tables(talks, "north")


def test_what_waits_for_another_mediator_says_for_whom():
    talks = SpecimenTalks.opened(strait())
    talks.act("harbour", put, offer(), together_with=("bridge",), name="final")
    talks.act("harbour", open_bidding, question(), together_with=("bridge",), name="number")
    seen = tables(talks, "bridge")
    assert seen["Mediators' proposals"][0]["What came of it"].text == "waits for Bridge to join"
    assert seen["Blind biddings"][0]["What came of it"].text == "waits for Bridge to join"


def test_a_bidding_stands_there_with_ones_own_bid_and_the_number_settled():
    talks = talks_with_a_bidding(issue="toll")
    talks.act("north", bid, NUMBER, 1300)
    (row,) = tables(talks, "north")["Blind biddings"]
    assert (row["On what"].text, row["On what"].detail) == ("What a passage costs", "in crowns; Toll")
    assert (row["Your bid"].text, row["What came of it"].text) == ("1,300", "open")
    assert row["Your bid"].detail
    talks.act("south", bid, NUMBER, 1000)
    assert {tables(talks, each)["Blind biddings"][0]["What came of it"].text for each in ("north", "south", "harbour")} == {
        "agreed: 1,150 crowns"
    }
    assert "Your bid" not in tables(talks, "harbour")["Blind biddings"][0]
    assert tables(talks, "north")["Blind biddings"][0]["Your bid"].detail == ""


def test_bids_that_do_not_meet_show_no_number():
    talks = talks_with_a_bidding()
    talks.act("north", bid, NUMBER, 1)
    talks.act("south", bid, NUMBER, 2)
    assert tables(talks, "harbour")["Blind biddings"][0]["What came of it"].text == "no agreement"
