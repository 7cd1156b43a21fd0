"""A model's answer against the report: what quotes its words exactly becomes a proposed item, all else is refused with the reason."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from fractions import Fraction
from typing import Any, TypeVar

from attrs import evolve, frozen

from gobetween.model.evidence import (
    ActMention,
    AssessmentMention,
    DeliverableMention,
    DisputeMention,
    Document,
    FigureMention,
    Item,
    ItemKind,
    LeverageMention,
    MeetingForm,
    MeetingMention,
    MeetingStatus,
    Mode,
    PositionMention,
    SourceType,
    Speaker,
    Stance,
    Standing,
    Statement,
    StickingPointMention,
    Tone,
)
from gobetween.model.passages import Passage
from gobetween.reading.documents.clean_text import CleanText

MOST_ITEMS = 300
"""How many items of one answer are looked at."""

LONGEST = 300
"""Characters of a name or an issue; a quote may be longer."""

SAME = 0.5
"""The part of both texts' characters together that two spans share if they are taken for one item."""

_FENCE = re.compile(r"\A\s*```(?:json)?\s*(.*?)\s*```\s*\Z", re.DOTALL)
_NUMERAL = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SCALES = (1, 1000, 10**6, 10**9)
Word = TypeVar("Word", bound=StrEnum)


class _Refused(Exception):
    """Why an item is refused."""


@frozen
class Refusal:
    """An item of the answer that was not taken, by its number, and why."""

    number: int
    reason: str


def checked_items(answer: str, clean: CleanText, document: Document) -> tuple[Document, tuple[Refusal, ...]]:
    """The document with the items of the answer that hold, marked as proposed by a model, and those that do not.

    An item holds if its quote and its names stand in the text letter by letter, its fields are those of its kind, and rules have not
    read the same. Nothing that was read before is changed or removed.
    """
    proposed: dict[ItemKind, list[Item]] = {}
    refusals = []
    for number, told in enumerate(_items_in(answer), start=1):
        if isinstance(told, Refusal):
            refusals.append(told)
            continue
        try:
            kind, item = _item(told, clean)
        except _Refused as refused:
            refusals.append(Refusal(number, str(refused)))
            continue
        if any(_is_same(item, other) for other in (*getattr(document, kind.value), *proposed.get(kind, ()))):
            refusals.append(Refusal(number, "it was read already"))
        else:
            proposed.setdefault(kind, []).append(item)
    more: dict[str, Any] = {kind.value: (*getattr(document, kind.value), *items) for kind, items in proposed.items()}
    return evolve(document, **more), tuple(refusals)


def _items_in(answer: str) -> Iterator[Mapping[str, Any] | Refusal]:
    try:
        told = json.loads(match[1] if (match := _FENCE.match(answer)) else answer)
        items = told["items"]
    except (ValueError, TypeError, KeyError, RecursionError):
        items = None
    if not isinstance(items, list):
        yield Refusal(0, 'the answer is not one JSON object with a list of "items"')
        return
    for number, item in enumerate(items[:MOST_ITEMS], start=1):
        yield item if isinstance(item, dict) else Refusal(number, "it is no object with fields")
    if len(items) > MOST_ITEMS:
        yield Refusal(MOST_ITEMS + 1, f"more than {MOST_ITEMS} items; the rest was not looked at")


def _item(told: Mapping[str, Any], clean: CleanText) -> tuple[ItemKind, Item]:
    kind = told.get("kind")
    build = _KINDS.get(kind) if isinstance(kind, str) else None
    if build is None:
        raise _Refused(f"its kind is none of {', '.join(_KINDS)}")
    return build[0], build[1](_Fields(told, clean))


class _Fields:
    """The fields of one item of an answer; each is asked for by what it has to be."""

    def __init__(self, told: Mapping[str, Any], clean: CleanText) -> None:
        self.told = told
        self.clean = clean

    def quote(self) -> Passage:
        return self._passage("quote", self._text("quote", longest=10 * LONGEST))

    def name(self, field: str) -> str:
        """A name that stands in the text."""
        name = self._text(field)
        self._passage(field, name)
        return name

    def names(self, field: str) -> tuple[str, ...]:
        given = self.told.get(field) or []
        if not isinstance(given, list) or not all(isinstance(each, str) for each in given):
            raise _Refused(f"its {field} are no list of names")
        for each in given:
            self._passage(field, each)
        return tuple(dict.fromkeys(given))

    def text(self, field: str) -> str:
        return self._text(field) if self.told.get(field) else ""

    def speaker(self, field: str) -> Speaker:
        name = self._text(field)
        return Speaker(self._passage(field, name), name, source_type=SourceType.UNKNOWN)

    def speaker_if_any(self, field: str) -> Speaker | None:
        return self.speaker(field) if self.told.get(field) else None

    def word(self, field: str, words: type[Word], otherwise: Word | None = None) -> Word:
        given = self.told.get(field)
        if given is None and otherwise is not None:
            return otherwise
        if given not in [each.value for each in words]:
            raise _Refused(f"its {field} is none of {', '.join(words)}")
        return words(given)

    def number(self, field: str) -> int | Fraction:
        given = self.told.get(field)
        if isinstance(given, bool) or not isinstance(given, int | float) or not math.isfinite(given):
            raise _Refused(f"its {field} is no number")
        return given if isinstance(given, int) else Fraction(str(given))

    def _text(self, field: str, longest: int = LONGEST) -> str:
        given = self.told.get(field)
        if not isinstance(given, str) or not given.strip():
            raise _Refused(f"it has no {field}")
        if len(given) > longest:
            raise _Refused(f"its {field} is longer than {longest} characters")
        return given

    def _passage(self, field: str, words: str) -> Passage:
        start = self.clean.text.find(words)
        if start < 0 or not words.strip():
            raise _Refused(f"its {field} does not stand in the report letter by letter")
        return self.clean.passage((start, start + len(words)))


def _statement(of: _Fields) -> Statement:
    mode = of.word("mode", Mode, Mode.INDIRECT)
    return Statement(of.speaker("speaker"), of.quote(), mode=mode, told_to=of.text("told_to") or None, standing=Standing.PROPOSED)


def _position(of: _Fields) -> PositionMention:
    stance = of.word("stance", Stance)
    return PositionMention(of.quote(), of.name("party"), stance=stance, issue=of.text("issue"), standing=Standing.PROPOSED)


def _meeting(of: _Fields) -> MeetingMention:
    return MeetingMention(
        of.quote(),
        of.names("participants"),
        status=of.word("status", MeetingStatus, MeetingStatus.HELD),
        form=of.word("form", MeetingForm, MeetingForm.UNSAID),
        place=of.name("place") if of.told.get("place") else None,
        standing=Standing.PROPOSED,
    )


def _figure(of: _Fields) -> FigureMention:
    passage, value = of.quote(), of.number("value")
    if not _stands_in(value, passage.text):
        raise _Refused("its value does not stand in its quote")
    by = of.speaker_if_any("attributed_to")
    unit, counted = of.text("unit"), of.text("counted")
    return FigureMention(passage, value, unit=unit, counted=counted, attributed_to=by, standing=Standing.PROPOSED)


def _stands_in(value: int | Fraction, text: str) -> bool:
    """Whether the text has the number in digits, be it in thousands or millions; a number in words is taken as it is."""
    digits = [Fraction(each.replace(",", "")) for each in _NUMERAL.findall(text)]
    return not digits or any(value == each * scale for each in digits for scale in _SCALES)


def _sticking_point(of: _Fields) -> StickingPointMention:
    return StickingPointMention(of.quote(), of.name("issue"), parties=of.names("parties"), standing=Standing.PROPOSED)


def _assessment(of: _Fields) -> AssessmentMention:
    return AssessmentMention(of.quote(), of.word("tone", Tone), by=of.speaker_if_any("by"), standing=Standing.PROPOSED)


def _leverage(of: _Fields) -> LeverageMention:
    demand, otherwise = of.text("demand"), of.text("otherwise")
    return LeverageMention(of.quote(), of.name("by"), of.name("on"), demand=demand, otherwise=otherwise, standing=Standing.PROPOSED)


def _deliverable(of: _Fields) -> DeliverableMention:
    return DeliverableMention(of.quote(), of.name("owed_by"), of.name("what"), standing=Standing.PROPOSED)


def _dispute(of: _Fields) -> DisputeMention:
    return DisputeMention(of.quote(), of.name("matter"), of.name("asserted_by"), of.name("denied_by"), standing=Standing.PROPOSED)


def _act(of: _Fields) -> ActMention:
    return ActMention(of.quote(), of.name("actor"), standing=Standing.PROPOSED)


_KINDS: Mapping[str, tuple[ItemKind, Callable[[_Fields], Item]]] = {
    "statement": (ItemKind.STATEMENT, _statement),
    "position": (ItemKind.POSITION, _position),
    "meeting": (ItemKind.MEETING, _meeting),
    "figure": (ItemKind.FIGURE, _figure),
    "sticking-point": (ItemKind.STICKING_POINT, _sticking_point),
    "assessment": (ItemKind.ASSESSMENT, _assessment),
    "leverage": (ItemKind.LEVERAGE, _leverage),
    "deliverable": (ItemKind.DELIVERABLE, _deliverable),
    "dispute": (ItemKind.DISPUTE, _dispute),
    "act": (ItemKind.ACT, _act),
}


def _is_same(one: Item, other: Item) -> bool:
    """Whether both are on much the same words, and of the same party or source where they have one."""
    mine = {place for span in one.passage.spans for place in range(span.start, span.end)}
    theirs = {place for span in other.passage.spans for place in range(span.start, span.end)}
    if len(mine & theirs) < SAME * len(mine | theirs):
        return False
    whose = [getattr(each, "party", None) or getattr(each, "actor", None) for each in (one, other)]
    return whose[0] == whose[1] or None in whose
