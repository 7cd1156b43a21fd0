"""An answer as plain data for other programs: exact numbers, stable keys, ids of the case."""

from __future__ import annotations

from typing import Any

from gobetween.briefs.answers.answers import Answer
from gobetween.briefs.answers.given.deadlocks import GivenConflict, GivenOpening
from gobetween.rendering.json_text import json_text, plain

VERSION = 1


def answer_json(answer: Answer, *, stopped: str | None = None) -> dict[str, Any]:
    """The answer as `{"gobetween": 1, "answer": ...}`: dictionaries, lists, texts, whole numbers, booleans and nulls only.

    Fractions are texts like `"3/5"`. `stopped` is null, `interrupted` or `out of time`. What is for people alone, tables and the
    plot, is left out: `result` holds all that they show.
    """
    told = {
        "question": answer.question,
        "case": answer.case,
        "audience": answer.audience,
        "as_of": answer.as_of,
        "assumptions": answer.assumptions,
        "notices": answer.notices,
        "marks": answer.marks,
        "stopped": stopped,
        "essence": tuple(cell.text for cell in answer.essence),
        "parties": answer.parties,
        "result": answer.result,
    }
    return {"gobetween": VERSION, "answer": plain(told)}


def answer_json_text(answer: Answer, *, stopped: str | None = None) -> str:
    """The answer as JSON text that is safe to print."""
    return json_text(answer_json(answer, stopped=stopped))


def answer_line(told: Answer | GivenConflict | GivenOpening, *, stopped: str | None = None) -> str:
    """An answer as JSON in one line; or a part of one as `{"conflict": ...}` or `{"opening": ...}`."""
    if isinstance(told, Answer):
        return json_text(answer_json(told, stopped=stopped), in_one_line=True)
    return json_text({"conflict" if isinstance(told, GivenConflict) else "opening": plain(told)}, in_one_line=True)
