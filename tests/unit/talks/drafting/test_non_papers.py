from __future__ import annotations

import pytest

from gobetween.talks.drafting import non_papers
from specimen_talks import SpecimenTalks, books


@pytest.fixture
def talks():
    return SpecimenTalks.opened()


def test_who_is_given_a_non_paper_has_the_words_and_nobodys_name(talks):
    before = len(talks.journal.book("strait", "south"))
    talks.act("harbour", non_papers.give, "An idea", "What if ships paid by weight?", ("south",))
    (paper,) = talks.case("south").proposals
    assert (paper.name, paper.text, paper.by, paper.to, paper.owner) == ("An idea", "What if ships paid by weight?", (), (), None)
    (line,) = talks.journal.book("strait", "south", after=before)
    assert line.entry.author == "custodian"
    assert "harbour" not in f"{line.entry.body}"


def test_the_giver_keeps_to_whom_it_went(talks):
    talks.act("harbour", non_papers.give, "An idea", "What if?", ("south", "north", "south"))
    assert [each.to for each in talks.case("harbour").proposals] == [("south",), ("north",)]
    assert len(talks.case("north").proposals) == 1


def test_nobody_learns_who_else_was_given_it(talks):
    talks.act("harbour", non_papers.give, "An idea", "What if?", ("south",))
    alone = books(talks.clerk, "south")
    both = SpecimenTalks.opened()
    both.act("harbour", non_papers.give, "An idea", "What if?", ("south", "north"))
    assert books(both.clerk, "south") == alone


@pytest.mark.parametrize(
    ("who", "given", "says"),
    [
        ("north", ("Title", "Text", ("harbour",)), "for mediators"),
        ("harbour", ("Title", "", ("north",)), "a title and a text"),
        ("harbour", ("", "Text", ("north",)), "a title and a text"),
        ("harbour", ("Title", "Text", ()), "somebody else than yourself"),
        ("harbour", ("Title", "Text", ("harbour",)), "somebody else than yourself"),
        ("harbour", ("Title", "Text", ("moon",)), "nobody you know of"),
        ("bridge", ("Title", "Text", ("south",)), "cannot reach south"),
    ],
)
def test_a_mediator_gives_a_text_to_others_whom_it_reaches(talks, who, given, says):
    assert says in talks.refusal(who, non_papers.give, *given)
