"""That a text is not for passing on is said where something entrusted, or not public, is in it, and nowhere else."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from gobetween.bargaining.kernels import unwatched
from gobetween.briefs.answers.deadlocks import DeadlockAsked
from gobetween.briefs.answers.solutions import SolveAsked
from gobetween.briefs.calendars import calendar_of
from gobetween.briefs.changes import compose_changes
from gobetween.briefs.confidences import confided_in
from gobetween.briefs.read_outs import meetings_brief, read_out_brief
from gobetween.briefs.scenes import Scene
from gobetween.briefs.shuttle.talking_points import talking_points_brief
from gobetween.disclosure.views import view_for
from gobetween.model.dates import on
from gobetween.model.evidence import Stance
from gobetween.model.happenings import Deadline, Meeting, Signal
from gobetween.model.items import EVERYONE, PUBLIC
from gobetween.model.positions import Position, Series
from gobetween.model.preferences import Preferences, ValueBasis

TODAY = dt.date(2031, 5, 20)
OF_THE_UNION = "Not for passing on: contains what Dockers' Union entrusted."
OF_BOTH = "Not for passing on: contains what Dockers' Union and Port Employers entrusted."
NOT_PUBLIC = "Not for passing on: contains entries that are not public."
TOLD = {"owner": "union", "holders": frozenset({"union", "conciliator"}), "known": on(dt.date(2031, 4, 1))}


def warning(made):
    """What a brief, an answer or a calendar says of passing it on, if anything."""
    return next((each for each in made.notices if each.startswith("Not for passing on")), None)


def numbers(party, *holders):
    held = frozenset({party, *holders})
    return Preferences(party, {"wage": {"two": 7919}}, reservation=1, basis=ValueBasis.ENTRUSTED, holders=held)


def told(**more):
    said = Position(
        "told", actor="union", issue="wage", options=frozenset({"two"}), stance=Stance.ACCEPT, text="Two would do in the end", **TOLD
    )
    return evolve(said, **{"series": Series.ENTRUSTED, **more})


def test_numbers_that_nothing_is_worked_out_from_are_not_in_a_brief(quay, brief_of):
    holding = evolve(quay, preferences=(numbers("union", "conciliator"),))
    brief = brief_of(holding, "conciliator")

    assert warning(brief) is None
    assert brief.sections == brief_of(quay, "conciliator").sections


def test_an_entry_that_is_shown_in_its_words_is_in_a_brief(quay, brief_of):
    assert warning(brief_of(evolve(quay, positions=(*quay.positions, told())), "conciliator")) == OF_THE_UNION


def test_an_entry_without_words_that_changes_what_is_shown_is_in_a_brief(quay, brief_of):
    met = Meeting("quiet", participants=("union", "conciliator"), when=on(dt.date(2031, 5, 6)), **TOLD)

    assert warning(brief_of(evolve(quay, meetings=(*quay.meetings, met)), "conciliator")) == OF_THE_UNION


def test_each_owner_is_named_for_what_is_its_own(quay, brief_of):
    unused = numbers("employers", "conciliator")
    case = evolve(quay, positions=(*quay.positions, told()), preferences=(unused,))
    others = told(id="theirs", actor="employers", owner="employers", holders=frozenset({"conciliator"}), text="Two is all there is")

    assert warning(brief_of(case, "conciliator")) == OF_THE_UNION
    assert warning(brief_of(evolve(case, positions=(*case.positions, others)), "conciliator")) == OF_BOTH


def test_what_two_owners_both_entrusted_is_of_both_though_neither_is_missed_alone(quay):
    said = tuple(told(id=each, owner=each, text="Two", holders=frozenset({"conciliator"})) for each in ("union", "employers"))
    view = view_for("conciliator", evolve(quay, positions=said))

    def make(seen):
        return bool(seen.case.positions)

    assert confided_in(make(view), make, view).owners == ("Dockers' Union", "Port Employers")


def test_what_is_not_public_and_nobodys_confidence_is_told_of_where_it_is_shown(quay, brief_of):
    kept = Signal("kept", by="union", text="Waved from the quay", holders=frozenset({"keeper"}))
    case = evolve(quay, signals=(*quay.signals, kept))

    assert warning(brief_of(case)) == NOT_PUBLIC
    assert warning(brief_of(case, PUBLIC)) is None
    assert warning(calendar_of(Scene(view_for("keeper", case), TODAY))) is None


def test_a_party_reads_that_its_own_confidences_are_in_its_brief(quay, brief_of):
    assert warning(brief_of(evolve(quay, positions=(*quay.positions, told())), "union")) == OF_THE_UNION


@pytest.mark.parametrize("audience", [PUBLIC, "bishop", "employers", "line"])
def test_what_others_hold_changes_nothing_of_what_is_said(quay, brief_of, audience):
    more = {"positions": (*quay.positions, told()), "preferences": (numbers("union", "conciliator"),)}

    assert brief_of(evolve(quay, **more), audience).notices == brief_of(quay, audience).notices


def test_a_comparison_tells_of_confidences_that_became_known_in_that_time(quay):
    open_one = told(id="open", owner=None, holders=EVERYONE, series=Series.REPORTED, known=on(dt.date(2031, 3, 1)))
    case = evolve(quay, positions=(*quay.positions, open_one, told()))

    def compared(first, last):
        ends = (view_for("conciliator", case, as_of=day) for day in (first, last))
        return warning(compose_changes(*ends, first=first, last=last))

    assert compared(dt.date(2031, 3, 10), dt.date(2031, 4, 10)) == OF_THE_UNION
    assert compared(dt.date(2031, 4, 10), dt.date(2031, 5, 10)) is None


def test_a_calendar_tells_of_confidences_that_have_a_day_in_it(quay):
    due = Deadline("due", by="employers", text="The answer", when=on(dt.date(2031, 5, 30)), **TOLD)

    def calendar(**more):
        return warning(calendar_of(Scene(view_for("conciliator", evolve(quay, **more)), TODAY)))

    assert calendar(positions=(*quay.positions, told())) is None
    assert calendar(deadlines=(due,)) == OF_THE_UNION


def test_a_read_out_and_the_list_of_meetings_tell_of_what_they_hold(quay):
    def of(make, **more):
        return warning(make(view_for("conciliator", evolve(quay, **more))))

    def read_out(view):
        return read_out_brief(view, "m1", today=TODAY)

    def listed(view):
        return meetings_brief(view, today=TODAY)

    aside = told(round="march", when=on(dt.date(2031, 3, 1)))
    quiet = Meeting("quiet", participants=("union", "conciliator"), when=on(dt.date(2031, 5, 6)), **TOLD)

    assert of(listed, positions=(*quay.positions, aside)) is None
    assert of(listed, meetings=(*quay.meetings, quiet)) == OF_THE_UNION
    assert of(read_out, preferences=(numbers("union", "conciliator"),)) is None
    assert of(read_out, meetings=tuple(evolve(each, **TOLD) for each in quay.meetings)) == OF_THE_UNION


def test_talking_points_without_a_confidence_are_not_marked_for_one(quay):
    view = view_for("conciliator", evolve(quay, preferences=(numbers("union", "conciliator"),)))

    assert warning(talking_points_brief(view, TODAY, "employers")) is None


def test_a_result_is_marked_for_what_it_draws_on_and_not_for_words_that_no_result_has(quay):
    aside = Signal("aside", by="union", text="Waved from the quay", **TOLD)
    own = tuple(numbers(each, "conciliator") for each in ("union", "employers"))

    def answered(question, **more):
        scene = Scene(view_for("conciliator", evolve(quay, **more)), TODAY)
        return warning(question.answered((scene,), unwatched))

    assert answered(SolveAsked(), signals=(*quay.signals, aside), preferences=own) == OF_BOTH
    assert answered(DeadlockAsked(), signals=(*quay.signals, aside), preferences=own[:1]) is None
    assert answered(DeadlockAsked(), positions=(*quay.positions, told())) == OF_THE_UNION
