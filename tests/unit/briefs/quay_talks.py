"""A small case for briefs: a union and employers, two mediators two rounds, three reports of which two tell one story."""

from __future__ import annotations

import datetime as dt

from attrs import evolve

from gobetween.model.actors import Access, Actor, Delegation, Office, Person, Principal, Procedure, Role, RoleKind
from gobetween.model.cases import Case, Source
from gobetween.model.dates import DateBasis, When, on, parse_when
from gobetween.model.evidence import MeetingForm, MeetingStatus, Stance, Tone
from gobetween.model.happenings import (
    Allegation,
    Assessment,
    Commitment,
    Contradiction,
    Deadline,
    DisputeSide,
    EarlierAgreement,
    FactualDispute,
    Figure,
    Happening,
    HappeningKind,
    Leverage,
    Meeting,
    Round,
    Signal,
    StickingPoint,
    Track,
    TrackText,
)
from gobetween.model.issues import Issue, Link, Option
from gobetween.model.items import EVERYONE
from gobetween.model.passages import Citation
from gobetween.model.positions import Interest, Position
from gobetween.model.preferences import Preferences, ValueBasis
from gobetween.model.proposals import Answer, AnswerKind, Deliverable, Proposal
from gobetween.model.relays import Relay

TODAY = dt.date(2031, 5, 20)


def open_to_all(item, *sources):
    return evolve(item, holders=EVERYONE, citations=tuple(Citation(source) for source in sources))


def option(option_id, title):
    return Option(option_id, title=title, holders=EVERYONE)


def assumed(party, values, reservation, holders=frozenset({"keeper"})):
    return Preferences(
        party,
        values,
        reservation=reservation,
        basis=ValueBasis.ASSUMED,
        assumption="even",
        holders=holders,
    )


def quay_talks() -> Case:
    """The case; everything in it is public."""
    p = open_to_all
    return Case(
        "quay",
        "The quay talks",
        sources=(
            p(Source("wire", outlet="Wire", title="Critical", published=on(dt.date(2031, 3, 1)))),
            p(Source("gazette", title="Critical hour", published=on(dt.date(2031, 3, 2)), same_story_as="wire")),
            p(
                Source(
                    "post",
                    outlet="Post",
                    title="Talks in May",
                    published=When(dt.date(2031, 5, 4), dt.date(2031, 5, 4), basis=DateBasis.INFERRED, inference="from the weekday"),
                )
            ),
        ),
        actors=tuple(
            p(Actor(each, name=name))
            for each, name in (
                ("union", "Dockers' Union"),
                ("employers", "Port Employers"),
                ("conciliator", "State Conciliator"),
                ("bishop", "Bishop"),
                ("line", "Blue Line"),
            )
        ),
        roles=(
            p(Role("r1", actor="union", role=RoleKind.PARTY)),
            p(Role("r2", actor="employers", role=RoleKind.PARTY)),
            p(Role("r3", actor="conciliator", role=RoleKind.LEAD_MEDIATOR)),
            p(Role("r4", actor="bishop", role=RoleKind.MEDIATOR)),
            p(Role("r5", actor="bishop", role=RoleKind.ALLY, toward="union"), "wire"),
        ),
        access=(
            p(Access("a1", mediator="bishop", to="union"), "wire"),
            p(Access("a2", mediator="conciliator", to="employers"), "wire"),
            p(Access("a3", mediator="conciliator", to="union", is_contested=True), "post"),
        ),
        persons=(p(Person("vega", name="Ana Vega")), p(Person("lund", name="Per Lund"))),
        offices=(
            p(Office("o1", person="vega", title="deputy secretary", actor="union", when=parse_when("../2031-04-01"))),
            p(Office("o2", person="vega", title="general secretary", actor="union", when=parse_when("2031-04-02/.."))),
        ),
        principals=(p(Principal("pr", party="union", name="the membership", procedure=Procedure.BALLOT, members=("vega",))),),
        rounds=(
            p(Round("may", name="May round", place="Port", when=parse_when("2031-05"))),
            p(Round("march", name="March round", place="Port", when=parse_when("2031-03"))),
        ),
        delegations=(
            p(Delegation("d1", actor="union", round="march", head="vega"), "wire"),
            p(Delegation("d2", actor="employers", round="may", size=4, text="It is expected to arrive"), "post"),
        ),
        meetings=(
            p(
                Meeting("m1", round="march", participants=("union", "bishop"), form=MeetingForm.DIRECT, when=on(dt.date(2031, 3, 1))),
                "wire",
            ),
            p(
                Meeting("m2", round="march", participants=("employers", "bishop"), status=MeetingStatus.PLANNED, text="OLD PLAN"),
                "wire",
            ),
            p(
                Meeting(
                    "m3",
                    round="may",
                    participants=("employers", "conciliator"),
                    status=MeetingStatus.PLANNED,
                    place="Port",
                    when=on(dt.date(2031, 5, 23)),
                ),
                "post",
            ),
        ),
        issues=(
            p(
                Issue(
                    "wage",
                    title="Wage rise",
                    options=(option("two", "2 per cent"), option("three", "3 per cent"), option("four", "4 per cent")),
                )
            ),
            p(Issue("hours", title="Hours", options=(option("short", "35 hours"), option("long", "40 hours")))),
        ),
        links=(
            p(
                Link(
                    "l1",
                    by="union",
                    if_chosen={"wage": frozenset({"two"})},
                    requires={"hours": frozenset({"short"})},
                    text="2 only if 35",
                )
            ),
        ),
        positions=(
            p(
                Position(
                    "p1",
                    actor="union",
                    issue="wage",
                    stance=Stance.DEMAND,
                    options=frozenset({"four"}),
                    text="wants 4 per cent",
                    round="march",
                    when=on(dt.date(2031, 3, 1)),
                    via="a union source",
                ),
                "wire",
            ),
            p(
                Position(
                    "p2",
                    actor="union",
                    issue="wage",
                    stance=Stance.DROPPED_DEMAND,
                    options=frozenset({"four"}),
                    text="no longer insists on 4 per cent",
                    round="may",
                    when=on(dt.date(2031, 5, 4)),
                ),
                "post",
            ),
            p(
                Position(
                    "p3",
                    actor="union",
                    issue="wage",
                    stance=Stance.ACCEPT,
                    options=frozenset({"three"}),
                    text="could accept 3 per cent",
                    condition="if the line guarantees it",
                    round="may",
                    when=on(dt.date(2031, 5, 4)),
                ),
                "post",
            ),
            p(
                Position(
                    "p4",
                    actor="employers",
                    issue="wage",
                    stance=Stance.DEMAND,
                    options=frozenset({"two"}),
                    text="offers 2 per cent and no more",
                    round="may",
                    is_red_line=True,
                    when=on(dt.date(2031, 5, 5)),
                    said_by="lund",
                ),
                "post",
            ),
            p(
                Position(
                    "p5",
                    actor="employers",
                    stance=Stance.THREATEN,
                    text="will automate the cranes in any case",
                    after_deal=True,
                    round="may",
                ),
                "post",
            ),
        ),
        interests=(p(Interest("i1", actor="union", text="rent has risen faster than pay"), "post"),),
        proposals=(
            p(
                Proposal(
                    "paper",
                    name="The paper",
                    by=("conciliator",),
                    to=("union", "employers"),
                    round="may",
                    terms={"wage": frozenset({"three"})},
                    is_on_table=True,
                    when=on(dt.date(2031, 5, 6)),
                ),
                "post",
            ),
        ),
        answers=(
            p(
                Answer("an", proposal="paper", by="union", answer=AnswerKind.PENDING, to=("conciliator",), text="after a ballot"),
                "post",
            ),
        ),
        relays=(
            p(Relay("re", sender="conciliator", to="employers", route=("bishop",), text="ideas on cranes", is_planned=True), "post"),
        ),
        deliverables=(p(Deliverable("de", owed_by="employers", to="line", text="a crane plan"), "post"),),
        happenings=(
            p(Happening("h1", actor="employers", text="cranes stood still", when=on(dt.date(2031, 5, 5))), "post"),
            p(Happening("h2", kind=HappeningKind.OUTSIDE_EVENT, text="a storm closed the port", when=on(dt.date(2031, 3, 3))), "wire"),
        ),
        assessments=(
            p(
                Assessment("as1", by="diplomats", told_to="Wire", tone=Tone.CRITICAL, text="a critical phase", round="march"),
                "wire",
                "gazette",
            ),
            p(
                Assessment("as2", by="a union source", told_to="Wire", tone=Tone.CRITICAL, text="a critical hour", round="march"),
                "wire",
            ),
        ),
        signals=(p(Signal("s1", by="union", text="“positive spirit”", round="may"), "post"),),
        allegations=(p(Allegation("al", by="union", against="employers", text="wants the strike to go on", said_by="vega"), "post"),),
        tracks=(
            p(
                Track(
                    "council",
                    name="City council",
                    body="council",
                    texts=(TrackText("motion", by="line", calls_for="a pause", fate="voted down", citations=(Citation("wire"),)),),
                )
            ),
        ),
        leverage=(p(Leverage("le", by="line", on="employers", demand="sign by June", otherwise="it moves its ships"), "post"),),
        commitments=(p(Commitment("co", by="line", text="will not call at a closed port"), "post"),),
        deadlines=(p(Deadline("dl", by="line", text="an agreement", when=parse_when("../2031-05-10")), "post"),),
        disputes=(
            p(
                FactualDispute(
                    "fd",
                    issue="hours",
                    text="Are nights counted?",
                    sides=(DisputeSide("union", "they are not"), DisputeSide("employers", "they are")),
                    verification=("pay slips",),
                )
            ),
        ),
        contradictions=(
            p(
                Contradiction(
                    "ct",
                    text="Who walked out?",
                    sides=(
                        DisputeSide("wire", "the union did", citations=(Citation("wire"),)),
                        DisputeSide("post", "the employers did", citations=(Citation("post"),)),
                    ),
                )
            ),
        ),
        earlier_agreements=(p(EarlierAgreement("ea", name="Pact of 2030", fate="ran out", when=parse_when("2030-01/2030-12"))),),
        figures=(
            p(Figure("f1", counted="on strike", value=900, given_by="the union", when=on(dt.date(2031, 3, 1))), "wire"),
            p(
                Figure("f2", counted="on strike", value=700, given_by="the employers", qualifier="about", when=on(dt.date(2031, 3, 1))),
                "wire",
            ),
        ),
        sticking_points=(
            p(
                StickingPoint(
                    "sp", issues=("wage",), parties=("union", "employers"), text="Pay is the main hurdle", said_by="a mediator"
                ),
                "post",
            ),
        ),
    )


def with_even_numbers(case: Case) -> Case:
    """The case with assumed numbers for both parties, held by its keeper."""
    return evolve(
        case,
        preferences=(
            assumed("union", {"wage": {"two": 0, "three": 50, "four": 100}, "hours": {"short": 60, "long": 0}}, 60),
            assumed("employers", {"wage": {"two": 100, "three": 60, "four": 0}, "hours": {"short": 20, "long": 30}}, 40),
        ),
    )
