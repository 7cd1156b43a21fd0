"""Between whom there is a channel: mediators among themselves, and a mediator and those whom it reaches by itself."""

from __future__ import annotations

from gobetween.model.cases import Case
from gobetween.model.errors import ProtocolViolation
from gobetween.talks.standings import Standing


def has_channel(case: Case, one: str, other: str) -> bool:
    """Whether something can go from one to the other without anybody between, as far as the case says.

    Parties have no channel to each other. A mediator reaches those whom it is said to reach without others; where nobody is said to
    reach someone so, every mediator does of whom nothing else is said.
    """
    mediators = [each for each in (one, other) if each in case.mediators]
    if one == other or not mediators:
        return False
    return len(mediators) == len((one, other)) or _reaches(case, mediators[0], other if mediators[0] == one else one)


def must_have_channels(at: Standing, one: str, *others: str) -> None:
    """Refuses where one of the others is not reached directly.

    Raises:
        ProtocolViolation: there is no channel, as far as whoever acts knows.
    """
    for other in others:
        if not has_channel(at.case, one, other):
            open_to = ", ".join(each for each in at.case.mediators if has_channel(at.case, one, each)) or "nobody"
            raise ProtocolViolation(f"there is no channel between {one} and {other} that you know of; {one} has one to {open_to}")


def _reaches(case: Case, mediator: str, to: str) -> bool:
    claims = [each for each in case.access if each.to == to]
    direct = {each.mediator for each in claims if not each.through}
    return mediator in direct or (not direct and all(each.mediator != mediator for each in claims))
