"""Web pages and fragments of them: paragraphs, what the page says of itself, and the parts that are not the report."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import urlsplit

from attrs import field, frozen

from gobetween.model.evidence import Furniture
from gobetween.model.passages import Span
from gobetween.reading.documents.blocks import Block, Letters
from gobetween.reading.documents.linked_data import read_linked_data
from gobetween.reading.documents.markup import BLOCKS, VOID, Kind, Piece, pieces
from gobetween.reading.word_lists import words

_REGIONS = {
    "nav": "navigation",
    "menu": "navigation",
    "footer": "page foot",
    "aside": "side column",
    "form": "form",
    "button": "form",
    "select": "form",
    "figcaption": "caption",
    "caption": "caption",
    "head": "page head",
}
_SIDE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:related|share|sharing|social|newsletter|promo|promotion|advert|advertisement|ad|ads|comments?|sidebar|breadcrumbs?"
    r"|cookie|cookies|footer|nav|navbar|navigation|menu|recommended|recommendations|signup|subscribe|subscription|trending|popular"
    r"|gdpr|consent|masthead|logo|disqus|(?:site|page|global)-header|most-read|outbrain|taboola|skip-link|paywall|tags|print)(?:$"
    r"|[\s_-])",
    re.IGNORECASE,
)
_CAPTION_CLASS = re.compile(r"(?:^|[\s_-])(?:caption|photo-?credit|image-?credit|wp-caption-text)(?:$|[\s_-])", re.IGNORECASE)
_DEEPEST = 200  # elements open at once; what is nested deeper is read as if it were not
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_WHOLE = frozenset({"html", "body", "main", "article"})  # never taken for a side part, whatever their class says
_STATED = words(
    "og:title og:site_name article:published_time author article:author og:locale date dc.date dcterms.created "
    "parsely-pub-date pubdate "
    "datepublished byl application-name og:updated_time article:modified_time"
)


@frozen
class Page:
    """What a document holds before the rules of language are applied: its paragraphs, and what the page says of itself.

    `facts` has pairs such as ("og:site_name", "The Courier"), ("title", ...), ("h1", ...), ("lang", "en"); `hosts` the sites
    that it links to.
    """

    blocks: tuple[Block, ...]
    furniture: tuple[Furniture, ...] = field(default=(), kw_only=True)
    facts: tuple[tuple[str, str], ...] = field(default=(), kw_only=True)
    hosts: tuple[tuple[str, int], ...] = field(default=(), kw_only=True)

    def fact(self, *names: str) -> str | None:
        """The first of the named facts that the page states."""
        return next((value for name in names for key, value in self.facts if key == name and value), None)


def read_page(raw: str) -> Page:
    """The paragraphs of a page with tags. Linear in its length."""
    walk = _Walk(raw)
    for piece in pieces(raw):
        walk.take(piece)
    walk.flush(len(raw))
    hosts = tuple(walk.hosts.most_common())
    return Page(tuple(walk.blocks), furniture=tuple(walk.furniture), facts=tuple(walk.facts), hosts=hosts)


class _Walk:
    """The state of one pass over a page."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.blocks: list[Block] = []
        self.furniture: list[Furniture] = []
        self.facts: list[tuple[str, str]] = []
        self.hosts: Counter[str] = Counter()
        self._letters = Letters()
        self._open: list[tuple[str, str]] = []  # element and the region that it opens or continues
        self._start = 0
        self._linked = 0
        self._links_open = 0
        self._images: list[Piece] = []
        self._containers = 0
        self._container = 0

    def take(self, piece: Piece) -> None:
        match piece.kind:
            case Kind.TEXT:
                self._text(piece)
            case Kind.OPEN:
                self._opening(piece)
            case Kind.CLOSE:
                self._closing(piece)
            case Kind.HIDDEN:
                self.furniture.append(Furniture(piece.name, Span(piece.start, piece.end)))
                if "ld+json" in piece.attributes.get("type", "").lower():
                    self.facts.extend(read_linked_data(self.raw[piece.start : piece.end]))

    def _text(self, piece: Piece) -> None:
        before = len(self._letters.offsets)
        self._letters.add(self.raw, piece.start, piece.end)
        if self._links_open:
            self._linked += len(self._letters.offsets) - before

    def _opening(self, piece: Piece) -> None:
        if piece.name in BLOCKS:
            self.flush(piece.start)
        self._note(piece)
        if piece.name in VOID or len(self._open) >= _DEEPEST:
            return
        self._links_open += piece.name == "a"
        region = self._open[-1][1] if self._open else ""
        self._open.append((piece.name, region or _region(piece)))
        if piece.name in {"article", "main"} and not self._container:
            self._containers += 1
            self._container = self._containers

    def _note(self, piece: Piece) -> None:
        said = piece.attributes
        if piece.name == "img":
            self._images.append(piece)
        elif piece.name == "a" and (host := _host(said.get("href", ""))):
            self.hosts[host] += 1
        elif piece.name == "html" and said.get("lang"):
            self.facts.append(("lang", said["lang"]))
        elif piece.name == "time" and said.get("datetime"):
            self.facts.append(("time", said["datetime"]))
        elif piece.name == "link" and "canonical" in said.get("rel", "").lower() and (host := _host(said.get("href", ""))):
            self.facts.append(("canonical host", host))
        elif piece.name == "meta":
            name = (said.get("property") or said.get("name") or said.get("itemprop") or "").lower()
            if name in _STATED:
                self.facts.append((name, said.get("content", "")))

    def _closing(self, piece: Piece) -> None:
        names = [name for name, _ in self._open]
        if piece.name in BLOCKS:
            self.flush(piece.end, piece.start)
        if piece.name not in names:
            return
        closed = ""
        while closed != piece.name:
            closed, _ = self._open.pop()
            self._links_open -= closed == "a"
        if not any(name in {"article", "main"} for name, _ in self._open):
            self._container = 0

    def flush(self, end: int, text_end: int | None = None) -> None:
        """End the paragraph that is under way; `end` is where the next one begins."""
        text, offsets = self._letters.taken()
        start, self._start = self._start, end
        images, self._images = self._images, []
        linked, self._linked = self._linked, 0
        if text:
            names = [name for name, _ in self._open]
            self._facts_from(names, text)
            region = self._open[-1][1] if self._open else ""
            self.blocks.append(
                Block(
                    text,
                    offsets,
                    start,
                    end,
                    region=region,
                    container=self._container,
                    is_link=linked >= 0.9 * len(text),
                    is_heading=any(name in _HEADINGS for name in names),
                )
            )
            self.furniture.extend(Furniture("image", Span(image.start, image.end)) for image in images)
        elif images and (text_end is None or start < end):
            self.furniture.append(Furniture("image", Span(min(start, images[0].start), end)))

    def _facts_from(self, names: list[str], text: str) -> None:
        for name in ("title", "h1"):
            if name in names:
                self.facts.append((name, text))


def _region(piece: Piece) -> str:
    if piece.name in _REGIONS:
        return _REGIONS[piece.name]
    if piece.name in _WHOLE or piece.name == "a":
        return ""
    said = f"{piece.attributes.get('class', '')} {piece.attributes.get('id', '')}"
    if _CAPTION_CLASS.search(said):
        return "caption"
    if piece.attributes.get("role") in {"navigation", "banner", "contentinfo", "complementary", "search"}:
        return "navigation"
    return "side part" if _SIDE_CLASS.search(said) else ""


def _host(address: str) -> str:
    try:
        host = (urlsplit(address).hostname or "") if "//" in address else ""
    except ValueError:
        return ""
    return host.removeprefix("www.").removeprefix("m.")
