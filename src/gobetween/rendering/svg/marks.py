"""Marks of actors: a shape, a colour and two letters each, so that any one of them is enough."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from html import escape

from gobetween.rendering.svg.shapes import AXIS, INK, PAPER, Look, cut, element, filled, label, lettered, outlined, text_width

REFUSING = frozenset({"reject", "rejects", "oppose", "opposes", "deny", "denies"})
OPEN = frozenset({"conditional", "accepts on a condition", "pending", "has yet to say"})
DROPPED = frozenset({"dropped_demand", "no longer asks for"})

_SHAPES = (
    "M0-10.5A10.5 10.5 0 1 1 0 10.5A10.5 10.5 0 1 1 0-10.5Z",
    "M-10-10H10V10H-10Z",
    "M0-13L13 0L0 13L-13 0Z",
    "M-6-10.5H6L12 0L6 10.5H-6L-12 0Z",
    "M0-12L11-4.5V10H-11V-4.5Z",
    "M-7-9.5H7A9.5 9.5 0 0 1 7 9.5H-7A9.5 9.5 0 0 1-7-9.5Z",
)


def mark(index: int, code: str, x: float, y: float, *, stance: str = "", is_entrusted: bool = False) -> str:
    """The mark of actor `index` at a place: filled, hollow (given up), hollow and crossed (refused) or dashed (open, conditional).

    What was entrusted has a lock at its foot.
    """
    is_hollow = stance in REFUSING | OPEN | DROPPED
    look = outlined(index) | {"fill": PAPER, "class_": f"paper s{index % 6}"} if is_hollow else filled(index)
    dashes = "3 2" if stance in OPEN else None
    shape = element("path", d=_SHAPES[index % len(_SHAPES)], stroke_width="1.6", stroke_dasharray=dashes, **look)
    ink: Look = lettered(index) if is_hollow else {"fill": PAPER, "class_": "on"}
    letters = element("text", escape(code) or " ", y="3.8", text_anchor="middle", font_size="10.5", font_weight="700", **ink)
    cross = refusal(10.5, -9.5) if stance in REFUSING else ""
    lock = padlock(11, 8) if is_entrusted else ""
    return element("g", shape, letters, cross, lock, transform=f"translate({x:.1f} {y:.1f})")


def refusal(x: float, y: float) -> str:
    """The cross that says: will not have it."""
    d = f"M{x - 3.5} {y - 3.5}l7 7m0-7l-7 7"
    under = element("path", d=d, fill="none", stroke=PAPER, class_="halo", stroke_width="5", stroke_linecap="round")
    return under + element("path", d=d, stroke_width="2", stroke_linecap="round", **AXIS)


def padlock(x: float, y: float) -> str:
    """The lock that says: told in confidence."""
    bow = f"M{x - 2.2} {y}v-2a2.2 2.2 0 0 1 4.4 0v2"
    under = element("path", d=f"{bow}M{x - 4} {y}h8v6h-8z", fill="none", class_="halo", stroke=PAPER, stroke_width="3.5")
    body = element("rect", x=x - 3.5, y=y, width=7.0, height=5.0, fill=INK, class_="ink")
    return under + element("path", d=bow, stroke_width="1.6", **AXIS) + body


def signs_of(stances: Collection[str], *, is_entrusted: bool) -> list[tuple[str, str]]:
    """The signs of these stances with what they mean; those alone that are there."""
    hollow = {"r": "9.5", "stroke_width": "1.6", **AXIS}
    signs = (
        (REFUSING.intersection(stances), refusal(0, 0), "will not have it"),
        (OPEN.intersection(stances), element("circle", stroke_dasharray="3 2", **hollow), "on conditions, or open"),
        (DROPPED.intersection(stances), element("circle", **hollow), "no longer asks for it"),
        (is_entrusted, padlock(0, -1), "not for passing on: entrusted, or not public"),
    )
    return [(sign, meaning) for is_there, sign, meaning in signs if is_there]


def legend(entries: Iterable[tuple[str, str]], width: float) -> tuple[str, float]:
    """Signs with what they mean, in rows of this width from the top; and the height of the last row."""
    parts, x, y = [], 12.0, 14.0
    for sign, name in entries:
        text = cut(name, width - 40)
        wide = 36 + text_width(text)
        if x > 12 and x + wide > width:
            x, y = 12.0, y + 26
        parts.append(element("g", sign, label(text, 16, 4), transform=f"translate({x:.1f} {y:.1f})"))
        x += wide
    return element("g", *parts) if parts else "", y


def initials(actors: Iterable[str]) -> dict[str, str]:
    """Two letters (at need a number) for each actor, no two the same, in the order given."""
    codes: dict[str, str] = {}
    for actor in actors:
        codes[actor] = next(code for code in _candidates(actor) if code not in codes.values())
    return codes


def _candidates(actor: str) -> Iterator[str]:
    words = [word for word in "".join(letter if letter.isalnum() else " " for letter in actor).split() if word]
    letters = "".join(words)
    if len(words) > 1:
        yield (words[0][0] + words[1][0]).upper()
    if letters:
        yield letters[0].upper() + letters[1:2].lower()
        yield from (letters[0].upper() + letter.lower() for letter in letters[2:])
    yield from (str(number) for number in range(1, 10_000))
