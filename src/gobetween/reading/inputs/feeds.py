"""RSS and Atom: each entry a report, its headline above its text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from attrs import define, field

from gobetween.model.errors import InvalidReport
from gobetween.model.evidence import Outlet
from gobetween.reading.documents.sources import LARGEST_REPORT, decoded
from gobetween.reading.inputs.headlines import with_headline
from gobetween.reading.inputs.limits import Allowance
from gobetween.reading.inputs.parts import Part, Refused, Stated
from gobetween.reading.inputs.stating import inferred_from, language_code, line_of, person_in, stated_on
from gobetween.reading.inputs.xml_events import Event, What, xml_events

_PIECE = 100_000
_LONGEST_TITLE = 1_000
_EVENT = 20  # letters that a tag or a stretch of words counts for by itself
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_BODIES = ("content:encoded", "content", "description", "summary")
_PREFIX = re.compile(r"^(?:atom|rss|a10|xhtml|html|h):")
_FEED_WORDS = re.compile(r"\s*(?:[|»-]\s*)?\b(?:RSS|Atom)(?: feed)?$", re.IGNORECASE)


def entries_of(name: str, data: bytes, allowance: Allowance) -> Iterator[Part | Refused]:
    """Each entry of the feed as a report, in the feed's order: `feed.xml#1`, `feed.xml#2`, ...

    Where the XML breaks off, the entries before that are read.
    """
    text, _ = decoded(data)
    if text is None:
        raise InvalidReport("a feed whose bytes are no text; fetch it anew")
    feed = _Feed()
    number = 0
    try:
        for event in xml_events(_pieces(_ILLEGAL.sub(" ", text.lstrip("\ufeff \t\r\n"))), "utf-8"):
            if entry := feed.take(event):
                allowance.take_member()
                number += 1
                yield _part(f"{name}#{number}", entry, feed)
    except InvalidReport as refusal:
        before = f"; {number} of its entries were read" if number else ""
        yield Refused(name, f"a feed that cannot be read to its end: {refusal}{before}; fetch it anew, or save its reports as text")
        return
    if not number:
        yield Refused(name, "a feed without entries; there is nothing to read")


def _pieces(text: str) -> Iterator[bytes]:
    for start in range(0, len(text), _PIECE):
        yield text[start : start + _PIECE].encode("utf-8", "replace")


@define
class _Entry:
    """The fields of an entry: the tags and words of each."""

    form: str
    fields: dict[str, list[Event]] = field(factory=dict)
    authors: list[str] = field(factory=list)
    weight: int = 0

    def weigh(self, event: Event) -> None:
        """Counts in a tag or words that are kept, each with what keeping it takes."""
        self.weight += len(event.text) + _EVENT
        if self.weight > LARGEST_REPORT:
            raise InvalidReport(f"an entry has more than a report may have ({LARGEST_REPORT:,} letters and tags)")

    def words(self, *names: str) -> str:
        for name in names:
            found = "".join(event.text for event in self.fields.get(name, ()) if event.what is What.WORDS).strip()
            if found:
                return found
        return ""

    def body(self) -> str:
        return next((body for body in (_as_page(self.fields.get(name, [])) for name in _BODIES) if body), "")


@define
class _Feed:
    """The state of one pass over a feed."""

    title: str = ""
    language: str | None = None
    path: list[str] = field(factory=list)
    entry: _Entry | None = None
    depth: int = 0  # of the entry that is open

    def take(self, event: Event) -> _Entry | None:
        """The entry that ends with this event, if one does."""
        name = _PREFIX.sub("", event.text) if event.what is not What.WORDS else ""
        if event.what is What.END:
            if self.path:
                self.path.pop()
            if self.entry and len(self.path) < self.depth:
                ended, self.entry = self.entry, None
                return ended
            if self.entry and len(self.path) > self.depth:
                self._inside(event, name)
            return None
        if event.what is What.START:
            self._open(event, name)
        elif self.entry:
            self._inside(event, "")
        elif self.path[1:] in (["channel", "title"], ["title"]) and len(self.title) < _LONGEST_TITLE:
            self.title += event.text
        elif self.path[1:] == ["channel", "language"]:
            self.language = event.text.strip()
        return None

    def _open(self, event: Event, name: str) -> None:
        if not self.entry and name in {"item", "entry"}:
            self.entry = _Entry("RSS entry" if name == "item" else "Atom entry")
            self.depth = len(self.path) + 1
        elif self.entry and len(self.path) > self.depth:
            self._inside(event, name)
        elif self.entry and len(self.path) == self.depth:
            self.entry.fields.setdefault(name, [])
            if name == "author":
                self.entry.authors.append("")
        elif name == "feed":
            self.language = event.attributes.get("xml:lang")
        self.path.append(name)

    def _inside(self, event: Event, name: str) -> None:
        """Words or tags within a field of the entry."""
        if not self.entry or len(self.path) <= self.depth:
            return
        outer = self.path[self.depth]
        if outer == "author" and event.what is What.WORDS and self.path[self.depth + 1 :] in ([], ["name"]):
            self.entry.authors[-1] += event.text if len(self.entry.authors[-1]) < _LONGEST_TITLE else ""
        elif outer != "source" or self.path[self.depth + 1 :] in ([], ["title"]):
            self.entry.weigh(event)
            self.entry.fields.setdefault(outer, []).append(Event(event.what, name) if name else event)


def _as_page(events: list[Event]) -> str:
    """What a field holds: its words as they are, or with the tags that stand in it."""
    if all(event.what is What.WORDS for event in events):
        return "".join(event.text for event in events).strip()
    written = {What.START: "<{}>", What.END: "</{}>"}
    return "".join(
        html.escape(event.text, quote=False) if event.what is What.WORDS else written[event.what].format(event.text) for event in events
    ).strip()


def _part(name: str, entry: _Entry, feed: _Feed) -> Part:
    title = line_of(html.unescape(re.sub(r"<[^<>]*>", "", entry.words("title"))))
    stated = Stated(
        title=title,
        outlet=_outlet(entry, feed),
        authors=_authors(entry),
        published=stated_on(entry.words("pubDate", "published", "dc:date", "issued", "pubdate"), "the entry's date in the feed"),
        language=language_code(entry.words("dc:language") or feed.language),
    )
    if stated.published.is_unknown:
        note = "the day on which the feed says that the entry was last changed; it may have been published before"
        published = inferred_from(entry.words("updated", "modified", "dcterms:modified"), note)
        stated = Stated(title=title, outlet=stated.outlet, authors=stated.authors, published=published, language=stated.language)
    return Part(name, with_headline(title, entry.body()).encode("utf-8", "replace"), medium=entry.form, stated=stated)


def _outlet(entry: _Entry, feed: _Feed) -> Outlet | None:
    if source := line_of(entry.words("source")):
        return Outlet(source, "the feed's entry names its source")
    title = line_of(_FEED_WORDS.sub("", html.unescape(feed.title).strip()))
    return Outlet(title, "the feed's title") if title else None


def _authors(entry: _Entry) -> tuple[str, ...]:
    named = [person_in(author) for author in (*entry.authors, entry.words("dc:creator"))]
    return tuple(dict.fromkeys(name for name in named if name))
