from __future__ import annotations

from gobetween.model.comparisons import compare, movements
from gobetween.model.proposals import Alternative, Clause, Version
from gobetween.rendering.comparisons import comparison_text
from gobetween.talks.drafting.comparisons import Compared

TOLL = Clause("The toll is", id="toll", alternatives=(Alternative("half", "north"), Alternative("nothing", "south")))
HOURS = Clause("Ships pass by day.", id="hours")
SETTLED = Clause("The toll is half", id="toll")


def shown(before, now, *, colour=False, annexes=((), ()), titles=("Text", "Text")):
    older = Version("1", clauses=before, annexes=annexes[0], title=titles[0])
    newer = Version("2", clauses=now, annexes=annexes[1], title=titles[1])
    comparison = compare(older, newer)
    compared = Compared("harbour/text", 1, 2, comparison, movements("bridge", "harbour/text", comparison, ()))
    return comparison_text(compared, str.title, colour=colour)


def test_words_that_went_and_came_stand_in_marks():
    found = shown((TOLL, HOURS), (SETTLED, HOURS))
    assert found == (
        "harbour/text: version 1 and version 2\n"
        "\n"
        "toll: the bracket closed on one of the alternatives\n"
        "  The toll is [-[-]half[- / nothing]-]\n"
        "  what stands: half, which was North's\n"
        "  given up by: South\n"
        "\n"
        "Unchanged: hours\n"
    )


def test_a_changed_title_is_told_first():
    found = shown((HOURS,), (HOURS,), titles=("A text", "The text"))
    assert found == "harbour/text: version 1 and version 2\nTitle: [-A-]{+The+} text\n\nUnchanged: hours\n"


def test_what_is_the_same_is_said_to_be():
    assert shown((TOLL,), (TOLL,)) == "harbour/text: version 1 and version 2\nNothing differs.\n"


def test_clauses_and_annexes_that_come_go_and_move_are_told():
    fish = Clause("Fish.", id="fish")
    start = Clause("It begins.", id="start")
    found = shown((HOURS, fish, start), (start, HOURS, TOLL), annexes=(("Maps",), ("Timetable",)))
    assert "toll: new\n  {+The toll is [half / nothing]+}" in found
    assert "fish: taken out\n  [-Fish.-]" in found
    assert "start: moved\n  It begins." in found
    assert "New annex: Timetable\nAnnex taken out: Maps\n" in found


def test_brackets_that_open_or_change_tell_their_alternatives():
    opened = shown((SETTLED,), (TOLL,))
    assert "a bracket was opened" in opened
    assert "alternative added: half\n  alternative added: nothing" in opened
    changed = shown((TOLL,), (Clause("The toll is", id="toll", alternatives=TOLL.alternatives[:1]),))
    assert "other alternatives" in changed
    assert "alternative taken out: nothing" in changed


def test_a_clause_whose_words_alone_change_is_changed():
    assert "hours: changed\n  Ships pass by [-day-]{+night+}." in shown((HOURS,), (Clause("Ships pass by night.", id="hours"),))


def test_a_bracket_that_closed_on_nothing_names_who_gave_up():
    struck = shown((TOLL,), (Clause("The toll is", id="toll"),))
    assert "the bracket was struck out" in struck
    assert "given up by: North, South" in struck
    bare = Clause("The toll is", id="toll", alternatives=(Alternative("half"),))
    assert "what stands: half\n" in shown((bare,), (SETTLED,))
    assert "given up" not in shown((bare,), (Clause("No toll", id="toll"),))


def test_colours_mark_the_same_on_a_terminal():
    assert "\x1b[31m[-day-]\x1b[0m\x1b[32m{+night+}\x1b[0m" in shown(
        (HOURS,), (Clause("Ships pass by night.", id="hours"),), colour=True
    )


def test_words_cannot_drive_a_terminal():
    wicked = Clause("Ships pass by \x1b[2Jnight.", id="hours")
    assert "\x1b" not in shown((HOURS,), (wicked,))
