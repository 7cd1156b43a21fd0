import pytest

from gobetween.briefs.blocks import Cell, Table
from gobetween.rendering.columns import ROOM, is_crowded, shares
from gobetween.rendering.svg.shapes import text_width
from gobetween.rendering.words_on_paper import BREAK, LONGEST, breakable, direction


def table(*rows: tuple[str, ...], columns: tuple[str, ...] = ("Who", "What")) -> Table:
    return Table("", columns, rows=tuple(tuple(map(Cell, row)) for row in rows))


def test_the_columns_fill_the_width():
    assert sum(shares(table(("Union", "asks for ten hours")))) == pytest.approx(1)


def test_who_says_more_gets_more_room_but_not_in_proportion():
    short, long = shares(table(("Union", "The union asks for shifts of ten hours at the most. " * 6)))
    assert 2 < long / short < 30


def test_no_column_is_too_narrow_for_its_longest_word():
    made = table(("Representatives", "x " * 900), ("Union", "y"))
    assert not is_crowded(made)
    assert shares(made)[0] * ROOM >= text_width("Representatives", 1)


def test_columns_whose_words_do_not_fit_beside_one_another_are_crowded():
    words = ("Unaccommodatingness",) * 9
    assert is_crowded(table(words, columns=words))


def test_a_table_without_rows_or_columns_has_widths_all_the_same():
    assert len(shares(table())) == 2
    assert shares(table(columns=())) == ()


def test_only_a_word_too_long_for_any_column_may_be_broken():
    assert breakable("ordinary words, and representatives") == "ordinary words, and representatives"
    broken = breakable("x" * (LONGEST + 1))
    assert BREAK in broken
    assert broken.replace(BREAK, "") == "x" * (LONGEST + 1)


def test_a_word_is_not_broken_before_a_combining_letter():
    assert f"{BREAK}\u0301" not in breakable("e\u0301" * 40)


@pytest.mark.parametrize(
    ("text", "runs"), [("Talks", "ltr"), ("مرحبا", "rtl"), ("שלום", "rtl"), ("«مرحبا» (12)", "rtl"), ("12 – %", "ltr"), ("", "ltr")]
)
def test_the_first_letter_with_a_direction_says_which_way_a_text_runs(text, runs):
    assert direction(text) == runs
