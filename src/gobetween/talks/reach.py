"""Who reaches whom directly, as far as is known."""

from __future__ import annotations

from collections.abc import Sequence

from gobetween.model.errors import ProtocolViolation
from gobetween.talks.standings import Standing


def must_be_reached(at: Standing, to: Sequence[str], carriers: Sequence[str]) -> None:
    """Refuses where none of the carriers reaches someone by itself, though it is known who does; where nothing is known, all do.

    Raises:
        ProtocolViolation: somebody is out of their reach.
    """
    for each in to:
        direct = sorted({access.mediator for access in at.case.access if access.to == each and not access.through})
        if direct and not set(direct) & set(carriers):
            raise ProtocolViolation(f"{', '.join(carriers)} cannot reach {each} directly; {' or '.join(direct)} can")
