"""Lines that are furniture by the company they keep: menus above a report, lists of links within it, a letter's signature below."""

from __future__ import annotations

import re
from itertools import takewhile

from gobetween.reading.documents.blocks import Block
from gobetween.reading.documents.captions import is_caption, tells_of_picture
from gobetween.reading.documents.furniture import heads_links, is_headline_like, kind_of
from gobetween.reading.documents.surroundings import is_entry, lines_around

_FEWEST_ENTRIES = 4  # a headline, a byline and a place are three short lines, and no menu
_LONGEST_ENTRY = 3  # words
_MOST_LINKS = 12
_SIGNATURE_LINES = 8
_SIGNATURE_MARK = re.compile(r"-- ?")
_WROTE = re.compile(r"On .{5,60}, .{1,90} wrote:")
_FEWEST_TOLD = 2  # sentences of a report before links to others stand between them
_FEWEST_WORDS = 6
_ENDS = "!?”\"’'"
_LISTED = re.compile(r"[-–*•▪·] ?\S")
_LONGEST_LISTED = 7  # words
_BROKEN_OFF = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])(?: ?[Rr]ead [Mm]ore)?$")
_LONGEST_TEASER = 35  # words
_SHORTEST_BEGUN = 20  # characters
_QUOTES = "\"“'‘"
_LENGTH = re.compile(r"\d{1,2}:\d\d(?::\d\d)?")
_HEAD = 10  # lines among which pictures stand above the report
_LONGEST_CREDIT = 9  # words
_LIVE = re.compile(
    r" [–—|-] (?:latest updates|live updates|live(?: blog)?|as it happened|follow live|watch(?: live)?|in pictures|video)$",
    re.IGNORECASE,
)
_RANK = re.compile(r"\d{1,2}[.)]?")


def furniture_by_place(blocks: list[Block]) -> dict[int, str]:
    """Places of such lines, and what each is."""
    return {
        **lines_around(blocks, [kind_of(block) for block in blocks]),
        **_menu(blocks),
        **_listed_menus(blocks),
        **_teasers(blocks),
        **_clips(blocks),
        **_captions(blocks),
        **_pointers(blocks),
        **_headlines_between(blocks),
        **_link_lists(blocks),
        **_signature(blocks),
        **_answered_letter(blocks),
    }


def _listed_menus(blocks: list[Block]) -> dict[int, str]:
    """Runs of short lines with the mark of a list's item before each: "- Gold Outlook"."""
    found: dict[int, str] = {}
    run: list[int] = []
    for index, block in enumerate([*blocks, None]):
        if (
            block is not None
            and _LISTED.match(block.text)
            and len(block.text.split()) <= _LONGEST_LISTED
            and is_headline_like(block.text)
        ):
            run.append(index)
            continue
        if len(run) >= _FEWEST_ENTRIES:
            found |= dict.fromkeys(run, "menu")
        run = []
    return found


def _teasers(blocks: list[Block]) -> dict[int, str]:
    """Beginnings of other reports, broken off: two or more such lines on end, or a broken headline that is told in full as well."""
    begun = next((index for index, block in enumerate(blocks) if _is_sentence(block)), len(blocks))
    broken = [index for index, block in enumerate(blocks) if _is_broken_off(block)]
    near = {index for index in broken if index > begun and {index - 1, index + 1} & set(broken)}
    told = {index for index in broken if any(_is_told_in_full(blocks[index], each) for each in blocks[index + 1 : index + 4])}
    return dict.fromkeys(sorted(near | told), "link")


def _is_broken_off(block: Block) -> bool:
    is_short = len(block.text.split()) <= _LONGEST_TEASER
    return is_short and block.text[0] not in _QUOTES and _BROKEN_OFF.search(block.text[-16:]) is not None


def _is_sentence(block: Block) -> bool:
    return len(block.text) > _LONGEST_TEASER and block.text.rstrip('”"’')[-1:] in {".", "!", "?"} and not _is_broken_off(block)


def _is_told_in_full(block: Block, other: Block) -> bool:
    begun = _BROKEN_OFF.sub("", block.text).rstrip()
    return len(begun) >= _SHORTEST_BEGUN and other.text != block.text and other.text.startswith(begun)


def _clips(blocks: list[Block]) -> dict[int, str]:
    """The names of films below their lengths: "01:55", "Talks resume in Berg"; of two or more."""
    below = [index for index in range(1, len(blocks)) if _LENGTH.fullmatch(blocks[index - 1].text) and _is_link_line(blocks[index])]
    return dict.fromkeys(below, "link") if len(below) > 1 else {}


def _captions(blocks: list[Block]) -> dict[int, str]:
    """The line above a picture's credit, where it is no sentence and not the report's headline."""
    found: dict[int, str] = {}
    for index in range(2, len(blocks)):
        is_credit = len(blocks[index].text.split()) <= _LONGEST_CREDIT and is_caption(blocks[index].text)
        is_shown = _is_link_line(blocks[index - 1]) or (index < _HEAD and tells_of_picture(blocks[index - 1].text))
        if is_credit and is_shown and kind_of(blocks[index - 1]) is None:
            found[index - 1] = "caption"
    return found


def _pointers(blocks: list[Block]) -> dict[int, str]:
    """Links to other reports that say so at their end; and a day at the very top, which is that of the page, not the report's."""
    found = {index: "link" for index, block in enumerate(blocks) if index > 1 and _LIVE.search(block.text) and _is_link_line(block)}
    if blocks and blocks[0].text[:1] == "•" and kind_of(blocks[0]) == "date stamp":
        found[0] = "page clock"
    return found


def _menu(blocks: list[Block]) -> dict[int, str]:
    """A run of lines of a few words each before the first sentence; its last line stays where it heads what follows at once."""
    run: list[int] = []
    for index, block in enumerate(blocks):
        if _is_entry(block):
            run.append(index)
            continue
        if len(run) >= _FEWEST_ENTRIES:
            is_headed = not is_headline_like(block.text)
            return dict.fromkeys(run[:-1] if is_headed and kind_of(block) is None else run, "menu")
        if not is_headline_like(block.text):
            return {}
        run = []
    return {}


def _is_entry(block: Block) -> bool:
    is_short = len(block.text.split()) <= _LONGEST_ENTRY and not block.is_heading
    return is_short and is_headline_like(block.text) and not block.text.endswith(("!", "?"))


def _headlines_between(blocks: list[Block]) -> dict[int, str]:
    """Two or more headlines on end between the sentences of a report: links to others; a single one is a heading of its own."""
    found: dict[int, str] = {}
    told, run = 0, list[int]()
    for index, block in enumerate(blocks):
        if _is_full_headline(block) and told >= _FEWEST_TOLD and not blocks[index - 1].text.endswith(":"):
            run.append(index)
        elif _is_sentence(block):
            found |= dict.fromkeys(run if len(run) > 1 else (), "link")
            told, run = told + 1, []
        else:
            run = []
    return found


def _is_full_headline(block: Block) -> bool:
    text = block.text
    return len(text.split()) >= _FEWEST_WORDS and text[:1].isupper() and _is_link_line(block) and text[-1] not in _ENDS


def _link_lists(blocks: list[Block]) -> dict[int, str]:
    """The headlines below a line such as "Read also", up to the next sentence."""
    found: dict[int, str] = {}
    for head, block in enumerate(blocks):
        if head in found or not heads_links(block.text):
            continue
        for index in range(head + 1, min(head + 1 + _MOST_LINKS, len(blocks))):
            if not (_is_link_line(blocks[index]) or is_entry(blocks[index]) or _RANK.fullmatch(blocks[index].text)):
                break
            found[index] = "link"
        if head + 1 in found or block.text.endswith(":"):
            found[head] = "link"
    return found


def _is_link_line(block: Block) -> bool:
    return is_headline_like(block.text) and not block.is_heading and block.text[0] not in "\"“'‘"


def _signature(blocks: list[Block]) -> dict[int, str]:
    """What stands below the mark by which letters part their signature from their text, where it is short."""
    marks = [index for index, block in enumerate(blocks) if _SIGNATURE_MARK.fullmatch(block.text)]
    if not marks or len(blocks) - marks[-1] - 1 > _SIGNATURE_LINES or any(len(block.text) > 100 for block in blocks[marks[-1] :]):
        return {}
    return dict.fromkeys(range(marks[-1], len(blocks)), "signature")


def _answered_letter(blocks: list[Block]) -> dict[int, str]:
    """The letter that is answered, below "On Monday, Ana Lund wrote:", as mail programs mark it."""
    found: dict[int, str] = {}
    for head, block in enumerate(blocks):
        if not _WROTE.fullmatch(block.text):
            continue
        below = [index for index in range(head + 1, len(blocks)) if index not in found]
        quoted = list(takewhile(lambda index: blocks[index].text.startswith(">"), below))
        found |= dict.fromkeys([head, *quoted], "answered letter")
    return found
