"""Whether two figures count the same thing: the dead of one place, the strikers of one quay."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import evolve

from gobetween.briefs.accounts.coverage import Found
from gobetween.briefs.accounts.likeness import stems
from gobetween.model.evidence import FigureMention

TELLING = 1000  # a smaller number may be met twice by chance
NEAR = 400  # characters between two counts that one report sets against each other
FATES = {
    "dead": re.compile(r"\b(dead|died|deaths?|killed|killings?|lives|fatalities|slain)\b"),
    "hurt": re.compile(r"\b(wounded|injur\w+|hurt)\b"),
    "displaced": re.compile(r"\b(displaced|refuge\w*|fled|uprooted|homeless|sheltering)\b"),
    "captive": re.compile(r"\b(hostages?|captives?|kidnap\w*|abduct\w+)\b"),
    "dismissed": re.compile(r"\b(laid off|dismissed|redundan\w+|layoffs?|job losses|jobs lost)\b"),
}
LINKS = frozenset({"of", "the", "in", "among", "and"})
MEANS_A_COUNT = frozenset({"figure", "number", "toll", "total", "count"})
WHOEVER = stems("people persons individuals victims souls civilians total number toll sought claimed estimated figure")
MEASURES = stems("crowns euros dollars pounds yuan yen francs percent hours days weeks months years minutes metres kilometres tonnes")
NEXT_WORDS = 20  # characters
RATE = re.compile(
    r"\b(?:a|an|per|each|every) (minute|hour|day|night|week|month|year)\b(?! (?:after|before|earlier|later|ago|of|when|in|on)\b)",
    re.IGNORECASE,
)
TOTAL = re.compile(r"\b(?:in total|in all|altogether|a total of|cumulative\w*)\b", re.IGNORECASE)
PARTIAL = re.compile(
    r"\b(?:a further|another|an additional|an extra)\W*$|^(?:a further|another|an additional|an extra)\b", re.IGNORECASE
)
MONTH = r"(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber"
IN_PLACE = re.compile(rf"\b(?:in|at|near|around|across) (?!(?:{MONTH})\b)([^\W\d_a-z][\w'’-]*(?: [^\W\d_a-z][\w'’-]*)*)")


def is_same_count(first: FigureMention, second: FigureMention) -> bool:
    """Whether two figures count the same thing: same unit, same fate and kind of people or things, no different places.

    Where one names no place, its sentence must, or both must give one number: "about 1.4 million" of the same fate.
    """
    if (
        first.unit != second.unit
        or _basis(first) != _basis(second)
        or is_a_measure(first)
        or (first.place and second.place and first.place != second.place)
    ):
        return False
    where, is_equal = first.place or second.place, first.value == second.value and first.value >= TELLING
    if first.place != second.place and not is_equal and not all(_is_there(each, where or "") for each in (first, second)):
        return False
    mine, theirs = _things(first, where), _things(second, where)
    if where and is_equal and not (mine and theirs):
        return True
    return bool(mine) and mine == theirs


def is_a_measure(figure: FigureMention) -> bool:
    """Whether nothing is named but the unit: "310 million crowns" count no thing that "90 million crowns" count too."""
    counted = stems(figure.counted)
    return bool(MEASURES & counted) and counted <= stems(figure.unit) | MEASURES


def _basis(figure: FigureMention) -> str:
    """What the number is for, by the words right beside it: "a day", "in total", "a further"; empty if they say nothing."""
    sentence = figure.sentence.text if figure.sentence else ""
    where = sentence.find(figure.passage.text)
    if where < 0:
        return ""
    behind, before = sentence[where + len(figure.passage.text) :], sentence[:where]
    if PARTIAL.search(before) or PARTIAL.match(figure.passage.text):
        return f"further, {figure.passage.start}"
    if rate := RATE.search(f"{figure.passage.text} {behind[:NEXT_WORDS]}"):
        return rate[1].casefold()
    return "total" if TOTAL.search(f"{before[-NEXT_WORDS:]} {behind[:NEXT_WORDS]}") else ""


def is_of_one_place(first: FigureMention, second: FigureMention) -> bool:
    """Whether both count in one place, named as such or, where people came to harm, in the words of both sentences: "in Ostra"."""
    if first.place is not None and first.place == second.place:
        return True
    if (first.place and second.place) or not (fates(first.counted) and fates(second.counted)):
        return False
    mine, theirs = ({each.place or "", *IN_PLACE.findall(each.sentence.text if each.sentence else "")} for each in (first, second))
    return bool((mine & theirs) - {""})


def with_counts_named(found: Iterable[Found[FigureMention]]) -> Iterator[Found[FigureMention]]:
    """The figures in order, a bare one ("puts the number at 52") as one of what the count right before it is of."""
    before: Found[FigureMention] | None = None
    for each in found:
        known = each
        if before is not None and _means_the_count_before(before, each):
            counts = before.item
            when = counts.when if each.item.when.is_unknown else each.item.when
            known = evolve(each, item=evolve(each.item, unit=counts.unit, counted=counts.counted, place=counts.place, when=when))
        if is_count(known.item):
            before = known
        yield known


def is_count(figure: FigureMention) -> bool:
    """Whether it counts persons or things, and measures nothing: no share, span of time or sum."""
    return figure.unit == "persons" or bool(figure.unit and stems(figure.unit) & stems(figure.counted))


def plain_count(words: str) -> str:
    """What is counted, a fate by its one name: "deaths of individuals" are "dead", "lives of Palestinians" "dead Palestinians"."""
    fate = next((name for name in ("dead",) if FATES[name].search(words.casefold())), None)
    if fate is None:
        return words
    rest = [word for word in FATES[fate].sub(" ", words).split() if word.casefold() not in LINKS and not stems(word) <= WHOEVER]
    return " ".join((fate, *rest))


def fates(words: str) -> list[str]:
    """What befell those who are counted, each under its one name: "dead", "hurt"."""
    return [name for name, pattern in FATES.items() if pattern.search(words.casefold())]


def _means_the_count_before(before: Found[FigureMention], found: Found[FigureMention]) -> bool:
    is_near = before.report is found.report and 0 <= found.passage.start - before.passage.end <= NEAR
    return is_near and not found.item.unit and found.item.counted.casefold().removeprefix("the ") in MEANS_A_COUNT


def _is_there(figure: FigureMention, place: str) -> bool:
    return figure.place == place or place in (figure.sentence.text if figure.sentence else "")


def _things(figure: FigureMention, where: str | None) -> frozenset[str]:
    """What is counted: a fate under one name, and the kind of people or things; in a known place a people's name adds nothing."""
    words = figure.counted
    found = fates(words)
    for name in found:
        words = FATES[name].sub(" ", words)
    nations = stems(" ".join(re.findall(r"\b[^\W\d_a-z]\w+", words))) if where and found else frozenset()
    return (stems(words) - stems(where or "") - WHOEVER - nations) | frozenset(found[:1])
