"""Entries of `judgements.yaml` to judgements: which item was judged, as it was read then, and what the person said of it."""

from __future__ import annotations

import re
from typing import Any

from attrs import NOTHING
from attrs import fields as attributes

from gobetween.casefiles.decoding.field_readers import choice, each, label, one_of, some, words
from gobetween.casefiles.decoding.fields import Fields, is_nothing, may, must, read_fields, record
from gobetween.casefiles.decoding.places import Place, Unreadable
from gobetween.casefiles.decoding.readers import AnyReader, accepts
from gobetween.casefiles.decoding.time_and_source_readers import day, when
from gobetween.casefiles.decoding.written_forms import schema_of_form
from gobetween.casefiles.decoding.yaml_nodes import Mapping, Node, Scalar, Sequence
from gobetween.casefiles.schemas.fragments import ANY_WORD, Schema, either, matching, titled
from gobetween.model.evidence import Item, ItemKind, JudgedItem, Judgement, SourceType, Speaker, Verdict
from gobetween.model.evidence.item_fields import BUILDERS, PASSAGE_FIELDS, PLAIN_FIELDS, READ_SPEAKER_FIELDS, SPEAKER_FIELDS
from gobetween.model.evidence.item_forms import NAMES, PERHAPS_NAMES, WHEN, Form, parsed
from gobetween.model.passages import Passage, Span

_SHA256 = re.compile(r"[0-9a-f]{64}")
_WRITTEN_SPANS = r"[0-9]{1,9}-[0-9]{1,9}(?:\+[0-9]{1,9}-[0-9]{1,9})*"
_SPANS = re.compile(_WRITTEN_SPANS)
_KINDS = {kind.word: kind for kind in ItemKind}


def judgement_from(at: Place) -> Judgement:
    """One entry of the list.

    Raises:
        Unreadable: something is wrong with it; the faults were kept.
    """
    faults_before = at.fault_count
    values = read_fields(at, HEAD, _LATER)
    if at.fault_count > faults_before or not isinstance(at.node, Mapping):
        raise Unreadable
    about = _judged_item(at, values["sha256"], values["kind"], values["words"], values["spans"])
    further, changed = _given(at, "into"), _given(at, "changed")
    into = _into(at.step("into", further), about) if further is not None else None
    changes = _changes(at.step("changed", changed)) if changed is not None else ()
    known = {name: values[name] for name in ("by", "day", "note", "report") if name in values}
    try:
        return Judgement(about, values["verdict"], changes=changes, into=into, **known)
    except ValueError as error:
        at.reject(str(error))


def _given(at: Place, key: str) -> Node | None:
    node = at.node.entries.get(key) if isinstance(at.node, Mapping) else None
    return None if node is None or is_nothing(node) else node


def _judged_item(at: Place, sha256: str, kind: ItemKind, text: str, spans: tuple[Span, ...]) -> JudgedItem:
    node = _given(at, "read")
    place = at.step("read", node if node is not None else Mapping(at.node.line, {}, {}))
    return JudgedItem(sha256, kind, item_from(place, kind, Passage(text, spans)))


def item_from(at: Place, kind: ItemKind, passage: Passage) -> Item:
    """The item of that kind on those words with the fields that stand there."""
    faults_before = at.fault_count
    values = read_fields(at, fields_of(kind))
    if at.fault_count > faults_before:
        raise Unreadable
    words_as = "content" if kind is ItemKind.STATEMENT else "passage"
    said = {**_unsaid(kind), **values}
    item: Item = BUILDERS[kind](**{words_as: passage}, **said)
    return item


def _unsaid(kind: ItemKind) -> dict[str, Any]:
    """The values of fields that are not written where they are empty."""
    without_default = {each.name for each in attributes(BUILDERS[kind]) if each.default is NOTHING}
    forms = PLAIN_FIELDS[kind].items()
    return {name: form.empty for name, form in forms if name in without_default and not form.is_required}


def fields_of(kind: ItemKind) -> Fields:
    """The keys of `read` of an item of this kind."""
    plain = {name: (must if form.is_required and name in _NEEDED[kind] else may)(_plain(name, form)) for name, form in _forms(kind)}
    speaker = SPEAKER_FIELDS.get(kind)
    said = {speaker: (must if kind is ItemKind.STATEMENT else may)(_SPEAKER)} if speaker else {}
    said |= {name: may(_SPEAKER) for name in READ_SPEAKER_FIELDS.get(kind, ())}
    return {**said, **plain, **{name: may(_PASSAGE) for name in PASSAGE_FIELDS.get(kind, ())}}


def _forms(kind: ItemKind) -> tuple[tuple[str, Form], ...]:
    further = {"read_from": PLAIN_FIELDS[ItemKind.EVENT]["cameo"]} if kind is ItemKind.EVENT else {}
    return (*PLAIN_FIELDS[kind].items(), *further.items())


_NEEDED = {
    kind: frozenset(name for name, form in PLAIN_FIELDS[kind].items() if form.is_required)
    - {"mode", "kind", "status", "form", "is_explicit"}  # these have a value where none is written
    for kind in ItemKind
}


def _plain(name: str, form: Form) -> AnyReader:
    @accepts(_in_entry(form))
    def read(at: Place) -> Any:
        if form is WHEN:
            return when(at)
        if form in (NAMES, PERHAPS_NAMES) and isinstance(at.node, Sequence):
            return each(words)(at) if form is PERHAPS_NAMES else some(each(words))(at)
        return parsed_at(at, name, form)

    return read


def _in_entry(form: Form) -> Schema:
    """What `_plain` accepts: in an entry names may be a list, and times are written as in a case."""
    if form is WHEN:
        return when.schema
    if form in (NAMES, PERHAPS_NAMES):
        listed = {"type": "array", "items": words.schema, **({"minItems": 1} if form is NAMES else {})}
        return either(schema_of_form(form), listed)
    return schema_of_form(form)


def parsed_at(at: Place, name: str, form: Form) -> Any:
    """The value that a text there gives the field; its fault is kept if it gives none."""
    if not isinstance(at.node, Scalar):
        at.reject_value(f"allowed: {form.allowed}")
    try:
        return parsed(form, name, at.node.text if at.node.is_quoted else at.node.text.strip())
    except ValueError as error:
        at.reject(str(error).removeprefix(f"{name}: "))


@accepts(titled("SHA-256", matching("[0-9a-f]{64}")))
def _sha256(at: Place) -> str:
    word = label(at)
    return word if _SHA256.fullmatch(word) else at.reject_value("allowed: the SHA-256 of the document, 64 hexadecimal digits")


@accepts({"enum": list(_KINDS)})
def _kind(at: Place) -> ItemKind:
    return _KINDS[one_of(*_KINDS)(at)]


@accepts(titled("place in a document", matching(_WRITTEN_SPANS)))
def spans_at(at: Place) -> tuple[Span, ...]:
    """`10-40`, or `10-40+80-96`: stretches of the document in order, none over another."""
    text = label(at)
    if not _SPANS.fullmatch(text):
        at.reject_value("allowed: start-end, or start-end+start-end, counted in characters of the document")
    pairs = [tuple(map(int, pair.split("-"))) for pair in text.split("+")]
    flat = [place for pair in pairs for place in pair]
    if any(start >= end for start, end in pairs) or flat != sorted(flat):
        at.reject_value("spans run forward, each start-end with the end after the start, none over another")
    return tuple(Span(start, end) for start, end in pairs)


@accepts(ANY_WORD)
def verbatim(at: Place) -> str:
    """Words of the document, blanks and all where they stand in quotation marks."""
    is_words = isinstance(at.node, Scalar) and (at.node.is_quoted or at.node.text.strip())
    return at.node.text if isinstance(at.node, Scalar) and is_words else words(at)


def _changes(at: Place) -> tuple[tuple[str, str], ...]:
    if not isinstance(at.node, Mapping) or not at.node.entries:
        at.reject_value("allowed: a mapping from the fields that are otherwise to their values")
    return tuple((key, _text_of(at.step(key, node))) for key, node in at.node.entries.items())


def _text_of(at: Place) -> str:
    if is_nothing(at.node):
        return ""
    return at.node.text if isinstance(at.node, Scalar) else at.reject_value("allowed: text; names have commas between them")


def _into(at: Place, about: JudgedItem) -> JudgedItem:
    values = read_fields(at, PLACE, ("read", "item"))
    if len(values) < len(PLACE):
        raise Unreadable
    return _judged_item(at, about.sha256, about.kind, values["words"], values["spans"])


PLACE: Fields = {"words": must(verbatim), "at": must(spans_at, "spans")}
"""The keys that say on which words an item is."""
_PASSAGE = record(Passage, {"words": must(verbatim, "text"), "at": must(spans_at, "spans")}, title="words and their place")
_LATER = ("read", "changed", "into", "item")
HEAD: Fields = {
    "document": must(_sha256, "sha256"),
    "kind": must(_kind),
    **PLACE,
    "verdict": must(choice(Verdict)),
    "report": may(words),
    "by": may(words),
    "day": may(day),
    "note": may(words),
}
"""The keys of an entry that are read by themselves."""


def _speaker(name: str, text: str, spans: tuple[Span, ...], **known: Any) -> Speaker:
    return Speaker(Passage(text, spans), name, **known)


_SPEAKER = record(
    _speaker,
    {
        "name": must(words),
        "actor": may(words),
        "type": may(choice(SourceType), "source_type"),
        "words": must(verbatim, "text"),
        "at": must(spans_at, "spans"),
    },
    title="who says so",
)
