"""An account as JSON, for other programs: every item with its words and its places in the file.

Spans are half-open and count code points of the file read as UTF-8 with newlines untouched.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from gobetween.briefs.accounts.occasions import find_occasions
from gobetween.model.dates import When
from gobetween.model.evidence import (
    Account,
    ActMention,
    AssessmentMention,
    Confidence,
    DateMention,
    DelegationMention,
    DeliverableMention,
    DisputeMention,
    Document,
    EventMention,
    FigureMention,
    Furniture,
    ItemKind,
    LeverageMention,
    MeetingMention,
    OfficeMention,
    PositionMention,
    ReliabilitySign,
    Report,
    Speaker,
    Statement,
    StickingPointMention,
    items_of,
)
from gobetween.model.passages import Passage, Span
from gobetween.reading.documents.furniture import METADATA

FORMAT = 1
"""The version of this JSON; it grows by new names, and changes its number if a name changes its meaning."""

Json = dict[str, Any]


def account_json(account: Account) -> Json:
    """The account: `documents` in order of path, `stories` (paths that tell one story), `occasions` (stories of one event).

    Every item bears its `id`, its `standing` (who stands behind it) and its `confidence`: `percent` with `reasons`, or null where a
    person judged it or nothing is known.
    """
    return {
        "gobetween": FORMAT,
        "documents": [_report(report) for report in account.reports],
        "stories": [list(story.names) for story in account.stories],
        "story_reasons": [{"paths": list(story.names), "reason": story.reason} for story in account.stories],
        "occasions": [{"paths": list(occasion.names), "reason": occasion.reason} for occasion in find_occasions(account)],
    }


def _report(report: Report) -> Json:
    document = report.document
    items: dict[str, list[Json]] = {kind.value: [] for kind in ItemKind}
    for name, kind, item in items_of(document):
        doubt = {"id": name, "confidence": _confidence(item.confidence), "standing": str(item.standing)}
        items[kind.value].append({**_MAKERS[kind](item), **doubt})
    return {"path": report.name, **_about(document), **items}


def _about(document: Document) -> Json:
    return {
        "sha256": document.sha256,
        "chars": document.chars,
        "medium": document.medium,
        "title": document.title,
        "outlet": {"name": document.outlet.name, "basis": document.outlet.basis} if document.outlet else None,
        "published": None if document.published.is_unknown else _when(document.published),
        "language": document.language,
        "authors": list(document.authors),
        "furniture": [_furniture(each) for each in document.furniture if each.kind not in METADATA],
        "metadata": [_furniture(each) for each in document.furniture if each.kind in METADATA],
        "signs": [_sign(sign) for sign in document.signs],
        "actors": list(document.actors),
        "reader": document.reader,
    }


def _confidence(confidence: Confidence | None) -> Json | None:
    if confidence is None:
        return None
    return {"percent": confidence.percent, "reasons": list(confidence.reasons), "measured_on": confidence.measured_on}


def _span(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _whole(passage: Passage) -> Json:
    return {"start": passage.start, "end": passage.end}


def _passage(passage: Passage) -> Json:
    return {**_whole(passage), "text": passage.text}


def _when(when: When) -> Json:
    return {
        "date": when.day.isoformat() if when.day else None,
        "earliest": when.earliest.isoformat() if when.earliest else None,
        "latest": when.latest.isoformat() if when.latest else None,
        "basis": str(when.basis),
        "inference": when.inference,
    }


def _number(value: int | Fraction) -> int | float:
    return int(value) if value == int(value) else float(value)


def _speaker(speaker: Speaker | None) -> Json | None:
    if speaker is None:
        return None
    return {**_passage(speaker.passage), "name": speaker.name, "actor": speaker.actor, "source_type": str(speaker.source_type)}


def _furniture(furniture: Furniture) -> Json:
    return {**_span(furniture.span), "kind": furniture.kind}


def _sign(sign: ReliabilitySign) -> Json:
    return {"kind": sign.kind, "note": sign.note, "span": _span(sign.span) if sign.span else None}


def _office(office: OfficeMention) -> Json:
    return {**_passage(office.passage), "person": office.person, "title": office.title, "actor": office.actor}


def _statement(statement: Statement) -> Json:
    return {
        "speaker": _speaker(statement.speaker),
        "cue": _passage(statement.cue) if statement.cue else None,
        "content": [_span(span) for span in statement.content.spans],
        "text": statement.content.text,
        "mode": str(statement.mode),
        "kind": str(statement.kind),
        "told_to": statement.told_to,
        "via": _speaker(statement.via),
    }


def _figure(figure: FigureMention) -> Json:
    return {
        **_passage(figure.passage),
        "value": _number(figure.value),
        "upper": None if figure.upper is None else _number(figure.upper),
        "qualifier": figure.qualifier,
        "unit": figure.unit,
        "counted": figure.counted,
        "place": figure.place,
        "when": _when(figure.when),
        "attributed_to": _speaker(figure.attributed_to),
        "sentence": _passage(figure.sentence) if figure.sentence else None,
    }


def _date(date: DateMention) -> Json:
    return {**_passage(date.passage), "resolved": date.when.day.isoformat() if date.when.day else None, "when": _when(date.when)}


def _meeting(meeting: MeetingMention) -> Json:
    return {
        **_passage(meeting.passage),
        "participants": list(meeting.participants),
        "kind": meeting.kind,
        "place": meeting.place,
        "when": _when(meeting.when),
        "status": str(meeting.status),
        "form": str(meeting.form),
    }


def _delegation(delegation: DelegationMention) -> Json:
    return {
        **_passage(delegation.passage),
        "actor": delegation.actor,
        "head": delegation.head,
        "size": delegation.size,
        "movement": delegation.movement,
        "place": delegation.place,
    }


def _position(position: PositionMention) -> Json:
    return {
        **_passage(position.passage),
        "party": position.party,
        "stance": str(position.stance),
        "issue": position.issue,
        "condition": _passage(position.condition) if position.condition else None,
        "via": _speaker(position.via),
        "when": _when(position.when),
    }


def _sticking_point(point: StickingPointMention) -> Json:
    return {
        **_passage(point.passage),
        "issue": point.issue,
        "parties": list(point.parties),
        "explicit": point.is_explicit,
        "via": _speaker(point.via),
    }


def _assessment(assessment: AssessmentMention) -> Json:
    return {**_passage(assessment.passage), "tone": str(assessment.tone), "by": _speaker(assessment.by), "told_to": assessment.told_to}


def _leverage(leverage: LeverageMention) -> Json:
    return {
        **_passage(leverage.passage),
        "by": leverage.by,
        "on": leverage.on,
        "demand": leverage.demand,
        "otherwise": leverage.otherwise,
        "via": _speaker(leverage.via),
    }


def _act(act: ActMention) -> Json:
    return {**_passage(act.passage), "actor": act.actor, "when": _when(act.when)}


def _deliverable(deliverable: DeliverableMention) -> Json:
    return {
        **_passage(deliverable.passage),
        "owed_by": deliverable.owed_by,
        "what": deliverable.what,
        "owed_to": deliverable.owed_to,
        "due": _when(deliverable.due),
        "is_delivered": deliverable.is_delivered,
        "via": _speaker(deliverable.via),
    }


def _dispute(dispute: DisputeMention) -> Json:
    return {
        **_passage(dispute.passage),
        "matter": dispute.matter,
        "asserted_by": dispute.asserted_by,
        "denied_by": dispute.denied_by,
        "denial": _passage(dispute.denial) if dispute.denial else None,
    }


def _event(event: EventMention) -> Json:
    return {
        **_passage(event.passage),
        "plover": event.plover,
        "mode": event.mode,
        "cameo": event.cameo,
        "source": list(event.source),
        "target": list(event.target),
        "when": _when(event.when),
        "place": event.place,
        "read_from": event.read_from,
    }


_MAKERS: dict[ItemKind, Callable[[Any], Json]] = {
    ItemKind.STATEMENT: _statement,
    ItemKind.FIGURE: _figure,
    ItemKind.DATE: _date,
    ItemKind.MEETING: _meeting,
    ItemKind.DELEGATION: _delegation,
    ItemKind.POSITION: _position,
    ItemKind.STICKING_POINT: _sticking_point,
    ItemKind.ASSESSMENT: _assessment,
    ItemKind.LEVERAGE: _leverage,
    ItemKind.DELIVERABLE: _deliverable,
    ItemKind.DISPUTE: _dispute,
    ItemKind.ACT: _act,
    ItemKind.OFFICE: _office,
    ItemKind.EVENT: _event,
}
