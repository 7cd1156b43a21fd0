from __future__ import annotations

from attrs import evolve

from gobetween.model.comparisons import (
    Bracket,
    BracketChange,
    Movement,
    Run,
    RunKind,
    compare,
    is_worded,
    movements,
    runs_between,
)
from gobetween.model.proposals import Alternative, Amendment, Clause, Version

KEPT, INSERTED, DELETED = RunKind.KEPT, RunKind.INSERTED, RunKind.DELETED
HALF, NOTHING, FULL = Alternative("half", "north"), Alternative("nothing", "south"), Alternative("full")
TOLL = Clause("The toll is", id="toll", alternatives=(HALF, NOTHING))


def version(*clauses, annexes=()):
    return Version("v", clauses=clauses, annexes=annexes)


def change(older, newer):
    (found,) = compare(version(older), version(newer)).clauses
    return found


def plain(clause_id, text="words", **more):
    return Clause(text, id=clause_id, **more)


def test_words_keep_their_blanks_and_punctuation():
    assert runs_between("The toll, as agreed, is  half.", "The toll is half!") == (
        Run(KEPT, "The toll"),
        Run(DELETED, ", as agreed,"),
        Run(KEPT, " is"),
        Run(DELETED, "  "),
        Run(INSERTED, " "),
        Run(KEPT, "half"),
        Run(DELETED, "."),
        Run(INSERTED, "!"),
    )


def test_versions_that_say_the_same_differ_in_nothing():
    comparison = compare(version(TOLL, plain("hours")), version(TOLL, plain("hours")))
    assert comparison.is_empty
    assert [each.is_changed for each in comparison.clauses] == [False, False]


def test_a_new_clause_is_inserted_and_one_taken_out_comes_last():
    comparison = compare(version(plain("a"), plain("b")), version(plain("c"), plain("a")))
    assert [(each.id, each.older is None, each.newer is None) for each in comparison.clauses] == [
        ("c", True, False),
        ("a", False, False),
        ("b", False, True),
    ]
    assert comparison.clauses[0].runs == (Run(INSERTED, "words"),)
    assert comparison.clauses[2].runs == (Run(DELETED, "words"),)
    assert not comparison.is_empty


def test_as_few_clauses_as_possible_count_as_moved():
    before = version(plain("a"), plain("b"), plain("c"), plain("d"))
    now = version(plain("d"), plain("a"), plain("b"), plain("c"))
    assert [each.id for each in compare(before, now).clauses if each.is_moved] == ["d"]


def test_a_clause_that_goes_into_another_annex_is_moved():
    assert change(plain("a"), plain("a", annex="Timetable")).is_moved


def test_annexes_that_come_and_go_are_told():
    comparison = compare(version(plain("a"), annexes=("Old",)), version(plain("a"), annexes=("New",)))
    assert (comparison.annexes_added, comparison.annexes_removed) == (("New",), ("Old",))
    assert not comparison.is_empty


def test_a_title_that_differs_is_told_word_by_word():
    older, newer = evolve(version(TOLL), title="First draft"), evolve(version(TOLL), title="Second draft")
    found = compare(older, newer)
    assert found.title == (Run(DELETED, "First"), Run(INSERTED, "Second"), Run(KEPT, " draft"))
    assert not found.is_empty


def test_a_bracket_is_opened():
    found = change(plain("toll", "The toll is half"), TOLL)
    assert found.bracket == Bracket(BracketChange.OPENED, added=(HALF, NOTHING))


def test_a_bracket_settles_on_an_alternative():
    found = change(TOLL, plain("toll", "The toll is half"))
    assert found.bracket == Bracket(BracketChange.SETTLED, stands=HALF, given_up=(NOTHING,))
    assert found.runs == (
        Run(KEPT, "The toll is "),
        Run(DELETED, "["),
        Run(KEPT, "half"),
        Run(DELETED, " / nothing]"),
    )


def test_a_bracket_that_is_gone_without_a_trace_was_struck():
    assert change(TOLL, plain("toll", "The toll is")).bracket == Bracket(BracketChange.STRUCK, given_up=(HALF, NOTHING))


def test_a_bracket_may_close_in_words_that_were_in_none_of_its_alternatives():
    assert change(TOLL, plain("toll", "There is a toll")).bracket == Bracket(BracketChange.CLOSED, given_up=(HALF, NOTHING))


def test_alternatives_come_and_go_while_the_bracket_stays():
    found = change(TOLL, evolve(TOLL, alternatives=(HALF, FULL)))
    assert found.bracket == Bracket(BracketChange.CHANGED, given_up=(NOTHING,), added=(FULL,))


def test_a_bracket_with_the_same_alternatives_has_not_changed():
    assert change(TOLL, evolve(TOLL, text="The tolls are")).bracket is None
    assert change(plain("a"), plain("a", "other")).bracket is None


def moved(newer, *amendments, reader="north"):
    return movements(reader, "t", compare(version(TOLL), version(newer)), amendments)


def test_what_moved_says_whose_alternative_stands_and_whose_were_given_up():
    assert moved(plain("toll", "The toll is half")) == (Movement("toll", "half", "north", ("south",)),)
    assert moved(plain("toll", "The toll is")) == (Movement("toll", None, None, ("north", "south")),)


def test_a_bracket_that_stays_open_has_not_moved():
    assert moved(evolve(TOLL, alternatives=(HALF, FULL))) == ()


def test_a_reader_knows_its_own_words_where_nothing_is_attributed():
    bare = evolve(TOLL, alternatives=(Alternative("half"), Alternative("nothing")))
    comparison = compare(version(bare), version(plain("toll", "The toll is half")))
    own = Amendment("north/a", proposal="t", clause="toll", by="north", text="The toll  is half")
    others = (
        evolve(own, proposal="other", by="north"),
        evolve(own, by="south"),
        evolve(own, clause="hours"),
        evolve(own, text="The toll is full"),
    )
    assert movements("north", "t", comparison, (own,)) == (Movement("toll", "half", "north", ()),)
    assert movements("north", "t", comparison, others) == (Movement("toll", "half", None, ()),)


def test_words_are_an_alternatives_with_or_without_those_of_its_clause():
    assert is_worded("half", TOLL, "half")
    assert is_worded(" The toll is\nhalf", TOLL, "half")
    assert not is_worded("halves", TOLL, "half")


def test_a_clause_is_worded_with_what_is_in_its_bracket():
    assert TOLL.wording == "The toll is [half / nothing]"
    assert Clause("", id="a", alternatives=(HALF,)).wording == "[half]"
    assert plain("a").wording == "words"
