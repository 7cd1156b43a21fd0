"""A calendar as iCalendar (RFC 5545), for any program that keeps appointments."""

from __future__ import annotations

import datetime as dt
import hashlib
from types import ModuleType
from typing import TYPE_CHECKING

from gobetween.briefs.calendars import Appointment, Calendar, Certainty
from gobetween.model.errors import MissingPart
from gobetween.rendering.text_safety import harmless_value
from gobetween.rendering.wordings import addressed

if TYPE_CHECKING:
    import icalendar

STATUS = {Certainty.SET: "CONFIRMED", Certainty.TENTATIVE: "TENTATIVE", Certainty.CALLED_OFF: "CANCELLED"}


def render_calendar(calendar: Calendar, *, made: dt.date) -> bytes:
    """The calendar as the bytes of an .ics file; `made` is the day that every entry names as that of its making.

    The same calendar made on the same day gives the same bytes. An entry keeps its identity from one making to the next, so that a
    program that read an earlier file changes what it has.

    Raises:
        MissingPart: the library is not installed.
    """
    icalendar = _library()
    calendar = harmless_value(calendar)
    root = icalendar.Calendar()
    root.add("prodid", "-//Gobetween//Calendar of talks//EN")
    root.add("version", "2.0")
    root.add("name", calendar.title)
    root.add("x-wr-calname", f"{calendar.title} ({addressed(calendar.audience).removeprefix('Brief for ')})")
    root.add("description", "\n".join(calendar.notices))
    for each in calendar.appointments:
        root.add_component(_event(icalendar, calendar, each, made))
    text: bytes = root.to_ical()
    return text


def _event(library: ModuleType, calendar: Calendar, each: Appointment, made: dt.date) -> icalendar.Event:
    event: icalendar.Event = library.Event()
    event.add("uid", _name(calendar, each))
    event.add("dtstamp", dt.datetime.combine(made, dt.time(), tzinfo=dt.UTC))
    event.add("summary", each.title)
    if each.until_utc is not None:
        event.add("dtstart", each.until_utc)
    else:
        event.add("dtstart", each.first)
        if each.last < dt.date.max:  # no day comes after that one
            event.add("dtend", each.last + dt.timedelta(days=1))
    event.add("status", STATUS[each.certainty])
    event.add("transp", "TRANSPARENT")
    if not each.is_open:
        event.add("class", "CONFIDENTIAL")
    if each.place:
        event.add("location", each.place)
    event.add("description", "\n\n".join(part for part in (each.details, *calendar.notices) if part))
    return event


def _name(calendar: Calendar, each: Appointment) -> str:
    """A name that says nothing of the entry, and is the same each time, whatever the case and the entry say by then."""
    digest = hashlib.sha256("\0".join((calendar.case, *each.key)).encode()).hexdigest()
    return f"{digest[:32]}@gobetween"


def _library() -> ModuleType:
    try:
        import icalendar
    except ImportError as error:
        msg = "calendars need a part that is not installed: pip install 'gobetween[documents]'"
        raise MissingPart(msg) from error
    return icalendar
