"""All items of one document: who is named, who said what, meetings, delegations, positions, and what is said of the talks."""

from __future__ import annotations

from attrs import evolve, frozen
from spacy.tokens import Doc

from gobetween.model.dates import When
from gobetween.model.evidence import (
    ActMention,
    AssessmentMention,
    DelegationMention,
    DeliverableMention,
    DisputeMention,
    LeverageMention,
    MeetingMention,
    OfficeMention,
    PositionMention,
    Statement,
    StickingPointMention,
)
from gobetween.reading.documents.clean_text import CleanText
from gobetween.reading.naming.lexicon import Lexicon
from gobetween.reading.scene import Scene, set_scene
from gobetween.reading.speech.statements import find_statements
from gobetween.reading.speech.voices import Voices
from gobetween.reading.syntax import is_in_title_case
from gobetween.reading.talks.assessments.assessments import find_assessments
from gobetween.reading.talks.differences.disputes import find_disputes
from gobetween.reading.talks.differences.sticking_points import find_sticking_points
from gobetween.reading.talks.meetings.delegations import find_delegations
from gobetween.reading.talks.meetings.meetings import find_meetings
from gobetween.reading.talks.positions.positions import find_positions
from gobetween.reading.talks.pressure.acts import find_acts
from gobetween.reading.talks.pressure.leverage import find_leverage
from gobetween.reading.talks.promises.deliverables import find_deliverables
from gobetween.reading.times.date_mentions import FoundDate


@frozen
class Items:
    """What was read from one document, each kind in reading order."""

    actors: tuple[str, ...] = ()
    offices: tuple[OfficeMention, ...] = ()
    statements: tuple[Statement, ...] = ()
    meetings: tuple[MeetingMention, ...] = ()
    delegations: tuple[DelegationMention, ...] = ()
    positions: tuple[PositionMention, ...] = ()
    sticking_points: tuple[StickingPointMention, ...] = ()
    assessments: tuple[AssessmentMention, ...] = ()
    leverage: tuple[LeverageMention, ...] = ()
    deliverables: tuple[DeliverableMention, ...] = ()
    disputes: tuple[DisputeMention, ...] = ()
    acts: tuple[ActMention, ...] = ()


def read_items(  # the agreed entry point: a document's parts, as its reader has them
    clean: CleanText, doc: Doc, lexicon: Lexicon, published: When, outlet: str | None, dates: tuple[FoundDate, ...]
) -> Items:
    """Everything that the text says of the talks. `doc` was parsed from `clean.text`, so that `token.idx` counts its characters."""
    if not len(doc):
        return Items()
    scene = set_scene(clean, doc, lexicon, dates)
    said = find_statements(scene)
    voices = Voices(said)
    scene = evolve(scene, references=scene.references.hearing(voices))
    return Items(
        actors=_actors(scene, outlet),
        offices=_offices(scene),
        statements=tuple(statement for statement, _ in said),
        meetings=find_meetings(scene, published),
        delegations=find_delegations(scene),
        positions=find_positions(scene, voices),
        sticking_points=find_sticking_points(scene, voices),
        assessments=find_assessments(scene, voices),
        leverage=find_leverage(scene, voices),
        deliverables=find_deliverables(scene, voices),
        disputes=find_disputes(scene, voices),
        acts=find_acts(scene),
    )


def _actors(scene: Scene, outlet: str | None) -> tuple[str, ...]:
    """The full names of all who are named as having a part, in order of first mention; persons beside those whom they belong to."""
    found: dict[str, None] = {}
    for mention in scene.names.mentions():
        if mention.name in found or scene.names.is_place(mention) or mention.name == outlet:
            continue
        if mention.kind in ("person", "organisation") and is_in_title_case(scene.doc[mention.start].sent):
            continue
        found.setdefault(mention.name)
    return tuple(found)


def _offices(scene: Scene) -> tuple[OfficeMention, ...]:
    found = []
    for office in scene.offices:
        passage, title = scene.passage(*office.words), scene.passage(*office.title)
        if passage is not None and title is not None:
            found.append(OfficeMention(passage, office.person.name, title.text, actor=office.actor))
    return tuple(found)
