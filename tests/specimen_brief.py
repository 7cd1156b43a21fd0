"""A brief with every kind of block, long and short texts, several scripts and every mark; its talks are invented."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from gobetween.briefs.blocks import (
    Brief,
    Cell,
    Gain,
    GainsBar,
    GainsPlot,
    Listing,
    Mark,
    Paragraph,
    PositionPoint,
    PositionsPanel,
    PositionsPlot,
    Section,
    SourceLine,
    Table,
    TimelineEntry,
    TimelinePlot,
)
from gobetween.model.dates import UNKNOWN_DATE, DateBasis, When, on
from gobetween.model.passages import Citation, Span

NOTICE = (
    "Illustration. These numbers were chosen by the authors; no party supplied or endorsed them, "
    "and they are not an estimate of any party's preferences."
)


def cite(number: int, words: str = "") -> Citation:
    return Citation(f"source-{number}", (Span(number * 10, number * 10 + 9),) if words else (), words)


def cell(text: str, *citations: Citation, marks: tuple[Mark, ...] = (), detail: str = "") -> Cell:
    return Cell(text, citations, marks=marks, detail=detail)


STANDING = cite(
    3, "The delegation “remains in the city”, an official who was not authorised to speak to the press told the wire on Tuesday."
)
PORT = cite(1, "No vessel will leave until the crews are home, the harbour council said in a statement read out by its secretary.")
OFFER = cite(
    4,
    "Mediators from the coast guard authority put forward a text under which the first two ships leave within a week of signature, the "
    "remaining ones as the inspections proceed, with the guarantors reporting to both sides every evening, according to three people "
    "who have seen the draft and one who has been told of it.",
)

ESSENCE = (
    cell("Crews and ships block one another: no package satisfies both red lines.", STANDING, PORT, marks=(Mark.COMPUTED,)),
    cell(
        "The cheapest opening is a staged release under inspection, which the mediators have carried twice.",
        OFFER,
        marks=(Mark.COMPUTED,),
    ),
    cell(
        "Two sources contradict one another on whether the council has already answered.",
        cite(2),
        cite(5),
        marks=(Mark.CONTESTED, Mark.READ),
    ),
)

TIMELINE = TimelinePlot(
    "What happened when",
    "Meetings, texts and acts in the order of their dates; three rounds of talks with months between them.",
    entries=(
        TimelineEntry(on(dt.date(2031, 2, 3)), "Meetings", "First proximity talks in the old customs house"),
        TimelineEntry(on(dt.date(2031, 2, 5)), "Meetings", "Second day"),
        TimelineEntry(
            When(dt.date(2031, 2, 4), dt.date(2031, 2, 9), basis=DateBasis.INFERRED, inference="“that week”"),
            "Acts",
            "Crews moved inland",
        ),
        TimelineEntry(on(dt.date(2031, 2, 9)), "Texts", "Mediators' first non-paper"),
        TimelineEntry(on(dt.date(2031, 5, 20)), "Meetings", "Shuttle resumes"),
        TimelineEntry(
            When(dt.date(2031, 5, 18), dt.date(2031, 5, 24)), "Acts", "Inspection of the northern quay and of the warehouses behind it"
        ),
        TimelineEntry(on(dt.date(2031, 5, 22)), "Texts", "One-text, version 2"),
        TimelineEntry(on(dt.date(2031, 5, 22)), "Texts", "One-text, version 3, circulated the same evening"),
        TimelineEntry(on(dt.date(2031, 5, 22)), "Meetings", "Caucus with the council"),
        TimelineEntry(on(dt.date(2031, 5, 22)), "Meetings", "Caucus with the owners"),
        TimelineEntry(on(dt.date(2031, 9, 1)), "Meetings", "Third round opens"),
        TimelineEntry(When(dt.date(2031, 9, 1), None), "Acts", "Pilots' strike"),
        TimelineEntry(When(None, dt.date(2031, 9, 4)), "Texts", "Owners' written answer"),
        TimelineEntry(on(dt.date(2031, 9, 4)), "Acts", "بيان المجلس"),
        TimelineEntry(UNKNOWN_DATE, "Acts", "A ship is said to have left"),
    ),
    table=Table(
        "What happened when",
        ("Date", "Kind", "What"),
        rows=(
            (
                cell("3 February 2031"),
                cell("meeting"),
                cell("First proximity talks in the old customs house", cite(1, "met in the old customs house")),
            ),
            (cell("4–9 February 2031", marks=(Mark.INFERRED,), detail="“that week”"), cell("act"), cell("Crews moved inland", cite(2))),
            (cell("22 May 2031"), cell("text"), cell("One-text, version 3, circulated the same evening", OFFER)),
            (cell("date unknown"), cell("act"), cell("A ship is said to have left", cite(5), marks=(Mark.ALLEGED,))),
        ),
        note="What has no date stands in this table alone.",
    ),
)

POSITIONS = PositionsPlot(
    "Where the sides stood",
    "Each panel is one issue; options from top to bottom, rounds from left to right.",
    stretches=("February: customs house", "May: shuttle", "September: third round"),
    panels=(
        PositionsPanel(
            "Release of the crews",
            ("All at once, before any ship leaves", "In stages, with the ships", "After the last inspection", "No release"),
            (
                PositionPoint(0, "Harbour council", (3,), "demand"),
                PositionPoint(1, "Harbour council", (2,), "demand"),
                PositionPoint(2, "Harbour council", (1, 2), "conditional"),
                PositionPoint(0, "Shipowners", (0,), "demand"),
                PositionPoint(1, "Shipowners", (0,), "demand"),
                PositionPoint(2, "Shipowners", (1,), "accept"),
                PositionPoint(2, "Pilots' union", (3,), "reject"),
                PositionPoint(1, "Coast guard authority", (1,), "support"),
            ),
        ),
        PositionsPanel(
            "Who inspects",
            ("The council alone", "A joint team", "A third state's surveyors, paid by the guarantors and reporting to both sides"),
            (
                PositionPoint(0, "Harbour council", (0,), "demand"),
                PositionPoint(2, "Harbour council", (0, 1), "offer"),
                PositionPoint(0, "Shipowners", (2,), "demand"),
                PositionPoint(2, "Shipowners", (0,), "oppose"),
            ),
        ),
    ),
    table=Table(
        "Positions by round",
        ("Issue", "Actor", "Round", "Position"),
        rows=(
            (
                cell("Release of the crews"),
                cell("Harbour council"),
                cell("February"),
                cell("demand: no release", PORT, marks=(Mark.REPORTED,)),
            ),
            (cell("Release of the crews"), cell("Shipowners"), cell("September"), cell("accept: in stages", OFFER, marks=(Mark.READ,))),
        ),
    ),
)

GAINS = GainsPlot(
    "What each package would give",
    "Gain over no deal, as a share of the most that the party could gain; below zero a party prefers no deal.",
    bars=(
        GainsBar("Staged release, joint team", (Gain("Harbour council", Fraction(3, 5)), Gain("Shipowners", Fraction(11, 20)))),
        GainsBar("All crews first", (Gain("Harbour council", Fraction(-1, 4)), Gain("Shipowners", Fraction(1)))),
        GainsBar(
            "Council inspects alone, ships leave after the last inspection, and the owners pay for the delay",
            (Gain("Harbour council", Fraction(9, 10)), Gain("Shipowners", Fraction(-2, 5))),
        ),
        GainsBar("No deal", (Gain("Harbour council", Fraction(0)), Gain("Shipowners", Fraction(0)))),
    ),
    table=Table(
        "Gains by package",
        ("Package", "Harbour council", "Shipowners"),
        rows=(
            (cell("Staged release, joint team"), cell("60%", marks=(Mark.ASSUMED,)), cell("55%", marks=(Mark.ASSUMED,))),
            (cell("All crews first"), cell("−25%", marks=(Mark.ASSUMED,)), cell("100%", marks=(Mark.ASSUMED,))),
        ),
    ),
    marks=(Mark.ASSUMED, Mark.COMPUTED),
)

SECTIONS = (
    Section(
        "standing",
        "Where the talks stand",
        lead="What the sources say of the talks now, and where they differ.",
        blocks=(
            Paragraph(
                cell(
                    "The council's delegation stays in the city while the owners consult; both sides have the third version "
                    "of the text before them, and neither has answered it in writing.",
                    STANDING,
                    cite(2, "Nobody has signed anything, the owners' spokesman said."),
                    marks=(Mark.REPORTED,),
                )
            ),
            Listing(
                "Assessments, by source",
                (
                    cell(
                        "“Close to overcoming all obstacles”", cite(1), marks=(Mark.REPORTED,), detail="council secretary, 3 September"
                    ),
                    cell(
                        "“Not progressing as expected”",
                        cite(5, "The talks were “not progressing as expected”, one envoy said."),
                        marks=(Mark.CONTESTED,),
                    ),
                    cell("يقول المجلس إن «الروح إيجابية» في المحادثات", cite(6), marks=(Mark.REPORTED,), detail="روح إيجابية"),
                    cell("בעלי הספינות אומרים: «אין כוונה» להמשיך", cite(6), marks=(Mark.ALLEGED,)),
                ),
            ),
        ),
    ),
    Section(
        "delegations",
        "Delegations",
        blocks=(
            Table(
                "Delegations",
                ("Delegation of", "Round", "Led by", "Members", "Accommodation", "Representatives", "Where it went"),
                rows=(
                    (
                        cell("Harbour council", cite(1), marks=(Mark.READ,)),
                        cell("September: third round"),
                        cell("its secretary", detail="administrator-general"),
                        cell(""),
                        cell("Unaccommodatingness House"),
                        cell("plenipotentiaries, interlocutors, commissioners"),
                        cell("from the northern quay to the old customs house"),
                    ),
                ),
            ),
        ),
    ),
    Section("timeline", "Timeline", lead="Three rounds, with months between them.", blocks=(TIMELINE,)),
    Section("positions", "Positions over time", blocks=(POSITIONS,)),
    Section(
        "deadlock",
        "What blocks an agreement",
        lead="Minimal sets of demands that cannot all be met.",
        blocks=(
            Table(
                "Conflicts",
                ("Demands", "Why they exclude one another", "Cheapest opening", "Reported sticking point"),
                rows=(
                    (
                        cell("Council: no release before the last inspection", PORT, marks=(Mark.REPORTED,)),
                        cell(
                            "The owners let no inspector aboard until the crews are home; each waits for the other.",
                            marks=(Mark.COMPUTED,),
                        ),
                        cell(
                            "Release in stages, ship by ship",
                            OFFER,
                            marks=(Mark.COMPUTED,),
                            detail="one side gives way on order, not on number",
                        ),
                        cell(
                            "“the primary sticking point”",
                            cite(2, "The order of release is the primary sticking point."),
                            marks=(Mark.READ,),
                        ),
                    ),
                    (
                        cell("Owners: surveyors of a third state"),
                        cell("", marks=(Mark.INFERRED,)),
                        cell("Joint team"),
                        cell("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft/" * 2, cite(9)),
                    ),
                ),
                note="Computed from reported demands alone; no numbers were needed.",
            ),
        ),
    ),
    Section("packages", "Packages and gains", lead="Rests on assumed preferences.", blocks=(GAINS,)),
)

SPECIMEN = Brief(
    "The harbour talks: crews, ships and inspections",
    "keeper",
    subtitle="Indirect talks between the harbour council and the shipowners, carried by the coast guard authority",
    as_of=dt.date(2031, 9, 5),
    notices=(NOTICE, "Names and events of this specimen are invented."),
    essence=ESSENCE,
    sections=SECTIONS,
    sources=(
        SourceLine(
            "source-1",
            1,
            label="Harbour Gazette, “Crews stay where they are”",
            published=on(dt.date(2031, 2, 4)),
            detail="named person",
        ),
        SourceLine("source-2", 2, label="Wire report from the quay", published=on(dt.date(2031, 5, 23))),
        SourceLine("source-3", 3, label="Evening Wire, “Delegation stays”", published=When(dt.date(2031, 9, 1), dt.date(2031, 9, 30))),
        SourceLine(
            "source-4", 4, label="Review of Shipping, “A text at last”", published=on(dt.date(2031, 9, 3)), detail="anonymous sources"
        ),
        SourceLine("source-5", 5, label="Quay Radio, rewrite", published=UNKNOWN_DATE, origin=3, detail="machine translation"),
        SourceLine("source-6", 6, label="صحيفة الميناء", published=on(dt.date(2031, 9, 4))),
    ),
)
