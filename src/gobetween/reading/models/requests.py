"""What a model is sent: fixed instructions and the text of one report, nothing else."""

from __future__ import annotations

import json
from typing import Any

from gobetween.model.evidence import MeetingForm, MeetingStatus, Mode, Stance, Tone

PROMPT_VERSION = "1"
"""Changes whenever the same report would be asked about in other words."""

FIELDS: dict[str, dict[str, str]] = {
    "statement": {
        "quote": "the words that were said, or the clause that reports them",
        "speaker": "the words in the report that name the speaker",
        "mode": f"one of {', '.join(Mode)}",
        "told_to": "whom it was told, or null",
    },
    "position": {
        "quote": "the clause that shows where the party stands",
        "party": "the party's name as the report has it",
        "stance": f"one of {', '.join(Stance)}",
        "issue": "what it is about, in the report's words",
    },
    "meeting": {
        "quote": "the clause that tells of it",
        "participants": "a list of names as the report has them",
        "status": f"one of {', '.join(MeetingStatus)}",
        "form": f"one of {', '.join(MeetingForm)}",
        "place": "where, or null",
    },
    "figure": {
        "quote": "the number with its qualifier and what it counts",
        "value": "the number",
        "unit": "persons, days, percent, ...",
        "counted": "what is counted, in the report's words",
        "attributed_to": "the words in the report that name who gives it, or null",
    },
    "sticking-point": {
        "quote": "the clause that says what stands in the way",
        "issue": "what that is, in the report's words",
        "parties": "a list of names as the report has them",
    },
    "assessment": {
        "quote": "the words that judge how the talks go",
        "tone": f"one of {', '.join(Tone)}",
        "by": "the words in the report that name who judges, or null for the report itself",
    },
    "leverage": {
        "quote": "the clause that tells of the pressure",
        "by": "who presses",
        "on": "who is pressed",
        "demand": "to do what, in the report's words",
        "otherwise": "or else what, in the report's words, or null",
    },
    "deliverable": {"quote": "the clause", "owed_by": "who owes it", "what": "what is owed, in the report's words"},
    "dispute": {
        "quote": "the clause",
        "matter": "what is asserted and denied, in the report's words",
        "asserted_by": "who asserts",
        "denied_by": "who denies",
    },
    "act": {"quote": "the clause that tells what was done", "actor": "who did it"},
}
"""The kinds of items that a model may propose, with their fields."""

INSTRUCTIONS = (
    "You read one news report about negotiations and list what it says, never what you know or infer. "
    'Answer with one JSON object {"items": [...]} and nothing else. Each item has "kind" and the fields of its kind. '
    '"quote" and every name must be copied from the report letter by letter; an item whose quote does not stand in the report is '
    "thrown away. A signal or an allegation about another's motive is not a position. Leave out what you are not sure of."
)


def request_for(text: str, model: str) -> dict[str, Any]:
    """The request, in the form of the chat completions that most servers of models understand."""
    kinds = json.dumps(FIELDS, ensure_ascii=False, indent=1)
    return {
        "model": model,
        "temperature": 0,
        "response_format": {"type": "json_object"},
        "messages": [
            {"role": "system", "content": f"{INSTRUCTIONS}\nThe kinds and their fields:\n{kinds}"},
            {"role": "user", "content": text},
        ],
    }
