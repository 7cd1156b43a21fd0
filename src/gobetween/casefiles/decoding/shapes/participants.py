"""Who takes part, and the reports that say so."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from gobetween.casefiles.decoding.entries import Parts, Shape
from gobetween.casefiles.decoding.field_readers import (
    choice,
    flag,
    label,
    one_of,
    share,
    some,
    whole,
    words,
)
from gobetween.casefiles.decoding.fields import may, must
from gobetween.casefiles.decoding.places import Place
from gobetween.casefiles.decoding.readers import accepts
from gobetween.casefiles.decoding.reference_readers import ref, refs
from gobetween.casefiles.decoding.shapes.shared_fields import ACTOR, ACTORS, PERSON, ROUND, TEXT, WORDS, differ
from gobetween.casefiles.decoding.time_and_source_readers import when
from gobetween.casefiles.schemas.fragments import matching, titled
from gobetween.model import actors, happenings
from gobetween.model.cases import Source
from gobetween.model.evidence import MeetingForm, MeetingStatus

_MOST_PEOPLE = 10_000


def _source(**values: Any) -> Source:
    source = Source(**values)
    return evolve(source, known=source.published) if source.known.is_unknown else source


@accepts(titled("SHA-256", matching("[0-9a-fA-F]{64}")))
def _sha256(at: Place) -> str:
    text = label(at).lower()
    if len(text) != 64 or not set(text) <= set("0123456789abcdef"):
        at.reject_value("allowed: the 64 hexadecimal digits of the file's SHA-256 (sha256sum prints them)")
    return text


ROLE = Shape(
    "role",
    actors.Role,
    {"role": must(choice(actors.RoleKind)), "toward": may(ACTOR), **TEXT},
    short="role",
    check=differ("actor", "toward"),
)
OFFICE = Shape("office", actors.Office, {"title": must(words), "actor": must(ACTOR)})


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


WHO_TAKES_PART = {
    "actors": Shape(
        "actor",
        actors.Actor,
        {
            "name": must(words),
            "kind": may(one_of("state", "group", "organisation", "body")),
            "aliases": may(WORDS),
            "adjectives": may(WORDS),
            "roles": may(Parts(ROLE, "actor", split_off="roles")),
        },
        is_common_frame=True,
        needs_id=True,
    ),
    "access": Shape(
        "access",
        actors.Access,
        {
            "mediator": must(ACTOR),
            "to": must(ACTOR),
            "through": may(ACTORS),
            "contested": may(flag, "is_contested"),
            **TEXT,
        },
        check=differ("mediator", "to"),
    ),
    "persons": Shape(
        "person",
        actors.Person,
        {"name": must(words), "aliases": may(WORDS), "offices": may(Parts(OFFICE, "person", split_off="offices"))},
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
            "quorum": may(share),
            "threshold": may(share),
            **TEXT,
        },
    ),
    "rounds": Shape(
        "round",
        happenings.Round,
        {"name": must(words), "place": may(words), **TEXT},
        is_common_frame=True,
        needs_id=True,
    ),
    "delegations": Shape(
        "delegation",
        actors.Delegation,
        {
            "actor": must(ACTOR),
            "round": may(ROUND),
            "head": may(PERSON),
            "members": may(refs("person")),
            "size": may(whole(1, _MOST_PEOPLE)),
            "mandate": may(words),
            **TEXT,
        },
    ),
    "meetings": Shape(
        "meeting",
        happenings.Meeting,
        {
            "round": may(ROUND),
            "participants": must(some(refs("actor", "person"))),
            "place": may(words),
            "status": may(choice(MeetingStatus)),
            "form": may(choice(MeetingForm)),
            **TEXT,
        },
    ),
}
