"""The collections of `case.yaml`, each with the keys of its entries: the format as a table (see docs/reference/case-files.md)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import evolve

from gobetween.casefiles.entries import Parts, Shape
from gobetween.casefiles.field_readers import (
    choice,
    each,
    flag,
    is_id,
    number,
    one_of,
    option_sets,
    options_of,
    ref,
    refs,
    some,
    whole,
    words,
)
from gobetween.casefiles.fields import may, must, records
from gobetween.casefiles.places import Place, Unreadable
from gobetween.casefiles.time_and_source_readers import citations, when
from gobetween.casefiles.yaml_nodes import Mapping as MappingNode
from gobetween.casefiles.yaml_nodes import Scalar
from gobetween.model import actors, agreement, happenings, issues, positions, proposals
from gobetween.model.cases import Release, Source
from gobetween.model.evidence import MeetingForm, MeetingStatus, Stance, Tone

_MOST_PEOPLE = 10_000


def _differ(one: str, other: str) -> Callable[[Place, dict[str, Any]], None]:
    def check(at: Place, values: dict[str, Any]) -> None:
        if values.get(one) is not None and values[one] == values.get(other):
            at.fault(f"found '{values[one]}' on both sides; name two different ones")

    return check


def _source(**values: Any) -> Source:
    source = Source(**values)
    return evolve(source, known=source.published) if source.known.is_unknown else source


def _position(**values: Any) -> positions.Position:
    position = positions.Position(**values)
    is_entrusted = position.series is positions.Series.ENTRUSTED and position.owner is None
    return evolve(position, owner=position.actor) if is_entrusted else position


def _sha256(at: Place) -> str:
    text = words(at).lower()
    if len(text) != 64 or not set(text) <= set("0123456789abcdef"):
        at.reject_value("allowed: the 64 hexadecimal digits of the file's SHA-256 (sha256sum prints them)")
    return text


def _options_of_the_issue(at: Place) -> frozenset[str]:
    beside = at.above.node.entries.get("issue") if at.above is not None and isinstance(at.above.node, MappingNode) else None
    if beside is None:
        at.reject("options are named, but no issue; add 'issue'")
    if not isinstance(beside, Scalar) or beside.text not in at.frame.ids["issue"]:
        raise Unreadable  # the issue's own fault says why
    return frozenset(options_of(at, beside.text))


def _account(at: Place) -> str:
    name = words(at)
    if name in at.frame.source_names:
        return at.frame.source_names[name]
    if is_id(name) and name.count("-"):
        at.reject_word(name, at.frame.ids["source"])
    return name


def _check_link(at: Place, values: dict[str, Any]) -> None:
    both = sorted(set(values["if_chosen"]) & set(values.get("requires", {})))
    if both:
        at.fault(f"found the issue '{both[0]}' under 'if' and under 'requires'; a link goes from one issue to another")


def _check_figure(at: Place, values: dict[str, Any]) -> None:
    if values.get("upper") is not None and values["upper"] < values["value"]:
        at.fault(f"found an upper end ({values['upper']}) below the value ({values['value']})")


_TEXT = {"text": may(words)}
_MUST_TEXT = {"text": must(words)}
_ACTOR, _ACTORS, _PERSON, _ROUND, _WORDS = ref("actor"), refs("actor"), ref("person"), ref("round"), each(words)
_SIDE = {"text": must(words), "cite": may(citations, "citations")}

ROLE = Shape(
    "role",
    actors.Role,
    {"role": must(choice(actors.RoleKind)), "toward": may(_ACTOR), **_TEXT},
    short="role",
    check=_differ("actor", "toward"),
)
OFFICE = Shape("office", actors.Office, {"title": must(words), "actor": must(_ACTOR)})
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
                        records(proposals.Alternative, {"text": must(words), "by": may(_ACTOR)}, short="text"), "alternatives"
                    ),
                },
                short="text",
            )
        ),
        "annexes": may(_WORDS),
    },
)
SOURCE = Shape(
    "source",
    _source,
    {
        "outlet": may(words),
        "title": may(words),
        "published": may(when),
        "sha256": may(_sha256),
        "same_story_as": may(ref("source")),
    },
    is_common_frame=True,
    needs_id=True,
)
POSITION = Shape(
    "position",
    _position,
    {
        "actor": must(_ACTOR),
        "issue": may(ref("issue")),
        "stance": must(choice(Stance)),
        "options": may(_options_of_the_issue),
        **_MUST_TEXT,
        "series": may(choice(positions.Series)),
        "round": may(_ROUND),
        "red_line": may(flag, "is_red_line"),
        "after_deal": may(flag),
        "said_by": may(_PERSON),
        "via": may(words),
        "condition": may(words),
    },
)
INTEREST = Shape("interest", positions.Interest, {"actor": must(_ACTOR), **_MUST_TEXT})

WHO_TAKES_PART = {
    "actors": Shape(
        "actor",
        actors.Actor,
        {
            "name": must(words),
            "kind": may(one_of("state", "group", "organisation", "body")),
            "aliases": may(_WORDS),
            "adjectives": may(_WORDS),
            "roles": may(Parts(ROLE, "actor", split_off="roles")),
        },
        is_common_frame=True,
        needs_id=True,
    ),
    "access": Shape(
        "access",
        actors.Access,
        {
            "mediator": must(_ACTOR),
            "to": must(_ACTOR),
            "through": may(_ACTORS),
            "contested": may(flag, "is_contested"),
            **_TEXT,
        },
        check=_differ("mediator", "to"),
    ),
    "persons": Shape(
        "person",
        actors.Person,
        {"name": must(words), "aliases": may(_WORDS), "offices": may(Parts(OFFICE, "person", split_off="offices"))},
        is_common_frame=True,
        needs_id=True,
    ),
    "principals": Shape(
        "principal",
        actors.Principal,
        {
            "party": must(ref("party")),
            "name": must(words),
            "procedure": may(choice(actors.Procedure)),
            "members": may(refs("person")),
            **_TEXT,
        },
    ),
    "rounds": Shape(
        "round",
        happenings.Round,
        {"name": must(words), "place": may(words), **_TEXT},
        is_common_frame=True,
        needs_id=True,
    ),
    "delegations": Shape(
        "delegation",
        actors.Delegation,
        {
            "actor": must(_ACTOR),
            "round": may(_ROUND),
            "head": may(_PERSON),
            "members": may(refs("person")),
            "size": may(whole(1, _MOST_PEOPLE)),
            "mandate": may(words),
            **_TEXT,
        },
    ),
    "meetings": Shape(
        "meeting",
        happenings.Sitting,
        {
            "round": may(_ROUND),
            "participants": must(some(refs("actor", "person"))),
            "place": may(words),
            "status": may(choice(MeetingStatus)),
            "form": may(choice(MeetingForm)),
            **_TEXT,
        },
    ),
}

WHAT_IS_NEGOTIATED = {
    "issues": Shape(
        "issue",
        issues.Issue,
        {
            "title": must(words),
            "question": may(words),
            "consents": may(some(_ACTORS)),
            "options": must(some(Parts(OPTION))),
        },
        is_common_frame=True,
        needs_id=True,
    ),
    "links": Shape(
        "link",
        issues.Link,
        {"by": may(_ACTOR), "if": must(option_sets, "if_chosen"), "requires": may(option_sets), **_TEXT},
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
            "by": must(some(_ACTORS)),
            "to": may(_ACTORS),
            "round": may(_ROUND),
            "terms": may(option_sets),
            **_TEXT,
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
            "by": must(_ACTOR),
            "answer": must(choice(proposals.AnswerKind)),
            "to": may(_ACTORS),
            **_TEXT,
            "said_by": may(_PERSON),
        },
    ),
    "relays": Shape(
        "relay",
        proposals.Relay,
        {
            "from": must(_ACTOR, "sender"),
            "to": must(_ACTOR),
            "route": must(some(_ACTORS)),
            **_MUST_TEXT,
            "planned": may(flag, "is_planned"),
        },
        check=_differ("sender", "to"),
    ),
    "deliverables": Shape(
        "deliverable",
        proposals.Deliverable,
        {"owed_by": must(_ACTOR), "to": must(_ACTOR), **_MUST_TEXT, "delivered": may(flag, "is_delivered")},
        check=_differ("owed_by", "to"),
    ),
}

WHAT_HAPPENS = {
    "happenings": Shape(
        "happening",
        happenings.Happening,
        {"kind": may(choice(happenings.HappeningKind)), "actor": may(_ACTOR), **_MUST_TEXT, "place": may(words)},
    ),
    "assessments": Shape(
        "assessment",
        happenings.Assessment,
        {
            "by": must(words),
            "actor": may(_ACTOR),
            "told_to": may(words),
            "tone": must(choice(Tone)),
            **_MUST_TEXT,
            "round": may(_ROUND),
        },
    ),
    "signals": Shape("signal", happenings.Signal, {"by": must(_ACTOR), **_MUST_TEXT, "said_by": may(_PERSON), "round": may(_ROUND)}),
    "allegations": Shape(
        "allegation",
        happenings.Allegation,
        {"by": must(_ACTOR), "against": must(_ACTOR), **_MUST_TEXT, "said_by": may(_PERSON)},
        check=_differ("by", "against"),
    ),
    "tracks": Shape(
        "track",
        happenings.Track,
        {
            "name": must(words),
            "body": may(words),
            **_TEXT,
            "texts": may(
                records(
                    happenings.TrackText,
                    {
                        "name": must(words),
                        "by": may(_ACTOR),
                        "calls_for": may(words),
                        "fate": may(words),
                        "cite": may(citations, "citations"),
                    },
                    short="name",
                )
            ),
        },
    ),
    "leverage": Shape(
        "leverage",
        happenings.Leverage,
        {"by": must(_ACTOR), "on": must(_ACTOR), "demand": must(words), "otherwise": may(words)},
        check=_differ("by", "on"),
    ),
    "commitments": Shape("commitment", happenings.Commitment, {"by": must(_ACTOR), **_MUST_TEXT}),
    "deadlines": Shape("deadline", happenings.Deadline, {"by": may(_ACTOR), **_MUST_TEXT}),
    "disputes": Shape(
        "dispute",
        happenings.FactualDispute,
        {
            "issue": may(ref("issue")),
            **_MUST_TEXT,
            "verification": may(_WORDS),
            "sides": must(some(records(happenings.DisputeSide, {"actor": must(_ACTOR), **_SIDE}))),
        },
    ),
    "contradictions": Shape(
        "contradiction",
        happenings.Contradiction,
        {**_MUST_TEXT, "sides": must(some(records(happenings.DisputeSide, {"source": must(_account, "actor"), **_SIDE})))},
    ),
    "earlier_agreements": Shape("earlier agreement", happenings.EarlierAgreement, {"name": must(words), **_TEXT, "fate": may(words)}),
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

WHAT_IS_PROMISED = {
    "phases": Shape(
        "phase",
        agreement.Phase,
        {"name": must(words), "proposal": may(ref("proposal")), "entry_conditions": may(_WORDS)},
        needs_id=True,
    ),
    "obligations": Shape(
        "obligation",
        agreement.Obligation,
        {
            "actor": must(_ACTOR),
            **_MUST_TEXT,
            "phase": may(ref("phase")),
            "status": may(choice(agreement.ObligationStatus)),
            "guarantors": may(_ACTORS),
            "monitors": may(_ACTORS),
        },
    ),
    "violation_reports": Shape(
        "violation report",
        agreement.ViolationReport,
        {
            "obligation": may(ref("obligation")),
            "by": must(_ACTOR),
            "reported_by": must(_ACTOR),
            **_MUST_TEXT,
            "status": may(words),
        },
    ),
    "sticking_points": Shape(
        "sticking point",
        happenings.StickingPoint,
        {
            "issues": may(refs("issue")),
            "parties": may(_ACTORS),
            **_MUST_TEXT,
            "said_by": may(words),
            "round": may(_ROUND),
        },
    ),
    "releases": Shape(
        "release",
        Release,
        {"by": must(_ACTOR), "to": must(some(refs("actor", "audience"))), **_MUST_TEXT, "draws_on": may(_ACTORS)},
    ),
}

COLLECTIONS: dict[str, Shape] = {
    "sources": SOURCE,
    **WHO_TAKES_PART,
    **WHAT_IS_NEGOTIATED,
    **WHAT_HAPPENS,
    **WHAT_IS_PROMISED,
}
"""Every collection by its key. Sources come first: what others cite must be known when they are read."""
