"""Lines around a report: what a page puts above its headline and below its last sentence, told by the furniture beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gobetween.reading.documents.blocks import Block
from gobetween.reading.documents.furniture import LONGEST_NAME, MEDIA_WORDS, authors_in, heads_links, is_headline_like

_OF_PAGE = frozenset({"chrome", "link", "menu", "advertisement", "notice", "time stamp"})
_STAMPED = frozenset({"byline", "date stamp", "publication line"})
_FEWEST_SENTENCES = 2
_SHORTEST_SENTENCE, _SHORTEST_HEADLINE = 35, 4  # characters, words
_FEWEST_OF_PAGE = 3  # lines
_LONGEST_ENTRY = 3  # words
_LONGEST_HEADLINE, _SHORT, _MOST = 120, 3, 0.8  # characters, letters of a word, share of the longer words
_LATE = 0.5  # share of the lines behind which a page tells of its authors
_READ_ON = re.compile(r"(?:read (?:more|on|next|the (?:full )?(?:story|article))|full story|see more|find out more)\W*", re.IGNORECASE)
_NAME = r"[A-ZÀ-Þ][\w.'’-]+(?: (?:[A-ZÀ-Þ][\w.'’-]*|al|bin|de|van|von)){1,2}"
_PLACED_NAME = rf"{_NAME} in [A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?"
_REPORTERS = re.compile(rf"{_PLACED_NAME}(?:(?:,| and|, and) {_PLACED_NAME}){{0,3}}")
_BARE_NAMES = re.compile(rf"{_NAME}(?: and {_NAME})?")
_WRITES = re.compile(
    r"^(?:is|was|has|covers?|reports?|writes?|works?|joined)\b.*\b(?:correspondent|reporter|editor|journalist|writer|bureau|columnist|freelance|"
    r"covers?|covering|reports on|reported|writes)\b"
)


def lines_around(blocks: Sequence[Block], kinds: Sequence[str | None]) -> dict[int, str]:
    """Places of such lines and what each is; `kinds` has what the lines are by their words. Linear."""
    closed = [index for index, block in enumerate(blocks) if kinds[index] is None and _is_closed(block.text)]
    sentences = [index for index in closed if len(blocks[index].text) > _SHORTEST_SENTENCE]
    if len(sentences) < _FEWEST_SENTENCES:
        return {}
    return {
        **_above(blocks, kinds, sentences[0]),
        **_led_on(blocks, kinds, sentences[0]),
        **_authors(blocks, kinds),
        **_below(blocks, kinds, closed[-1]),
    }


def _is_closed(text: str) -> bool:
    """Whether it ends as a sentence does, and is no headline."""
    return text.rstrip('”"’)]')[-1:] in {".", "!", "?"} and not _is_in_capitals(text)


def _above(blocks: Sequence[Block], kinds: Sequence[str | None], first: int) -> dict[int, str]:
    """Names of the paper and of its sections beside furniture, and reporters with their places, where another line is the headline."""
    open_lines = [index for index in range(first) if kinds[index] is None and not blocks[index].is_heading]
    if not any(
        len(blocks[index].text.split()) >= _SHORTEST_HEADLINE and not _is_of_paper(blocks[index].text) for index in range(first)
    ):
        return {}
    found = _sections(blocks, kinds, first)
    for index in open_lines:
        text = blocks[index].text
        beside = {kinds[at] for at in (index - 1, index + 1) if 0 <= at < len(kinds)}
        is_signed = beside & _STAMPED and _BARE_NAMES.fullmatch(text) and not MEDIA_WORDS.search(text)
        if index > 0 and (_REPORTERS.fullmatch(text) or is_signed):
            found[index] = "byline"
        elif _is_of_paper(text) or (len(text.split()) <= _LONGEST_ENTRY and is_headline_like(text) and beside & _OF_PAGE):
            found[index] = "menu"
    return found


def _sections(blocks: Sequence[Block], kinds: Sequence[str | None], first: int) -> dict[int, str]:
    """Short lines above the first long one, where they and the page's own are several; the last may be a headline of few words."""
    headline = next((i for i in range(first + 1) if kinds[i] is None and len(blocks[i].text.split()) > _SHORTEST_HEADLINE), first)
    short = [
        i for i in range(headline) if kinds[i] is None and len(blocks[i].text.split()) <= _LONGEST_ENTRY and not blocks[i].is_heading
    ]
    if _is_closed(blocks[headline].text):
        short = short[:-1]
    beside = sum(kinds[index] in _OF_PAGE | _STAMPED for index in range(headline))
    return dict.fromkeys(short, "menu") if len(short) + beside >= _FEWEST_OF_PAGE and short else {}


def _is_of_paper(text: str) -> bool:
    """Whether a line is no more than a paper's name: "The Norda Courier", "Courier - Norvan"."""
    names = [word for word in text.split() if word not in {"-", "|", "of", "the", "and", "for"}]
    return (
        len(names) <= LONGEST_NAME
        and bool(MEDIA_WORDS.search(text))
        and all(name[:1].isupper() for name in names)
        and text[-1:].isalpha()
    )


def _led_on(blocks: Sequence[Block], kinds: Sequence[str | None], first: int) -> dict[int, str]:
    """The headline of another report above "Read more", amid this one."""
    return {
        index: "link"
        for index in range(first + 1, len(blocks) - 1)
        if kinds[index] is None and is_headline_like(blocks[index].text) and _READ_ON.fullmatch(blocks[index + 1].text)
    }


def _authors(blocks: Sequence[Block], kinds: Sequence[str | None]) -> dict[int, str]:
    """What a page tells of those who signed the report: "Ada Berg is the Norda correspondent"."""
    names = [name for index, kind in enumerate(kinds) if kind == "byline" for name in authors_in(blocks[index].text)]
    return {
        index: "author box"
        for index in range(int(len(blocks) * _LATE), len(blocks))
        for name in names
        if kinds[index] is None and blocks[index].text.startswith(f"{name} ") and _WRITES.match(blocks[index].text[len(name) + 1 :])
    }


def _below(blocks: Sequence[Block], kinds: Sequence[str | None], last: int) -> dict[int, str]:
    """All that stands below the first line of the page's own that no sentence of the report follows."""
    start = next((index for index in range(last + 1, len(blocks)) if kinds[index] in _OF_PAGE), len(blocks))
    return {index: "page foot" for index in range(start, len(blocks)) if kinds[index] is None}


def is_entry(block: Block) -> bool:
    """Whether a line below "Read also" is a headline in capitals, which may end as a sentence does: "Is Your House Too Hot?"."""
    return len(block.text.split()) >= _SHORTEST_HEADLINE and _is_in_capitals(block.text) and not heads_links(block.text)


def _is_in_capitals(text: str) -> bool:
    """Whether nearly all its longer words begin with a capital, as in headlines."""
    long = [word.strip("“”\"'‘’(") for word in text.split() if len(word) > _SHORT]
    return (
        len(long) > 1
        and len(text) < _LONGEST_HEADLINE
        and sum(word[:1].isupper() for word in long) >= _MOST * len(long)
        and text[0] not in '“"'
    )
