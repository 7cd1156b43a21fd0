"""Fields of items as people write them: for every kind of item what may be changed, and in which words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import NOTHING, evolve, fields

from gobetween.model.evidence import mentions
from gobetween.model.evidence.item_forms import (
    FLAG,
    NAMES,
    NUMBER,
    PERHAPS_FLAG,
    PERHAPS_NAMES,
    PERHAPS_NUMBER,
    PERHAPS_WORDS,
    SIZE,
    WHEN,
    WORDS,
    WORDS_OR_NONE,
    Form,
    choice,
    parsed,
)
from gobetween.model.evidence.items import Item
from gobetween.model.evidence.kinds import (
    ItemKind,
    MeetingForm,
    MeetingStatus,
    Mode,
    SourceType,
    Stance,
    StatementKind,
    Tone,
)
from gobetween.model.evidence.mentions import Speaker
from gobetween.model.passages import Passage

LONGEST_VALUE = 2000  # characters

PLAIN_FIELDS: Mapping[ItemKind, Mapping[str, Form]] = {
    ItemKind.STATEMENT: {"mode": choice(Mode), "kind": choice(StatementKind), "told_to": PERHAPS_WORDS},
    ItemKind.FIGURE: {
        "value": NUMBER,
        "upper": PERHAPS_NUMBER,
        "qualifier": PERHAPS_WORDS,
        "unit": WORDS_OR_NONE,
        "counted": WORDS_OR_NONE,
        "place": PERHAPS_WORDS,
        "when": WHEN,
    },
    ItemKind.DATE: {"when": WHEN},
    ItemKind.MEETING: {
        "participants": PERHAPS_NAMES,
        "kind": WORDS,
        "place": PERHAPS_WORDS,
        "when": WHEN,
        "status": choice(MeetingStatus),
        "form": choice(MeetingForm),
    },
    ItemKind.DELEGATION: {
        "actor": WORDS,
        "head": PERHAPS_WORDS,
        "size": SIZE,
        "movement": PERHAPS_WORDS,
        "place": PERHAPS_WORDS,
    },
    ItemKind.POSITION: {"party": WORDS, "stance": choice(Stance), "issue": WORDS_OR_NONE, "when": WHEN},
    ItemKind.STICKING_POINT: {"issue": WORDS, "parties": PERHAPS_NAMES, "is_explicit": FLAG},
    ItemKind.ASSESSMENT: {"tone": choice(Tone), "told_to": PERHAPS_WORDS},
    ItemKind.LEVERAGE: {"by": WORDS, "on": WORDS, "demand": WORDS_OR_NONE, "otherwise": WORDS_OR_NONE},
    ItemKind.DELIVERABLE: {"owed_by": WORDS, "what": WORDS, "owed_to": PERHAPS_WORDS, "due": WHEN, "is_delivered": PERHAPS_FLAG},
    ItemKind.DISPUTE: {"matter": WORDS, "asserted_by": WORDS, "denied_by": WORDS},
    ItemKind.ACT: {"actor": WORDS, "when": WHEN},
    ItemKind.OFFICE: {"person": WORDS, "title": WORDS, "actor": PERHAPS_WORDS},
    ItemKind.EVENT: {
        "plover": WORDS,
        "source": NAMES,
        "target": PERHAPS_NAMES,
        "mode": WORDS_OR_NONE,
        "cameo": WORDS_OR_NONE,
        "when": WHEN,
        "place": PERHAPS_WORDS,
    },
}
"""Fields whose value is written in one text, by the kind of item."""

SPEAKER_FIELDS: Mapping[ItemKind, str] = {
    ItemKind.STATEMENT: "speaker",
    ItemKind.FIGURE: "attributed_to",
    ItemKind.POSITION: "via",
    ItemKind.STICKING_POINT: "via",
    ItemKind.ASSESSMENT: "by",
    ItemKind.LEVERAGE: "via",
    ItemKind.DELIVERABLE: "via",
}
"""The field that holds who says so; `<field>_actor` and `<field>_type` are whom that speaker belongs to, and the type of source."""

READ_SPEAKER_FIELDS: Mapping[ItemKind, tuple[str, ...]] = {ItemKind.STATEMENT: ("via",)}
"""Fields that hold another speaker, through whom it is known; these are read, and not changed by hand."""

PASSAGE_FIELDS: Mapping[ItemKind, tuple[str, ...]] = {
    ItemKind.STATEMENT: ("cue",),
    ItemKind.FIGURE: ("sentence",),
    ItemKind.POSITION: ("condition",),
    ItemKind.DISPUTE: ("denial",),
}
"""Fields that are words of the text."""

CHANGED_PASSAGES: Mapping[ItemKind, tuple[str, ...]] = {ItemKind.POSITION: ("condition",)}
"""Those of them that may be changed by hand; the others are read only."""

BUILDERS: Mapping[ItemKind, type[Any]] = {
    ItemKind.STATEMENT: mentions.Statement,
    ItemKind.FIGURE: mentions.FigureMention,
    ItemKind.DATE: mentions.DateMention,
    ItemKind.MEETING: mentions.MeetingMention,
    ItemKind.DELEGATION: mentions.DelegationMention,
    ItemKind.POSITION: mentions.PositionMention,
    ItemKind.STICKING_POINT: mentions.StickingPointMention,
    ItemKind.ASSESSMENT: mentions.AssessmentMention,
    ItemKind.LEVERAGE: mentions.LeverageMention,
    ItemKind.DELIVERABLE: mentions.DeliverableMention,
    ItemKind.DISPUTE: mentions.DisputeMention,
    ItemKind.ACT: mentions.ActMention,
    ItemKind.OFFICE: mentions.OfficeMention,
    ItemKind.EVENT: mentions.EventMention,
}

SOURCE_TYPE = choice(SourceType)


def changeable(kind: ItemKind) -> tuple[str, ...]:
    """The names of the fields of that kind that a person may change, in order."""
    speaker = SPEAKER_FIELDS.get(kind)
    said = (speaker, f"{speaker}_actor", f"{speaker}_type") if speaker else ()
    return (*said, *PLAIN_FIELDS[kind], *CHANGED_PASSAGES.get(kind, ()))


def with_change(kind: ItemKind, item: Item, name: str, text: str) -> Item:
    """The item with another value in one of its fields; an empty text empties the field.

    Raises:
        ValueError: the kind has no such field to change, or the value is none that is allowed there; the text says what is.
    """
    text = " ".join(text.split())
    if name not in changeable(kind):
        msg = f"'{name}' is no field of {_a(kind)} that can be changed; allowed: {', '.join(changeable(kind))}"
        raise ValueError(msg)
    if len(text) > LONGEST_VALUE:
        msg = f"{name}: found {len(text):,} characters; allowed: at most {LONGEST_VALUE:,}"
        raise ValueError(msg)
    if name in CHANGED_PASSAGES.get(kind, ()):
        return _with(item, name, Passage(text, item.passage.spans) if text else None)  # its place is known no closer
    form = PLAIN_FIELDS[kind].get(name)
    if form is None:
        return _with_speaker(kind, item, name, text)
    return _with(item, name, parsed(form, name, text))


def value_as_text(kind: ItemKind, item: Item, name: str) -> str:
    """The value of a field as people write it, `""` where it is empty."""
    form = PLAIN_FIELDS[kind].get(name)
    if form is not None:
        value = getattr(item, name)
        return "" if value is None else form.write(value)
    if name in CHANGED_PASSAGES.get(kind, ()):
        words: Passage | None = getattr(item, name)
        return words.text if words else ""
    base, part = _parts(kind, name)
    speaker: Speaker | None = getattr(item, base)
    if speaker is None:
        return ""
    return {"": speaker.name, "actor": speaker.actor or "", "type": speaker.source_type.value}[part]


def described(kind: ItemKind, item: Item) -> Iterable[tuple[str, str]]:
    """The fields of an item that say something, by name, as people write them."""
    for name in changeable(kind):
        text = value_as_text(kind, item, name)
        if text:
            yield name, text


def _parts(kind: ItemKind, name: str) -> tuple[str, str]:
    base = SPEAKER_FIELDS[kind]
    return base, name.removeprefix(base).removeprefix("_")


def _with_speaker(kind: ItemKind, item: Item, name: str, text: str) -> Item:
    base, part = _parts(kind, name)
    speaker: Speaker | None = getattr(item, base)
    if part == "":
        return _with(item, base, _renamed(kind, item, speaker, text))
    if speaker is None:
        msg = f"{name}: nobody is named as saying so; give '{base}' first"
        raise ValueError(msg)
    if part == "actor":
        return _with(item, base, evolve(speaker, actor=text or None))
    return _with(item, base, evolve(speaker, source_type=parsed(SOURCE_TYPE, name, text)))


def _renamed(kind: ItemKind, item: Item, speaker: Speaker | None, text: str) -> Speaker | None:
    """Somebody else: whom the former belonged to says nothing of the latter, and the words that named the former stay the place."""
    if not text:
        if kind is ItemKind.STATEMENT:
            msg = "speaker: found nothing; a statement has a speaker. If nobody said it, judge it wrong"
            raise ValueError(msg)
        return None
    if speaker is None:
        return Speaker(item.passage, text)
    return speaker if speaker.name == text else Speaker(speaker.passage, text)


def _with(item: Item, name: str, value: Any) -> Item:
    changed: Item = evolve(item, **{name: value})
    return changed


def _a(kind: ItemKind) -> str:
    word = kind.word.replace("-", " ")
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"


def added_item(kind: ItemKind, passage: Passage, given: Iterable[tuple[str, str]]) -> Item:
    """An item that a person adds, on those words, from its fields as people write them.

    Raises:
        ValueError: a field that every item of the kind has is not given, or one is none of the kind's, or a value is not allowed.
    """
    values = dict(given)
    build = BUILDERS[kind]
    needed = [each.name for each in fields(build) if each.default is NOTHING and each.name not in ("passage", "content")]
    missing = [name for name in needed if not values.get(name, "").strip()]
    if missing:
        msg = f"{_a(kind)} needs {', '.join(f'{name}=...' for name in missing)}"
        raise ValueError(msg)
    plain = {name: parsed(PLAIN_FIELDS[kind][name], name, values.pop(name)) for name in needed if name in PLAIN_FIELDS[kind]}
    item: Item = build(Speaker(passage, values.pop("speaker")), passage) if kind is ItemKind.STATEMENT else build(passage, **plain)
    for name in sorted(values, key=lambda each: _place(kind, each)):
        item = with_change(kind, item, name, values[name])
    return item


def _place(kind: ItemKind, name: str) -> int:
    """Changes are made in the order of the kind's fields: who speaks comes before whom the speaker belongs to."""
    names = changeable(kind)
    return names.index(name) if name in names else len(names)


def with_changes(kind: ItemKind, item: Item, changes: Iterable[tuple[str, str]]) -> Item:
    """The item with all of these changes, whatever the order in which they are given.

    Raises:
        ValueError: one of them is not allowed (see `with_change`).
    """
    for name, text in sorted(changes, key=lambda change: _place(kind, change[0])):
        item = with_change(kind, item, name, text)
    return item
