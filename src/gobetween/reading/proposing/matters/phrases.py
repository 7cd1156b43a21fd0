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
from gobetween.reading.naming.name_words import POWERS, SIDES
from gobetween.reading.proposing.matters import matter_words as words
from gobetween.reading.proposing.matters.plain_names import plain_name
from gobetween.reading.word_lists import words as word_list

_LOOKED_BACK = 260  # characters of the text before "the area" within which the place that it means is named
_POINTING = re.compile(r"(?:it|them|this|that|these|those|so)\b(?! \w+ of)", re.IGNORECASE)
_TOLD_TO = re.compile(
    rf"(?P<doer>(?:[Tt]he )?[\w'’-]+(?: [A-Z][\w'’-]+)*) (?=(?:(?:to|must|should|shall) )?(?:not )?(?:{words.STEPS})\b)"
)
_IN_CASE_OF = re.compile(r"\bin (?:times?|years?|months?|days?|periods?|cases?|the (?:event|case)) of [\w-]+", re.IGNORECASE)
_ON_WHAT = re.compile(r"(?:On|As for|As to|Over|Regarding|Concerning) (?P<what>[^,;]{3,60}),")
_UNITS = word_list(
    """percent cent % euros euro dollars dollar pounds crowns yuan yen francs day days week weeks month months year years hour hours
    minutes million billion trillion metres kilometres tonnes miles people persons members"""
)
_TIMES = word_list("day days week weeks month months year years")
_TELLING_NUMBER = 30  # a smaller number may be of anything
_MONEY = word_list("euros euro dollars dollar pounds crowns yuan yen francs million billion trillion")
_GOES_ON = re.compile(r"(?:in|at|on|over|along|of|from|for|to|with) (?:a|an|the|its|their|both)\b", re.IGNORECASE)
_AT_TALKS = re.compile(
    r"(?: to the mediators?)? (?:during|at) (?:[\w-]+ ){0,4}?(?:talks|negotiations|meetings?|rounds?|sessions?)\b.*$", re.IGNORECASE
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
    is_asked_under: bool = field(default=False, kw_only=True)  # the condition of a position that names no other matter
    is_concluded: bool = field(default=False, kw_only=True)  # its place or kind comes from words before it


def phrase_of(text: str, found: Found[Any], *, around: str, before: str, sentence: str, names: frozenset[str]) -> Phrase:
    """The phrase `text` of an item; `around` are the item's whole words, `before` the report's text before them, `sentence` theirs.

    `names` are names of actors, persons and towns where talks are held, none of which makes a place of the matter.
    """
    said = _AT_TALKS.sub("", text)
    text = without_doer(said, names)
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
        said,
        found,
        name=name,
        wording=around if goes_on else text,
        family=family,
        place=place,
        topics=topics_in(text if family == "guarantees" else name or text) - own_names,
        numbers=numbers_in(text),
        is_concluded=is_concluded,
    )


def without_doer(text: str, names: frozenset[str]) -> str:
    """What somebody is asked to do, without who: "League to give up the gate" and "the League give up the gate" are to give it up."""
    found = _TOLD_TO.match(text)
    if found is None:
        return text
    doer = found["doer"].removeprefix("the ").removeprefix("The ")
    is_named = any(doer == name or name.endswith(f" {doer}") or name.startswith(f"{doer} ") for name in names)
    return text[found.end("doer") :].strip() if is_named or doer in SIDES | POWERS else text


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
    for part in words.SPLITTERS.split(words.QUANTITY.sub(_without_unit, words.DATES.sub(" ", _IN_CASE_OF.sub(" ", text)))):
        last = [word for word in re.findall(r"[^\W\d_]+", part) if word.casefold() not in _ARTICLES]
        if last:
            found.update(stems(last[-1]))
        if len(last) > 2 and last[-2][:1].isupper():  # "sold its Redfern brand" is about Redfern, too
            found.update(stems(last[-2]))
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
    """The words for a matter, apart where "and" joins things of different kinds: "46 euros and a guarantee for the plant"."""
    parts = tuple(part.strip(" ,") for part in re.split(r",? (?:and|as well as) ", text, maxsplit=1))
    kinds = {family_in(part) or _kind_of_amount(part) for part in parts}
    return (parts[0], *parts_of(parts[1])) if len(parts) == len(kinds) > 1 and "" not in kinds else (text,)


def _kind_of_amount(text: str) -> str:
    """Of what the words name an amount, where they do: of nothing, or of free days."""
    if not numbers_in(text):
        return ""
    return "number" if is_bare_number(text) else " ".join(sorted(topics_in(text)))


def family_of_number(text: str, sentence: str) -> str | None:
    """The kind of matter that a bare number is of: the one named in its part of the sentence, if it is measured in such numbers."""
    if not is_bare_number(text):
        return None
    part = next((part for part in re.split(r"[,;]|\band\b|\bbut\b", sentence) if text in part), "")
    opening = _ON_WHAT.match(sentence.strip())
    family = family_in(part) or (family_in(opening["what"]) if opening else None)
    return family if family is not None and may_measure(unit_in(text), family) else None


def may_measure(unit: str, family: str) -> bool:
    """Whether a matter of the kind is settled by numbers of that unit; a number without a unit may be of any that numbers settle."""
    units = words.MEASURED.get(family)
    return units is not None and (not unit or not units or unit in units)


def unit_in(text: str) -> str:
    """What the numbers of the words are numbers of ("percent"), or nothing."""
    found = words.QUANTITY.search(words.DATES.sub(" ", text))
    last = re.split(r"[\s-]+", found.group().strip())[-1].casefold() if found else ""
    if words.NUMBER.fullmatch(last):
        last = ""
    if last in ("cent", "percent", "percentage", "%"):
        return "percent"
    if last in _MONEY or re.search(r"[$€£]\s?\d", text):
        return "money"
    return "" if last in words.NUMERALS or last.isdigit() else last


def measure_in(text: str) -> str:
    """The unit of the words' numbers as a measure, one for one and many: "percent", "money", "year"; of things counted, none."""
    unit = unit_in(text)
    return unit.removesuffix("s") if unit in ("percent", "money") or unit in _UNITS else ""


def with_kind_before(phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """The phrases; a bare number is of the kind of the words with its unit right before it, else of the only kind that has its unit.

    A sum or a share is so of the kind of all others of its report, then of all reports; another number of a unit that only one kind
    of all reports has, and that is no plain time. A number without a unit ("offers ten") is of the kind of the number right before
    it. "All 60 come home" is of the kind of the only other words with that number. All of these are conclusions.
    """
    once = tuple(_with_kind(phrase, phrases) for phrase in phrases)
    return tuple(_with_kind(phrase, once) for phrase in once)


def _with_kind(phrase: Phrase, phrases: Sequence[Phrase]) -> Phrase:
    if phrase.family is not None or phrase.place is not None or not phrase.numbers:
        return phrase
    text = phrase.name or phrase.text
    if not is_bare_number(text):
        family = _kind_of_number(phrase, phrases)
        return evolve(phrase, family=family, is_concluded=True) if family else phrase
    unit = unit_in(phrase.name)
    if before := _number_before(phrase, unit, phrases):
        known = words.QUANTITY.search(words.DATES.sub(" ", before.text))
        word = known.group().split()[-1] if known else ""
        name = f"{phrase.name} {word}" if not unit and word in _UNITS else phrase.name
        return evolve(phrase, name=name, family=before.family, place=before.place, topics=before.topics, is_concluded=True)
    family = _kind_of_unit(phrase, unit, phrases)
    return evolve(phrase, family=family, is_concluded=True) if family else phrase


def _number_before(phrase: Phrase, unit: str, phrases: Sequence[Phrase]) -> Phrase | None:
    """The words right before it in its report that have a number of its unit, or any number where it has no unit."""
    own = (each for each in phrases if each is not phrase and each.numbers and each.found.report is phrase.found.report)
    own = (each for each in own if each.family or each.place or each.topics)
    near = [each for each in own if 0 < phrase.found.passage.start - each.found.passage.start <= _LOOKED_BACK]
    near = [each for each in near if each.family is None or may_measure(unit, each.family)]
    fitting = [each for each in near if not unit or unit_in(each.text) == unit]
    return max(fitting, key=lambda each: each.found.passage.start, default=None)


def _kind_of_unit(phrase: Phrase, unit: str, phrases: Sequence[Phrase]) -> str | None:
    """The only kind that has numbers of that unit, in its report or else in all; of figures and of plain times, none."""
    if not unit or unit in _TIMES or not isinstance(phrase.found.item, PositionMention):
        return None
    others = [each for each in phrases if each.family and may_measure(unit, each.family) and unit_in(each.text) == unit]
    for alike in ([each for each in others if each.found.report is phrase.found.report], others):
        kinds = {each.family for each in alike}
        if kinds:
            return kinds.pop() if len(kinds) == 1 else None
    return None


def _kind_of_number(phrase: Phrase, phrases: Sequence[Phrase]) -> str | None:
    """The only kind of other words with the same number, if it is one that is not in everybody's mouth."""
    if len(phrase.numbers) != 1 or float(phrase.numbers[0]) < _TELLING_NUMBER:
        return None
    kinds = {each.family for each in phrases if each.family and each.numbers == phrase.numbers and unit_in(each.text) not in _TIMES}
    return kinds.pop() if len(kinds) == 1 else None


def way_in(phrase: Phrase, family: str | None) -> str:
    """The way of settling the matter that the words ask for, by a word that different wordings share; empty if there is none."""
    for name, pattern in words.WAYS.get(family or "", ()):
        if pattern.search(phrase.wording):
            return name
    return ""


def is_named(phrase: Phrase) -> bool:
    """Whether the words can be about an issue: they name a thing, or go on from words of a known kind or place."""
    return bool(phrase.name) or not isinstance(phrase.found.item, PositionMention) or bool(phrase.family and phrase.place)
