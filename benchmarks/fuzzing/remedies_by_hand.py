"""What a person does who is told of a slip and follows the words: the line changed as they say, without a look at who says them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

_PARTS = re.compile(r"(?P<head>\s*(?:- +)*(?:[^\s#'\"\[\]{},][^:#]*?: *)?)(?P<value>.*?)(?P<comment>\s#.*)?")
_BLANKS = re.compile("[\t\u00a0\u2000-\u200b\u202f\u3000]")

Told = re.Match[str]
Mend = Callable[[list[str], int, Told], str | None]


def mended(text: str, line: int, said: str) -> str | None:
    """The text with that remedy in that line (counted from 1); `None` if the words leave it to the reader what to do."""
    lines = text.split("\n")
    if line > len(lines):
        return None
    for form, mend in REMEDIES:
        told = form.search(said)
        if told is not None:
            changed = mend(lines, line - 1, told)
            return None if changed is None else "\n".join([*lines[: line - 1], changed, *lines[line:]])
    return None


def _value(line: str) -> tuple[str, str]:
    found = _PARTS.fullmatch(line.rstrip("\r"))
    return (found["head"], found["value"].rstrip()) if found else (line, "")


def _plain_blanks(lines: list[str], at: int, _told: Told) -> str | None:
    return _BLANKS.sub(" ", lines[at])


def _in_marks(lines: list[str], at: int, told: Told) -> str | None:
    head, value = _value(lines[at])
    sign = told.groupdict().get("sign")
    if not value or (sign and not value.startswith(sign)):
        return None
    return head + "'" + value.replace("'", "''") + "'"


def _indented(lines: list[str], at: int, told: Told) -> str | None:
    return " " * int(told["count"]) + lines[at].lstrip(" ")


def _closed(lines: list[str], at: int, _told: Told) -> str | None:
    """A quotation mark, where the words that it opens are all of the value and hold no other."""
    head, value = _value(lines[at])
    if value[:1] not in ("'", '"') or value[0] in value[1:] or "\\" in value or " #" in lines[at]:
        return None
    return head + value + value[0]


def _space_after(lines: list[str], at: int, told: Told) -> str | None:
    place = lines[at].find(told["key"])
    end = place + len(told["key"])
    return lines[at][:end] + " " + lines[at][end:] if place >= 0 else None


def _space_after_the_dash(lines: list[str], at: int, _told: Told) -> str | None:
    return re.sub(r"^( *-)", r"\1 ", lines[at])


def _colon_after(lines: list[str], at: int, told: Told) -> str | None:
    return re.sub(rf"^( *(?:- +)*{re.escape(told['key'])})(?=\s|$)", r"\1:", lines[at])


def _comma_before(lines: list[str], at: int, told: Told) -> str | None:
    place = lines[at].find(" " + told["key"])
    return lines[at][:place] + "," + lines[at][place:] if place >= 0 and lines[at].count(told["key"]) == 1 else None


def _typographic(lines: list[str], at: int, _told: Told) -> str | None:
    head, value = _value(lines[at])
    if not re.match("[“”„‟«»‘’‚‛]", value) or re.search("[“”„‟«»‘’‚‛]", head):
        return None
    return head + "'" + re.sub("[“”„‟«»‘’‚‛]", "", value).replace("'", "''") + "'"


def _bracket_closed(lines: list[str], at: int, told: Told) -> str | None:
    return None if "#" in lines[at] else lines[at].rstrip() + told["closer"]


def _bracket_closed_before(lines: list[str], at: int, told: Told) -> str | None:
    place = lines[at].find(told["sign"], lines[at].rfind(told["opener"]))
    return lines[at][:place] + told["closer"] + lines[at][place:] if place >= 0 and told["opener"] in lines[at] else None


def _taken_out(lines: list[str], at: int, told: Told) -> str | None:
    place = lines[at].rfind(told["sign"])
    return None if place < 0 or lines[at].count(told["sign"]) > 2 else lines[at][:place] + lines[at][place + 1 :]


def _apostrophes(lines: list[str], at: int, _told: Told) -> str | None:
    head, value = _value(lines[at])
    if len(value) < 2 or value[0] != "'":
        return None
    words = value[1:-1] if value.endswith("'") else value[1:]
    return f"{head}'{words.replace(chr(39) * 2, chr(39)).replace(chr(39), chr(39) * 2)}'"


def _in_the_other_marks(lines: list[str], at: int, told: Told) -> str | None:
    head, value = _value(lines[at])
    mark = told["mark"]
    is_plain = value[:1] in ("'", '"') and value[0] != mark and mark not in value and "\\" not in value and "#" not in lines[at]
    return f"{head}{mark}{value}{mark}" if is_plain else None


def _indented_as_above(lines: list[str], at: int, _told: Told) -> str | None:
    above = next((line for line in reversed(lines[:at]) if line.strip()), "")
    return above[: len(above) - len(above.lstrip(" "))] + lines[at].lstrip(" ")


REMEDIES: Sequence[tuple[re.Pattern[str], Mend]] = (
    (re.compile("type plain spaces"), _plain_blanks),
    (re.compile("found a tab in the indentation"), _plain_blanks),
    (re.compile("^'.' is no quotation mark in YAML"), _typographic),
    (re.compile(r"begin it after (?P<count>\d+), in line"), _indented),
    (re.compile("^words cannot begin with '(?P<sign>.)'"), _in_marks),
    (re.compile("^found ': ' within words; put the words"), _in_marks),
    (re.compile("put words that begin with '(?P<sign>[*&!])' in quotation marks"), _in_marks),
    (re.compile("^text goes on after the closing '"), _in_marks),
    (re.compile("^text goes on after the closing quotation mark; .*: (?P<mark>['\"])\\.\\.\\."), _in_the_other_marks),
    (re.compile("^the apostrophe ends the words"), _apostrophes),
    (re.compile("^the quotation mark opened here is never closed"), _closed),
    (re.compile("^the bracket .* is never closed; close it with '(?P<closer>.)'"), _bracket_closed),
    (
        re.compile("^the bracket '(?P<opener>.)' .* is never closed; put '(?P<closer>.)' before '(?P<sign>.)'"),
        _bracket_closed_before,
    ),
    (re.compile("^found '(?P<sign>.)' with no bracket open before it; take it out"), _taken_out),
    (re.compile("^this line is indented less than the words above"), _indented_as_above),
    (re.compile("^a space is missing after '(?P<key>.*:)'"), _space_after),
    (re.compile("^a space is missing after the dash"), _space_after_the_dash),
    (re.compile("^the colon after '(?P<key>.*?)' is missing"), _colon_after),
    (re.compile("^a comma is missing before '(?P<key>.*:)'"), _comma_before),
)
