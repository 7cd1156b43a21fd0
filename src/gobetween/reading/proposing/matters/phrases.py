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
from gobetween.reading.proposing.matters import matter_words as words
from gobetween.reading.proposing.matters.plain_names import plain_name
from gobetween.reading.word_lists import words as word_list

_LOOKED_BACK = 260  # characters of the text before "the area" within which the place that it means is named
_POINTING = re.compile(r"(?:it|them|this|that|these|those|so)\b(?! \w+ of)", re.IGNORECASE)
_UNITS = word_list(
    """percent cent % euros euro dollars dollar pounds crowns yuan yen francs day days week weeks month months year years hour hours
    minutes million billion trillion metres kilometres tonnes miles people persons members"""
)
_BEGINNING = 25  # characters of a condition by which it is found in the words before it
_MONEY = word_list("euros euro dollars dollar pounds crowns yuan yen francs million billion trillion")
_GOES_ON = re.compile(r"(?:in|at|on|over|along|of|from|for|to|with) (?:a|an|the|its|their|both)\b", re.IGNORECASE)
_AT_TALKS = re.compile(
    r"(?: to the mediators?)? (?:during|at) (?:[\w-]+ ){0,4}?(?:talks|negotiations|meetings?|rounds?|sessions?)\b.*$", re.IGNORECASE
)
_STILL_HELD = re.compile(
    r"\b(?:away|back) from (?:its|their|his|her|the) (?:\w+ )?(?:position|demand|stance|insistence|call|line)s? "
    r"(?:that|for|on) (?P<what>[^;]+)",
    re.IGNORECASE,
)
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
    name: str = field(kw_only=True)  # the words as the name of a thing, empty if they are none
    wording: str = field(kw_only=True)
    family: str | None = field(kw_only=True)
    place: str | None = field(kw_only=True)
    topics: frozenset[str] = field(kw_only=True)
    numbers: tuple[str, ...] = field(kw_only=True)
    is_condition: bool = field(default=False, kw_only=True)  # on which something else is taken
    is_concluded: bool = field(default=False, kw_only=True)  # its place or kind comes from words before it


def phrase_of(text: str, found: Found[Any], *, around: str, before: str, sentence: str, names: frozenset[str]) -> Phrase:
    """The phrase `text` of an item; `around` are the item's whole words, `before` the report's text before them, `sentence` theirs.

    `names` are names of actors, persons and towns where talks are held, none of which makes a place of the matter.
    """
    text = _AT_TALKS.sub("", text)
    place = place_in(text, names)
    is_concluded = False
    if place is None and words.POINTS_BACK.search(text):
        earlier = words.PLACE.findall(before[-_LOOKED_BACK:])
        place, is_concluded = (earlier[-1] if earlier else None), bool(earlier)
    goes_on = _GOES_ON.match(text) is not None or not text.strip()
    name = plain_name(text)
    family = (family_in(around) if goes_on else None) or family_in(text) or family_of_number(name or text, sentence)
    if family in words.UNPLACED:
        place, is_concluded = None, False
    own_names = frozenset(stem for name in names for stem in stems(name))
    return Phrase(
        text,
        found,
        name=name,
        wording=around if goes_on else text,
        family=family,
        place=place,
        topics=topics_in(name or text) - own_names,
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
    kinds = {family_in(part) or _kind_of_amount(part) for part in parts}
    return parts if len(parts) == len(kinds) > 1 and "" not in kinds else (text,)


def _kind_of_amount(text: str) -> str:
    """Of what the words name an amount, where they do: of nothing, or of free days."""
    if not numbers_in(text):
        return ""
    return "number" if is_bare_number(text) else " ".join(sorted(topics_in(text)))


def family_of_number(text: str, sentence: str) -> str | None:
    """The kind of matter that a bare number is of: the one named in its part of the sentence, between commas, if numbers measure it."""
    if not is_bare_number(text):
        return None
    part = next((part for part in re.split(r"[,;]|\band\b", sentence) if text in part), "")
    family = family_in(part)
    return family if family in words.MEASURED else None


def unit_in(text: str) -> str:
    """What the numbers of the words are numbers of ("percent"), or nothing."""
    found = words.QUANTITY.search(words.DATES.sub(" ", text))
    last = re.split(r"[\s-]+", found.group().strip())[-1].casefold() if found else ""
    if last in ("cent", "percent", "%"):
        return "percent"
    if last in _MONEY or re.search(r"[$€£]\s?\d", text):
        return "money"
    return "" if last in words.NUMERALS or last.isdigit() else last


def with_kind_before(phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """The phrases; a bare number is of the kind of the words with its unit right before it, a sum or share also of all of its report's.

    Both are conclusions.
    """
    return tuple(_with_kind(phrase, phrases) for phrase in phrases)


def _with_kind(phrase: Phrase, phrases: Sequence[Phrase]) -> Phrase:
    unit = unit_in(phrase.name)
    if phrase.family is not None or not unit or not is_bare_number(phrase.name):
        return phrase
    alike = [each for each in phrases if each.family and each.found.report is phrase.found.report and unit_in(each.text) == unit]
    before = [each for each in alike if 0 < phrase.found.passage.start - each.found.passage.start <= _LOOKED_BACK]
    kinds = {each.family for each in alike}
    if before:
        return evolve(phrase, family=max(before, key=lambda each: each.found.passage.start).family, is_concluded=True)
    return evolve(phrase, family=kinds.pop(), is_concluded=True) if len(kinds) == 1 and unit in ("money", "percent") else phrase


def way_in(phrase: Phrase, family: str | None) -> str:
    """The way of settling the matter that the words ask for, by a word that different wordings share; empty if there is none."""
    for name, pattern in words.WAYS.get(family or "", ()):
        if pattern.search(phrase.wording):
            return name
    return ""


def matter_text(found: Found[PositionMention]) -> str:
    """What a position is on, in the words of the report; of one that is "not backed away from", what it is."""
    held = _STILL_HELD.search(found.passage.text)
    if held is not None and found.item.issue in held.group():
        return held["what"].strip(" .,")
    return found.item.issue or found.passage.text


def before_condition(found: Found[PositionMention]) -> str:
    """The words for what a position is on, without those for its condition; empty if they are all of it."""
    text, condition = matter_text(found), found.item.condition
    where = text.find(condition.text[:_BEGINNING]) if condition else -1
    return text[:where].strip(" ,") if where >= 0 else text


def is_named(phrase: Phrase) -> bool:
    """Whether the words can be about an issue: they name a thing, or go on from words of a known kind or place."""
    return bool(phrase.name) or not isinstance(phrase.found.item, PositionMention) or bool(phrase.family and phrase.place)
