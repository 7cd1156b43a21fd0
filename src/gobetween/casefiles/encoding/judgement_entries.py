"""A judgement as the entry of `judgements.yaml` that a person can read and mend."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from gobetween.casefiles.encoding import values
from gobetween.casefiles.encoding.yaml_texts import Tree, yaml_text
from gobetween.casefiles.encoding.yaml_words import Bare
from gobetween.model.dates import When
from gobetween.model.evidence import Item, ItemKind, JudgedItem, Judgement, Speaker
from gobetween.model.evidence.item_fields import PASSAGE_FIELDS, PLAIN_FIELDS, READ_SPEAKER_FIELDS, SPEAKER_FIELDS
from gobetween.model.passages import Passage

INDENT = "  "


def entry_lines(judgement: Judgement, item: str, indent: str = INDENT) -> str:
    """The lines of one entry of the list, the dash indented so; `item` is the id that the item was shown with."""
    lines = yaml_text({"judgements": [_entry(judgement, item)]}).split("judgements:\n", 1)[1].splitlines()
    return "".join(f"{indent}{line.removeprefix(INDENT)}".rstrip() + "\n" for line in lines)


def _entry(judgement: Judgement, item: str) -> dict[str, Tree]:
    about = judgement.about
    entry: dict[str, Tree] = {
        "item": item,
        "verdict": judgement.verdict.value,
        **({"changed": dict[str, Tree](judgement.changes)} if judgement.changes else {}),
        **({"by": judgement.by} if judgement.by else {}),
        **({"day": Bare(judgement.day.isoformat())} if judgement.day else {}),
        **({"note": judgement.note} if judgement.note else {}),
        **({"report": judgement.report} if judgement.report else {}),
        "document": about.sha256,
        "kind": about.kind.word,
        **_read(about),
    }
    return {**entry, "into": _read(judgement.into)} if judgement.into else entry


def _read(judged: JudgedItem) -> dict[str, Tree]:
    read = fields_tree(judged.kind, judged.item)
    return {**_passage(judged.item.passage), **({"read": read} if read else {})}


def fields_tree(kind: ItemKind, item: Item) -> dict[str, Tree]:
    """What was read of the item beside its words, but for what says nothing."""
    speaker = SPEAKER_FIELDS.get(kind)
    names = [*((speaker,) if speaker else ()), *READ_SPEAKER_FIELDS.get(kind, ()), *PLAIN_FIELDS[kind], *PASSAGE_FIELDS.get(kind, ())]
    names += ["read_from"] if kind is ItemKind.EVENT else []
    found = {name: getattr(item, name) for name in names}
    return {name: _tree(value) for name, value in found.items() if value not in (None, "", ()) and not _is_unknown(value)}


def _is_unknown(value: object) -> bool:
    return isinstance(value, When) and value.is_unknown and not value.inference


def _tree(value: Any) -> Tree:
    match value:
        case Speaker():
            return _speaker(value)
        case Passage():
            return _passage(value)
        case When():
            return values.when(value)
        case bool():
            return Bare("yes" if value else "no")
        case int() | Fraction():
            return values.number(value)
        case tuple():
            return list[Tree](value)
    return str(value)


def _passage(passage: Passage) -> dict[str, Tree]:
    return {"words": passage.text, "at": Bare("+".join(f"{span.start}-{span.end}" for span in passage.spans))}


def _speaker(speaker: Speaker) -> dict[str, Tree]:
    actor: dict[str, Tree] = {"actor": speaker.actor} if speaker.actor else {}
    return {"name": speaker.name, **actor, "type": speaker.source_type.value, **_passage(speaker.passage)}
