"""Values as people write them: text to value and back, and what is allowed, in words."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from fractions import Fraction
from typing import Any, TypeVar

from attrs import evolve, field, frozen

from gobetween.model.dates import UNKNOWN_DATE, DateBasis, When, parse_when

JUDGED_DATE = "as a person judged"
_NUMBER = re.compile(r"[-+]?[0-9]{1,30}(?:\.[0-9]{1,30}|/0*[1-9][0-9]{0,29})?")
_FLAGS = {"yes": True, "true": True, "no": False, "false": False}

Word = TypeVar("Word", bound=StrEnum)


@frozen
class Form:
    """How one field is written: text to value and back, and what is allowed, in words.

    `empty` is the value of a field that was left empty; a field that `is_required` must not be. `words` are all that it may be, if it
    is one of a few.
    """

    parse: Callable[[str], Any]
    write: Callable[[Any], str]
    allowed: str
    empty: Any = field(default=None, kw_only=True)
    is_required: bool = field(default=False, kw_only=True)
    words: tuple[str, ...] = field(default=(), kw_only=True)


def _as_it_is(text: str) -> str:
    return text


def _words(*, empty: str | None = None, is_required: bool = False) -> Form:
    return Form(_as_it_is, str, "text", empty=empty, is_required=is_required)


def choice(kind: type[Word]) -> Form:
    """How one of an enumeration's words is written; case, blanks, hyphens and underscores do not matter."""
    words = [member.value for member in kind]

    def parse(text: str) -> Word:
        wanted = text.casefold().replace("-", " ").replace("_", " ")
        found = next((member for member in kind if member.value.replace("_", " ") == wanted), None)
        if found is None:
            msg = f"allowed: {', '.join(words)}"
            raise ValueError(msg)
        return found

    return Form(parse, str, ", ".join(words), is_required=True, words=tuple(words))


def _number(text: str) -> int | Fraction:
    plain = text.replace(",", "") if re.fullmatch(r"[-+]?\d{1,3}(?:,\d{3})+", text) else text
    if not _NUMBER.fullmatch(plain):
        msg = "allowed: a number such as 900, 2.5 or 1/3"
        raise ValueError(msg)
    value = Fraction(plain)
    return int(value) if value.denominator == 1 else value


def _size(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", text):
        msg = "allowed: a whole number"
        raise ValueError(msg)
    return int(text)


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in re.split(";" if ";" in text else ",", text) if name.strip())


def _names_in_words(names: tuple[str, ...]) -> str:
    """The names with semicolons between them; one that has a comma in it is closed by one, so that it stays one."""
    return "; ".join(names) + (";" if len(names) == 1 and "," in names[0] else "")


def _when(text: str) -> When:
    return parse_when(text, basis=DateBasis.UNKNOWN if text == "unknown" else DateBasis.INFERRED, inference=_reason(text))


def _reason(text: str) -> str:
    return "" if text == "unknown" else JUDGED_DATE


def when_as_text(when: When) -> str:
    """The time as `parse_when` reads it."""
    if when.is_unknown:
        return "unknown"
    return str(when.day) if when.day else f"{when.earliest or '..'}/{when.latest or '..'}"


def _flag(text: str) -> bool:
    if text.casefold() not in _FLAGS:
        msg = "allowed: yes, no"
        raise ValueError(msg)
    return _FLAGS[text.casefold()]


def _flag_in_words(*, value: bool | None) -> str:
    return "" if value is None else "yes" if value else "no"


def _flag_form(*, is_required: bool) -> Form:
    return Form(_flag, lambda value: _flag_in_words(value=value), "yes, no", is_required=is_required)


WORDS = _words(is_required=True)
PERHAPS_WORDS = _words()
WORDS_OR_NONE = _words(empty="")
NUMBER = Form(_number, str, "a number such as 900, 2.5 or 1/3", is_required=True)
PERHAPS_NUMBER = evolve(NUMBER, is_required=False)
SIZE = Form(_size, str, "a whole number")
NAMES = Form(_names, _names_in_words, "names with commas or semicolons between them", empty=(), is_required=True)
PERHAPS_NAMES = evolve(NAMES, is_required=False)
WHEN = Form(_when, when_as_text, "2024-02-21, 2024-02, 2024-05-01/2024-05-06, 2024-05-01/.. or unknown", empty=UNKNOWN_DATE)
FLAG, PERHAPS_FLAG = _flag_form(is_required=True), _flag_form(is_required=False)


def parsed(form: Form, name: str, text: str) -> Any:
    """The value that the text gives a field.

    Raises:
        ValueError: it gives none; the text says what is allowed.
    """
    if not text:
        if form.is_required:
            msg = f"{name}: found nothing; allowed: {form.allowed}"
            raise ValueError(msg)
        return form.empty
    try:
        value = form.parse(text)
    except ValueError as error:
        said = str(error)
        msg = f"{name}: found '{text}'; {said if said.startswith('allowed') else f'allowed: {form.allowed}'}"
        raise ValueError(msg) from None
    if form.is_required and value == form.empty:
        msg = f"{name}: found '{text}'; allowed: {form.allowed}"
        raise ValueError(msg)
    return value
