"""Amendments to a text: asked for by a party of the mediators who showed it the text.

(nothing) --amend--> amendment
"""

from __future__ import annotations

from typing import ClassVar

from attrs import field, frozen

from gobetween.model.errors import ProtocolViolation
from gobetween.model.proposals import Amendment
from gobetween.protocols.acts import Act, Moment


@frozen
class AmendmentProposed(Act):
    """A party asks the mediators who showed it a text to have a clause changed."""

    KIND: ClassVar[str] = "amendment-proposed.v1"
    amendment: str
    text: str
    clause: str
    by: str = field(kw_only=True)
    version: int = field(kw_only=True)
    words: str = field(default="", kw_only=True)
    reason: str = field(default="", kw_only=True)
    is_named: bool = field(default=False, kw_only=True)


def amended(state: Amendment | None, act: AmendmentProposed, moment: Moment) -> Amendment:
    """The amendment after the act.

    Raises:
        ProtocolViolation: there is one of that name.
    """
    if state is not None:
        raise ProtocolViolation(f"the amendment '{act.amendment}' was proposed already; choose another name")
    return Amendment(
        act.amendment,
        proposal=act.text,
        clause=act.clause,
        by=act.by,
        version=act.version,
        text=act.words,
        reason=act.reason,
        is_named=act.is_named,
        owner=act.by,
        **moment.dates,
    )
