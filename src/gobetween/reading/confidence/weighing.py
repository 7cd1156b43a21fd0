"""Signs to percent: a small table of integer points for each kind of item, fitted and calibrated by benchmarks/reading/calibrating.py.

The points of an item's signs are added up; the sum says in which stretch of the kind's scale the item lies, and each stretch has the
share of annotated items that were right there (isotonic regression, shrunk towards the kind's own rate; Zadrozny and Elkan, 2002).
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import attrs
from attrs import field, frozen
from spacy.tokens import Doc

from gobetween.model.evidence import Confidence, DateMention, Document, EventMention, Item, ItemKind
from gobetween.model.evidence.mentions import FEW
from gobetween.reading.confidence.kind_features import CONTESTED, kind_features
from gobetween.reading.confidence.sentence_features import sentence_features
from gobetween.reading.confidence.surroundings import Surroundings
from gobetween.reading.documents.clean_text import CleanText
from gobetween.reading.naming.lexicon import Lexicon

TABLE = "weights.json"
MOST_REASONS = 3
LEAST = 40
"""Percent: a position that is less sure is left out."""
MOST_CONTESTED = 50
"""Percent: where two may be meant alike, one of them is."""


@frozen
class Scale:
    """What is known of one kind: how many annotated items there were, points for signs, and percent by stretch of the sum."""

    items: int
    percent: tuple[int, ...]
    points: Mapping[str, int] = field(factory=dict, kw_only=True)
    bounds: tuple[int, ...] = field(default=(), kw_only=True)  # between the stretches; one less than these

    def confidence(self, features: frozenset[str]) -> Confidence:
        """The percent of an item with these signs, and those that count most."""
        total = sum(self.points.get(name, 0) for name in features)
        percent = self.percent[bisect_right(self.bounds, total)]
        against = [name for name in features if self.points.get(name, 0) < 0]
        reasons = sorted(against, key=lambda name: (self.points[name], name))[:MOST_REASONS]
        if CONTESTED in features:
            percent, reasons = min(percent, MOST_CONTESTED), [CONTESTED, *reasons[: MOST_REASONS - 1]]
        if self.items < FEW:
            reasons.append(f"only {self.items} annotated items of this kind" if self.items else "never measured for this kind")
        return Confidence(percent, tuple(reasons), measured_on=self.items)


def with_confidence(document: Document, clean: CleanText, doc: Doc, lexicon: Lexicon) -> Document:
    """The document with a confidence on every item but events.

    A position that fewer than `LEAST` in a hundred such readings get right is left out: a stance that a party never took is the worst
    that reading can put into an account.
    """
    around = Surroundings(clean, doc, lexicon)
    weighed: dict[str, Any] = {
        kind.value: tuple(_weighed(kind, item, around, document) for item in getattr(document, kind.value))
        for kind in ItemKind
        if kind is not ItemKind.EVENT
    }
    weighed["positions"] = tuple(each for each in weighed["positions"] if each.confidence.percent >= LEAST)
    return attrs.evolve(document, **weighed)


def with_events(document: Document, events: Iterable[EventMention]) -> Document:
    """The document with events that were coded from its items, each as sure as its item."""
    return attrs.evolve(document, events=tuple(attrs.evolve(event, confidence=_of_origin(event, document)) for event in events))


def features_of(item: Item, around: Surroundings, document: Document) -> frozenset[str]:
    """The names of all signs of an item.

    What a weekday means hangs on itself and on its verb, whatever else its sentence holds: of a date the sentence's signs are left out.
    """
    of_sentence = () if isinstance(item, DateMention) else sentence_features(item, around, document)
    return frozenset((*of_sentence, *kind_features(item, around)))


def _weighed(kind: ItemKind, item: Item, around: Surroundings, document: Document) -> Item:
    return attrs.evolve(item, confidence=scales()[kind].confidence(features_of(item, around, document)))


def _of_origin(event: EventMention, document: Document) -> Confidence:
    same = [
        item.confidence
        for kind in ItemKind
        if event.read_from in (kind.word, kind.value)
        for item in getattr(document, kind.value)
        if item.passage.spans == event.passage.spans and item.confidence
    ]
    return min(same, key=lambda each: each.percent) if same else scales()[ItemKind.EVENT].confidence(frozenset())


@cache
def scales() -> Mapping[ItemKind, Scale]:
    """The table, read once."""
    table = json.loads(files("gobetween.reading.confidence").joinpath(TABLE).read_text(encoding="utf-8"))
    return {kind: scale_from(table["kinds"][kind.value]) for kind in ItemKind}


def scale_from(written: Mapping[str, Any]) -> Scale:
    """One kind of the table as it is written there."""
    return Scale(written["items"], tuple(written["percent"]), points=written["points"], bounds=tuple(written["bounds"]))
