"""What is promised, what is said to stand in its way, and what is released."""

from __future__ import annotations

from typing import Any

from gobetween.casefiles.decoding.entries import Shape
from gobetween.casefiles.decoding.field_readers import (
    choice,
    some,
    whole,
    words,
)
from gobetween.casefiles.decoding.fields import may, must
from gobetween.casefiles.decoding.places import Place
from gobetween.casefiles.decoding.reference_readers import ref, refs
from gobetween.casefiles.decoding.shapes.shared_fields import ACTOR, ACTORS, MUST_TEXT, ROUND, WORDS
from gobetween.casefiles.decoding.time_and_source_readers import when
from gobetween.casefiles.schemas.fragments import excludes
from gobetween.model import agreement, happenings
from gobetween.model.cases import Release


def _release(**values: Any) -> Release:
    """A release is held by whoever made it and those to whom it was made."""
    return Release(**{**values, "holders": frozenset({values["by"], *values["to"]})})


def _check_phase(at: Place, values: dict[str, Any]) -> None:
    """What is fulfilled is one of the entry conditions, word for word; a phase that was entered has none left."""
    conditions, fulfilled = values.get("entry_conditions", ()), values.get("fulfilled", ())
    for each in fulfilled:
        if each not in conditions:
            at.fault(f"found '{each}' under 'fulfilled'; allowed: the words of one of the 'entry_conditions'")
    if "entered" in values and not set(conditions) <= set(fulfilled):
        at.fault("found 'entered' with entry conditions that are not 'fulfilled'; name them there too, or leave 'entered' out")


def _check_obligation(at: Place, values: dict[str, Any]) -> None:
    if "deadline" in values and "days_after_entry" in values:
        at.fault("found both 'deadline' and 'days_after_entry'; an obligation is due by one of them")


WHAT_IS_PROMISED = {
    "phases": Shape(
        "phase",
        agreement.Phase,
        {
            "name": must(words),
            "proposal": may(ref("proposal")),
            "entry_conditions": may(WORDS),
            "fulfilled": may(WORDS),
            "entered": may(when),
        },
        needs_id=True,
        check=_check_phase,
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
            "clause": may(words),
            "deadline": may(when),
            "days_after_entry": may(whole(0, 36_500)),
            "score": may(whole(0, 3)),
        },
        check=_check_obligation,
        conditions=(excludes("deadline", "days_after_entry"),),
    ),
    "violation_reports": Shape(
        "violation report",
        agreement.ViolationReport,
        {
            "obligation": may(ref("obligation")),
            "by": must(ACTOR),
            "reported_by": may(ACTOR),
            **MUST_TEXT,
            "place": may(words),
            "to": may(ACTORS),
            "status": may(choice(agreement.ViolationStatus)),
            "finding": may(words),
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
