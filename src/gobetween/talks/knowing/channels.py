"""Between whom there is a channel: mediators among themselves, and a mediator and those whom it reaches by itself."""

from __future__ import annotations

from collections.abc import Sequence

from gobetween.model.cases import Case
from gobetween.model.errors import ProtocolViolation
from gobetween.model.routes import reaches
from gobetween.talks.standings import Standing


def has_channel(case: Case, one: str, other: str) -> bool:
    """Whether something can go from one to the other without anybody between, as far as the case says; between parties nothing can."""
    ends = ((one, other), (other, one))
    return any(mediator in case.mediators and reaches(case, mediator, to) for mediator, to in ends if mediator != to)


def must_have_channels(at: Standing, one: str, *others: str) -> None:
    """Refuses where one of the others is not reached directly.

    Raises:
        ProtocolViolation: there is no channel, as far as whoever acts knows.
    """
    for other in others:
        if not has_channel(at.case, one, other):
            open_to = ", ".join(each for each in at.case.mediators if has_channel(at.case, one, each)) or "nobody"
            raise ProtocolViolation(f"there is no channel between {one} and {other} that you know of; {one} has one to {open_to}")


def must_be_reached(at: Standing, to: Sequence[str], carriers: Sequence[str]) -> None:
    """Refuses where none of the carriers has a channel to someone.

    Raises:
        ProtocolViolation: somebody is out of their reach.
    """
    for each in to:
        if each not in carriers and not any(has_channel(at.case, carrier, each) for carrier in carriers):
            direct = [mediator for mediator in at.case.mediators if has_channel(at.case, mediator, each)]
            raise ProtocolViolation(f"{', '.join(carriers)} cannot reach {each} directly; {' or '.join(direct) or 'nobody'} can")
