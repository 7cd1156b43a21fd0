"""Lines that are furniture by the company they keep: menus above a report, lists of links within it, a letter's signature below."""

from __future__ import annotations

import re
from itertools import takewhile

from gobetween.reading.documents.blocks import Block
from gobetween.reading.documents.furniture import heads_links, is_headline_like, kind_of

_FEWEST_ENTRIES = 4  # a headline, a byline and a place are three short lines, and no menu
_LONGEST_ENTRY = 3  # words
_MOST_LINKS = 12
_SIGNATURE_LINES = 8
_SIGNATURE_MARK = re.compile(r"-- ?")
_WROTE = re.compile(r"On .{5,60}, .{1,90} wrote:")
_RANK = re.compile(r"\d{1,2}[.)]?")


def furniture_by_place(blocks: list[Block]) -> dict[int, str]:
    """Places of such lines, and what each is."""
    return {**_menu(blocks), **_link_lists(blocks), **_signature(blocks), **_answered_letter(blocks)}


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


def _link_lists(blocks: list[Block]) -> dict[int, str]:
    """The headlines below a line such as "Read also", up to the next sentence."""
    found: dict[int, str] = {}
    for head, block in enumerate(blocks):
        if head in found or not heads_links(block.text):
            continue
        for index in range(head + 1, min(head + 1 + _MOST_LINKS, len(blocks))):
            if not (_is_link_line(blocks[index]) or _RANK.fullmatch(blocks[index].text)):
                break
            found[index] = "link"
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
