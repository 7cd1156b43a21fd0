from gobetween.briefs.blocks import Brief, Cell, Paragraph, Section, SourceLine
from gobetween.model.dates import UNKNOWN_DATE
from gobetween.model.passages import Citation
from gobetween.rendering.references import Reference, References, in_brackets


def brief_of(*cells: Cell) -> Brief:
    sources = (SourceLine("gazette", 1, label="Gazette", published=UNKNOWN_DATE),)
    return Brief("Talks", "public", sections=(Section("a", "A", blocks=tuple(map(Paragraph, cells))),), sources=sources)


def said(*words: str, source: str = "gazette") -> Cell:
    return Cell("A line.", tuple(Citation(source, (), each) for each in words))


def test_each_passage_has_a_letter_of_its_source_in_the_order_in_which_it_is_first_needed():
    first, second = said("the ships wait"), said("the crews left", "the ships wait")
    references = References.of(brief_of(first, second))
    assert [each.label for each in references.behind(first)] == ["1a"]
    assert [each.label for each in references.behind(second)] == ["1b", "1a"]
    assert [(each.label, each.words) for each in references.quoted_from("1")] == [("1a", "the ships wait"), ("1b", "the crews left")]


def test_a_source_without_quoted_words_is_its_number():
    cell = said("")
    assert References.of(brief_of(cell)).behind(cell) == (Reference("1", "1"),)


def test_after_z_come_two_letters():
    cell = said(*(f"passage number {number:02}" for number in range(60)))
    labels = [each.label for each in References.of(brief_of(cell)).behind(cell)]
    assert [labels[at] for at in (0, 25, 26, 51, 52)] == ["1a", "1z", "1aa", "1az", "1ba"]
    assert len(set(labels)) == 60


def test_a_source_that_the_list_leaves_out_is_told_by_its_id():
    cell = said("words", source="elsewhere")
    references = References.of(brief_of(cell))
    assert references.unlisted() == ("elsewhere",)
    assert references.behind(cell) == (Reference("elsewherea", "elsewhere"),)


def test_labels_stand_in_brackets_and_nothing_does_where_nothing_is_cited():
    assert in_brackets((Reference("1a", "1"), Reference("2", "2"))) == "[1a, 2]"
    assert in_brackets(()) == ""
