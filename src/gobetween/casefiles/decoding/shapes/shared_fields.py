"""Fields and checks that many kinds of entries share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gobetween.casefiles.decoding.field_readers import (
    each,
    wording,
    words,
)
from gobetween.casefiles.decoding.fields import may, must
from gobetween.casefiles.decoding.places import Place
from gobetween.casefiles.decoding.reference_readers import ref, refs

TEXT = {"text": may(words)}
MUST_TEXT = {"text": must(wording)}
ACTOR, ACTORS, PERSON, ROUND, WORDS = ref("actor"), refs("actor"), ref("person"), ref("round"), each(words)


def differ(one: str, other: str) -> Callable[[Place, dict[str, Any]], None]:
    """A check that two attributes name different actors."""

    def check(at: Place, values: dict[str, Any]) -> None:
        if values.get(one) is not None and values[one] == values.get(other):
            at.fault(f"found '{values[one]}' on both sides; name two different ones")

    return check
