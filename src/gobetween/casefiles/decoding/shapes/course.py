"""What happens in and around the talks: acts, judgements, signals, tracks, pressure, disputes, figures."""

from __future__ import annotations

from typing import Any

from gobetween.casefiles.decoding.entries import Shape
from gobetween.casefiles.decoding.field_readers import (
    choice,
    is_id,
    number,
    some,
    words,
)
from gobetween.casefiles.decoding.fields import may, must, records
from gobetween.casefiles.decoding.places import Place
from gobetween.casefiles.decoding.readers import accepts
from gobetween.casefiles.decoding.reference_readers import ref
from gobetween.casefiles.decoding.shapes.shared_fields import ACTOR, MUST_TEXT, PERSON, ROUND, TEXT, WORDS, differ
from gobetween.casefiles.decoding.time_and_source_readers import citations
from gobetween.casefiles.schemas.fragments import REFERS_TO
from gobetween.model import happenings
from gobetween.model.evidence import Tone


@accepts({**words.schema, REFERS_TO: ["source", "words"], "title": "source or words"})
def _account(at: Place) -> str:
    """The name of a source: its outlet, if it is given by its id; the words themselves if it is none of the case's."""
    name = words(at)
    if name in at.frame.source_names:
        at.name("source", name)
        return at.frame.source_names[name]
    if is_id(name) and name.count("-"):
        at.reject_word(name, at.frame.ids["source"])
    return name


def _check_figure(at: Place, values: dict[str, Any]) -> None:
    if values.get("upper") is not None and values["upper"] < values["value"]:
        at.fault(f"found an upper end ({values['upper']}) below the value ({values['value']})")


_SIDE = {"text": must(words), "cite": may(citations, "citations")}


WHAT_HAPPENS = {
    "happenings": Shape(
        "happening",
        happenings.Happening,
        {"kind": may(choice(happenings.HappeningKind)), "actor": may(ACTOR), **MUST_TEXT, "place": may(words)},
    ),
    "assessments": Shape(
        "assessment",
        happenings.Assessment,
        {
            "by": must(words),
            "actor": may(ACTOR),
            "told_to": may(words),
            "tone": must(choice(Tone)),
            **MUST_TEXT,
            "round": may(ROUND),
        },
    ),
    "signals": Shape("signal", happenings.Signal, {"by": must(ACTOR), **MUST_TEXT, "said_by": may(PERSON), "round": may(ROUND)}),
    "allegations": Shape(
        "allegation",
        happenings.Allegation,
        {"by": must(ACTOR), "against": must(ACTOR), **MUST_TEXT, "said_by": may(PERSON)},
        check=differ("by", "against"),
    ),
    "tracks": Shape(
        "track",
        happenings.Track,
        {
            "name": must(words),
            "body": may(words),
            **TEXT,
            "texts": may(
                records(
                    happenings.TrackText,
                    {
                        "name": must(words),
                        "by": may(ACTOR),
                        "calls_for": may(words),
                        "fate": may(words),
                        "cite": may(citations, "citations"),
                    },
                    short="name",
                    title="text of a track",
                )
            ),
        },
    ),
    "leverage": Shape(
        "leverage",
        happenings.Leverage,
        {"by": must(ACTOR), "on": must(ACTOR), "demand": must(words), "otherwise": may(words)},
        check=differ("by", "on"),
    ),
    "commitments": Shape("commitment", happenings.Commitment, {"by": must(ACTOR), **MUST_TEXT}),
    "deadlines": Shape("deadline", happenings.Deadline, {"by": may(ACTOR), **MUST_TEXT}),
    "disputes": Shape(
        "dispute",
        happenings.FactualDispute,
        {
            "issue": may(ref("issue")),
            **MUST_TEXT,
            "verification": may(WORDS),
            "sides": must(some(records(happenings.DisputeSide, {"actor": must(ACTOR), **_SIDE}, title="side of a dispute"))),
        },
    ),
    "contradictions": Shape(
        "contradiction",
        happenings.Contradiction,
        {
            **MUST_TEXT,
            "sides": must(some(records(happenings.DisputeSide, {"source": must(_account, "actor"), **_SIDE}, title="account"))),
        },
    ),
    "earlier_agreements": Shape("earlier agreement", happenings.EarlierAgreement, {"name": must(words), **TEXT, "fate": may(words)}),
    "figures": Shape(
        "figure",
        happenings.Figure,
        {
            "counted": must(words),
            "value": must(number),
            "upper": may(number),
            "qualifier": may(words),
            "unit": may(words),
            "place": may(words),
            "given_by": may(words),
        },
        check=_check_figure,
    ),
}
