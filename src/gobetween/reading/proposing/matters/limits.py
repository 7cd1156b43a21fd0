"""Options that words for a limit cover: who asks for at least two years asks for nothing less than three years either."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction

from gobetween.reading.proposing.matters.phrases import Phrase, unit_in

AT_LEAST = re.compile(r"\b(?:at least|no less than|not less than|a minimum of|no fewer than|more than|or more)\b", re.IGNORECASE)
AT_MOST = re.compile(r"\b(?:at most|no more than|not more than|up to|a maximum of|less than|fewer than|or less)\b", re.IGNORECASE)


def options_covered(phrases: Sequence[Phrase], option_of: Mapping[int, str]) -> dict[int, frozenset[str]]:
    """For each phrase that sets a limit to one number, the options of other numbers of that unit which lie within it.

    An option's number is that of the first phrase for it that has exactly one; ranges have none. A phrase under a limit of its own
    ("up to 25 percent") names no single number either, unless no other phrase names the option.
    """
    amounts: dict[str, tuple[str, Fraction]] = {}
    for phrase in phrases:
        option, amount = option_of.get(id(phrase)), _amount(phrase)
        if option is not None and amount is not None:
            amounts.setdefault(option, (unit_in(phrase.name), amount))
    found = {}
    for phrase in phrases:
        own, limit = option_of.get(id(phrase)), _amount(phrase)
        if own is not None and limit is not None and (within := _within(phrase, limit, amounts) - {own}):
            found[id(phrase)] = within
    return found


def _within(phrase: Phrase, limit: Fraction, amounts: Mapping[str, tuple[str, Fraction]]) -> frozenset[str]:
    is_least, is_most = AT_LEAST.search(phrase.name) is not None, AT_MOST.search(phrase.name) is not None
    if is_least is is_most:
        return frozenset()
    unit = unit_in(phrase.name)
    return frozenset(
        option
        for option, (other, amount) in amounts.items()
        if unit == other != "" and (amount >= limit if is_least else amount <= limit)
    )


def _amount(phrase: Phrase) -> Fraction | None:
    return Fraction(phrase.numbers[0]) if len(phrase.numbers) == 1 else None
