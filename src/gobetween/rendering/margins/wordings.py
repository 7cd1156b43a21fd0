"""Items in the words of a margin: what sort of thing, who or what, and the particulars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from gobetween.briefs.accounts.events import meaning_of
from gobetween.model.dates import When
from gobetween.model.evidence import Item, MeetingForm, Speaker, StatementKind, mentions


def headline_of(item: Item) -> str:
    """The item in a few words: who, and what of it."""
    match item:
        case mentions.Statement():
            what = "" if item.kind is StatementKind.STATEMENT else f": {item.kind}"
            return f"{_source(item.speaker)}{what}"
        case mentions.FigureMention():
            amount = _number(item.value) if item.upper is None else f"{_number(item.value)} to {_number(item.upper)}"
            return _joined(" ", item.qualifier or "", amount, item.unit or item.counted)
        case mentions.DateMention():
            return str(item.when)
        case mentions.MeetingMention():
            return ", ".join(item.participants) or "somebody who is not named"
        case mentions.DelegationMention():
            return f"of {item.actor}"
        case mentions.PositionMention():
            return f"{item.party}: {item.stance.replace('_', ' ')}"
        case mentions.StickingPointMention():
            return item.issue or "in the way of a deal"
        case mentions.AssessmentMention():
            return f"{_source(item.by) if item.by else 'the report itself'}: {item.tone}"
        case mentions.LeverageMention():
            return f"{item.by} on {item.on}"
        case mentions.DeliverableMention():
            return f"{item.owed_by} owes {item.what}"
        case mentions.DisputeMention():
            return item.matter
        case mentions.ActMention():
            return item.actor
        case mentions.OfficeMention():
            return f"{item.person}: {item.title}"
        case mentions.EventMention():
            return code_of(item)


def particulars_of(item: Item) -> tuple[str, ...]:
    """What else was read, one thing each; what the text leaves open is left out."""
    return tuple(each for each in _particulars(item) if each)


def code_of(event: mentions.EventMention) -> str:
    """The codes of an event: "CONSULT, visit (CAMEO 042: make a visit)"."""
    return f"{_joined(', ', event.plover, event.mode)}{f' ({meaning_of(event.cameo)})' if event.cameo else ''}"


def _particulars(item: Item) -> Iterator[str]:
    match item:
        case mentions.Statement():
            yield from (str(item.mode), str(item.speaker.source_type), _told(item.told_to), _by(item.via, "by way of"))
        case mentions.FigureMention():
            yield from (item.counted if item.unit else "", _at(item.place), _by(item.attributed_to, "given by"))
        case mentions.DateMention():
            yield item.when.inference
        case mentions.MeetingMention():
            form = "" if item.form is MeetingForm.UNSAID else str(item.form)
            yield from (item.kind, str(item.status), form, _at(item.place), _on(item.when))
        case mentions.DelegationMention():
            size = f"{item.size} members" if item.size else ""
            yield from (f"headed by {item.head}" if item.head else "", size, item.movement or "", _at(item.place))
        case mentions.PositionMention():
            condition = f"if: {item.condition.text}" if item.condition else ""
            yield from (f"on {item.issue}" if item.issue else "", condition, _by(item.via, "as said by"), _on(item.when))
        case mentions.StickingPointMention():
            yield from (_among(item.parties), "" if item.is_explicit else "not in so many words", _by(item.via, "as said by"))
        case mentions.AssessmentMention():
            yield _told(item.told_to)
        case mentions.LeverageMention():
            otherwise = f"or else: {item.otherwise}" if item.otherwise else ""
            yield from (f"to do: {item.demand}" if item.demand else "", otherwise, _by(item.via, "as said by"))
        case mentions.DeliverableMention():
            state = {True: "delivered", False: "not delivered", None: ""}[item.is_delivered]
            to = f"to {item.owed_to}" if item.owed_to else ""
            yield from (to, f"due {item.due}" if not item.due.is_unknown else "", state, _by(item.via, "as said by"))
        case mentions.DisputeMention():
            yield from (f"asserted by {item.asserted_by}" if item.asserted_by else "", f"denied by {item.denied_by}")
        case mentions.ActMention():
            yield _on(item.when)
        case mentions.OfficeMention():
            yield f"of {item.actor}" if item.actor else ""
        case mentions.EventMention():
            towards = f" towards {', '.join(item.target)}" if item.target else ""
            yield from (f"{', '.join(item.source)}{towards}", _on(item.when))


def _source(speaker: Speaker) -> str:
    belongs = f" ({speaker.actor})" if speaker.actor and speaker.actor not in speaker.name else ""
    return f"{speaker.name}{belongs}"


def _told(hearer: str | None) -> str:
    return f"told {hearer}" if hearer else ""


def _by(speaker: Speaker | None, words: str) -> str:
    return f"{words} {_source(speaker)}" if speaker else ""


def _at(place: str | None) -> str:
    return f"in {place}" if place else ""


def _on(when: When) -> str:
    return "" if when.is_unknown else str(when)


def _among(parties: tuple[str, ...]) -> str:
    return f"between {' and '.join(parties)}" if parties else ""


def _number(value: int | Fraction) -> str:
    return f"{int(value):,}" if value == int(value) else f"{float(value):g}"


def _joined(separator: str, *parts: str) -> str:
    return separator.join(_filled(parts))


def _filled(parts: Iterable[str]) -> Iterator[str]:
    return (part for part in parts if part)
