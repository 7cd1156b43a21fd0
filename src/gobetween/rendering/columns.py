"""How wide the columns of a table on paper are."""

from __future__ import annotations

from gobetween.briefs.blocks import Table
from gobetween.rendering.svg.shapes import BOLD, text_width
from gobetween.rendering.words_on_paper import LONGEST

ROOM = 62.0  # widths of an average capital that stand beside one another on a sheet in the type of tables
GAP = 1.0  # of these, what is left free between two columns
_EVENING = 0.8  # the power by which more text gets a wider column, but not in proportion


def shares(table: Table, room: float = ROOM) -> tuple[float, ...]:
    """The share of the width for each column, adding up to 1: as much as its longest word needs, and the rest where most is said."""
    places = range(len(table.columns))
    least = [_longest_word(table, at) + GAP for at in places]
    rest = max(room - sum(least), 0.0)
    lacking = [max(_most_said(table, at) - width, 0.0) ** _EVENING for at, width in zip(places, least, strict=True)]
    wanted = [width + rest * lack / (sum(lacking) or 1.0) for width, lack in zip(least, lacking, strict=True)]
    return tuple(each / sum(wanted) for each in wanted)


def is_crowded(table: Table, room: float = ROOM) -> bool:
    """Whether not even the longest words of the columns fit beside one another, so that some must be broken."""
    return sum(_longest_word(table, at) + GAP for at in range(len(table.columns))) > room


def _longest_word(table: Table, at: int) -> float:
    texts = (table.columns[at], *(f"{row[at].text} {row[at].detail}" for row in table.rows))
    marks = [mark for row in table.rows for mark in row[at].marks]
    weight = BOLD if at == 0 else 1.0
    words = [weight * text_width(word[:LONGEST], 1) for text in texts for word in text.split()]
    return max((*words, *(0.74 * text_width(mark, 1) + 0.6 for mark in marks)), default=0.0)


def _most_said(table: Table, at: int) -> float:
    """How long the longer texts of a column are, in one line."""
    lengths = sorted(text_width(row[at].text, 1) + 0.8 * text_width(row[at].detail, 1) for row in table.rows)
    longer = lengths[-max(1, len(lengths) // 3) :]
    return max(text_width(table.columns[at], 1), sum(longer) / len(longer) if longer else 0.0)
