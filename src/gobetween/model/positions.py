"""Where actors stand: positions as dated series, and the interests behind them."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from gobetween.model.evidence import Stance
from gobetween.model.items import Item


class Series(StrEnum):
    """Which of an actor's series a position belongs to.

    What it says in public; what is reported of it; what it states in the talks; what it entrusted; and its bottom line, which it
    may keep to itself.
    """

    PUBLIC = "public"
    STATED = "stated"
    BOTTOM_LINE = "bottom line"
    REPORTED = "reported"
    ENTRUSTED = "entrusted"


IN_CONFIDENCE = frozenset({Series.STATED, Series.BOTTOM_LINE, Series.ENTRUSTED})
"""The series that are their actor's own, and never public."""


@frozen
class Position(Item):
    """What an actor says, or is reported to say, that it wants on an issue.

    `options` are those that it asks for or could accept (with `reject` and `oppose`: those that it will not have). A red line is
    declared final. A position on conduct `after_deal` says what the actor would do even with an agreement: it weakens the deal
    but is no term of it. `text` puts it into words; `said_by` is a person, `via` the source that reports it.
    """

    actor: str = field(kw_only=True)
    issue: str | None = field(default=None, kw_only=True)
    stance: Stance = field(kw_only=True)
    options: frozenset[str] = field(default=frozenset(), kw_only=True)
    text: str = field(kw_only=True)
    series: Series = field(default=Series.REPORTED, kw_only=True)
    round: str | None = field(default=None, kw_only=True)
    is_red_line: bool = field(default=False, kw_only=True)
    after_deal: bool = field(default=False, kw_only=True)
    said_by: str | None = field(default=None, kw_only=True)
    via: str = field(default="", kw_only=True)
    condition: str = field(default="", kw_only=True)


@frozen
class Interest(Item):
    """The need behind an actor's positions, as the actor itself gave it; a claim by others about it is an allegation."""

    actor: str = field(kw_only=True)
    text: str = field(kw_only=True)
