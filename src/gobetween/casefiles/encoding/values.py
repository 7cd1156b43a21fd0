"""Single values as the words, lists and mappings that stand for them in a case file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from enum import Enum
from fractions import Fraction
from typing import Any

from gobetween.casefiles.encoding.yaml_texts import Tree
from gobetween.casefiles.encoding.yaml_words import Bare
from gobetween.model.dates import DateBasis, When, parse_when
from gobetween.model.passages import Citation

_MOST_DECIMALS = 30
_FIRST_BARE_YEAR = 1000  # to other readers of YAML 0999 is the number 999


def flag(value: bool) -> Tree:
    """`true` or `false`."""
    return Bare("true" if value else "false")


def number(value: int | Fraction) -> Tree:
    """A whole number, a decimal one if that is exact, else a fraction."""
    exact = Fraction(value)
    rest, places = exact.denominator, 0
    while places <= _MOST_DECIMALS and (10**places) % rest:
        places += 1
    if places > _MOST_DECIMALS:
        return Bare(f"{exact.numerator}/{exact.denominator}")
    digits = str(abs(exact.numerator) * 10**places // rest).rjust(places + 1, "0")
    sign = "-" if exact < 0 else ""
    return Bare(sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits))


def when(value: When) -> Tree:
    """A time, with what it was inferred from where it was."""
    written = Bare(_span(value))
    if not value.inference:
        return written
    basis: dict[str, Tree] = {} if value.is_unknown else {"basis": value.basis.value}
    return {"date": written, **basis, "inference": value.inference}


def _span(value: When) -> str:
    if value.is_unknown:
        return DateBasis.UNKNOWN.value
    first, last = value.earliest, value.latest
    if first is not None and last is not None:
        if first == last:
            return str(first)
        month = f"{first.year:04}-{first.month:02}"
        if _FIRST_BARE_YEAR <= first.year < dt.MAXYEAR and (first, last) == (dt.date(first.year, 1, 1), dt.date(first.year, 12, 31)):
            return month[:4]
        if last.year < dt.MAXYEAR and (first, last) == _ends(month):
            return month
    return f"{first or '..'}/{last or '..'}"


def _ends(month: str) -> tuple[dt.date | None, dt.date | None]:
    span = parse_when(month)
    return span.earliest, span.latest


def citations(value: Iterable[Citation]) -> Tree:
    """`source@start-end+start-end`, or a list of these."""
    cited = [_citation(each) for each in value]
    return cited[0] if len(cited) == 1 else list[Tree](cited)


def _citation(value: Citation) -> str:
    spans = "+".join(f"{span.start}-{span.end}" for span in value.spans)
    return f"{value.source}@{spans}" if spans else value.source


def in_order(names: Iterable[str], order: Mapping[str, int]) -> list[str]:
    """The names in that order, those that are not in it last, by the alphabet."""
    return sorted(names, key=lambda name: (order.get(name, len(order)), name))


def one_or_several(names: list[str]) -> Tree:
    """A single name by itself, several as a list."""
    return names[0] if len(names) == 1 else list[Tree](names)


def option_sets(value: Mapping[str, Iterable[str]], options: Mapping[str, Mapping[str, int]]) -> Tree:
    """For each issue its options in a list, in the order in which the issue has them."""
    return {issue: list[Tree](in_order(chosen, options.get(issue, {}))) for issue, chosen in value.items()}


def simple(value: Any) -> Tree:
    """A word, flag or number.

    Raises:
        TypeError: it is nothing of the kind.
    """
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, bool):
        return flag(value)
    if isinstance(value, int | Fraction):
        return number(value)
    if isinstance(value, str):
        return value
    if isinstance(value, dt.date):
        return Bare(str(value))
    raise TypeError(f"nothing in a case file stands for a {type(value).__name__}")
