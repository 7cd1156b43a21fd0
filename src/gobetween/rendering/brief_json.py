"""A brief as plain data for other programs: stable keys, nothing left out, every span in code points of the original."""

from __future__ import annotations

from typing import Any

from gobetween.briefs.blocks import AccessPlot, Brief, GainsPlot, Listing, Paragraph, PositionsPlot, StancesPlot, Table, TimelinePlot
from gobetween.rendering.json_text import json_text, plain

VERSION = 1  # of what Gobetween writes
BRIEF_VERSION = 1  # of the form of a brief: another one where a key is taken away or comes to mean something else
KINDS: dict[type, str] = {
    Paragraph: "paragraph",
    Listing: "listing",
    Table: "table",
    TimelinePlot: "timeline",
    PositionsPlot: "positions",
    GainsPlot: "gains",
    StancesPlot: "stances",
    AccessPlot: "access",
}


def brief_json(brief: Brief) -> dict[str, Any]:
    """The brief as `{"gobetween": 1, "brief_version": 1, "brief": ...}`: dictionaries, lists, texts, whole numbers, booleans, nulls.

    Blocks and block tables say their `kind`. Dates are `{"earliest", "latest", "basis", "inference"}` with ISO days, fractions are
    texts like `"3/5"`. Texts are as the sources have them, characters that drive terminals included: write them with `brief_text`.
    """
    return {"gobetween": VERSION, "brief_version": BRIEF_VERSION, "brief": plain(brief, KINDS)}


def brief_text(brief: Brief) -> str:
    """The brief as JSON text that is safe to print: characters that a terminal would obey stand as escapes, the data is the same."""
    return json_text(brief_json(brief))
