"""Numbers of scenario files, exactly: from text to fractions and from fractions to decimals, never through a float.

A fraction that no decimal ends for (1/3) is written with 40 places. A decimal of 40 places or more is read as the one fraction of
small terms that it is the rounding of, if there is one, so that what was written is what is read.
"""

from __future__ import annotations

import re
from fractions import Fraction

PLACES = 40
"""To so many places a fraction without an end is written."""

_LARGEST_TERM = 10 ** (PLACES // 2 - 2)
_NUMBER = re.compile(r"[-+]?(?:[0-9]+(?:\.([0-9]*))?|\.([0-9]+))(?:[eE][-+]?[0-9]{1,3})?")
_LONGEST = 60


def exact(text: str) -> Fraction | None:
    """The number that a text says, or `None` if it says none (words, infinity, no number at all)."""
    match = _NUMBER.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None:
        return None
    value = Fraction(text)
    places = len(match[1] or match[2] or "")
    if places < PLACES:
        return value
    small = value.limit_denominator(_LARGEST_TERM)
    return small if abs(small - value) < Fraction(100, 10**places) else value


def decimal(value: Fraction) -> str:
    """The number as a decimal: exactly where 39 places suffice, else to 40 places."""
    for places in range(PLACES):
        if 10**places % value.denominator == 0:
            return _with_places(value, places)
    return _with_places(value, PLACES)


def decimals_summing_to(total: int, values: list[Fraction]) -> list[str]:
    """The numbers as decimals whose sum is exactly the total, as that of the numbers is; the last takes up what rounding leaves."""
    texts = [decimal(value) for value in values]
    if not texts or sum(map(Fraction, texts)) == total:
        return texts
    last = total - sum((Fraction(text) for text in texts[:-1]), Fraction(0))
    return [*texts[:-1], _with_places(last, PLACES)]


def _with_places(value: Fraction, places: int) -> str:
    digits = str(round(abs(value) * 10**places)).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)
