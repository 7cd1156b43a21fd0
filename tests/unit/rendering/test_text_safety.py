from fractions import Fraction

import pytest

from gobetween.briefs.blocks import Cell, Gain, Mark
from gobetween.rendering.text_safety import harmless, harmless_value


@pytest.mark.parametrize(
    ("hostile", "left"),
    [
        ("a\x1b[31;1mred\x1b[0m", "ared"),
        ("\x1b]0;new title\x07text", "text"),
        ("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x9b2Jgone", "gone"),
        ("\x1bPdevice\x1b\\text", "text"),
        ("\x1b]0;never ended", "]0;never ended"),
        ("line\r\nline\ttab\u2028sep", "line line tab sep"),
        ("a\x00b\x7fc\x85d", "abc d"),
        ("\u202egnirts\u202c \u2066x\u2069", "gnirts x"),
        ("zero\u200bwidth\ufeff\u00ad", "zerowidth"),
        ("hidden\U000e0041\U000e007f", "hidden"),
        ("half\ud83d", "half\ufffd"),
    ],
)
def test_what_terminals_obey_and_readers_cannot_see_is_taken_out(hostile, left):
    assert harmless(hostile) == left


@pytest.mark.parametrize("text", ["قال «لا»", "\u200fעברית\u200f", "می\u200cخواهم", "naïve – “quoted”", "谈判", "👩\u200d⚖️ e\u0301"])
def test_letters_of_every_script_stay(text):
    assert harmless(text) == text


def test_values_are_cleaned_all_the_way_down():
    cell = Cell("a\x1b[2J", marks=(Mark.ALLEGED,), detail="b\u202e")
    assert harmless_value((cell, 3, None)) == (Cell("a", marks=(Mark.ALLEGED,), detail="b"), 3, None)


def test_what_is_harmless_is_the_very_same_value():
    gain = Gain("Council", Fraction(1, 3))
    assert harmless_value(gain) is gain
