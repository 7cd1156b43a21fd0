"""Reports are published again with small changes: what was judged of the words that stay goes on, what is gone is told."""

from __future__ import annotations

import datetime as dt

from attrs import evolve

from gobetween.bootstrap.judging_editions import carried_over
from gobetween.model.dates import on
from gobetween.model.evidence import (
    Account,
    DateMention,
    Document,
    ItemKind,
    JudgedItem,
    Judgement,
    PositionMention,
    Report,
    Stance,
    Verdict,
    judged,
)
from gobetween.model.passages import Passage, Span

OLD, NEW = "a" * 64, "b" * 64
DEMAND = "The union demands a shorter week"
TEXT = f"CORRECTED. {DEMAND}. On Monday they met. The firm said no. On Monday it left."


def position(text: str, start: int, *, stance: Stance = Stance.DEMAND, party: str = "Union") -> PositionMention:
    return PositionMention(Passage(text, (Span(start, start + len(text)),)), party, stance=stance)


def monday(start: int) -> DateMention:
    return DateMention(Passage("Monday", (Span(start, start + 6),)), on(dt.date(2031, 3, 3)))


def document(sha256: str, **items: object) -> Document:
    return Document(sha256, len(TEXT), **items)


def judgement(kind: ItemKind, item: object, verdict: Verdict = Verdict.RIGHT, *, sha256: str = OLD, **more: object) -> Judgement:
    return Judgement(JudgedItem(sha256, kind, item), verdict, report=str(more.pop("report", "norda.txt")), **more)


def account(**items: object) -> Account:
    return Account((Report("norda.txt", document(NEW, **items)),))


def no_text(_name: str) -> str | None:
    return None


def test_what_was_judged_of_words_that_stay_holds_for_the_new_edition() -> None:
    old, new = position(DEMAND, 0), position(DEMAND, 11)
    for verdict, more in ((Verdict.RIGHT, {}), (Verdict.WRONG, {}), (Verdict.CHANGED, {"changes": (("party", "North"),)})):
        carried = carried_over(account(positions=(new,)), [judgement(ItemKind.POSITION, old, verdict, **more)], no_text)
        (found,) = carried.judgements
        assert (found.about, found.verdict) == (JudgedItem(NEW, ItemKind.POSITION, new), verdict)
        assert found.changes == more.get("changes", ())
        assert carried.notes == ("1 judgement on an earlier norda.txt carried over: its words stand in it unchanged",)


def test_what_says_something_else_by_now_is_a_new_question_and_told() -> None:
    old = judgement(ItemKind.POSITION, position(DEMAND, 0))
    others = (position(DEMAND, 11, stance=Stance.REJECT), position(DEMAND, 11, party="Firm"), position("The union demands a week", 11))
    for other in others:
        carried = carried_over(account(positions=(other,)), [old], no_text)
        assert carried.judgements == ()
        (note,) = carried.notes
        assert note == f"1 judgement on an earlier norda.txt kept, not used, as what it judged is no longer found there: “{DEMAND}”"


def test_of_words_that_stand_twice_that_is_meant_which_moved_as_its_neighbours() -> None:
    near = judgement(ItemKind.POSITION, position(DEMAND, 0))
    first, second = monday(36), monday(70)
    new = account(positions=(position(DEMAND, 11),), dates=(monday(47), monday(81)))
    carried = carried_over(new, [near, judgement(ItemKind.DATE, second, Verdict.WRONG)], no_text)
    assert [each.about.item for each in carried.judgements] == [position(DEMAND, 11), monday(81)]
    (alone,) = carried_over(new, [judgement(ItemKind.DATE, first, Verdict.WRONG)], no_text).notes
    assert "no longer found" in alone, "nothing says which of the two was meant"


def test_what_was_added_stands_where_its_words_stand_now() -> None:
    added = judgement(ItemKind.POSITION, position("The firm said no", 41, party="Firm", stance=Stance.REJECT), Verdict.ADDED)
    (found,) = carried_over(account(), [added], lambda _: TEXT).judgements
    assert found.about.spans == (Span(TEXT.index("The firm"), TEXT.index("The firm") + 16),)
    for text in (None, "The firm said nothing", TEXT + TEXT):
        assert carried_over(account(), [added], lambda _, text=text: text).judgements == ()


def test_words_that_are_gone_are_quoted_once() -> None:
    lost = [judgement(ItemKind.POSITION, position(DEMAND, 0)), judgement(ItemKind.POSITION, position(DEMAND, 0, party="Firm"))]
    (note,) = carried_over(account(), lost, no_text).notes
    assert note.count(DEMAND) == 1


def test_what_was_added_and_then_changed_is_carried_over_as_both() -> None:
    said = position("The firm said no", 41, party="Firm", stance=Stance.REJECT)
    added = judgement(ItemKind.POSITION, said, Verdict.ADDED)
    changed = judgement(ItemKind.POSITION, said, Verdict.CHANGED, changes=(("issue", "hours"),))
    other = position("The firm said no", TEXT.index("The firm"), party="Union")
    carried = carried_over(account(positions=(other,)), [added, changed], lambda _: TEXT)
    assert carried.notes == ("1 judgement on an earlier norda.txt carried over: its words stand in it unchanged",)
    (document_now,) = (each.document for each in judged(account(positions=(other,)), carried.judgements).account.reports)
    assert {(each.party, each.issue) for each in document_now.positions} == {("Firm", "hours"), ("Union", "")}


def test_what_is_judged_of_the_present_edition_wins() -> None:
    new = position(DEMAND, 11)
    both = [judgement(ItemKind.POSITION, new, Verdict.WRONG, sha256=NEW), judgement(ItemKind.POSITION, position(DEMAND, 0))]
    carried = carried_over(account(positions=(new,)), both, no_text)
    (entry,) = judged(account(positions=(new,)), carried.judgements).entries
    assert entry.is_struck
    both[0] = evolve(both[0], verdict=Verdict.OPEN)
    (entry,) = judged(account(positions=(new,)), carried_over(account(positions=(new,)), both, no_text).judgements).entries
    assert (entry.is_struck, entry.judgement) == (False, None), "taken back for this edition"


def test_of_several_earlier_editions_the_last_that_was_judged_counts() -> None:
    new = position(DEMAND, 11)
    first = judgement(ItemKind.POSITION, position(DEMAND, 3), Verdict.WRONG, sha256="c" * 64)
    carried = carried_over(account(positions=(new,)), [first, judgement(ItemKind.POSITION, position(DEMAND, 0))], no_text)
    assert [each.verdict for each in carried.judgements] == [Verdict.RIGHT]


def test_merging_is_carried_over_with_what_it_is_merged_into() -> None:
    one, other = position(DEMAND, 0), position("Dockers want less work", 100)
    merged = judgement(ItemKind.POSITION, one, Verdict.MERGED, into=JudgedItem(OLD, ItemKind.POSITION, other))
    both = (position(DEMAND, 11), position("Dockers want less work", 111))
    (found,) = carried_over(account(positions=both), [merged], no_text).judgements
    assert found.into == JudgedItem(NEW, ItemKind.POSITION, both[1])
    assert carried_over(account(positions=both[:1]), [merged], no_text).judgements == ()


def test_reports_of_other_names_and_documents_that_are_here_are_left_alone() -> None:
    other = judgement(ItemKind.POSITION, position(DEMAND, 0), report="coast.txt")
    here = judgement(ItemKind.POSITION, position(DEMAND, 0), sha256=NEW)
    unnamed = judgement(ItemKind.POSITION, position(DEMAND, 0), report="")
    everything = (other, here, unnamed)
    assert carried_over(account(positions=(position(DEMAND, 11),)), everything, no_text).judgements == everything
    within = judgement(ItemKind.POSITION, position(DEMAND, 0), report="reports/norda.txt")
    assert carried_over(account(positions=(position(DEMAND, 11),)), [within], no_text).notes, "the same file, read from its case"
