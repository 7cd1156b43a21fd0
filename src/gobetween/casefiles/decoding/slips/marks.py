"""Remedies for quotation marks, for signs that words begin with, and for blanks that are none."""

from __future__ import annotations

import re

from gobetween.casefiles.decoding.slips.lines import Brackets, Line, Lines, brackets_in, end_of_quote
from gobetween.casefiles.decoding.slips.remedies import Remedies, Remedy, in_line, quote

_ODD_BLANKS = re.compile("[\u00a0\u2000-\u200b\u202f\u3000\t]")
_INDENTED_KEY = re.compile(r"(?P<blanks>[\s\u200b]*)(?:- +)?(?P<key>[A-Za-z_][\w-]*):(?: |$)")
_TYPOGRAPHIC = re.compile("[“”„‟«»‘’‚‛]")
_INDICATOR_IN_FLOW = re.compile(r"(?P<before>[\[{,:] *)(?P<words>(?P<sign>[@`%*&!|>])[^,\[\]{}]*?)(?= *[,\]}])")
_QUOTE_IN_FLOW = re.compile(r"[\[{,:] *(?P<mark>['\"])")
_APOSTROPHE = "the apostrophe ends the words in single quotation marks; write it twice (''), or put the words in double ones (\")"
_MEANINGS = {
    "*": "'*' begins an alias",
    "&": "'&' begins an anchor",
    "!": "'!' begins a tag",
    "|": "'|' begins a block of lines",
    ">": "'>' begins a block of lines",
}


def odd_blanks(lines: Lines, line: Line) -> Remedies:
    """Blanks that are no plain spaces."""
    match = _ODD_BLANKS.search(line.written)
    if match:
        name = "tab" if match[0] == "\t" else f"blank that is no plain space (U+{ord(match[0]):04X})"
        yield in_line(lines, line, f"found a {name}; type plain spaces instead", _ODD_BLANKS.sub(" ", line.written))


def odd_indentation(lines: Lines, line: Line) -> Remedies:
    """A key that is indented by blanks that are no plain spaces."""
    match = _INDENTED_KEY.match(line.written)
    if match and (odd := _ODD_BLANKS.search(match["blanks"])):
        said = f"found a blank that is no plain space (U+{ord(odd[0]):04X}) before '{match['key']}'; type plain spaces"
        indented = _ODD_BLANKS.sub(" ", match["blanks"])
        yield in_line(lines, line, said, indented + line.written[match.end("blanks") :])


def typographic_marks(lines: Lines, line: Line) -> Remedies:
    """Quotation marks of a word processor around the words."""
    value = line.words
    if value and _TYPOGRAPHIC.match(value):
        said = f"'{value[0]}' is no quotation mark in YAML, but a letter of the words; use the straight ones, \" or '"
        yield in_line(lines, line, said, line.with_value(quote(_TYPOGRAPHIC.sub("", value))))


def text_after_a_quote(lines: Lines, line: Line) -> Remedies:
    """Words that go on after the quotation mark that closes them."""
    value = line.value.rstrip()
    end = end_of_quote(value, 0) if value[:1] in ("'", '"') else None
    if end is None or not (rest := value[end:].strip()) or rest.startswith(("#", ":")):
        return
    mark, other = value[0], '"' if value[0] == "'" else "'"
    if mark == "'" and value[end : end + 1].isalpha():
        last = len(value) - 1 if value.endswith("'") else len(value)
        yield in_line(lines, line, _APOSTROPHE, line.with_value(quote(value[1:last].replace("''", "'"))))
        return
    yield in_line(lines, line, _goes_on(other), line.with_value(quote(value)))


def text_after_a_quote_in_brackets(lines: Lines, line: Line) -> Remedies:
    """The same within brackets, where a comma may be missing instead."""
    for match in _QUOTE_IN_FLOW.finditer(line.written, line.value_at):
        begin, mark = match.start("mark"), match["mark"]
        end = end_of_quote(line.written, begin)
        rest = line.written[end:].lstrip() if end is not None else ""
        if end is None or not rest or rest[0] in ",]}:#":
            continue
        if rest[0] in "'\"[{":
            said = f"a comma is missing before '{rest[0]}'"
            yield in_line(lines, line, said, f"{line.written[:end]}, {rest}")
            continue
        stop = re.compile(r" *[,\]}]").search(line.written, end)
        stopped = stop.start() if stop else len(line.written)
        words = line.written[begin:stopped]
        is_apostrophe = mark == "'" and line.written[end].isalpha()
        meant = words[1:].removesuffix("'").replace("''", "'") if is_apostrophe else words
        said = _APOSTROPHE if is_apostrophe else _goes_on('"' if mark == "'" else "'")
        yield in_line(lines, line, said, line.written[:begin] + quote(meant) + line.written[stopped:])


def _goes_on(other: str) -> str:
    return f"text goes on after the closing quotation mark; put all of it in quotation marks of the other kind: {other}...{other}"


def unclosed_quote(lines: Lines, line: Line) -> Remedies:
    """A quotation mark that stays open."""
    said = "the quotation mark opened here is never closed; close it, or write the words without quotation marks"
    value = line.value.rstrip()
    if value[:1] in ("'", '"') and end_of_quote(value, 0) is None:
        yield in_line(lines, line, said, line.with_value(_closed(value, value[0])))
        last = lines.all[lines.end_of_block(line.number)]
        if last.number > line.number:
            changed = lines.with_lines({last.number: _closed(last.written.rstrip(), value[0])})
            yield Remedy(line.number, said, changed, is_sure=False)
        return
    for match in _QUOTE_IN_FLOW.finditer(line.written, line.value_at):
        begin = match.start("mark")
        closer = re.search(r" *(?:,|[\]}])", line.written[begin:])
        if closer and (end_of_quote(line.written, begin) is None or _is_odd(line.written[begin:], match["mark"])):
            place = begin + closer.start()
            yield in_line(lines, line, said, line.written[:place] + match["mark"] + line.written[place:])


def _closed(words: str, mark: str) -> str:
    return f"{words}\\{mark}" if words.endswith("\\") and mark == '"' else words + mark


def _is_odd(written: str, mark: str) -> bool:
    return written.count(mark) % 2 == 1


def first_sign(lines: Lines, line: Line) -> Remedies:
    """Words that begin with a sign that has a meaning of its own."""
    value = line.words
    if value[:1] in ("@", "`", "%", "*", "&", "!", "|", ">", ",", "]", "}") and len(value) > 1:
        yield in_line(lines, line, _in_marks(value[0]), line.with_value(quote(value)))
    elif value.startswith(("- ", "? ", ": ")) and line.key:
        said = (
            f"a list does not begin in the line of its key: begin it in the next line; or, if words begin with '{value[0]}', quote them"
        )
        below = lines.after(line.number)
        is_list = below is not None and below.has_dash and value[0] == "-"
        yield in_line(lines, line, said, line.with_value("" if is_list else quote(value)), is_sure=False)
    elif value[:1] in ("[", "{"):
        found = brackets_in(lines, line.number, line.number)
        if found.ended and found.ended[1] + 1 < len(line.written.rstrip()) and not _rest(line, found).startswith(("#", "]", "}", ",")):
            said = f"text goes on after the closing '{line.written[found.ended[1]]}'; put all of it in quotation marks if it is words"
            yield in_line(lines, line, said, line.with_value(quote(value)), is_sure=False)


def first_sign_in_brackets(lines: Lines, line: Line) -> Remedies:
    """The same within brackets."""
    for match in _INDICATOR_IN_FLOW.finditer(line.written, line.value_at):
        written = line.written[: match.start("words")] + quote(match["words"].rstrip()) + line.written[match.end("words") :]
        yield in_line(lines, line, _in_marks(match["sign"]), written)


def _rest(line: Line, found: Brackets) -> str:
    assert found.ended is not None  # asked of brackets that are closed
    return line.written[found.ended[1] + 1 :].strip()


def _in_marks(sign: str) -> str:
    meaning = f" ({_MEANINGS[sign]})" if sign in _MEANINGS else ""
    return f"words cannot begin with '{sign}'{meaning}; put them in quotation marks"
