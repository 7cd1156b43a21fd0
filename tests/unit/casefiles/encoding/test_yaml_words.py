import pytest

from gobetween.casefiles.decoding.yaml_nodes import parse_yaml
from gobetween.casefiles.encoding.yaml_words import WIDTH, Bare, in_block, in_line, may_be_block
from gobetween.model.errors import InvalidCase


@pytest.mark.parametrize(
    "text", ["Ana Vega", "4 per cent", "36 a week", "Dockers' Union", "say “no”", "efe-0221@10-40+80-96", "à la carte", "شيء"]
)
def test_words_that_nobody_can_misread_stand_plain(text):
    assert in_line(text) == text


@pytest.mark.parametrize("text", ["a, b", "[a]b", "a: ", "10.30:5", "why?"])
def test_what_braces_and_commas_would_end_stands_in_quotation_marks_within_them(text):
    assert in_line(text, in_flow=True) == f'"{text}"'


@pytest.mark.parametrize(
    "text",
    ["no", "Yes", "ON", "null", "~", "true", "12", "-1", "+1", "1.5", "1e3", "0x1f", "0o17", "1_000", "1:30", "2024-02-21", ".5", ""],
)
def test_words_that_some_reader_takes_for_values_stand_in_quotation_marks(text):
    assert in_line(text) == f'"{text}"'


@pytest.mark.parametrize(
    "text", ["- a", "#a", "a #b", "a: b", "a:", "&a", "*a", "!a", "|", ">", "%a", "@a", "`a", "? a", "{a", " a", "a ", "a  b"]
)
def test_words_that_mean_something_in_yaml_stand_in_quotation_marks(text):
    assert in_line(text) == f'"{text}"'


def test_the_other_quotation_marks_spare_a_backslash():
    assert in_line('say "no": never') == "'say \"no\": never'"
    assert in_line('it\'s "no": never') == '"it\'s \\"no\\": never"'


def test_values_stand_as_they_are():
    assert in_line(Bare("2024-02-21"), in_flow=True) == "2024-02-21"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("\x00", '"\\x00"'),
        ("a\tb", '"a\\tb"'),
        ("a\u202eb", '"a\\u202eb"'),
        ("\ufeff", '"\\ufeff"'),
        ("a\n", '"a\\n"'),
        ("\\ \x85", '"\\\\ \\x85"'),
    ],
)
def test_what_cannot_be_seen_is_written_out(text, written):
    assert in_line(text) == written
    assert parse_yaml(f"a: {written}".encode(), "case.yaml").entries["a"].text == text


def test_half_a_character_is_refused():
    with pytest.raises(InvalidCase, match="half of a character"):
        in_line("a\ud800")


def test_long_words_are_folded_at_the_width_of_a_page_and_only_where_one_blank_stands():
    text = " ".join(["word", "two  blanks"] * 30)
    mark, lines = in_block(text, 4)
    assert (mark, max(map(len, lines)) <= WIDTH, len(lines)) == (">-", True, 5)
    assert not [line for line in lines if line.endswith("two")]


def test_lines_of_their_own_stay_lines():
    assert in_block("one\n\ntwo", 2) == ("|-", ["  one", "", "  two"])


@pytest.mark.parametrize("text", ["", " a", "a\n", "a\n b", "a \nb", "a\tb", "a\u2028b"])
def test_what_a_block_would_change_is_none(text):
    assert not may_be_block(text)
