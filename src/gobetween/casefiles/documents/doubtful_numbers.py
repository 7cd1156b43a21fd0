"""Numbers in doubt, as a keeper may assume them: from one number to another, or only which issues matter more than which."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from itertools import pairwise
from math import lcm
from typing import Any, TypeVar

from attrs import evolve, frozen

from gobetween.casefiles.decoding.faults import listed
from gobetween.casefiles.decoding.field_readers import each, words
from gobetween.casefiles.decoding.fields import Fields, may, must, record
from gobetween.casefiles.decoding.places import Place
from gobetween.casefiles.decoding.readers import Reader, accepts
from gobetween.casefiles.decoding.reference_readers import by_option, by_ref, option_sets, ref
from gobetween.casefiles.decoding.yaml_nodes import Sequence
from gobetween.casefiles.documents.preferences import PERCENT_SCHEMA, VALUE, WEIGHT, Share, reservation
from gobetween.casefiles.schemas.fragments import Schema, either, excludes, given
from gobetween.model.doubt import Doubt, Picture
from gobetween.model.issues import OptionSets
from gobetween.model.preferences import Preferences, ValueLink

MOST_PICTURES = 64
"""So many pictures at most come of one party's ranks."""

T = TypeVar("T")
Ends = tuple[T, T]
"""The least and the most that a number may be; both are the same where it is not in doubt."""

_WholeEnds = tuple[int, int]


@frozen
class _LinkInDoubt:
    if_chosen: OptionSets
    value: _WholeEnds


def _pair(one: Schema) -> Schema:
    return {"type": "array", "items": one, "minItems": 2, "maxItems": 2}


def _ends(read: Reader[T], size: Callable[[T], int | Fraction], pair: Schema | None = None) -> Reader[Ends[T]]:
    """A reader of one such number, or of two in a list: the least and the most that it may be."""

    @accepts(either(read.schema, pair or _pair(read.schema)))
    def read_ends(at: Place) -> Ends[T]:
        if not isinstance(at.node, Sequence):
            value = read(at)
            return value, value
        if len(at.node.items) != 2:
            at.reject_value("allowed: one number, or two as in [least, most]")
        low, high = each(read)(at)
        if type(low) is not type(high):
            at.reject("found a percentage beside a whole number; give two of the same sort")
        if size(low) > size(high):
            at.reject("the first number is greater than the second; write the least first: [least, most]")
        return low, high

    return read_ends


def _itself(value: int) -> int:
    return value


def _size(value: int | Share) -> int | Fraction:
    return value.percent if isinstance(value, Share) else value


_ORDER: Schema = {"type": "array", "items": ref("issue").schema, "minItems": 2, "uniqueItems": True}


@accepts(either(_ORDER, {"type": "array", "items": _ORDER, "minItems": 1}))
def _ranks(at: Place) -> tuple[tuple[str, ...], ...]:
    """One list of issues in order of importance, the most important first; or several such lists."""
    if isinstance(at.node, Sequence) and at.node.items and not any(isinstance(item, Sequence) for item in at.node.items):
        return (_order(at),)
    if not isinstance(at.node, Sequence) or not at.node.items:
        at.reject_value("allowed: issues in order of importance, as in [one, another], or several such lists")
    return each(accepts(_ORDER)(_order))(at)


def _order(at: Place) -> tuple[str, ...]:
    named = each(ref("issue"))(at)
    if len(named) < 2 or len(set(named)) < len(named):
        at.reject(f"found {listed(named)}; an order names two issues or more, each once, the most important first")
    return named


_VALUE, _WEIGHT = _ends(VALUE, _itself), _ends(WEIGHT, _itself)
_RESERVATION = _ends(reservation, _size, either(*(_pair(one) for one in reservation.schema["anyOf"])))
_VALUE_LINK = record(
    _LinkInDoubt,
    {"if": must(option_sets, "if_chosen"), "value": must(_VALUE)},
    title="value link",
)

NUMBERS_IN_DOUBT: Fields = {
    "weights": may(by_ref("issue", _WEIGHT)),
    "ranks": may(_ranks),
    "values": may(by_ref("issue", by_option(_VALUE))),
    "reservation": may(_RESERVATION),
    "value_links": may(each(_VALUE_LINK), "links"),
    "note": may(words),
}
"""The keys of a party's numbers in a set of assumptions."""

DOUBT_TOGETHER: tuple[Schema, ...] = (
    given("values"),
    given("reservation"),
    excludes("ranks", "weights", "value_links"),
    {"if": given("ranks"), "then": {"properties": {"reservation": either(PERCENT_SCHEMA, _pair(PERCENT_SCHEMA))}}},
)
"""Which of these keys there are together; `doubt_from` says so too."""


def doubt_from(at: Place, party: str, read: Mapping[str, Any], **others: Any) -> Doubt:
    """What the read keys say of the party; `others` are the attributes that all its preferences share.

    A weight in doubt times a value in doubt may be anything between the least and the greatest product; a share of the best is one
    of a best that is in doubt too. Both are taken to be independent of what else they depend on.
    """
    for key in ("values", "reservation"):
        if key not in read:
            at.reject(f"'{key}' is missing: numbers need 'values' and a 'reservation' (0 if any deal is better than none)")
    if "ranks" not in read:
        return Doubt(party, (_picture(at, party, read, read.get("weights", {}), name=str(others.get("assumption") or ""), **others),))
    for key in ("weights", "value_links"):
        if {"value_links": "links"}.get(key, key) in read:
            at.reject(f"found 'ranks' and '{key}'; ranks stand in the place of weights, and links have no scale beside them")
    if not isinstance(read["reservation"][0], Share):
        at.reject("found 'ranks' and a whole number as 'reservation'; beside ranks give it as a percentage, such as 40%")
    heaviest = _heaviest(at, tuple(read["values"]), read["ranks"])
    whole_weight = lcm(*(len(issues) for issues in heaviest))
    pictures = []
    for issues in heaviest:
        weights = {issue: whole_weight // len(issues) if issue in issues else 0 for issue in read["values"]}
        even = {issue: (weight, weight) for issue, weight in weights.items()}
        picture = _picture(at, party, read, even, name=f"weight on {', '.join(issues)}", **others)
        pictures.append(evolve(picture, weights=weights))
    return Doubt(party, tuple(pictures))


def _heaviest(at: Place, issues: tuple[str, ...], ranks: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """The sets of issues that bear all weight evenly in the extreme cases: with each issue all those that matter at least as much.

    All weights that keep to the ranks lie between these cases (for one order of all issues: Kirkwood and Sarin 1985).
    """
    above: dict[str, set[str]] = {issue: set() for issue in issues}
    for order in ranks:
        for more, less in pairwise(order):
            for issue in (more, less):
                if issue not in above:
                    at.reject(f"ranks: '{issue}' has no 'values'; rank issues that have some: {listed(issues)}")
            above[less].add(more)
    found = tuple(_with_all_above(issues, above))
    if len(found) > MOST_PICTURES:
        at.reject(f"ranks: more than {MOST_PICTURES} extreme cases are left; rank more issues against each other, or give weights")
    if issues not in found:
        at.reject("ranks: some go round in a circle, so that none of their issues matters most; leave one out")
    return found


def _with_all_above(issues: tuple[str, ...], above: Mapping[str, set[str]]) -> Iterator[tuple[str, ...]]:
    """Every set of issues that has with each of its issues all those above it, smaller ones first, until there are too many."""
    seen, level = 0, [frozenset[str]()]
    while level and seen <= MOST_PICTURES:
        grown = {chosen | {issue} for chosen in level for issue in issues if issue not in chosen and above[issue] <= chosen}
        level = sorted(grown, key=lambda each: [issues.index(issue) for issue in issues if issue in each])
        seen += len(level)
        yield from (tuple(issue for issue in issues if issue in chosen) for chosen in level)


def _picture(at: Place, party: str, read: Mapping[str, Any], weights: Mapping[str, _WholeEnds], *, name: str, **others: Any) -> Picture:
    products = {
        issue: {option: _product(weights.get(issue, (1, 1)), value) for option, value in options.items()}
        for issue, options in read["values"].items()
    }
    bars = _reservation(at, read["reservation"], products)
    links: tuple[_LinkInDoubt, ...] = read.get("links", ())
    ends = [
        Preferences(
            party,
            {issue: {option: value[end] for option, value in options.items()} for issue, options in products.items()},
            reservation=bars[end],
            links=tuple(ValueLink(link.if_chosen, link.value[end]) for link in links),
            **others,
        )
        for end in (0, 1)
    ]
    return Picture(ends[0], ends[1], name=name)


def _product(weight: _WholeEnds, value: _WholeEnds) -> _WholeEnds:
    products = [one * other for one in weight for other in value]
    return min(products), max(products)


def _reservation(at: Place, given: Ends[Any], values: Mapping[str, Mapping[str, _WholeEnds]]) -> _WholeEnds:
    if not isinstance(given[0], Share):
        return given
    best = [
        sum(max(options.get(option, (0, 0))[end] for option in at.frame.ids[f"option:{issue}"]) for issue, options in values.items())
        for end in (0, 1)
    ]
    shares = [-((-share.percent * most) // 100) for share in given for most in best]
    return int(min(shares)), int(max(shares))


def in_the_middle(doubt: Doubt) -> Preferences:
    """One set of numbers for whoever needs one, which says so where it is the middle of what is in doubt."""
    if doubt.is_none:
        return doubt.pictures[0].least
    middle = doubt.middle
    said = "These numbers are the middle of what is in doubt; gobetween robust works with all of it."
    return evolve(middle, note=f"{middle.note} {said}".strip())
