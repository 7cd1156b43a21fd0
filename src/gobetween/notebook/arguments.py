"""Arguments of the Python API: what may be given, and messages of the commands said in their words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from gobetween.model.errors import GobetweenError, InvalidCase

Day = str | dt.date
Terms = Mapping[str, str]

_IN_PYTHON = (
    (re.compile(r"--assume ONE --assume OTHER"), 'assume=["ONE", "OTHER"]'),
    (re.compile(r"--assume NAME"), 'assume="NAME"'),
    (re.compile(r"--package ISSUE=OPTION,\.\.\."), 'package={"ISSUE": "OPTION"}'),
    (re.compile(r"--points or --seconds"), "seconds"),
    (re.compile(r"--weight names\b"), "weights name"),
    (re.compile(r"--weight\b"), "weights"),
    (re.compile(r"--as\b(?!-)"), "audience"),
    (re.compile(r"gobetween solve --rule nash"), 'solve(rule="nash")'),
    (re.compile(r"gobetween (zone|improve|robust)\b"), r"\1()"),
)
_OPTION = re.compile(r"(?<![\w-])--([a-z]+(?:-[a-z]+)*)")


def in_python(message: str) -> str:
    """A message of the commands as it is said in Python: `--as-of` is `as_of`, `gobetween zone` is `zone()`."""
    for pattern, words in _IN_PYTHON:
        message = pattern.sub(words, message)
    return _OPTION.sub(lambda option: option[1].replace("-", "_"), message)


@contextmanager
def said_in_python() -> Iterator[None]:
    """What goes wrong within is told in the words of Python."""
    try:
        yield
    except GobetweenError as error:
        error.args = tuple(in_python(each) if isinstance(each, str) else each for each in error.args)
        raise


def day(given: Day | None) -> dt.date | None:
    """A day as it was given, or as `2024-02-21` writes it.

    Raises:
        InvalidCase: it is no day.
    """
    if given is None or isinstance(given, dt.date):
        return given.date() if isinstance(given, dt.datetime) else given
    try:
        return dt.date.fromisoformat(given)
    except (TypeError, ValueError):
        raise InvalidCase(f"'{given}' is no day; write it as 2024-02-21") from None


def place(path: str | Path) -> Path:
    """A path as it was given; an empty one, which would be the folder one is in, is nobody's wish.

    Raises:
        InvalidCase: it is no path, or empty.
    """
    if not isinstance(path, str | Path):
        raise InvalidCase(f"{path!r} is no path; write it as text: 'my-case'")
    if not str(path).strip():
        raise InvalidCase("the path is empty; write it as text: 'my-case' ('.' is the folder you are in)")
    return Path(path)


def name(given: str, of: str) -> str:
    """The name of something, such as an audience.

    Raises:
        InvalidCase: it is no text, or empty.
    """
    if not isinstance(given, str) or not given:
        raise InvalidCase(f"{of}: {given!r} is no name; write it as text, such as 'public'")
    return given


def count(limit: int, least: int = 0) -> int:
    """How many are listed; 0 means all where it may be given.

    Raises:
        InvalidCase: it is no whole number, or less than `least`.
    """
    if not isinstance(limit, int) or isinstance(limit, bool) or limit < least:
        raise InvalidCase(f"limit: {limit!r} is no number to list; write a whole number from {least} on")
    return limit


def terms(package: Terms | None) -> dict[str, frozenset[str]]:
    """A package: one option for each issue that it names, or none.

    Raises:
        InvalidCase: it is no mapping of names to names.
    """
    if package is None:
        return {}
    if not isinstance(package, Mapping) or not all(isinstance(each, str) for pair in package.items() for each in pair):
        raise InvalidCase(f'package: {package!r} is none; write {{"ISSUE": "OPTION"}}, by the ids in case.yaml')
    return {issue: frozenset({option}) for issue, option in package.items()}


def one_package(package: Terms | None, proposal: str | None) -> dict[str, frozenset[str]]:
    """The terms of the package that is meant, if it is not that of a proposal.

    Raises:
        InvalidCase: both are given, or the package is none.
    """
    if package and proposal is not None:
        raise InvalidCase("package and proposal both say which package is meant; give one of them")
    return terms(package)


def weighed(weights: Mapping[str, int] | None) -> dict[str, int]:
    """How many times each party counts.

    Raises:
        InvalidCase: it is no mapping of parties to whole numbers.
    """
    if weights is None:
        return {}
    if not isinstance(weights, Mapping) or not all(isinstance(each, int) for each in weights.values()):
        raise InvalidCase(f'weights: {weights!r} are none; write {{"PARTY": 2}}, with a whole number for each')
    return dict(weights)


def names(given: str | Sequence[str]) -> tuple[str, ...]:
    """One name, or several.

    Raises:
        InvalidCase: it is neither.
    """
    if isinstance(given, str):
        return (given,)
    if not isinstance(given, Sequence) or not all(isinstance(each, str) for each in given):
        raise InvalidCase(f'assume: {given!r} is no list of names; write ["ONE", "OTHER"]')
    return tuple(given)
