from __future__ import annotations

import pytest

from gobetween.casefiles.text_files import parse_text, text_file
from gobetween.model.errors import InvalidCase
from gobetween.model.proposals import Alternative, Clause
from gobetween.protocols.wordings import Wording

FILE = r"""# Working text on the strait

## toll (issue: toll; options: half, none)
The toll for every ship is
set anew each year,

as follows:
- half of what it was
  in the year before
- nothing
> North reads it
  as ships above 100 tons.
> South does not.

## crews
\- at once -
both release the crews.

# Annex: Timetable

## start ( issue: hours )
It begins on 1 April.

# Annex: Maps
"""
READ = Wording(
    "Working text on the strait",
    (
        Clause(
            "The toll for every ship is set anew each year,\nas follows:",
            id="toll",
            issue="toll",
            terms=frozenset({"half", "none"}),
            alternatives=(Alternative("half of what it was in the year before"), Alternative("nothing")),
            readings=("North reads it as ships above 100 tons.", "South does not."),
        ),
        Clause("- at once - both release the crews.", id="crews"),
        Clause("It begins on 1 April.", id="start", issue="hours", annex="Timetable"),
    ),
    annexes=("Timetable", "Maps"),
)


def faults(content):
    with pytest.raises(InvalidCase) as caught:
        parse_text(content, "text.md")
    return caught.value.faults


def test_a_file_says_clauses_brackets_readings_and_annexes():
    assert parse_text(FILE, "text.md") == READ


def test_what_is_written_is_what_was_read():
    written = text_file(READ)
    assert parse_text(written, "text.md") == READ
    assert "\\- at once -" in written
    assert written.endswith("# Annex: Maps\n")


def test_whose_an_alternative_is_stands_in_no_file():
    clause = Clause("a", id="a", alternatives=(Alternative("b", "north", is_open=True),))
    assert "north" not in text_file(Wording("Text", (clause,)))


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("## a\nWords.\n", "text.md:1: the text has no title; begin with '# ' and its title"),
        ("# Title\n", "text.md:1: the text has no clause; begin one with '## ' and an id, like '## toll'"),
        (
            "# Title\nWords.\n## a\nWords.\n",
            "text.md:2: found words before the first clause; begin one with '## ' and an id, like '## toll'",
        ),
        ("# Title\n# Other\n## a\nWords.\n", "text.md:2: found a second title"),
        ("# \n## a\nWords.\n", "text.md:1: found a second title, or an empty one"),
        ("# Title\n## a\nWords.\n# Annex:\n", "text.md:4: an annex has a title of its own"),
        ("# Title\n## a\nWords.\n# Annex: A\n# Annex: A\n", "text.md:5: an annex has a title of its own"),
        ("# Title\n## The toll\nWords.\n", "text.md:2: found '## The toll'; a clause begins like '## toll (issue: toll;"),
        ("# Title\n## a\nWords.\n## a\nWords.\n", "text.md:4: the clause 'a' was begun in line 2 already"),
        ("# Title\n## a (isue: toll)\nWords.\n", "text.md:2: found 'isue: toll'; a clause is bound with 'issue: ID'"),
        ("# Title\n## a (issue)\nWords.\n", "text.md:2: found 'issue'; a clause is bound with"),
        ("# Title\n## a (issue: )\nWords.\n", "text.md:2: found 'issue:'; a clause is bound with"),
        ("# Title\n## a\n", "text.md:2: the clause 'a' says nothing"),
        ("# Title\n## a\nWords.\n- one\nMore words.\n", "text.md:5: found words after the alternatives; a bracket ends its clause"),
        ("# Title\n## a\nWords.\n-\n", "text.md:4: found an empty line of a bracket or a reading"),
    ],
)
def test_a_fault_says_file_line_and_remedy(content, fault):
    assert any(each.startswith(fault) for each in faults(content))


def test_all_faults_are_told_at_once():
    assert [each.split(":")[1] for each in faults("Words.\n## A\n")] == ["1", "2", "1", "1"]


def test_words_may_follow_a_reading_but_no_alternative():
    (clause,) = parse_text("# Title\n## a\nWords,\n> a reading\nand more.\n", "t").clauses
    assert (clause.text, clause.readings) == ("Words, and more.", ("a reading",))


def test_an_indented_line_without_anything_to_go_on_with_is_words():
    (clause,) = parse_text("# Title\n## a\n  Words\n  and more.\n", "t").clauses
    assert clause.text == "Words and more."
