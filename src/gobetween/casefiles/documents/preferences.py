"""Numbers about what options are worth: weights, values, reservation value, value links; in whole numbers, exactly."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from attrs import frozen

from gobetween.casefiles.decoding.entry_keys import are_within
from gobetween.casefiles.decoding.faults import listed
from gobetween.casefiles.decoding.field_readers import each, entries_of, whole, words
from gobetween.casefiles.decoding.fields import Fields, is_nothing, may, must, record
from gobetween.casefiles.decoding.places import Place, Unreadable
from gobetween.casefiles.decoding.readers import accepts
from gobetween.casefiles.decoding.reference_readers import by_option, by_ref, option_sets
from gobetween.casefiles.decoding.yaml_nodes import Scalar
from gobetween.casefiles.schemas.fragments import Schema, either, matching, needs, titled
from gobetween.model.items import EVERYONE
from gobetween.model.preferences import Preferences, ValueLink

LARGEST_VALUE = 10**12
LARGEST_WEIGHT = 10_000
_PERCENT = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,6})?) ?%")
_LOWEST_RESERVATION = -(10**12)


@frozen
class Share:
    """A reservation value as a share of the sum of the best option on every issue."""

    percent: Fraction


VALUE = whole(-LARGEST_VALUE, LARGEST_VALUE)
WEIGHT = whole(0, LARGEST_WEIGHT)
PERCENT_SCHEMA: Schema = titled("percentage", matching("(?:100(?:[.]0{1,6})?|0?[0-9]{1,2}(?:[.][0-9]{1,6})?) ?%"))


@accepts(either(whole(_LOWEST_RESERVATION).schema, PERCENT_SCHEMA))
def reservation(at: Place) -> int | Share:
    """A whole number, or a percentage of the best."""
    text = at.node.text.strip() if isinstance(at.node, Scalar) else ""
    match = _PERCENT.fullmatch(text)
    if match is None:
        if "%" in text:
            at.reject_value("allowed: a percentage from 0% to 100%, such as 40%")
        if isinstance(at.node, Scalar) and at.node.is_plain and isinstance(at.node.value, str):
            at.reject_value("allowed: a whole number, or a percentage such as 40%")
        return whole(_LOWEST_RESERVATION)(at)
    if Fraction(match[1]) > 100:
        at.reject_value("allowed: a percentage from 0% to 100%, such as 40%")
    return Share(Fraction(match[1]))


_VALUE_LINK = record(ValueLink, {"if": must(option_sets, "if_chosen"), "value": must(VALUE)}, title="value link")

NUMBERS: Fields = {
    "weights": may(by_ref("issue", WEIGHT)),
    "values": may(by_ref("issue", by_option(VALUE))),
    "reservation": may(reservation),
    "value_links": may(each(_VALUE_LINK), "links"),
}
"""The keys that say what packages are worth to a party."""

NUMBERS_TOGETHER: tuple[Schema, ...] = tuple(needs(key, "values", "reservation") for key in NUMBERS)
"""Which of these keys there are together; `preferences_from` says so too."""

NUMBERS_WITH_NOTE: Fields = {**NUMBERS, "note": may(words)}


def has_numbers(read: dict[str, Any]) -> bool:
    """Whether any of the keys about numbers was given."""
    return any(key in read for key in ("weights", "values", "reservation", "links"))


def preferences_from(at: Place, party: str, read: dict[str, Any], **others: Any) -> Preferences:
    """The preferences that the read keys make; option values are weight x value."""
    for key in ("values", "reservation"):
        if key not in read and key in entries_of(at.node) and not is_nothing(entries_of(at.node)[key]):
            raise Unreadable  # its own fault says why
        if key not in read:
            at.reject(f"'{key}' is missing: numbers need 'values' and a 'reservation' (0 if any deal is better than none)")
    weights = read.get("weights", {})
    values = {
        issue: {option: weights.get(issue, 1) * value for option, value in options.items()} for issue, options in read["values"].items()
    }
    bar = read["reservation"]
    if isinstance(bar, Share):
        bar = _part_of_best(bar, values, at)
    return Preferences(party, values, reservation=bar, links=read.get("links", ()), **others)


def warn_of_issues_left_out(at: Place, preferences: Preferences) -> None:
    """Tells whoever holds the numbers of issues that need the party's consent, and of which these say nothing.

    An issue that not all of them hold is passed over: none may learn of it from this.
    """
    frame, named = at.frame, set(preferences.issues_named)
    left_out = [
        issue
        for issue in frame.ids["issue"]
        if issue not in named
        and preferences.party in (frame.consents.get(issue) or frame.parties)
        and are_within(preferences.holders, frame.holders.get(("issue", issue), EVERYONE))
    ]
    if left_out:
        values = entries_of(at.node).get("values", at.node)
        found = f"nothing is said of {listed(left_out)}: for {preferences.party} every option there counts 0"
        at.step("values", values).warn(preferences.holders, f"{found}; give values, or 0 if that is meant")


def warn_of_options_left_out(at: Place, preferences: Preferences) -> None:
    """Tells whoever holds the numbers of options without a value beside one that is said to be worth 0: there nobody relies on that."""
    for issue, values in preferences.option_values.items():
        left_out = [option for option in at.frame.ids.get(f"option:{issue}", ()) if option not in values]
        if left_out and 0 in values.values() and any(values.values()):
            place = at.step("values", entries_of(at.node).get("values", at.node))
            place = place.step(issue, entries_of(place.node).get(issue, place.node))
            place.warn(
                preferences.holders, f"nothing is said of {listed(left_out)}, which counts 0; give a value, or 0 if that is meant"
            )


def _part_of_best(share: Share, values: dict[str, dict[str, int]], at: Place) -> int:
    """The share of the sum, over issues, of the best weight x value, rounded up; an option left out is worth 0."""
    best = sum(max(options.get(option, 0) for option in at.frame.ids[f"option:{issue}"]) for issue, options in values.items())
    return -((-share.percent * best) // 100)
