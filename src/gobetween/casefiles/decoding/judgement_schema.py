"""What `judgement_from` accepts, as a schema: the keys of every entry, and what hangs on its kind and its verdict."""

from __future__ import annotations

from typing import Any

from gobetween.casefiles.decoding.fields import schema_of
from gobetween.casefiles.decoding.judgement_entries import HEAD, PLACE, fields_of
from gobetween.casefiles.decoding.written_forms import schema_of_form
from gobetween.casefiles.schemas.fragments import Schema, given, or_nothing, titled
from gobetween.model.evidence import ItemKind, Verdict
from gobetween.model.evidence.item_fields import CHANGED_PASSAGES, LONGEST_VALUE, PLAIN_FIELDS, SOURCE_TYPE, SPEAKER_FIELDS
from gobetween.model.evidence.item_forms import PERHAPS_WORDS, WORDS, Form

_ANYTHING: Schema = {}


def schema_of_judgement() -> Schema:
    """One entry of the list."""
    into = titled("item that it is the same as", schema_of(PLACE, {"read": _object_or_nothing(), "item": _ANYTHING}))
    later = {"read": _object_or_nothing(), "changed": _object_or_nothing(), "into": or_nothing(into), "item": _ANYTHING}
    conditions = [_only_with(Verdict.CHANGED, "changed"), _only_with(Verdict.MERGED, "into"), *map(_of_kind, ItemKind)]
    return titled("judgement", {**schema_of(HEAD, later), "allOf": conditions})


def _object_or_nothing() -> Schema:
    return {"type": ["object", "null"]}


def _only_with(verdict: Verdict, key: str) -> Schema:
    """The key is given with this verdict, and with no other."""
    return {"if": {"properties": {"verdict": {"const": verdict.value}}}, "then": given(key), "else": {"not": given(key)}}


def _of_kind(kind: ItemKind) -> Schema:
    read = titled(f"{kind.word} as it was read", schema_of(fields_of(kind)))
    needed: dict[str, Any] = {"allOf": [given("read")]} if read["required"] else {}
    keys = {"read": or_nothing(read)}
    into = or_nothing({"properties": keys, **needed})
    then = {"properties": {**keys, "changed": or_nothing(_changes_of(kind)), "into": into}, **needed}
    return {"if": {"properties": {"kind": {"const": kind.word}}, "required": ["kind"]}, "then": then}


def _changes_of(kind: ItemKind) -> Schema:
    speaker = SPEAKER_FIELDS.get(kind)
    said: dict[str, Form] = {}
    if speaker:
        name = WORDS if kind is ItemKind.STATEMENT else PERHAPS_WORDS
        said = {speaker: name, f"{speaker}_actor": PERHAPS_WORDS, f"{speaker}_type": SOURCE_TYPE}
    quoted = dict.fromkeys(CHANGED_PASSAGES.get(kind, ()), PERHAPS_WORDS)
    fields = {name: _changed(form) for name, form in {**said, **PLAIN_FIELDS[kind], **quoted}.items()}
    return titled(f"{kind.word} otherwise", {"type": "object", "properties": fields, "additionalProperties": False, "minProperties": 1})


def _changed(form: Form) -> Schema:
    """What the field may be otherwise: blanks do not count there, and no value empties what may be empty."""
    schema = {**schema_of_form(form), "maxLength": LONGEST_VALUE}
    return {"pattern": r"\S", **schema} if form.is_required else or_nothing(schema)
