"""All items of one document: who is named, who said what, meetings, delegations, positions, and what is said of the talks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from attrs import define, evolve, field, frozen
from spacy.tokens import Doc

from gobetween.model.dates import When
from gobetween.model.errors import GobetweenError
from gobetween.model.evidence import (
    ActMention,
    AssessmentMention,
    DelegationMention,
    DeliverableMention,
    DisputeMention,
    ItemKind,
    LeverageMention,
    MeetingMention,
    OfficeMention,
    PositionMention,
    ReliabilitySign,
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

NOT_READ_WHOLE = "not read whole"
"""The kind of the sign that a document carries where a rule failed on it."""

_Found = TypeVar("_Found")


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
    signs: tuple[ReliabilitySign, ...] = ()  # of what could not be read


def read_items(  # the agreed entry point: a document's parts, as its reader has them
    clean: CleanText, doc: Doc, lexicon: Lexicon, published: When, outlet: str | None, dates: tuple[FoundDate, ...]
) -> Items:
    """Everything that the text says of the talks. `doc` was parsed from `clean.text`, so that `token.idx` counts its characters."""
    if not len(doc):
        return Items()
    scene = set_scene(clean, doc, lexicon, dates)
    trial = _Trial()
    said = trial.of(ItemKind.STATEMENT, lambda: find_statements(scene))
    voices = Voices(said)
    heard = evolve(scene, references=scene.references.hearing(voices))
    return Items(
        actors=_actors(scene, outlet),
        offices=trial.of(ItemKind.OFFICE, lambda: _offices(scene)),
        statements=tuple(statement for statement, _ in said),
        meetings=trial.of(ItemKind.MEETING, lambda: find_meetings(heard, published)),
        delegations=trial.of(ItemKind.DELEGATION, lambda: find_delegations(heard)),
        positions=trial.of(ItemKind.POSITION, lambda: find_positions(heard, voices)),
        sticking_points=trial.of(ItemKind.STICKING_POINT, lambda: find_sticking_points(heard, voices)),
        assessments=trial.of(ItemKind.ASSESSMENT, lambda: find_assessments(heard, voices)),
        leverage=trial.of(ItemKind.LEVERAGE, lambda: find_leverage(heard, voices)),
        deliverables=trial.of(ItemKind.DELIVERABLE, lambda: find_deliverables(heard, voices)),
        disputes=trial.of(ItemKind.DISPUTE, lambda: find_disputes(heard, voices)),
        acts=trial.of(ItemKind.ACT, lambda: find_acts(heard)),
        signs=tuple(trial.signs),
    )


@define
class _Trial:
    """Asks one finder after the other; where one fails, its kind is missing and said to be, and the others stay."""

    signs: list[ReliabilitySign] = field(factory=list)

    def of(self, kind: ItemKind, find: Callable[[], tuple[_Found, ...]]) -> tuple[_Found, ...]:
        try:
            return find()
        except (GobetweenError, MemoryError, RecursionError):
            raise
        except Exception as fault:  # noqa: BLE001 - a rule that fails on one sentence must not cost all that is read elsewhere
            named = kind.value.replace("_", " ")
            note = f"its {named} could not be read: a rule failed ({type(fault).__name__}); please report it with the document"
            self.signs.append(ReliabilitySign(NOT_READ_WHOLE, note))
            return ()


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
