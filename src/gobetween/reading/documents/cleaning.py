"""A document's text as a reader would see it: no tags, no wraps, no page furniture, every character with its place in the original."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

import attrs
from attrs import field, frozen

from gobetween.model.evidence import Furniture
from gobetween.model.passages import Span
from gobetween.reading.documents.blocks import Block, ends_of_entities
from gobetween.reading.documents.captions import is_caption
from gobetween.reading.documents.clean_text import CleanText
from gobetween.reading.documents.furniture import (
    AGENCY_LINE,
    CLOSING_CREDITS,
    CLOSING_LINK,
    CLOSING_SIGN,
    DATELINE,
    LEADING_DATE,
    PLAIN_DATELINE,
    SIGN_OFF,
    is_headline_like,
    is_masthead,
    kind_of,
)
from gobetween.reading.documents.lines import read_lines
from gobetween.reading.documents.markup import BLOCKS, Kind, has_markup, pieces
from gobetween.reading.documents.menus import furniture_by_place
from gobetween.reading.documents.pages import Page, read_page
from gobetween.reading.documents.web_words import WITHIN_LINES, is_credited

_LONG = 60  # characters
_LONG_LINE = 160
HEAD_OF_PAPER = 3  # paragraphs: the paper's name, its day, the headline
_LONGEST_END = {"sign-off": 60, "byline": 300, "link": 220}  # characters at the end of a report in which one is looked for
_WHOLE_PAGE = frozenset({"html", "body", "head"})


@frozen
class Cleaned:
    """Cleaned text with what was learnt on the way: what the page says of itself, and the paragraphs that were kept."""

    clean: CleanText
    page: Page
    paragraphs: tuple[Block, ...] = field(default=())
    is_page: bool = field(default=False, kw_only=True)  # tags, not newlines, part its paragraphs


def clean_document(raw: str) -> Cleaned:
    """Clean a page, a fragment of one or a plain text. Linear in its length; never fails on any text."""
    is_page = is_page_like(raw)
    page = read_page(raw) if is_page else Page(read_lines(raw), furniture=_hidden(raw))
    furniture = list(page.furniture)
    blocks = _in_article(page.blocks, furniture)
    blocks = _without_furniture(blocks, furniture, page)
    text = "\n".join(block.text for block in blocks)
    offsets: list[int] = []
    for block in blocks:
        if offsets:
            offsets.append(offsets[-1])
        offsets.extend(block.offsets)
    ends = ends_of_entities(raw)
    found = tuple(sorted((_whole(each, ends) for each in furniture), key=lambda each: (each.span.start, each.span.end)))
    return Cleaned(CleanText(text, tuple(offsets), furniture=found, ends=ends), page, tuple(blocks), is_page=is_page)


def _whole(furniture: Furniture, ends: Mapping[int, int]) -> Furniture:
    """Furniture that begins and ends in no entity's midst."""
    start, end = furniture.span.start, furniture.span.end
    return attrs.evolve(furniture, span=Span(ends.get(start - 1, start), ends.get(end - 1, end)))


def _hidden(raw: str) -> tuple[Furniture, ...]:
    """What a plain text holds that no reader sees."""
    return tuple(Furniture(piece.name, Span(piece.start, piece.end)) for piece in pieces(raw) if piece.kind is Kind.HIDDEN)


def furniture_words(raw: str, cleaned: Cleaned, *kinds: str) -> list[str]:
    """The words of the furniture of these kinds, in reading order."""
    return [
        " ".join(block.text for block in read_page(raw[each.span.start : each.span.end]).blocks)
        for each in cleaned.clean.furniture
        if each.kind in kinds
    ]


def clean_text(raw: str) -> CleanText:
    """The cleaned text alone."""
    return clean_document(raw).clean


def is_page_like(raw: str) -> bool:
    """Whether tags, not newlines, part the paragraphs."""
    if "<" not in raw or not has_markup(raw):
        return False
    tags = [piece.name for piece in pieces(raw) if piece.kind is Kind.OPEN and piece.name in BLOCKS]
    if _WHOLE_PAGE & set(tags):
        return True
    lines = sum(1 for line in raw.splitlines() if line.strip())
    return len(tags) >= 2 and len(tags) * 5 >= lines


def _in_article(blocks: tuple[Block, ...], furniture: list[Furniture]) -> list[Block]:
    """The paragraphs of the page's article, by its own elements; all of them where it has none, or little stands in it."""
    sizes: Counter[int] = Counter()
    for block in blocks:
        if not block.region and not block.is_link:
            sizes[block.container] += len(block.text)
    total = sum(sizes.values())
    largest = max((size, container) for container, size in sizes.items() if container)[1] if any(sizes) else 0
    chosen = largest if largest and sizes[largest] >= 0.4 * total else 0
    in_regions = sum(len(block.text) for block in blocks if block.region == "side part")
    side_counts = in_regions <= 3 * total  # else a class name was misread: the text itself stands in a "side part"
    kept: list[Block] = []
    for block in blocks:
        if block.region and (side_counts or block.region != "side part"):
            furniture.append(_as_furniture(block.region, block))
        elif chosen and block.container != chosen:
            furniture.append(_as_furniture("outside the article", block))
        elif block.is_link and len(block.text.split()) <= 30 and not _ends_sentence(block.text):
            furniture.append(_as_furniture("link", block))
        else:
            kept.append(block)
    return kept


def _ends_sentence(text: str) -> bool:
    return bool(re.search(r"[.!?][\"'”’)]*$", text[-12:])) and len(text.split()) > 8


def _as_furniture(kind: str, block: Block) -> Furniture:
    return Furniture(kind, Span(block.start, max(block.end, block.start + 1)))


def _without_furniture(blocks: list[Block], furniture: list[Furniture], page: Page) -> list[Block]:
    blocks = _parted(_without_edges(_without_masthead(blocks, furniture), furniture), furniture)
    by_place = furniture_by_place(blocks)
    headline = page.fact("h1")
    authors = {value.removeprefix("By ").casefold() for key, value in page.facts if key in {"author", "byl", "data author"}}
    repeated = _repeated_headlines(blocks)
    kept: list[Block] = []
    for index, block in enumerate(blocks):
        kind = _ranked(kind_of(block), by_place.get(index)) or ("byline" if block.text.casefold() in authors else None)
        if kind == "link" and block.is_heading and block.text == headline:
            kind = None  # "Live: talks resume" is a pointer to another page everywhere but at the head of its own
        if kind == "caption" and index == len(blocks) - 1 and CLOSING_SIGN.search(block.text[-60:]) and not is_credited(block.text):
            kind = None  # an agency's name closes the report
        if kind is None and index in repeated:
            kind = "repeated headline"
        if kind is None:
            kept.append(block)
        else:
            furniture.append(_as_furniture(kind, block))
    return _without_sign_off(kept, furniture)


def _ranked(by_words: str | None, by_place: str | None) -> str | None:
    """What a line is by its words, unless its place says that it is no stamp of the report's own."""
    return by_place if by_place == "page clock" else by_words or by_place


def _without_masthead(blocks: list[Block], furniture: list[Furniture]) -> list[Block]:
    if len(blocks) > HEAD_OF_PAPER and not blocks[0].is_heading and is_masthead(*blocks[:HEAD_OF_PAPER]):
        furniture.append(_as_furniture("masthead", blocks[0]))
        return blocks[1:]
    return blocks


def _without_edges(blocks: list[Block], furniture: list[Furniture]) -> list[Block]:
    """Take a leading date off the first paragraph and datelines off the first few."""
    edged: list[Block] = []
    for index, block in enumerate(blocks):
        rest = block
        if index == 0 and (match := LEADING_DATE.match(rest.text)):
            rest = _cut_front("leading date", rest, match.end(), furniture)
        if (
            index < 6
            and not is_caption(rest.text)
            and (match := AGENCY_LINE.match(rest.text[:200]) or DATELINE.match(rest.text[:200]))
            and match.end() < len(rest.text)
        ):
            rest = _cut_front("dateline", rest, match.end(), furniture)
        if index < 6 and _may_open_report(rest.text) and not any(_may_open_report(each.text) for each in edged):
            match = PLAIN_DATELINE.match(rest.text[:200])
            if match is not None and sum(PLAIN_DATELINE.match(each.text[:200]) is not None for each in blocks) == 1:
                rest = _cut_front("dateline", rest, match.end(), furniture)  # several such openings are speakers' names
        if rest.text:
            edged.append(rest)
    return edged


def _parted(blocks: list[Block], furniture: list[Furniture]) -> list[Block]:
    """Take what pages put between sentences out of long lines: "... on Monday. ADVERTISEMENT The guild ..."."""
    parted: list[Block] = []
    for block in blocks:
        rest = block
        if len(block.text) > _LONG_LINE:
            while match := WITHIN_LINES.search(rest.text):
                parted.append(rest.part(0, match.start()))
                furniture.append(_as_furniture("chrome", rest.part(match.start(), match.end())))
                rest = rest.part(match.end(), len(rest.text))
        if rest.text:
            parted.append(rest)
    return parted


def _may_open_report(text: str) -> bool:
    """Whether a paragraph is long and ends as a sentence does: no headline, no list's entry."""
    return len(text) > _LONG and bool(re.search(r"[.!?][\"”’]?$", text[-3:]))


def _cut_front(kind: str, block: Block, length: int, furniture: list[Furniture]) -> Block:
    rest = block.part(length, len(block.text))
    end = rest.start if rest.text else block.end
    start = min(block.start, block.offsets[0])
    furniture.append(Furniture(kind, Span(start, max(end, start + 1))))
    return attrs.evolve(rest, end=block.end) if rest.text else rest


def _repeated_headlines(blocks: list[Block]) -> set[int]:
    """Places of lines that are no sentences and stand in the text more than once, and of paragraphs told again; the title stays."""
    counts = Counter(block.text.casefold() for block in blocks if is_headline_like(block.text))
    first: dict[str, int] = {}
    told = {index for index, block in enumerate(blocks) if len(block.text) > _LONG and first.setdefault(block.text, index) != index}
    title = next((index for index, block in enumerate(blocks[:HEAD_OF_PAPER]) if kind_of(block) is None), 0)
    return told | {index for index, block in enumerate(blocks) if index != title and counts[block.text.casefold()] > 1}


def _without_sign_off(blocks: list[Block], furniture: list[Furniture]) -> list[Block]:
    """Take an agency's sign-off away: a last line of its own, or the last words of the last paragraph."""
    while len(blocks) > 1 and SIGN_OFF.fullmatch(blocks[-1].text):
        furniture.append(_as_furniture("sign-off", blocks[-1]))
        blocks = blocks[:-1]
    for rule, kind in ((CLOSING_LINK, "link"), (CLOSING_CREDITS, "byline"), (CLOSING_SIGN, "sign-off")):
        blocks = _without_end(blocks, rule, kind, furniture)
    return blocks


def _without_end(blocks: list[Block], rule: re.Pattern[str], kind: str, furniture: list[Furniture]) -> list[Block]:
    """Take the words that `rule` finds at the end of the last paragraph away, if anything is left of it."""
    if not blocks or not (match := rule.search(blocks[-1].text[-_LONGEST_END[kind] :])):
        return blocks
    last = blocks[-1]
    cut = max(0, len(last.text) - _LONGEST_END[kind]) + match.start()
    if cut == 0:
        return blocks
    kept = last.part(0, cut)
    furniture.append(Furniture(kind, Span(kept.end, last.offsets[-1] + 1)))
    return [*blocks[:-1], kept]
