"""Searching finds what stands in one's own view, and tells of nothing else."""

from __future__ import annotations

from gobetween.model.happenings import Happening
from gobetween.talks import entering
from gobetween.talks.searches import find_words
from specimen_talks import SpecimenTalks


def entered(*texts: str) -> SpecimenTalks:
    talks = SpecimenTalks.opened()
    for number, text in enumerate(texts):
        entry = Happening(f"north/note-{number}", text=text)
        talks.act("north", entering.enter, "happenings", entry, frozenset({"harbour"}))
    return talks


def test_entries_in_which_all_the_words_stand_are_found_in_capitals_or_not() -> None:
    talks = entered("The ferry was late", "The FERRY sank", "A late spring")
    assert [hit.id for hit in find_words(talks.case("harbour"), "ferry")] == ["north/note-0", "north/note-1"]
    assert [hit.id for hit in find_words(talks.case("harbour"), "late FERRY")] == ["north/note-0"]
    assert find_words(talks.case("harbour"), "late ferry")[0].text == "The ferry was late"


def test_words_within_the_parts_of_an_entry_are_found() -> None:
    assert [(hit.collection, hit.text) for hit in find_words(entered().case("south"), "whole toll")] == [("issues", "The whole toll")]


def test_no_words_find_nothing() -> None:
    assert find_words(entered("x").case("north"), "  ") == ()


def test_what_others_told_each_other_is_not_found() -> None:
    assert find_words(entered("The ferry was late").case("south"), "ferry") == ()
