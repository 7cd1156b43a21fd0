"""A meeting in few words: whose people sat with whom, in which form, where."""

from __future__ import annotations

from gobetween.briefs.phrasing import joined, listed
from gobetween.briefs.scenes import Scene
from gobetween.model.evidence import MeetingForm, MeetingStatus
from gobetween.model.happenings import Meeting

FORMS = {
    MeetingForm.DIRECT: "face to face",
    MeetingForm.INDIRECT: "indirect",
    MeetingForm.UNSAID: "",
}
LAPSED = "that time has passed; what came of it is not recorded"


def sides(scene: Scene, meeting: Meeting) -> str:
    """The sides with their people: `Hamas (Ismail Haniyeh) - Egypt (Abbas Kamel)`; people of no side there stand alone."""
    actors = {each: list[str]() for each in meeting.participants if scene.case.actor(each)}
    alone: list[str] = []
    for each in meeting.participants:
        if each not in actors:
            home = next((office.actor for office in scene.case.offices if office.person == each and office.actor in actors), None)
            (actors[home] if home else alone).append(scene.names.person_alone(each))
    named = [joined(scene.names.actor(actor), f"({listed(people)})" if people else "", by=" ") for actor, people in actors.items()]
    return joined(*named, *alone, by=" – ")


def form_and_place(meeting: Meeting) -> str:
    """`Cairo, face to face, under way`."""
    ongoing = "under way" if meeting.status is MeetingStatus.ONGOING else ""
    return joined(meeting.place, FORMS[meeting.form], ongoing, by=", ")
