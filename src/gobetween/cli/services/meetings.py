"""What the commands for meetings and dates ask of the rest of Gobetween; the bootstrap fills it in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from gobetween.cli.services.requests import Briefing, BriefRequest


class MeetingServices(Protocol):
    """Read-outs and calendars; every method may raise a `GobetweenError`."""

    def read_out(self, request: BriefRequest, meeting: str | None, recipient: str) -> Briefing:
        """The read-out of a meeting for those whom it is for, or the meetings of which one can be drafted."""

    def calendar(self, request: BriefRequest) -> tuple[bytes, tuple[str, ...]]:
        """An iCalendar file of what the audience may know, and what whoever asked should know of it."""
