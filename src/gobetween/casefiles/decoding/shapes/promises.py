"""What is promised, what is said to stand in its way, and what is released."""

from __future__ import annotations

from typing import Any

from gobetween.casefiles.decoding.entries import Shape
from gobetween.casefiles.decoding.field_readers import (
    choice,
    ref,
    refs,
    some,
    words,
)
from gobetween.casefiles.decoding.fields import may, must
from gobetween.casefiles.decoding.shapes.shared_fields import ACTOR, ACTORS, MUST_TEXT, ROUND, WORDS
from gobetween.model import agreement, happenings
from gobetween.model.cases import Release


def _release(**values: Any) -> Release:
    """A release is held by whoever made it and those to whom it was made."""
    return Release(**{**values, "holders": frozenset({values["by"], *values["to"]})})


WHAT_IS_PROMISED = {
    "phases": Shape(
        "phase",
        agreement.Phase,
        {"name": must(words), "proposal": may(ref("proposal")), "entry_conditions": may(WORDS)},
        needs_id=True,
    ),
    "obligations": Shape(
        "obligation",
        agreement.Obligation,
        {
            "actor": must(ACTOR),
            **MUST_TEXT,
            "phase": may(ref("phase")),
            "status": may(choice(agreement.ObligationStatus)),
            "guarantors": may(ACTORS),
            "monitors": may(ACTORS),
        },
    ),
    "violation_reports": Shape(
        "violation report",
        agreement.ViolationReport,
        {
            "obligation": may(ref("obligation")),
            "by": must(ACTOR),
            "reported_by": must(ACTOR),
            **MUST_TEXT,
            "status": may(words),
        },
    ),
    "sticking_points": Shape(
        "sticking point",
        happenings.StickingPoint,
        {
            "issues": may(refs("issue")),
            "parties": may(ACTORS),
            **MUST_TEXT,
            "said_by": may(words),
            "round": may(ROUND),
        },
    ),
    "releases": Shape(
        "release",
        _release,
        {"by": must(ACTOR), "to": must(some(refs("actor", "audience"))), **MUST_TEXT, "draws_on": may(ACTORS)},
    ),
}
