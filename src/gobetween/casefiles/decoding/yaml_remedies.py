"""Likely remedies for slips of the pen in a line of YAML: one function for each kind of slip, over a line and those around it.

None of them says that there is a slip; whoever calls them tries the remedy. The order of the table matters: what is told plainly and
rarely by mistake comes first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from attrs import frozen

from gobetween.casefiles.decoding.yaml_lines import Brackets, Column, Line, Lines, brackets_in, end_of_quote

_LONGEST_FLOW = 40  # lines that one bracket may reasonably span
_ODD_BLANKS = re.compile("[\u00a0\u2000-\u200b\u202f\u3000\t]")
_TYPOGRAPHIC = re.compile("[“”„‟«»‘’‚‛]")
_KEY_ALONE = re.compile(r"(?P<key>[A-Za-z_][\w-]*)(?P<gap> +|$)(?P<rest>[^\s:].*)?")
_GLUED_KEY = re.compile(r"(?P<key>[A-Za-z_][\w-]*):(?=[^\s/:])")
_GLUED_IN_FLOW = re.compile(r"(?<=[{, ])(?P<key>[A-Za-z_][\w-]*):(?=[\[{'\"\w])")
_KEY_WITHIN = re.compile(r"(?<=[^\s,{\[:])(?P<gap> *)(?<![\w-])(?P<key>[A-Za-z_][\w-]*): ")
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


@frozen
class Remedy:
    """What is wrong if the changed text helps; `is_sure` if the change then leaves what was meant as it was written."""

    line: int
    said: str
    text: str
    is_sure: bool = True


Remedies = Iterator[Remedy]


def quote(words: str) -> str:
    """The words in quotation marks."""
    return "'" + words.replace("'", "''") + "'"


def _one(lines: Lines, line: Line, said: str, written: str, *, is_sure: bool = True) -> Remedy:
    return Remedy(line.number, said, lines.with_lines({line.number: written}), is_sure)


def _odd_blanks(lines: Lines, line: Line) -> Remedies:
    match = _ODD_BLANKS.search(line.written)
    if match:
        name = "tab" if match[0] == "\t" else f"blank that is no plain space (U+{ord(match[0]):04X})"
        yield _one(lines, line, f"found a {name}; type plain spaces instead", _ODD_BLANKS.sub(" ", line.written))


def _typographic_marks(lines: Lines, line: Line) -> Remedies:
    value = line.words
    if value and _TYPOGRAPHIC.match(value):
        said = f"'{value[0]}' is no quotation mark in YAML, but a letter of the words; use the straight ones, \" or '"
        yield _one(lines, line, said, line.with_value(quote(_TYPOGRAPHIC.sub("", value))))


def _text_after_a_quote(lines: Lines, line: Line) -> Remedies:
    value = line.value.rstrip()
    end = end_of_quote(value, 0) if value[:1] in ("'", '"') else None
    if end is None or not (rest := value[end:].strip()) or rest.startswith(("#", ":")):
        return
    mark, other = value[0], '"' if value[0] == "'" else "'"
    if mark == "'" and value[end : end + 1].isalpha():
        last = len(value) - 1 if value.endswith("'") else len(value)
        yield _one(lines, line, _APOSTROPHE, line.with_value(quote(value[1:last].replace("''", "'"))))
        return
    yield _one(lines, line, _goes_on(other), line.with_value(quote(value)))


def _text_after_a_quote_in_brackets(lines: Lines, line: Line) -> Remedies:
    for match in _QUOTE_IN_FLOW.finditer(line.written, line.value_at):
        begin, mark = match.start("mark"), match["mark"]
        end = end_of_quote(line.written, begin)
        rest = line.written[end:].lstrip() if end is not None else ""
        if end is None or not rest or rest[0] in ",]}:#":
            continue
        if rest[0] in "'\"[{":
            said = f"a comma is missing before '{rest[0]}'"
            yield _one(lines, line, said, f"{line.written[:end]}, {rest}")
            continue
        stop = re.compile(r" *[,\]}]").search(line.written, end)
        stopped = stop.start() if stop else len(line.written)
        words = line.written[begin:stopped]
        is_apostrophe = mark == "'" and line.written[end].isalpha()
        meant = words[1:].removesuffix("'").replace("''", "'") if is_apostrophe else words
        said = _APOSTROPHE if is_apostrophe else _goes_on('"' if mark == "'" else "'")
        yield _one(lines, line, said, line.written[:begin] + quote(meant) + line.written[stopped:])


def _goes_on(other: str) -> str:
    return f"text goes on after the closing quotation mark; put all of it in quotation marks of the other kind: {other}...{other}"


def _unclosed_quote(lines: Lines, line: Line) -> Remedies:
    said = "the quotation mark opened here is never closed; close it, or write the words without quotation marks"
    value = line.value.rstrip()
    if value[:1] in ("'", '"') and end_of_quote(value, 0) is None:
        yield _one(lines, line, said, line.with_value(_closed(value, value[0])))
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
            yield _one(lines, line, said, line.written[:place] + match["mark"] + line.written[place:])


def _closed(words: str, mark: str) -> str:
    return f"{words}\\{mark}" if words.endswith("\\") and mark == '"' else words + mark


def _is_odd(written: str, mark: str) -> bool:
    return written.count(mark) % 2 == 1


def _first_sign(lines: Lines, line: Line) -> Remedies:
    value = line.words
    if value[:1] in ("@", "`", "%", "*", "&", "!", "|", ">", ",", "]", "}") and len(value) > 1:
        yield _one(lines, line, _in_marks(value[0]), line.with_value(quote(value)))
    elif value.startswith(("- ", "? ", ": ")) and line.key:
        said = (
            f"a list does not begin in the line of its key: begin it in the next line; or, if words begin with '{value[0]}', quote them"
        )
        below = lines.after(line.number)
        is_list = below is not None and below.has_dash and value[0] == "-"
        yield _one(lines, line, said, line.with_value("" if is_list else quote(value)), is_sure=False)
    elif value[:1] in ("[", "{"):
        found = brackets_in(lines, line.number, line.number)
        if found.ended and found.ended[1] + 1 < len(line.written.rstrip()) and not _rest(line, found).startswith(("#", "]", "}", ",")):
            said = f"text goes on after the closing '{line.written[found.ended[1]]}'; put all of it in quotation marks if it is words"
            yield _one(lines, line, said, line.with_value(quote(value)), is_sure=False)


def _first_sign_in_brackets(lines: Lines, line: Line) -> Remedies:
    for match in _INDICATOR_IN_FLOW.finditer(line.written, line.value_at):
        written = line.written[: match.start("words")] + quote(match["words"].rstrip()) + line.written[match.end("words") :]
        yield _one(lines, line, _in_marks(match["sign"]), written)


def _rest(line: Line, found: Brackets) -> str:
    assert found.ended is not None  # asked of brackets that are closed
    return line.written[found.ended[1] + 1 :].strip()


def _in_marks(sign: str) -> str:
    meaning = f" ({_MEANINGS[sign]})" if sign in _MEANINGS else ""
    return f"words cannot begin with '{sign}'{meaning}; put them in quotation marks"


def _cut_off(lines: Lines, line: Line) -> Remedies:
    place = line.written.find(" #", line.value_at)
    opened = brackets_in(lines, line.number, line.number).open
    if place > 0 and opened and any(each.closer in line.written[place:] for each in opened):
        said = "' #' begins a comment, so the rest of this line is not read; put the words with it in quotation marks"
        yield _one(lines, line, said, f"{line.written[:place]} .{line.written[place + 2 :]}", is_sure=False)


def _unclosed_bracket(lines: Lines, line: Line) -> Remedies:
    found = brackets_in(lines, line.number, line.number)
    if found.crossed:
        bracket, number, column = found.crossed
        said = f"the bracket '{bracket.sign}' opened here is never closed; put '{bracket.closer}' before '{line.written[column]}'"
        written = lines.all[number].written
        yield Remedy(bracket.line, said, lines.with_lines({number: written[:column] + bracket.closer + written[column:]}))
    elif found.surplus and line.value[:1] in ("[", "{"):
        column = found.surplus[1]
        said = f"found '{line.written[column]}' with no bracket open before it; take it out"
        yield _one(lines, line, said, line.written[:column] + line.written[column + 1 :])
    elif found.open:
        yield from _closing(lines, line)


def _closing(lines: Lines, line: Line) -> Remedies:
    """The bracket closed at the end of its line; if lines below it go on with it, at the end of the last of these."""
    end = lines.end_of_block(line.number)
    for last in dict.fromkeys((line.number, min(end, line.number + _LONGEST_FLOW))):
        still_open = brackets_in(lines, line.number, last).open
        if still_open:
            bracket, written = still_open[0], re.sub(r" +#.*", "", lines.all[last].written).rstrip()
            closers = "".join(each.closer for each in reversed(still_open))
            said = f"the bracket '{bracket.sign}' opened here is never closed; close it with '{bracket.closer}'"
            yield Remedy(bracket.line, said, lines.with_lines({last: written.rstrip(",") + closers}), is_sure=last == line.number)


def _colon_in_flow(lines: Lines, line: Line) -> Remedies:
    if line.written.find("{") < 0 and line.written.find("[") < 0:
        return
    if match := _GLUED_IN_FLOW.search(line.written):
        yield _one(lines, line, _space_after(match["key"]), f"{line.written[: match.end()]} {line.written[match.end() :]}")
    for match in _KEY_WITHIN.finditer(line.written, line.value_at):
        if match["gap"]:
            said = f"a comma is missing before '{match['key']}:'; if that is part of the words, put them in quotation marks"
            written = f"{line.written[: match.start('gap')]}, {line.written[match.start('key') :]}"
            yield _one(lines, line, said, written, is_sure=False)


def _space_after(key: str) -> str:
    return f"a space is missing after '{key}:'"


def _colon_without_space(lines: Lines, line: Line) -> Remedies:
    match = None if line.key else _GLUED_KEY.match(line.value)
    if match:
        yield _one(lines, line, _space_after(match["key"]), line.with_value(f"{match[0]} {line.value[match.end() :]}"))


def _dash_without_space(lines: Lines, line: Line) -> Remedies:
    if match := re.match(r"( *)-(?=[A-Za-z{\[])", line.written):
        said = "a space is missing after the dash"
        yield _one(lines, line, said, f"{match[0]} {line.written[match.end() :]}")


def _indentation(lines: Lines, line: Line) -> Remedies:
    """The line, and those that follow in line with it, moved to a column where an entry or a key above them begins."""
    above = lines.before(line.number)
    if not (line.key or line.has_dash) or (above is not None and above.words and " " in line.key):
        return
    columns = [each for each in lines.columns(line.number) if not each.is_dash or line.has_dash]
    if any(each.at == line.indent and each.is_dash == line.has_dash for each in columns):
        return
    below = lines.after(line.number)
    if not line.has_dash and not line.words and below is not None and below.indent > line.indent:
        columns = [each for each in columns if each.at < below.indent]
    nearest = sorted(columns, key=lambda each: (abs(each.at - line.indent), each.is_dash != line.has_dash, -each.at))
    is_clear = len(nearest) < 2 or abs(nearest[0].at - line.indent) < abs(nearest[1].at - line.indent)
    for column in nearest:
        if column.at != line.indent:
            text = lines.with_lines({each.number: _moved(each, column.at - line.indent) for each in _run(lines, line, column)})
            yield Remedy(line.number, _out_of_line(line, column), text, is_sure=is_clear and column == nearest[0])


def _words_out_of_block(lines: Lines, line: Line) -> Remedies:
    above = lines.before(line.number)
    if above is None or line.key or line.has_dash or line.indent >= above.indent:
        return
    opener = next((each for each in reversed(lines.all[: above.number + 1]) if each.indent < above.indent and not each.is_empty), None)
    if opener is not None and opener.begins_block:
        said = f"this line is indented less than the words above, which begin in line {opener.number + 2}; indent it as they are"
        yield _one(lines, line, said, " " * above.indent + line.written.lstrip())


def _run(lines: Lines, line: Line, column: Column) -> list[Line]:
    """The line and, if others follow in line with it, these, with all that is below them; a line alone if those fit with it moved."""
    run, is_several = [line], False
    below = lines.after(line.number)
    if line.has_dash and below is not None and below.indent == column.at + len(line.lead) - line.indent:
        return run
    for each in lines.all[line.number + 1 :]:
        if not each.is_empty and each.indent < line.indent:
            break
        is_several = is_several or (not each.is_empty and each.indent == line.indent)
        run.append(each)
    return run if is_several or line.has_dash else [line]


def _moved(line: Line, by: int) -> str:
    return " " * max(line.indent + by, 0) + line.written.lstrip(" ") if line.written.strip() else line.written


def _out_of_line(line: Line, column: Column) -> str:
    which = "the dash" if column.is_dash else f"'{column.name}'"
    return f"this line begins after {_spaces(line.indent)}; begin it after {column.at}, in line with {which} in line {column.line + 1}"


def _spaces(count: int) -> str:
    return "no space" if not count else "1 space" if count == 1 else f"{count} spaces"


def _colon_in_words(lines: Lines, line: Line) -> Remedies:
    value = line.words
    if value and value[0] not in "'\"[{" and re.search(r":(?: |$)", value) and (line.key or line.has_dash):
        yield _one(lines, line, "found ': ' within words; put the words in quotation marks", line.with_value(quote(value)))
    above = lines.before(line.number)
    if above is not None and line.key and above.words and line.indent > above.indent:
        said = "found ': ' within words that go on from the line above; put all of the words in quotation marks"
        joined = {above.number: above.with_value(quote(f"{above.words} {line.written.strip()}")), line.number: ""}
        yield Remedy(line.number, said, lines.with_lines(joined), is_sure=False)


def _key_without_colon(lines: Lines, line: Line) -> Remedies:
    match = None if line.key else _KEY_ALONE.fullmatch(line.value)
    if not match:
        return
    above = lines.before(line.number)
    goes_on = above is not None and " " in above.words
    otherwise = "; or, if the words of the line above go on here, indent this line further" if goes_on else ""
    said = f"the colon after '{match['key']}' is missing{otherwise}"
    yield _one(lines, line, said, line.with_value(f"{match['key']}: {match['rest'] or ''}".rstrip()), is_sure=not goes_on)


def evident(lines: Lines, last: int) -> Remedies:
    """Remedies for lines that show their slip by the line below them, or by where they begin, down to line `last`; from the top."""
    for line in lines.of_structure(last + 1):
        below = lines.after(line.number)
        is_followed = below is None or ((below.key or below.has_dash) and below.indent <= line.indent)
        if is_followed and (line.key or line.has_dash):
            for kind in (_unclosed_quote, _cut_off, _unclosed_bracket):
                yield from (each for each in kind(lines, line) if each.line == line.number)
        elif not line.key and not line.has_dash and _is_at_a_key(lines, line):
            yield from _colon_without_space(lines, line)
            yield from _key_without_colon(lines, line)


def _is_at_a_key(lines: Lines, line: Line) -> bool:
    return _KEY_ALONE.fullmatch(line.value) is not None and any(
        each.at == line.indent and not each.is_dash for each in lines.columns(line.number)
    )


BY_KIND: tuple[Callable[[Lines, Line], Remedies], ...] = (
    _odd_blanks,
    _typographic_marks,
    _text_after_a_quote,
    _text_after_a_quote_in_brackets,
    _first_sign,
    _first_sign_in_brackets,
    _unclosed_quote,
    _cut_off,
    _unclosed_bracket,
    _colon_in_flow,
    _colon_without_space,
    _dash_without_space,
    _indentation,
    _words_out_of_block,
    _colon_in_words,
    _key_without_colon,
)
"""Every kind of slip, in the order in which remedies are tried."""
