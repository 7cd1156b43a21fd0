"""A brief as plain data for other programs: stable keys, nothing left out, every span in code points of the original."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from fractions import Fraction
from typing import Any, cast

import attrs

from gobetween.briefs.blocks import AccessPlot, Brief, GainsPlot, Listing, Paragraph, PositionsPlot, StancesPlot, Table, TimelinePlot
from gobetween.rendering.json_text import json_text

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
    return {"gobetween": VERSION, "brief_version": BRIEF_VERSION, "brief": _plain(brief)}


def brief_text(brief: Brief) -> str:
    """The brief as JSON text that is safe to print: characters that a terminal would obey stand as escapes, the data is the same."""
    return json_text(brief_json(brief))


def _plain(value: object) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if not attrs.has(type(value)):
        return value
    kind = {"kind": KINDS[type(value)]} if type(value) in KINDS else {}
    fields = attrs.fields(type(cast("attrs.AttrsInstance", value)))
    return kind | {attribute.name: _plain(getattr(value, attribute.name)) for attribute in fields}
