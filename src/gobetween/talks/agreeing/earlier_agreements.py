"""Earlier agreements and their fate, as whoever knows of them enters them."""

from __future__ import annotations

from attrs import field, frozen

from gobetween.model.dates import UNKNOWN_DATE, When
from gobetween.model.happenings import EarlierAgreement
from gobetween.model.items import PUBLIC
from gobetween.talks.entering import enter
from gobetween.talks.standings import Deed, Standing


@frozen
class Precedent:
    """An agreement made before: what it is called, what it says, what became of it, and when it was."""

    title: str
    text: str = field(default="", kw_only=True)
    fate: str = field(default="", kw_only=True)
    when: When = field(default=UNKNOWN_DATE, kw_only=True)


def enter_earlier(at: Standing, precedent: Precedent, *, to: tuple[str, ...] = (), name: str | None = None) -> tuple[Deed, ...]:
    """Enters an earlier agreement for everybody, or for those named; under the name of one's own that is there, it corrects that.

    Raises:
        ProtocolViolation: the audience names someone unknown, or the name is none.
    """
    own = f"{at.actor}/{name}"
    known = next((each for each in at.case.earlier_agreements if each.id == own), None)
    entry = EarlierAgreement(
        known.id if known else at.new_id(name),
        name=precedent.title,
        text=precedent.text,
        fate=precedent.fate,
        when=precedent.when,
        owner=at.actor,
    )
    return enter(at, "earlier_agreements", entry, frozenset(to or (PUBLIC,)))
