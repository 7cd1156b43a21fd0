"""What the words for a matter have in them: the kind of matter, places, the things they are about, and the way that is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from attrs import evolve, field, frozen

from gobetween.briefs.accounts.coverage import Found
from gobetween.briefs.accounts.likeness import stems
from gobetween.model.evidence import PositionMention
from gobetween.reading.proposing import matter_words as words
from gobetween.reading.word_lists import words as word_list

_LOOKED_BACK = 260  # characters of the text before "the area" within which the place that it means is named
_POINTING = re.compile(r"(?:it|them|this|that|these|those|so)\b(?! \w+ of)", re.IGNORECASE)
_UNITS = word_list(
    """percent cent % euros euro dollars dollar pounds crowns yuan yen francs day days week weeks month months year years hour hours
    minutes million billion trillion metres kilometres tonnes miles people persons members"""
)
_GOES_ON = re.compile(r"(?:in|at|on|over|along|of|from|for|to|with) (?:a|an|the|its|their|both)\b", re.IGNORECASE)
_ARTICLES = frozenset({"a", "an", "the", "its", "their", "this", "that", "any", "all"})


@frozen
class Phrase:
    """A report's words for a matter, with the item they come from.

    `family` is the kind of matter that is named first, `place` the first place named in it, `topics` the stems of the last words of
    its parts (what it is about, as a rule), `numbers` its numbers. `wording` are the words that tell the way that is asked for: the
    phrase, or the item's whole words where the phrase only goes on from there ("as well as | in a buffer zone").
    """

    text: str
    found: Found[Any]
    wording: str = field(kw_only=True)
    family: str | None = field(kw_only=True)
    place: str | None = field(kw_only=True)
    topics: frozenset[str] = field(kw_only=True)
    numbers: tuple[str, ...] = field(kw_only=True)
    is_concluded: bool = field(default=False, kw_only=True)  # its place or kind comes from words before it


def phrase_of(text: str, found: Found[Any], *, around: str, before: str, sentence: str, names: frozenset[str]) -> Phrase:
    """The phrase `text` of an item; `around` are the item's whole words, `before` the report's text before them, `sentence` theirs.

    `names` are names of actors, persons and towns where talks are held, none of which makes a place of the matter.
    """
    place = place_in(text, names)
    is_concluded = False
    if place is None and words.POINTS_BACK.search(text):
        earlier = words.PLACE.findall(before[-_LOOKED_BACK:])
        place, is_concluded = (earlier[-1] if earlier else None), bool(earlier)
    goes_on = _GOES_ON.match(text) is not None or not text.strip()
    own_names = frozenset(stem for name in names for stem in stems(name))
    return Phrase(
        text,
        found,
        wording=around if goes_on else text,
        family=(family_in(around) if goes_on else None) or family_in(text) or family_of_number(text, sentence),
        place=place,
        topics=topics_in(text) - own_names,
        numbers=numbers_in(text),
        is_concluded=is_concluded,
    )


@lru_cache(maxsize=10_000)
def family_in(text: str) -> str | None:
    """The kind of matter that the words name first; a premium is no pay, and a border named beside troops says where they are."""
    starts = {name: found.start() for name, (_, pattern) in words.FAMILIES.items() if (found := pattern.search(text))}
    for narrow, wide in words.NARROWER:
        if narrow in starts:
            starts.pop(wide, None)
    return min(starts, key=lambda name: starts[name]) if starts else None


def place_in(text: str, names: frozenset[str]) -> str | None:
    """The place named in the words: by a kind of place ("Netzarim Corridor"), else by a name behind "in", "at", "from"."""
    if kind := words.PLACE.search(text):
        return kind.group()
    undated = words.DATES.sub(" ", text)
    return next((each for each in words.AT_PLACE.findall(undated) if each not in names and not _is_of_names(each, names)), None)


def _is_of_names(name: str, names: Iterable[str]) -> bool:
    mine = stems(name)
    return not mine or any(mine <= stems(other) for other in names)


@lru_cache(maxsize=10_000)
def topics_in(text: str) -> frozenset[str]:
    """The stems of the last word of each part of a phrase: "freedom | to bring | in cranes" is about freedom and cranes."""
    found = set[str]()
    if _POINTING.match(text):
        return frozenset()
    for part in words.SPLITTERS.split(words.QUANTITY.sub(_without_unit, words.DATES.sub(" ", text))):
        last = [word for word in re.findall(r"[^\W\d_]+", part) if word.casefold() not in _ARTICLES]
        if last:
            found.update(stems(last[-1]))
    return frozenset(stem for stem in found if stem not in words.GENERIC and not stem.isdigit())


def _without_unit(quantity: re.Match[str]) -> str:
    """A quantity between commas: what it is a quantity of is no thing that phrases are about, but "shifts" in "two shifts" may be."""
    return f", {unit} ," if (unit := quantity.group().split()[-1]) and unit.casefold() not in _UNITS | words.NUMERALS.keys() else ", ,"


def numbers_in(text: str) -> tuple[str, ...]:
    """The numbers in the words, in figures; those of dates settle nothing and are left out."""
    found = words.NUMBER.findall(words.DATES.sub(" ", text))
    return tuple(words.NUMERALS.get(number.casefold(), number.replace(",", "")) for number in found)


def is_bare_number(text: str) -> bool:
    """Whether the words are a quantity and nothing that says of what: "at least 4 percent"."""
    return bool(numbers_in(text)) and family_in(text) is None and not topics_in(words.QUANTITY.sub(" ", text))


def parts_of(text: str) -> tuple[str, ...]:
    """The words for a matter, in two where "and" joins things of two kinds: "46 euros and a guarantee for the plant"."""
    parts = tuple(part.strip(" ,") for part in re.split(r",? (?:and|as well as) ", text, maxsplit=1))
    kinds = {family_in(part) or ("number" if is_bare_number(part) else "") for part in parts}
    return parts if len(parts) == len(kinds) > 1 and "" not in kinds else (text,)


def family_of_number(text: str, sentence: str) -> str | None:
    """The kind of matter that a bare number is of: the one named in its part of the sentence, between commas."""
    if not is_bare_number(text):
        return None
    part = next((part for part in re.split(r"[,;]", sentence) if text in part), "")
    return family_in(part)


def unit_in(text: str) -> str:
    """What the numbers of the words are numbers of ("percent"), or nothing."""
    found = words.QUANTITY.search(words.DATES.sub(" ", text))
    last = re.split(r"[\s-]+", found.group().strip())[-1].casefold() if found else ""
    return "percent" if last in ("cent", "percent", "%") else "" if last in words.NUMERALS or last.isdigit() else last


def with_kind_before(phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """The phrases; a bare number right after words of one kind with the same unit is of that kind, which is a conclusion."""
    made: list[Phrase] = []
    for phrase in phrases:
        earlier = [
            other
            for other in phrases
            if other.family
            and other.found.report is phrase.found.report
            and 0 < phrase.found.passage.start - other.found.passage.start <= _LOOKED_BACK
            and unit_in(other.text) == unit_in(phrase.text) != ""
        ]
        if phrase.family is None and earlier and is_bare_number(phrase.text):
            nearest = max(earlier, key=lambda other: other.found.passage.start)
            made.append(evolve(phrase, family=nearest.family, is_concluded=True))
        else:
            made.append(phrase)
    return tuple(made)


def way_in(phrase: Phrase, family: str | None) -> str:
    """The way of settling the matter that the words ask for, by a word that different wordings share; empty if there is none."""
    for name, pattern in words.WAYS.get(family or "", ()):
        if pattern.search(phrase.wording):
            return name
    return ""


def matter_text(found: Found[PositionMention]) -> str:
    """What a position is on, in the words of the report."""
    return found.item.issue or found.passage.text
