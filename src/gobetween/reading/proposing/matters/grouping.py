"""Phrases that are about one matter, grouped; and pairs of matters that may be one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from gobetween.briefs.accounts.likeness import overlap, stems
from gobetween.reading.proposing.matters.phrases import Phrase

ALIKE = 0.5  # the share of the smaller phrase's words that two phrases without a kind in common must share


@frozen
class Matter:
    """Phrases about one thing, in reading order; the kind and the place that hold them together, where there are any."""

    phrases: tuple[Phrase, ...]
    family: str | None = None
    place: str | None = None


def matters_of(phrases: Sequence[Phrase]) -> tuple[Matter, ...]:
    """The phrases by matter, in order of first mention.

    Phrases of one kind at one place are about one matter, and so are phrases of one kind that name no place. A phrase without a place
    joins the only place that its kind has in the same report; where its kind has several there, it stays apart. Phrases of no kind
    are joined by their place, or by a thing that both are about; such a group joins a matter that has a kind if it is the only one
    about the same thing. Words that name neither a kind nor a place nor a thing ("the proposal") are about no matter. The grouping does
    not depend on the order of reports.
    """
    homes = _homes(phrases)
    typed: dict[tuple[str, str | None], list[Phrase]] = {}
    loose: list[Phrase] = []
    for phrase in phrases:
        if phrase.family is not None:
            typed.setdefault((phrase.family, phrase.place or homes.get(_drawer(phrase))), []).append(phrase)
        elif phrase.place or phrase.topics:
            loose.append(phrase)
    matters = [Matter(tuple(group), family, place) for (family, place), group in typed.items()]
    for group in _connected(loose):
        near = [index for index, matter in enumerate(matters) if _is_about(matter, group)]
        if len(near) == 1:
            matters[near[0]] = evolve(matters[near[0]], phrases=(*matters[near[0]].phrases, *group))
        else:
            matters.append(Matter(tuple(group), None, next((phrase.place for phrase in group if phrase.place), None)))
    order = {id(phrase): index for index, phrase in enumerate(phrases)}
    sorted_ones = (evolve(each, phrases=tuple(sorted(each.phrases, key=lambda one: order[id(one)]))) for each in matters)
    return tuple(sorted(sorted_ones, key=lambda matter: order[id(matter.phrases[0])]))


def may_be_one(first: Matter, second: Matter) -> str:
    """Why two matters may be one after all; empty if nothing says so."""
    if first.family and first.family == second.family:
        return "" if first.place and second.place else "both are of one kind, and only one of them names a place"
    if first.place and first.place == second.place:
        return f"both name {first.place}"
    if (first.place and second.place) or (first.family and second.family):
        return ""
    shared = sorted(_topics(first) & _topics(second))
    return f"both speak of “{_word(shared[0], first)}”" if shared else ""


def _topics(matter: Matter) -> frozenset[str]:
    return frozenset(topic for phrase in matter.phrases for topic in phrase.topics)


def _word(stem: str, matter: Matter) -> str:
    words = (word for phrase in matter.phrases for word in phrase.text.split())
    return next((word.strip(".,;“”'\"").casefold() for word in words if stem in stems(word)), stem)


def _drawer(phrase: Phrase) -> tuple[str, str | None]:
    return phrase.found.report.name, phrase.family


def _homes(phrases: Sequence[Phrase]) -> dict[tuple[str, str | None], str]:
    """For each report and kind the place of its phrases, where all that name one name the same."""
    places: dict[tuple[str, str | None], set[str]] = {}
    for phrase in phrases:
        if phrase.place:
            places.setdefault(_drawer(phrase), set()).add(phrase.place)
    return {drawer: next(iter(named)) for drawer, named in places.items() if len(named) == 1}


def _is_about(matter: Matter, group: Sequence[Phrase]) -> bool:
    places = {phrase.place for phrase in group if phrase.place}
    if places and matter.place in places:
        return True
    return not places and bool(_topics(matter) & frozenset(topic for phrase in group for topic in phrase.topics))


def _are_one(first: Phrase, second: Phrase) -> bool:
    if first.place and second.place:
        return first.place == second.place
    return bool(first.topics & second.topics) or _is_alike(first, second)


def _is_alike(first: Phrase, second: Phrase) -> bool:
    mine, theirs = stems(first.text), stems(second.text)
    return mine == theirs or (len(mine & theirs) > 1 and overlap(mine, theirs) >= ALIKE)


def _connected(phrases: Sequence[Phrase]) -> Iterator[list[Phrase]]:
    """Phrases joined by chains of likeness."""
    groups: list[list[Phrase]] = []
    for phrase in phrases:
        joined = [group for group in groups if any(_are_one(other, phrase) for other in group)]
        groups = [group for group in groups if not any(group is other for other in joined)]
        groups.append([*(each for group in joined for each in group), phrase])
    yield from groups
