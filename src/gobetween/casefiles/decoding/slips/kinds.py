"""The kinds of slips: for each a function that gives likely remedies for a line, seen with the lines around it.

None of them says that there is a slip; whoever calls them tries the remedy. The order of the table matters: what is told plainly and
rarely by mistake comes first.
"""

from __future__ import annotations

from collections.abc import Callable

from gobetween.casefiles.decoding.slips.brackets import colon_in_flow, cut_off, unclosed_bracket
from gobetween.casefiles.decoding.slips.lines import Line, Lines
from gobetween.casefiles.decoding.slips.marks import (
    first_sign,
    first_sign_in_brackets,
    odd_blanks,
    odd_indentation,
    text_after_a_quote,
    text_after_a_quote_in_brackets,
    typographic_marks,
    unclosed_quote,
)
from gobetween.casefiles.decoding.slips.remedies import Remedies
from gobetween.casefiles.decoding.slips.structure import (
    KEY_ALONE,
    colon_in_words,
    colon_without_space,
    dash_at_a_key,
    dash_without_space,
    indentation,
    key_without_colon,
    other_comment,
    other_dash,
    words_beside_block,
    words_out_of_block,
)


def evident(lines: Lines, last: int) -> Remedies:
    """Remedies for lines that show their slip by the line below them, or by where they begin, down to line `last`; from the top."""
    for line in lines.of_structure(last + 1):
        below = lines.after(line.number)
        for kind in (other_dash, dash_at_a_key, odd_indentation, other_comment, words_beside_block):
            yield from kind(lines, line)
        is_followed = below is None or ((below.key or below.has_dash) and below.indent <= line.indent)
        if is_followed and (line.key or line.has_dash):
            for kind in (unclosed_quote, cut_off, unclosed_bracket):
                yield from (each for each in kind(lines, line) if each.line == line.number)
        elif not line.key and (_begins_keys(lines, line) if line.has_dash else _is_at_a_key(lines, line)):
            yield from colon_without_space(lines, line)
            yield from key_without_colon(lines, line)


def _is_at_a_key(lines: Lines, line: Line) -> bool:
    return KEY_ALONE.fullmatch(line.value) is not None and any(
        each.at == line.indent and not each.is_dash for each in lines.columns(line.number)
    )


def _begins_keys(lines: Lines, line: Line) -> bool:
    """Whether keys stand below the words of an entry, in line with them, so that the words were meant to begin with a key."""
    below = lines.after(line.number)
    return below is not None and bool(below.key) and not below.has_dash and below.indent == len(line.lead)


BY_KIND: tuple[Callable[[Lines, Line], Remedies], ...] = (
    odd_blanks,
    typographic_marks,
    text_after_a_quote,
    text_after_a_quote_in_brackets,
    first_sign,
    first_sign_in_brackets,
    unclosed_quote,
    cut_off,
    unclosed_bracket,
    colon_in_flow,
    colon_without_space,
    dash_without_space,
    indentation,
    words_out_of_block,
    colon_in_words,
    key_without_colon,
)
"""Every kind of slip, in the order in which remedies are tried."""
