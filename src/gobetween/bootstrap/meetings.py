"""The services behind the commands for meetings and dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from attrs import field, frozen

if TYPE_CHECKING:
    from gobetween.bootstrap.bargaining import SeenCase
    from gobetween.cli.services import Briefing, BriefRequest

MOST_NAMED = 5


@frozen
class Meetings:
    """Read-outs and calendars. `see` gives what an audience sees of a case, its reports unread."""

    see: Callable[[BriefRequest], SeenCase]
    today: dt.date = field(kw_only=True)

    def read_out(self, request: BriefRequest, meeting: str | None, recipient: str) -> Briefing:
        """The read-out, from what both whoever drafts it and those whom it is for may see, and what may be given out of that."""
        from gobetween.briefs.given_out import GivenOut
        from gobetween.briefs.notices import notices_of_left_out
        from gobetween.briefs.read_outs import meetings_brief, read_out_brief
        from gobetween.cli.services import Briefing
        from gobetween.disclosure.views import view_for

        seen = self.see(request)
        notes = (*seen.warnings, *notices_of_left_out(seen.view))
        given_out = GivenOut(seen.view, recipient, request.as_of or self.today)
        view = view_for(recipient, given_out.case, as_of=request.as_of)
        if meeting is None:
            return Briefing(meetings_brief(view, today=self.today), notes)
        return Briefing(read_out_brief(view, meeting, today=self.today), notes)

    def calendar(self, request: BriefRequest) -> tuple[bytes, tuple[str, ...]]:
        """The calendar of what the audience sees."""
        from gobetween.briefs.calendars import calendar_of
        from gobetween.briefs.notices import notices_of_left_out
        from gobetween.briefs.phrasing import counted
        from gobetween.briefs.scenes import Scene
        from gobetween.rendering.calendars import render_calendar

        seen = self.see(request)
        view, notes = seen.view, (*seen.warnings, *notices_of_left_out(seen.view))
        made = calendar_of(Scene(view, view.as_of or self.today))
        if made.undated:
            more = f", and {counted(len(made.undated) - MOST_NAMED, 'other')}" if len(made.undated) > MOST_NAMED else ""
            notes = (*notes, f"left out, as they have no date: {'; '.join(made.undated[:MOST_NAMED])}{more}")
        if not made.appointments:
            notes = (*notes, "nothing is in it: no round, meeting, time set or due date with a day is open to this audience")
        return render_calendar(made, made=self.today), notes
