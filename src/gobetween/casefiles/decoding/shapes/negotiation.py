"""What is negotiated: issues, links, positions, proposals and what is answered to them."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from gobetween.casefiles.decoding.entries import Parts, Shape
from gobetween.casefiles.decoding.field_readers import (
    choice,
    entries_of,
    flag,
    some,
    words,
)
from gobetween.casefiles.decoding.fields import is_nothing, may, must, records
from gobetween.casefiles.decoding.places import Place, Unreadable
from gobetween.casefiles.decoding.readers import accepts
from gobetween.casefiles.decoding.reference_readers import OPTIONS, option_sets, options_of, ref
from gobetween.casefiles.decoding.shapes.shared_fields import ACTOR, ACTORS, MUST_TEXT, PERSON, ROUND, TEXT, WORDS, differ
from gobetween.casefiles.decoding.yaml_nodes import Mapping as MappingNode
from gobetween.casefiles.decoding.yaml_nodes import Scalar
from gobetween.casefiles.schemas.fragments import needs
from gobetween.model import issues, positions, proposals, relays
from gobetween.model.evidence import Stance
from gobetween.model.items import PUBLIC


def _position(**values: Any) -> positions.Position:
    position = positions.Position(**values)
    is_entrusted = position.series in positions.IN_CONFIDENCE and position.owner is None
    return evolve(position, owner=position.actor) if is_entrusted else position


@accepts(OPTIONS)
def _options_of_the_issue(at: Place) -> frozenset[str]:
    beside = at.above.node.entries.get("issue") if at.above is not None and isinstance(at.above.node, MappingNode) else None
    if beside is None or is_nothing(beside):
        at.reject("options are named, but no issue; add 'issue'")
    if not isinstance(beside, Scalar) or beside.text not in at.frame.ids["issue"]:
        raise Unreadable  # the issue's own fault says why
    return frozenset(options_of(at, beside.text))


def _check_link(at: Place, values: dict[str, Any]) -> None:
    both = sorted(set(values["if_chosen"]) & set(values.get("requires", {})))
    if both:
        at.fault(f"found the issue '{both[0]}' under 'if' and under 'requires'; a link goes from one issue to another")


def _check_entrusted(at: Place, values: dict[str, Any]) -> None:
    """What someone entrusted is not public, even where a report says the same: the one must not make the other so."""
    series = values.get("series")
    if series not in positions.IN_CONFIDENCE or PUBLIC not in (at.desk.inside.holders or ()):
        return
    written = entries_of(at.node)
    found = "'held_by: public'" if "held_by" in written else "a report cited, which would make it public"
    remedy = "say in 'held_by' who was told" if "held_by" not in written else "narrow 'held_by'"
    at.fault(f"found 'series: {series}' and {found}; {remedy}, or enter what is open apart, with another series")


OPTION = Shape("option", issues.Option, {"title": must(words), "term": may(words)}, short="title", is_common_frame=True, needs_id=True)
VERSION = Shape(
    "version",
    proposals.Version,
    {
        "clauses": must(
            records(
                proposals.Clause,
                {
                    "text": must(words),
                    "issue": may(ref("issue")),
                    "alternatives": may(
                        records(proposals.Alternative, {"text": must(words), "by": may(ACTOR)}, short="text", title="alternative"),
                        "alternatives",
                    ),
                },
                short="text",
                title="clause",
            )
        ),
        "annexes": may(WORDS),
    },
)


POSITION = Shape(
    "position",
    _position,
    {
        "actor": must(ACTOR),
        "issue": may(ref("issue")),
        "stance": must(choice(Stance)),
        "options": may(_options_of_the_issue),
        **MUST_TEXT,
        "series": may(choice(positions.Series)),
        "round": may(ROUND),
        "red_line": may(flag, "is_red_line"),
        "after_deal": may(flag),
        "said_by": may(PERSON),
        "via": may(words),
        "condition": may(words),
    },
    check=_check_entrusted,
    conditions=(needs("options", "issue"),),
)
INTEREST = Shape("interest", positions.Interest, {"actor": must(ACTOR), **MUST_TEXT})


WHAT_IS_NEGOTIATED = {
    "issues": Shape(
        "issue",
        issues.Issue,
        {
            "title": must(words),
            "question": may(words),
            "consents": may(some(ACTORS)),
            "options": must(some(Parts(OPTION))),
        },
        is_common_frame=True,
        needs_id=True,
    ),
    "links": Shape(
        "link",
        issues.Link,
        {"by": may(ACTOR), "if": must(option_sets, "if_chosen"), "requires": may(option_sets), **TEXT},
        check=_check_link,
    ),
    "positions": POSITION,
    "interests": INTEREST,
    "proposals": Shape(
        "proposal",
        proposals.Proposal,
        {
            "name": must(words),
            "kind": may(choice(proposals.ProposalKind)),
            "by": must(some(ACTORS)),
            "to": may(ACTORS),
            "round": may(ROUND),
            "terms": may(option_sets),
            **TEXT,
            "on_table": may(flag, "is_on_table"),
            "versions": may(Parts(VERSION)),
        },
        needs_id=True,
    ),
    "answers": Shape(
        "answer",
        proposals.Answer,
        {
            "proposal": must(ref("proposal")),
            "by": must(ACTOR),
            "answer": must(choice(proposals.AnswerKind)),
            "to": may(ACTORS),
            **TEXT,
            "said_by": may(PERSON),
        },
    ),
    "relays": Shape(
        "relay",
        relays.Relay,
        {
            "from": must(ACTOR, "sender"),
            "to": must(ACTOR),
            "route": must(some(ACTORS)),
            **MUST_TEXT,
            "planned": may(flag, "is_planned"),
        },
        check=differ("sender", "to"),
    ),
    "deliverables": Shape(
        "deliverable",
        proposals.Deliverable,
        {"owed_by": must(ACTOR), "to": must(ACTOR), **MUST_TEXT, "delivered": may(flag, "is_delivered")},
        check=differ("owed_by", "to"),
    ),
}
