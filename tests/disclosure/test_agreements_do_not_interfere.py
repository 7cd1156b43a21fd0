"""What is accepted, reported, found and ruled on behind somebody's back changes nothing in what that somebody has.

Random histories are compared with the same histories without what an audience did not get; the one release is that all have
accepted, so acceptances are left in where they led to that. Each way in which something could come through is planted once, and has
to be caught: who gets an acceptance, how many there are and in which order, whose a violation report is, who learns of a ruling or
of a performance, and with which words somebody is refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from attrs import evolve, field, frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from agreements_of_the_strait import PACT, accepted, in_force, talks_with_a_pact
from gobetween.briefs.scenes import Scene
from gobetween.briefs.shuttle.agreements import agreements_section
from gobetween.briefs.shuttle.consistency import consistency_section
from gobetween.briefs.shuttle.implementation import implementation_section
from gobetween.briefs.shuttle.talking_points import talking_points
from gobetween.model.agreement import Agreement, ViolationStatus
from gobetween.model.errors import GobetweenError, ProtocolViolation
from gobetween.model.sealed import CUSTODIAN
from gobetween.protocols.agreements import AcceptanceTakenBack, TextAccepted, TextAgreed
from gobetween.protocols.obligations import Duty
from gobetween.protocols.permissions import Scope
from gobetween.protocols.phases import PhaseNamed
from gobetween.protocols.violations import Breach
from gobetween.talks import custody
from gobetween.talks.agreeing import agreements, obligations, violations
from gobetween.talks.confiding import permissions
from gobetween.talks.standings import Deed
from specimen_talks import SpecimenTalks, books

EVERYBODY = ("north", "south", "bridge", "harbour", "shipping", "watch", "keeper", "public")
FREE = "harbour/free"
PARTS = (None, "crews")


@frozen
class Step:
    """Somebody does something; what is new in it has a name of its own, so that leaving other steps out changes no name."""

    who: str
    use: Any
    given: tuple[Any, ...] = ()
    more: Mapping[str, Any] = field(factory=dict)
    names: bool = field(default=False, kw_only=True)


PARTIES, REPORTERS, CHECKERS = ("north", "south"), ("south", "watch", "bridge"), ("watch", "harbour", "bridge")
MARKS = (agreements.accept, agreements.accept, agreements.take_back, agreements.initial, agreements.sign, agreements.sign)
BREACH = Breach("north", "A crew was held back.", obligation=FREE)


def _steps(number: int) -> Any:
    """The strategy of the step of that number."""
    pick = st.sampled_from
    to = pick([(), ("watch",), ("harbour", "watch"), ("south",)])
    first = pick([(), ("watch",), ("harbour",)])
    reports = pick([f"{who}/s{earlier}" for earlier in range(number) for who in REPORTERS] or ["south/s0"])
    rulings = pick([ViolationStatus.UNDER_INQUIRY, ViolationStatus.CONFIRMED])
    return st.one_of(
        st.builds(lambda who, use, part: Step(who, use, (PACT,), {"part": part}), pick(PARTIES), pick(MARKS), pick(PARTS)),
        st.just(Step("harbour", obligations.name_phase, (PACT, "A phase"), names=True)),
        st.builds(lambda to: Step("north", obligations.report_performance, (FREE,), {"to": to}, names=True), to),
        st.builds(
            lambda found, to: Step("watch", obligations.verify_performance, (FREE,), {"is_performed": found, "to": to}, names=True),
            st.booleans(),
            to,
        ),
        st.builds(lambda points, to: Step("watch", obligations.score, (FREE, points), {"to": to}), st.integers(0, 3), to),
        st.builds(lambda who, to: Step(who, violations.report_violation, (BREACH,), {"to": to}, names=True), pick(REPORTERS), first),
        st.builds(lambda report: Step("south", permissions.grant, (Scope(report, ("north",), ("harbour",)),), names=True), reports),
        st.builds(lambda report: Step("harbour", violations.convey_violation, (report,), names=True), reports),
        st.builds(
            lambda who, report, status: Step(who, violations.rule_on_violation, (report, status)), pick(CHECKERS), reports, rulings
        ),
    )


@st.composite
def histories(draw: Any) -> list[Step]:
    return [draw(_steps(number)) for number in range(draw(st.integers(1, 14)))]


def begun() -> SpecimenTalks:
    talks = talks_with_a_pact()
    talks.act("harbour", obligations.oblige, PACT, "crews", Duty("north", "", monitors=("watch",)), name="free")
    return talks


def early_part_in_force() -> SpecimenTalks:
    return in_force(begun(), "crews")


def run(history: list[Step], start: Any, kept: set[int] | None = None) -> tuple[SpecimenTalks, dict[int, tuple[Deed, ...]]]:
    """The talks after the steps (those that are kept), and what was recorded at each that was not refused."""
    talks, done = start(), {}
    for number, step in enumerate(history):
        if kept is not None and number not in kept:
            continue
        named = {"name": f"s{number}"} if step.names else {}
        try:
            done[number] = talks.act(step.who, step.use, *step.given, **step.more, **named)
        except ProtocolViolation:
            continue
    return talks, done


def needed(done: dict[int, tuple[Deed, ...]], audience: str) -> set[int]:
    """The steps by which the audience got something, and the acceptances that led to an agreement: that they did is a release."""
    agreed = {deed.act.part for deeds in done.values() for deed in deeds if isinstance(deed.act, TextAgreed)}
    return {
        number
        for number, deeds in done.items()
        if any(audience in deed.audience for deed in deeds)
        or any(isinstance(deed.act, TextAccepted | AcceptanceTakenBack) and deed.act.part in agreed for deed in deeds)
    }


def seen_by(talks: SpecimenTalks, audience: str) -> tuple[Any, ...]:
    """All that comes to an audience: its book, its view, its sections, its talking points, and the words with which it is refused."""
    view = talks.view(audience)
    scene = Scene(view, talks.now.date())
    return (
        books(talks.clerk, audience),
        view,
        agreements_section(scene),
        implementation_section(scene),
        consistency_section(scene),
        *(talking_points(scene, other) for other in ("north", "south", "harbour")),
        *refusals(talks, audience),
    )


def refusals(talks: SpecimenTalks, audience: str) -> list[str]:
    """What is said to someone who tries what it may not do, about what may or may not be there."""
    tries = (
        (agreements.sign, ("harbour/none",), {}),
        (agreements.ratify, (PACT,), {}),
        (violations.rule_on_violation, ("south/s3", ViolationStatus.SETTLED), {}),
        (violations.rule_on_violation, ("south/stop", ViolationStatus.SETTLED), {}),
        (violations.convey_violation, ("south/s9",), {"words": "I heard."}),
        (obligations.score, (FREE, 9), {}),
    )
    said = []
    for use, given_, more in tries if audience not in ("keeper", "public", "watch", "bridge", "harbour") else ():
        with pytest.raises(GobetweenError) as caught:
            talks.act(audience, use, *given_, **more)
        said.append(str(caught.value))
    return said


@given(histories(), st.sampled_from([begun, early_part_in_force]), st.sampled_from(EVERYBODY))
@settings(max_examples=120, deadline=None)
def test_an_audience_has_what_it_would_have_without_what_it_did_not_get(history, start, audience):
    talks, done = run(history, start)
    alone, _ = run(history, start, needed(done, audience))
    assert seen_by(talks, audience) == seen_by(alone, audience)


# Worlds that differ in something that north (or another) must not learn, and the leaks that would tell it.


def nothing_accepted() -> SpecimenTalks:
    return begun()


def south_has_accepted() -> SpecimenTalks:
    talks = begun()
    talks.act("south", agreements.accept, PACT)
    return talks


def north_accepts_first() -> SpecimenTalks:
    return accepted(begun())


def south_accepts_first() -> SpecimenTalks:
    talks = begun()
    for party in ("south", "north"):
        talks.act(party, agreements.accept, PACT)
    return talks


def reported_by(who: str) -> SpecimenTalks:
    talks = in_force(begun())
    talks.act(who, violations.report_violation, Breach("north", "A crew was held back.", obligation=FREE), name="stop")
    talks.act(who, permissions.grant, Scope(f"{who}/stop", ("north",), ("harbour",)), name="leave")
    talks.act("harbour", violations.convey_violation, f"{who}/stop", name="told")
    return talks


def reported_by_south() -> SpecimenTalks:
    return reported_by("south")


def reported_by_shipping() -> SpecimenTalks:
    return reported_by("shipping")


def ruled_on() -> SpecimenTalks:
    talks = reported_by("south")
    talks.act("watch", violations.rule_on_violation, "south/stop", ViolationStatus.CONFIRMED)
    return talks


def told_and_not_conveyed() -> SpecimenTalks:
    talks = in_force(begun())
    talks.act("south", violations.report_violation, Breach("north", "A crew was held back.", obligation=FREE), name="stop")
    return talks


def nothing_reported() -> SpecimenTalks:
    return in_force(begun())


def performed_for_watch_alone() -> SpecimenTalks:
    talks = in_force(begun())
    talks.act("north", obligations.report_performance, FREE, to=("watch",), name="done")
    return talks


WORLDS = {
    "acceptance": (nothing_accepted, south_has_accepted, "north"),
    "order": (north_accepts_first, south_accepts_first, "shipping"),
    "whose report": (reported_by_south, reported_by_shipping, "north"),
    "ruling": (reported_by_south, ruled_on, "north"),
    "report": (nothing_reported, told_and_not_conveyed, "north"),
    "performance": (nothing_reported, performed_for_watch_alone, "south"),
}


@pytest.mark.parametrize("worlds", WORLDS)
def test_worlds_that_differ_behind_somebodys_back_are_one_to_them(worlds):
    one, other, audience = WORLDS[worlds]
    assert seen_by(one(), audience) == seen_by(other(), audience)


@pytest.mark.parametrize("worlds", [each for each in WORLDS if each != "order"])
def test_those_who_may_know_see_more_so_that_the_comparison_can_fail(worlds):
    one, other, _ = WORLDS[worlds]
    knowing = "watch" if worlds == "performance" else "harbour"
    assert seen_by(one(), knowing) != seen_by(other(), knowing)


def planted_audience_of_acceptances(monkeypatch):
    """Everybody who has the text gets every acceptance."""
    monkeypatch.setattr(agreements, "_confidential", lambda agreement, party: agreement.everyone | {CUSTODIAN})


def planted_count_of_acceptances(monkeypatch):
    """The custodian tells how many have accepted so far."""

    def counting(draft, deeds, _moment):
        pact = draft.get("agreements", PACT, Agreement)
        act = PhaseNamed(f"custodian/{len(pact.marks)}", PACT, f"{len(pact.marks)} accepted")
        return (Deed(act, pact.everyone, CUSTODIAN),) if any(isinstance(deed.act, TextAccepted) for deed in deeds) else ()

    monkeypatch.setattr(custody, "FOLLOWS", (*custody.FOLLOWS, counting))


def planted_order_of_acceptances(monkeypatch):
    """The custodian names those who accepted, in their order."""

    def ordered(draft, deeds, _moment):
        pact = draft.get("agreements", PACT, Agreement)
        act = PhaseNamed("custodian/order", PACT, ", ".join(each.party for each in pact.marks))
        return (Deed(act, pact.everyone, CUSTODIAN),) if len(pact.marks) == 2 else ()

    monkeypatch.setattr(custody, "FOLLOWS", (*custody.FOLLOWS, ordered))


def planted_name_of_the_report(monkeypatch):
    """The accused gets the report with the name of whoever made it."""
    plain = violations.ViolationConveyed
    monkeypatch.setattr(violations, "ViolationConveyed", lambda *given, **_: plain(*given, reported_by=_whose["who"]))
    find = violations.find_report

    def noting(at, report):
        found = find(at, report)
        _whose["who"] = found.reported_by
        return found

    monkeypatch.setattr(violations, "find_report", noting)


_whose: dict[str, str | None] = {"who": None}


def planted_audience_of_rulings(monkeypatch):
    """A ruling goes to everybody, the accused among them, about the report that it has."""
    plain = violations.rule_on_violation

    def leaking(at, report, status, **more):
        (deed,) = plain(at, report, status, **more)
        return (deed, Deed(evolve(deed.act, report="harbour/told"), frozenset({"north"})))

    monkeypatch.setattr(violations, "rule_on_violation", leaking)


def planted_refusal(monkeypatch):
    """Whoever asks after a report that is there is told that it is not for them."""
    plain = violations.find_report

    def telling(at, report):
        try:
            return plain(at, report)
        except ProtocolViolation:
            if report in _there:
                raise ProtocolViolation(f"'{report}' is not for you") from None
            raise

    report = violations.report_violation

    def noting(at, *given_, **more):
        deeds = report(at, *given_, **more)
        _there.add(deeds[0].act.report)
        return deeds

    _there.clear()
    monkeypatch.setattr(violations, "find_report", telling)
    monkeypatch.setattr(violations, "report_violation", noting)


_there: set[str] = set()


def planted_audience_of_performances(monkeypatch):
    """What is reported to some goes to all."""
    monkeypatch.setattr(obligations, "_audience", lambda at, agreement, to, otherwise: agreement.everyone)


LEAKS = (
    (planted_audience_of_acceptances, "acceptance"),
    (planted_count_of_acceptances, "acceptance"),
    (planted_order_of_acceptances, "order"),
    (planted_name_of_the_report, "whose report"),
    (planted_audience_of_rulings, "ruling"),
    (planted_refusal, "report"),
    (planted_audience_of_performances, "performance"),
)


@pytest.mark.parametrize(("plant", "worlds"), LEAKS, ids=[plant.__name__ for plant, _ in LEAKS])
def test_a_planted_leak_is_caught(monkeypatch, plant, worlds):
    plant(monkeypatch)
    one, other, audience = WORLDS[worlds]
    before = seen_by(one(), audience)
    assert before != seen_by(other(), audience)
