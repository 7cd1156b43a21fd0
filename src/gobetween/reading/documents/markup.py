"""Tags in a text: where each stands and what it says, in one pass and linear time, on well formed pages and broken ones alike."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from enum import Enum

from attrs import field, frozen

from gobetween.reading.word_lists import words

_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9:-]*+)"
    r"(?P<rest>(?:[^<>\"']|\"[^\"]{0,4000}\"|'[^']{0,4000}')*+|[^<>]*+)>"
)
_ATTRIBUTE = re.compile(r"""([A-Za-z_:][\w:.-]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++)))?""")
_SEQUENCE = re.compile(
    r"\x1b(?:\[[0-?]{0,64}[ -/]{0,8}[@-~]"  # colours, cursor
    r"|[\]PX^_][^\x07\x1b\r\n]{0,500}(?:\x07|\x1b\\)"  # titles, links: up to their end mark
    r"|[ -/]{0,8}[0-OQ-WYZ\\`-~])"
)
_MARK = re.compile(r"[<\x1b]")
_DECLARATION = re.compile(r"<(?:!\[CDATA\[|!doctype\b|\?xml\b)[^<>]{0,2000}>", re.IGNORECASE)

RAW = frozenset({"script", "style", "noscript", "template", "textarea", "svg", "iframe", "object"})
"""Elements whose content is no text for readers."""

BLOCKS = words(
    "address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer form h1 "
    "h2 h3 h4 h5 h6 "
    "head header hr html legend li main menu nav ol option p pre section select summary table tbody td tfoot th thead title tr ul"
)
"""Elements that begin and end a paragraph."""

_INLINE = words(
    "a abbr audio b bdi bdo big button canvas cite code data del dfn em embed font i img input ins kbd label link map mark meta nobr "
    "picture q s samp small source span strike strong sub sup time tt u var video wbr"
)
_KNOWN = RAW | BLOCKS | _INLINE
VOID = words("area base br col embed hr img input link meta param source track wbr")
"""Elements without content."""


class Kind(Enum):
    """What a piece of a page is."""

    TEXT = "text"
    OPEN = "open"
    CLOSE = "close"
    HIDDEN = "hidden"


@frozen
class Piece:
    """A stretch of a page: text, a tag, or something that no reader sees (comment, script)."""

    kind: Kind
    start: int
    end: int
    name: str = field(default="", kw_only=True)
    attributes: dict[str, str] = field(factory=dict, kw_only=True)


def has_markup(raw: str) -> bool:
    """Whether `raw` holds at least one tag of HTML."""
    return any(match["name"].lower() in _KNOWN for match in _TAG.finditer(raw)) or _DECLARATION.search(raw) is not None


def pieces(raw: str) -> Iterator[Piece]:
    """The page in pieces that cover it without gap or overlap; what only looks like a tag ("5 <a and b> 3") may be taken for one.

    Sequences that command a terminal are hidden whole, wherever they stand.
    """
    at = 0
    text_from = 0
    comments_end = True  # whether a comment that opens here can still be closed
    while mark := _MARK.search(raw, at):
        at = mark.start()
        piece: Piece | None = None
        if mark.group() != "<":
            sequence = _SEQUENCE.match(raw, at)
            piece = Piece(Kind.HIDDEN, at, sequence.end(), name="terminal sequence") if sequence else None
        elif raw.startswith("<!--", at):
            end = raw.find("-->", at + 4) if comments_end else -1
            comments_end = end >= 0
            piece = Piece(Kind.HIDDEN, at, end + 3, name="comment") if comments_end else None
        else:
            piece = _declared(raw, at)
        if piece is None:
            at += 1
            continue
        if at > text_from:
            yield Piece(Kind.TEXT, text_from, at)
        yield piece
        at = text_from = piece.end
    if text_from < len(raw):
        yield Piece(Kind.TEXT, text_from, len(raw))


def _declared(raw: str, at: int) -> Piece | None:
    """The declaration or tag that begins here, if one does."""
    if declaration := _DECLARATION.match(raw, at):
        return Piece(Kind.HIDDEN, at, declaration.end(), name="declaration")
    tag = _TAG.match(raw, at)
    return _of_tag(raw, tag) if tag and _is_known(tag["name"]) else None


def _is_known(name: str) -> bool:
    return name.lower() in _KNOWN or "-" in name or ":" in name


def _of_tag(raw: str, tag: re.Match[str]) -> Piece:
    name = tag["name"].lower()
    if tag["close"]:
        return Piece(Kind.CLOSE, tag.start(), tag.end(), name=name)
    if name in RAW and not tag["rest"].endswith("/"):
        closing = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(raw, tag.end())
        return Piece(Kind.HIDDEN, tag.start(), closing.end() if closing else len(raw), name=name, attributes=_attributes(tag["rest"]))
    return Piece(Kind.OPEN, tag.start(), tag.end(), name=name, attributes=_attributes(tag["rest"]))


def _attributes(rest: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(rest):
        value = match[2] or match[3] or match[4] or ""
        found.setdefault(match[1].lower(), html.unescape(value).strip())
    return found
