"""What is left in doubt about a party once it has answered one question."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import combinations

from attrs import evolve, field, frozen

from gobetween.model.doubt import Doubt, Picture
from gobetween.model.issues import OptionSets, Package
from gobetween.model.preferences import Preferences, ValueLink

YES, NO = "yes", "no"


class Asked(StrEnum):
    """What a question to one party is about."""

    PICTURE = "which picture is right"
    RESERVATION = "is the reservation value greater than"
    ISSUES = "which of two issues matters more"
    OPTION = "is the option worth more than"
    PACKAGE = "is the package acceptable"


@frozen
class Question:
    """One question to one party, which is asked of nobody else.

    As its `about` says: whether an `option` of an `issue`, or the reservation value, is worth more than `than`; which of `issues`
    matters more (has the greater weight, or where weights are not known apart, options that lie further apart in value); whether
    a `package` is acceptable; which of the alternative pictures is right.
    """

    party: str
    about: Asked
    issue: str | None = field(default=None, kw_only=True)
    option: str | None = field(default=None, kw_only=True)
    than: int | None = field(default=None, kw_only=True)
    issues: tuple[str, ...] = field(default=(), kw_only=True)
    package: Package = field(factory=dict, kw_only=True)


def questions(doubt: Doubt, issues: Mapping[str, tuple[str, ...]], packages: tuple[Package, ...]) -> Iterator[Question]:
    """The questions that could be put to the party, in stated order; a number is asked about in the middle of its ends."""
    if len(doubt.alternatives) > 1:
        yield Question(doubt.party, Asked.PICTURE)
    settled = [each for group in doubt.alternatives if len(group) == 1 for each in group]
    yield from _about_reservation(doubt, settled)
    if len(doubt.pictures) > 1:
        for pair in combinations(issues, 2):
            yield Question(doubt.party, Asked.ISSUES, issues=pair)
    for issue, options in issues.items():
        for option in options:
            than = _middle([each.ends(issue, option) for each in settled])
            if than is not None:
                yield Question(doubt.party, Asked.OPTION, issue=issue, option=option, than=than)
    for package in packages:
        yield Question(doubt.party, Asked.PACKAGE, package=package)


def _about_reservation(doubt: Doubt, pictures: Sequence[Picture]) -> Iterator[Question]:
    than = _middle([(each.least.reservation, each.most.reservation) for each in pictures])
    if than is not None:
        yield Question(doubt.party, Asked.RESERVATION, than=than)


def after(doubt: Doubt, question: Question, issues: Mapping[str, tuple[str, ...]]) -> dict[str, Doubt]:
    """What is left in doubt after each answer that is possible, by the answer; pictures that contradict it are gone.

    Ends move as far as each number alone can be told from the answer: what is ruled out by none of them may still be impossible.
    Of extreme cases between which the truth lies, none goes unless all of them contradict it, but for the question which of two
    issues weighs more: there exactly those go in which the other one does.
    """
    if question.about is Asked.PICTURE:
        return {name: Doubt(doubt.party, group) for name, group in zip(_names(doubt), doubt.alternatives, strict=True)}
    left = {}
    for answer, narrow in _narrowings(question, issues).items():
        kept = tuple(each for group in doubt.alternatives for each in _narrowed(group, narrow, question))
        if kept:
            left[answer] = Doubt(doubt.party, kept)
    return left


def _names(doubt: Doubt) -> list[str]:
    """A name for each alternative, none twice: its assumption set, or what the picture is called."""
    named = [(group[0].least.assumption or "" if group[0].weights else group[0].name) for group in doubt.alternatives]
    return [name if name and named.count(name) == 1 else f"{name} {place}".strip() for place, name in enumerate(named, 1)]


def _narrowed(group: tuple[Picture, ...], narrow: Callable[[Picture], Picture | None], question: Question) -> tuple[Picture, ...]:
    kept = tuple(narrowed for narrowed in map(narrow, group) if narrowed is not None)
    return kept if len(group) == 1 or question.about is Asked.ISSUES else group if kept else ()


def _narrowings(question: Question, issues: Mapping[str, tuple[str, ...]]) -> dict[str, Callable[[Picture], Picture | None]]:
    if question.about is Asked.PACKAGE:
        return {YES: lambda each: _if_accepted(each, question.package), NO: lambda each: _if_refused(each, question.package)}
    if question.about is Asked.ISSUES:
        one, other = question.issues
        return {one: lambda each: _if_wider(each, one, other, issues), other: lambda each: _if_wider(each, other, one, issues)}
    than = question.than or 0
    if question.about is Asked.RESERVATION:
        return {
            YES: lambda each: _bounded(each, reservation=(than + 1, None)),
            NO: lambda each: _bounded(each, reservation=(None, than)),
        }
    number = (str(question.issue), str(question.option))
    return {YES: lambda each: _bounded(each, {number: (than + 1, None)}), NO: lambda each: _bounded(each, {number: (None, than)})}


Ends = tuple[int | None, int | None]
"""The new ends of a number, `None` where one stays as it is."""


def _if_accepted(picture: Picture, package: Package) -> Picture | None:
    """The picture if the package is worth the reservation value or more; `None` if that cannot be."""
    slack = picture.most.value(package) - picture.least.reservation
    if slack < 0:
        return None
    numbers = {each: (picture.ends(*each)[1] - slack, None) for each in package.items()}
    links = {at: (each.value - slack, None) for at, each in enumerate(picture.most.links) if _holds(each.if_chosen, package)}
    return _bounded(picture, numbers, links, reservation=(None, picture.least.reservation + slack))


def _if_refused(picture: Picture, package: Package) -> Picture | None:
    """The picture if the package is worth less than the reservation value; `None` if that cannot be."""
    slack = picture.most.reservation - 1 - picture.least.value(package)
    if slack < 0:
        return None
    numbers = {each: (None, picture.ends(*each)[0] + slack) for each in package.items()}
    links = {at: (None, each.value + slack) for at, each in enumerate(picture.least.links) if _holds(each.if_chosen, package)}
    return _bounded(picture, numbers, links, reservation=(picture.most.reservation - slack, None))


def _if_wider(picture: Picture, one: str, other: str, issues: Mapping[str, tuple[str, ...]]) -> Picture | None:
    """The picture, if one issue weighs as much as the other; without weights, if its options can lie as far apart."""
    if picture.weights:
        return picture if picture.weights.get(one, 0) >= picture.weights.get(other, 0) else None
    return picture if _spread(picture, one, issues)[1] >= _spread(picture, other, issues)[0] else None


def _spread(picture: Picture, issue: str, issues: Mapping[str, tuple[str, ...]]) -> tuple[int, int]:
    """How far the best and the worst option lie apart, at least and at most."""
    lows, highs = zip(*(picture.ends(issue, option) for option in issues[issue]), strict=True)
    apart = [highs[i] - lows[j] for i in range(len(lows)) for j in range(len(lows)) if i != j]
    return max(0, max(lows) - min(highs)), max(apart, default=0)


def _bounded(
    picture: Picture,
    numbers: Mapping[tuple[str, str], Ends] | None = None,
    links: Mapping[int, Ends] | None = None,
    *,
    reservation: Ends = (None, None),
) -> Picture | None:
    """The picture with some ends moved inwards, or `None` if nothing is left between two of them."""
    lows, highs = _values(picture.least), _values(picture.most)
    for (issue, option), bounds in (numbers or {}).items():
        low, high = _within(picture.ends(issue, option), bounds)
        lows.setdefault(issue, {})[option], highs.setdefault(issue, {})[option] = low, high
    low_links, high_links = list(picture.least.links), list(picture.most.links)
    for at, bounds in (links or {}).items():
        condition = low_links[at].if_chosen
        low, high = _within((low_links[at].value, high_links[at].value), bounds)
        low_links[at], high_links[at] = ValueLink(condition, low), ValueLink(condition, high)
    least, most = _within((picture.least.reservation, picture.most.reservation), reservation)
    try:
        return Picture(
            evolve(picture.least, option_values=lows, links=tuple(low_links), reservation=least),
            evolve(picture.most, option_values=highs, links=tuple(high_links), reservation=most),
            name=picture.name,
        )
    except ValueError:
        return None


def _values(preferences: Preferences) -> dict[str, dict[str, int]]:
    return {issue: dict(options) for issue, options in preferences.option_values.items()}


def _within(ends: tuple[int, int], bounds: Ends) -> tuple[int, int]:
    low, high = bounds
    return ends[0] if low is None else max(ends[0], low), ends[1] if high is None else min(ends[1], high)


def _middle(ends: list[tuple[int, int]]) -> int | None:
    """The middle between the least and the greatest of the ends; `None` where they do not differ."""
    low, high = min((low for low, _ in ends), default=0), max((high for _, high in ends), default=0)
    return (low + high) // 2 if low < high else None


def _holds(sets: OptionSets, package: Package) -> bool:
    return all(package.get(issue) in options for issue, options in sets.items())
