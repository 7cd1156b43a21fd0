"""What an owner allows to be passed on: by whom, to whom, in which form and words, named or not, until when."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from attrs import field, frozen

from gobetween.model.items import Item


class Form(StrEnum):
    """How something may be put to its recipient."""

    VERBATIM = "verbatim"
    PARAPHRASE = "paraphrase"
    OWN_IDEA = "as the mediator's own idea"


class PermissionState(StrEnum):
    """What became of a permission; one whose day has passed stays granted and allows nothing more."""

    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"
    REVOKED = "revoked"


@frozen
class Permission(Item):
    """An owner's permission to pass an item on, asked for, granted, refused or revoked; `owner` is who gives it.

    Its six dimensions: `item`, or the exact `wording` of it that may pass; `to` whom; by which `carriers`; in which `form`; whether
    the owner may be named (`is_attributed`); `until` which day; and whether software of a third party may process it. `to` names
    actors, or a message that the owner got: whoever that came from. `given_to` are those who were told of the permission, as far
    as its reader may know: itself, or, for the owner, all of them.
    """

    item: str = field(kw_only=True)
    asked_by: str | None = field(default=None, kw_only=True)
    to: tuple[str, ...] = field(kw_only=True)
    carriers: tuple[str, ...] = field(kw_only=True)
    form: Form = field(default=Form.VERBATIM, kw_only=True)
    is_attributed: bool = field(default=False, kw_only=True)
    wording: str = field(default="", kw_only=True)
    until: dt.date | None = field(default=None, kw_only=True)
    allows_other_software: bool = field(default=False, kw_only=True)
    state: PermissionState = field(default=PermissionState.ASKED, kw_only=True)
    reason: str = field(default="", kw_only=True)
    given_to: tuple[str, ...] = field(default=(), kw_only=True)

    def is_in_force(self, day: dt.date) -> bool:
        """Whether it allows anything on that day."""
        return self.state is PermissionState.GRANTED and (self.until is None or day <= self.until)


@frozen
class Pooling(Item):
    """That a party permits results from what it entrusted, computed together with what others entrusted, to those named (`to`)."""

    party: str = field(kw_only=True)
    to: tuple[str, ...] = field(kw_only=True)
    is_withdrawn: bool = field(default=False, kw_only=True)
