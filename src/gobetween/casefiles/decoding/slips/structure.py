"""Remedies for what makes the structure: indentation, dashes, colons."""

from __future__ import annotations

import re

from gobetween.casefiles.decoding.slips.lines import Column, Line, Lines
from gobetween.casefiles.decoding.slips.remedies import Remedies, Remedy, in_line, quote

KEY_ALONE = re.compile(r"(?P<key>[A-Za-z_][\w-]*)(?P<gap> +|$)(?P<rest>[^\s:].*)?")
_GLUED_KEY = re.compile(r"(?P<key>[A-Za-z_][\w-]*):(?=[^\s/:])")


def space_after(key: str) -> str:
    """What to do about a key that is glued to its value."""
    return f"a space is missing after '{key}:'"


def colon_without_space(lines: Lines, line: Line) -> Remedies:
    """A key that is glued to its value."""
    match = None if line.key else _GLUED_KEY.match(line.value)
    if match:
        yield in_line(lines, line, space_after(match["key"]), line.with_value(f"{match[0]} {line.value[match.end() :]}"))


def dash_without_space(lines: Lines, line: Line) -> Remedies:
    """A dash that is glued to its entry."""
    if match := re.match(r"( *)-(?=[A-Za-z{\[])", line.written):
        said = "a space is missing after the dash"
        yield in_line(lines, line, said, f"{match[0]} {line.written[match.end() :]}")


def dash_at_a_key(lines: Lines, line: Line) -> Remedies:
    """A dash that is glued to the first key of an entry, or a star in its place."""
    if match := re.match(r"( *)-(?=[A-Za-z_][\w-]*:(?: |$))", line.written):
        said = "a space is missing after the dash"
        yield in_line(lines, line, said, f"{match[0]} {line.written[match.end() :]}")
    elif match := re.match(r"( *)([*+]) *(?=[A-Za-z_][\w-]*:(?: |$))", line.written):
        said = f"'{match[2]}' begins no entry of a list; write a plain hyphen, '- '"
        yield in_line(lines, line, said, f"{match[1]}- {line.written[match.end() :]}")


def other_dash(lines: Lines, line: Line) -> Remedies:
    """A dash of a word processor before an entry."""
    if match := re.match(r"( *)([–—−•]) +(?=\S)", line.written):
        said = f"'{match[2]}' begins no entry of a list; write a plain hyphen, '- '"
        changed = {each.number: re.sub(r"^( *)[–—−•] ", r"\1- ", each.written) for each in lines.all[line.number :]}
        yield Remedy(line.number, said, lines.with_lines(changed))


def other_comment(lines: Lines, line: Line) -> Remedies:
    """A comment as other languages have it."""
    if line.written.lstrip().startswith("//"):
        yield in_line(lines, line, "a comment begins with '#', not with '//'", line.written.replace("//", "#", 1))


def words_beside_block(lines: Lines, line: Line) -> Remedies:
    """Words of a block that are indented no further than the key that it stands under."""
    below = lines.after(line.number)
    if not line.begins_block or not line.key or below is None or below.key or below.has_dash or below.indent > len(line.lead):
        return
    moved = {}
    for each in lines.all[below.number :]:
        if not each.is_empty and (each.key or each.has_dash or each.indent != below.indent):
            break
        moved[each.number] = f"  {' ' * len(line.lead)}{each.written.lstrip()}"
    said = f"the words after '{line.value.strip()}' are indented no further than '{line.key}'; indent each of their lines further"
    yield Remedy(line.number, said, lines.with_lines(moved))


def indentation(lines: Lines, line: Line) -> Remedies:
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


def words_out_of_block(lines: Lines, line: Line) -> Remedies:
    """A line of a block of words that is indented less than the others."""
    above = lines.before(line.number)
    if above is None or line.key or line.has_dash or line.indent >= above.indent:
        return
    opener = next((each for each in reversed(lines.all[: above.number + 1]) if each.indent < above.indent and not each.is_empty), None)
    if opener is not None and opener.begins_block:
        said = f"this line is indented less than the words above, which begin in line {opener.number + 2}; indent it as they are"
        yield in_line(lines, line, said, " " * above.indent + line.written.lstrip())


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


def colon_in_words(lines: Lines, line: Line) -> Remedies:
    """Words, perhaps from the line above, in which a colon looks like that of a key."""
    value = line.words
    if value and value[0] not in "'\"[{" and re.search(r":(?: |$)", value) and (line.key or line.has_dash):
        yield in_line(lines, line, "found ': ' within words; put the words in quotation marks", line.with_value(quote(value)))
    above = lines.before(line.number)
    if above is not None and line.key and above.words and line.indent > above.indent:
        said = "found ': ' within words that go on from the line above; put all of the words in quotation marks"
        joined = {above.number: above.with_value(quote(f"{above.words} {line.written.strip()}")), line.number: ""}
        yield Remedy(line.number, said, lines.with_lines(joined), is_sure=False)


def key_without_colon(lines: Lines, line: Line) -> Remedies:
    """A key that lost its colon."""
    match = None if line.key else KEY_ALONE.fullmatch(line.value)
    if not match:
        return
    above = lines.before(line.number)
    goes_on = above is not None and " " in above.words
    otherwise = "; or, if the words of the line above go on here, indent this line further" if goes_on else ""
    said = f"the colon after '{match['key']}' is missing{otherwise}"
    yield in_line(lines, line, said, line.with_value(f"{match['key']}: {match['rest'] or ''}".rstrip()), is_sure=not goes_on)
