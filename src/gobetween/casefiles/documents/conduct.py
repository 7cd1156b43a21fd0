"""What a keeper assumes of conduct after a deal: what hangs on obligations, what phases need, what was announced."""

from __future__ import annotations

from typing import Any

from gobetween.casefiles.decoding.field_readers import each, flag, words
from gobetween.casefiles.decoding.fields import Fields, may, must, read_fields, record
from gobetween.casefiles.decoding.places import Place, Unreadable
from gobetween.casefiles.decoding.readers import accepts
from gobetween.casefiles.decoding.reference_readers import by_ref, ref, refs
from gobetween.casefiles.documents.preferences import VALUE
from gobetween.model.conduct import Announcement, Conduct, Response, Stake

_WORTH = by_ref("actor", VALUE)
_RESPONSES = each(
    record(Response, {"by": must(ref("actor")), "worth": may(_WORTH), "text": may(words)}, title="response"),
)


@accepts(_RESPONSES.schema)
def _responses(at: Place) -> tuple[Response, ...]:
    responses: tuple[Response, ...] = _RESPONSES(at)
    if len({response.by for response in responses}) < len(responses):
        at.reject("found two responses of one actor; say what it would do in one")
    return responses


STAKE: Fields = {
    "kept": may(_WORTH),
    "broken": may(_WORTH),
    "responses": may(_responses),
    "once": may(flag, "is_done_once"),
    "final": may(flag, "is_final"),
}
"""The keys of what hangs on one obligation."""

_STAKES = by_ref("obligation", record(dict, STAKE, title="what hangs on an obligation"))
_ANNOUNCED = by_ref("position", refs("obligation"))


@accepts(_STAKES.schema)
def _stakes(at: Place) -> tuple[Stake, ...]:
    return tuple(Stake(obligation, **values) for obligation, values in _STAKES(at).items())


@accepts(_ANNOUNCED.schema)
def _announced(at: Place) -> tuple[Announcement, ...]:
    return tuple(Announcement(position, obligations) for position, obligations in _ANNOUNCED(at).items())


CONDUCT: Fields = {
    "obligations": may(_stakes, "stakes"),
    "needs": may(by_ref("phase", refs("obligation"))),
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
