"""What a keeper assumes of conduct after a deal: what hangs on obligations, what phases need, what was announced."""

from __future__ import annotations

from typing import Any

from gobetween.casefiles.decoding.field_readers import by_key, each, flag, ref, refs, whole, words
from gobetween.casefiles.decoding.fields import Fields, may, must, read_fields, record
from gobetween.casefiles.decoding.places import Place, Unreadable
from gobetween.casefiles.decoding.yaml_nodes import Scalar
from gobetween.casefiles.documents.preferences import LARGEST_VALUE
from gobetween.model.conduct import Announcement, Conduct, Response, Stake


def _key(at: Place, kind: str, name: str) -> None:
    """Reads a key as the id of an entry."""
    ref(kind)(at.with_node(Scalar(at.node.line, name, is_plain=False)))


def _worth(at: Place) -> dict[str, int]:
    def read(below: Place, actor: str) -> int:
        _key(below, "actor", actor)
        return whole(-LARGEST_VALUE, LARGEST_VALUE)(below)

    return by_key(at, read)


_RESPONSE = record(Response, {"by": must(ref("actor")), "worth": may(_worth), "text": may(words)})


def _responses(at: Place) -> tuple[Response, ...]:
    responses: tuple[Response, ...] = each(_RESPONSE)(at)
    if len({response.by for response in responses}) < len(responses):
        at.reject("found two responses of one actor; say what it would do in one")
    return responses


STAKE: Fields = {
    "kept": may(_worth),
    "broken": may(_worth),
    "responses": may(_responses),
    "once": may(flag, "is_done_once"),
    "final": may(flag, "is_final"),
}
"""The keys of what hangs on one obligation."""


def _stakes(at: Place) -> tuple[Stake, ...]:
    def read(below: Place, obligation: str) -> Stake:
        _key(below, "obligation", obligation)
        stake: Stake = record(lambda **values: Stake(obligation, **values), STAKE)(below)
        return stake

    return tuple(by_key(at, read).values())


def _needs(at: Place) -> dict[str, tuple[str, ...]]:
    def read(below: Place, phase: str) -> tuple[str, ...]:
        _key(below, "phase", phase)
        return refs("obligation")(below)

    return by_key(at, read)


def _announced(at: Place) -> tuple[Announcement, ...]:
    def read(below: Place, position: str) -> Announcement:
        _key(below, "position", position)
        return Announcement(position, refs("obligation")(below))

    return tuple(by_key(at, read).values())


CONDUCT: Fields = {
    "obligations": may(_stakes, "stakes"),
    "needs": may(_needs),
    "announced": may(_announced, "announcements"),
}
"""The keys of what is assumed of conduct."""


def conduct_from(at: Place, **others: Any) -> Conduct:
    """What the mapping at the place says; `others` are the attributes that come from elsewhere."""
    faults_before = at.fault_count
    read = read_fields(at, CONDUCT)
    if at.fault_count > faults_before:
        raise Unreadable
    return Conduct(**read, **others)
