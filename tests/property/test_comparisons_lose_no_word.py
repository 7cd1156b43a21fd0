"""Whatever two versions say: the runs of a comparison give both back, word by word, and nothing is counted twice."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gobetween.casefiles.text_files import parse_text, text_file
from gobetween.model.comparisons import RunKind, compare, runs_between
from gobetween.model.proposals import Alternative, Clause, Version
from gobetween.protocols.wordings import Wording, check

WORDS = st.text(alphabet="ab ,.\n[/]é", max_size=20)
SAID = st.text(alphabet="ab#->\\ ,.é(;:)", min_size=1, max_size=12).map(lambda text: " ".join(text.split())).filter(bool)
IDS = st.sampled_from(["a", "b", "c", "d", "e"])


@st.composite
def clauses(draw, words=WORDS):
    return tuple(
        Clause(draw(words), id=each, alternatives=tuple(Alternative(text) for text in draw(st.lists(words, max_size=2))))
        for each in draw(st.lists(IDS, unique=True))
    )


def side(runs, gone):
    return "".join(each.text for each in runs if each.kind is not gone)


@given(older=WORDS, newer=WORDS)
def test_runs_give_both_texts_back(older, newer):
    runs = runs_between(older, newer)
    assert side(runs, RunKind.INSERTED) == older
    assert side(runs, RunKind.DELETED) == newer
    assert all(each.text for each in runs)


@given(text=WORDS)
def test_a_text_differs_from_itself_in_nothing(text):
    assert all(each.kind is RunKind.KEPT for each in runs_between(text, text))


@given(before=clauses(), now=clauses())
def test_every_clause_of_either_version_is_told_of_once(before, now):
    older, newer = Version("1", clauses=before), Version("2", clauses=now)
    comparison = compare(older, newer)
    assert [each.id for each in comparison.clauses if each.newer] == [each.id for each in now]
    assert {each.id for each in comparison.clauses if each.older} == {each.id for each in before}
    assert len({each.id for each in comparison.clauses}) == len(comparison.clauses)
    for each in comparison.clauses:
        assert side(each.runs, RunKind.INSERTED) == (each.older.wording if each.older else "")
        assert side(each.runs, RunKind.DELETED) == (each.newer.wording if each.newer else "")
        assert not each.is_moved or (each.older and each.newer)
    assert comparison == compare(older, newer)


@given(before=clauses(), now=clauses())
def test_what_did_not_move_is_in_the_same_order_in_both(before, now):
    comparison = compare(Version("1", clauses=before), Version("2", clauses=now))
    staying = [each.id for each in comparison.clauses if each.older and each.newer and not each.is_moved]
    assert [each.id for each in before if each.id in staying] == staying


@st.composite
def wordings(draw):
    annexes = draw(st.lists(SAID, unique=True, max_size=2))
    places = sorted(draw(st.lists(st.integers(0, len(annexes)), min_size=1, max_size=4)))
    made = [
        Clause(
            "\n".join(draw(st.lists(SAID, min_size=1, max_size=2))),
            id=f"clause-{number}",
            issue=draw(st.sampled_from([None, "toll"])),
            alternatives=tuple(Alternative(each) for each in draw(st.lists(SAID, max_size=2, unique=True))),
            readings=tuple(draw(st.lists(SAID, max_size=2))),
            annex=annexes[place - 1] if place else None,
            terms=draw(st.frozensets(st.sampled_from(["half", "none"]))),
        )
        for number, place in enumerate(places)
    ]
    return Wording(draw(SAID.filter(lambda text: not text.startswith(("#", "Annex:")))), tuple(made), annexes=tuple(annexes))


@given(wording=wordings())
def test_a_text_written_as_a_file_is_read_back_as_it_was(wording):
    check(wording)
    assert parse_text(text_file(wording), "text.md") == wording
