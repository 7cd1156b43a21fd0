"""Whether somebody is reached by one of several carriers, as far as is known."""

from __future__ import annotations

from collections.abc import Sequence

from gobetween.model.errors import ProtocolViolation
from gobetween.talks.knowing.channels import has_channel
from gobetween.talks.standings import Standing


def must_be_reached(at: Standing, to: Sequence[str], carriers: Sequence[str]) -> None:
    """Refuses where none of the carriers has a channel to someone.

    Raises:
        ProtocolViolation: somebody is out of their reach.
    """
    for each in to:
        if each not in carriers and not any(has_channel(at.case, carrier, each) for carrier in carriers):
            direct = [mediator for mediator in at.case.mediators if has_channel(at.case, mediator, each)]
            raise ProtocolViolation(f"{', '.join(carriers)} cannot reach {each} directly; {' or '.join(direct) or 'nobody'} can")
