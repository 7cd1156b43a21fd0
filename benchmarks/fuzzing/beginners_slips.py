"""Files with the slips of people who write YAML for the first time: lost marks, colons in words, odd indents, what was pasted in."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

MARKS = "'\"“”„‘’«»"
SIGNS = "@`%*&!|>,]}-?:#"
BRACKETS = "[]{}"
ODD_BLANKS = ("\t", "\u00a0", "\u2003", "\u200b", "\u3000", "\u202f", "\ufeff", "\u0085", "\u2028", "\x0b", "\x00", "\r", "\u200f")
WORDS = (
    "Upham's",
    "No: never",
    "\u202eשלום: עולם\u202c",
    "ملاحظة: نص",
    "e\u0301\u0301\u0301: \u0301",
    '"We" say',
    "'we' say",
    "[sic] he said",
    "5 % more",
    "pier #4",
    "a - b",
    "{x",
    "x}",
    "http://a.example/b:c",
    "10:30",
    "| x |",
    "- - -",
    "…",
    "\U0001f469\u200d\U0001f680: go",
)
PASTED = (
    'The mayor said: "No. It\'s ours!"\n\nThe other side: silence.\n',
    "- one\n- two: three\n  - four\n",
    "Dear all,\n\n\tplease find: attached\n",
    "title: x\n  title: y\n title: z\n",
    "---\n...\n",
    "<p class='a'>x: [y]</p>\n",
    "# a comment: with 'marks\n",
)
LONG = ("a b ", ": ", "[", "{a: ", "'", '"', "- ", "x: y ", "#", "\t", "], ", "@", "\u0301", "א: ")

Lines = list[str]


def with_slips(text: str, rng: Random) -> str:
    """The text after one slip or several."""
    lines = text.split("\n")
    for _ in range(rng.choice((1, 1, 1, 2, 3, 5, 12))):
        at = rng.randrange(len(lines))
        rng.choice(SLIPS)(lines, at, rng)
    made = "\n".join(lines)
    return rng.choice(ENDINGS)(made) if rng.random() < 0.1 else made


def _value(line: str) -> re.Match[str] | None:
    return re.fullmatch(r"(?P<head> *(?:- +)*(?:[^\s:#][^:#]*: +)?)(?P<value>\S.*)", line)


def _inserted(line: str, at: int, piece: str) -> str:
    return line[:at] + piece + line[at:]


def _lose(signs: str) -> Callable[[Lines, int, Random], None]:
    """Loses one of these signs in the line or one of those below it."""

    def lose(lines: Lines, at: int, rng: Random) -> None:
        for number in range(at, len(lines)):
            places = [place for place, sign in enumerate(lines[number]) if sign in signs]
            if places:
                place = rng.choice(places)
                lines[number] = lines[number][:place] + lines[number][place + 1 :]
                return

    return lose


def _type_by_mistake(signs: str) -> Callable[[Lines, int, Random], None]:
    def type_in(lines: Lines, at: int, rng: Random) -> None:
        lines[at] = _inserted(lines[at], rng.randrange(len(lines[at]) + 1), rng.choice(signs))

    return type_in


def _begin_with_a_sign(lines: Lines, at: int, rng: Random) -> None:
    if match := _value(lines[at]):
        lines[at] = match["head"] + rng.choice(SIGNS) + rng.choice(("", " ")) + match["value"]


def _in_marks(lines: Lines, at: int, rng: Random) -> None:
    """Words in quotation marks, of which some are doubled, of another kind or not there."""
    if match := _value(lines[at]):
        opening, closing = rng.choice((*MARKS, "")), rng.choice((*MARKS, "", "\\"))
        lines[at] = match["head"] + opening + match["value"] + closing + rng.choice(("", "", " more", "s line", ": so"))


def _other_words(lines: Lines, at: int, rng: Random) -> None:
    if match := _value(lines[at]):
        word = rng.choice(WORDS)
        lines[at] = match["head"] + rng.choice((word, f"{match['value']} {word}", f"'{word}'", f"{{name: {word}}}"))


def _colon_in_words(lines: Lines, at: int, rng: Random) -> None:
    places = [match.start() for match in re.finditer(r"(?<=\w) (?=\w)", lines[at])]
    if places:
        lines[at] = _inserted(lines[at], rng.choice(places), ":")


def _indent(lines: Lines, at: int, rng: Random) -> None:
    more = rng.randint(-3, 3)
    if more > 0:
        lines[at] = " " * more + lines[at]
    else:
        lines[at] = re.sub(rf"^ {{0,{-more}}}", "", lines[at])


def _tab(lines: Lines, at: int, rng: Random) -> None:
    lines[at] = re.sub(r"^ +", "\t", lines[at]) if rng.random() < 0.5 else lines[at].replace("  ", "\t")


def _odd_blank(lines: Lines, at: int, rng: Random) -> None:
    places = [place for place, sign in enumerate(lines[at]) if sign == " "] or [0]
    place = rng.choice(places)
    lines[at] = lines[at][:place] + rng.choice(ODD_BLANKS) + lines[at][place + 1 :]


def _glue(lines: Lines, at: int, rng: Random) -> None:
    """Loses the blank after a colon, a comma or a dash."""
    places = [match.end() for match in re.finditer(r"[:,-](?= )", lines[at])]
    if places:
        place = rng.choice(places)
        lines[at] = lines[at][:place] + lines[at][place + 1 :]


def _cut(lines: Lines, at: int, rng: Random) -> None:
    lines[at] = lines[at][: rng.randrange(len(lines[at]) + 1)]


def _fold(lines: Lines, at: int, rng: Random) -> None:
    """A line goes on in the next, wherever the editor broke it."""
    place = rng.randrange(len(lines[at]) + 1)
    lines[at : at + 1] = [lines[at][:place], " " * rng.choice((0, 0, 1, 2, 4)) + lines[at][place:]]


def _move(lines: Lines, at: int, rng: Random) -> None:
    lines.insert(rng.randrange(len(lines)), lines[at] if rng.random() < 0.5 else lines.pop(at))


def _paste(lines: Lines, at: int, rng: Random) -> None:
    lines[at:at] = [" " * rng.choice((0, 2)) + line for line in rng.choice(PASTED).split("\n")]


def _endless(lines: Lines, at: int, rng: Random) -> None:
    match = _value(lines[at])
    lines[at] = (match["head"] if match else "") + rng.choice(LONG) * rng.choice((100, 240, 900, 5_000, 60_000))


def _many(lines: Lines, at: int, rng: Random) -> None:
    """The same slip in many lines below each other."""
    lines[at:at] = [lines[at] + rng.choice(("", "'", "[", ": x"))] * rng.choice((20, 300, 3_900))


SLIPS: Sequence[Callable[[Lines, int, Random], None]] = (
    *([_lose("'\"")] * 3),
    *([_lose(BRACKETS)] * 3),
    _lose(":"),
    _lose(","),
    _lose("-"),
    *([_type_by_mistake("'\"")] * 2),
    *([_type_by_mistake(BRACKETS)] * 2),
    _type_by_mistake(SIGNS),
    *([_begin_with_a_sign] * 2),
    *([_in_marks] * 3),
    *([_other_words] * 3),
    *([_colon_in_words] * 3),
    *([_indent] * 4),
    _tab,
    *([_odd_blank] * 2),
    *([_glue] * 2),
    _cut,
    _fold,
    _move,
    _paste,
    _endless,
    _many,
)
ENDINGS: Sequence[Callable[[str], str]] = (
    lambda text: text.replace("\n", "\r\n"),
    lambda text: text.replace("\n", "\r"),
    lambda text: text.replace("\n", "\u0085"),
    lambda text: "\ufeff" + text,
    lambda text: text.rstrip("\n"),
    lambda text: text.replace("  ", "\t"),
)
