"""The desk of someone who acts in live talks from the command line: whose place it is, in which talks, and what is said back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from attrs import fields, frozen

from gobetween.cli.folding import say

if TYPE_CHECKING:
    from gobetween.cli.services import Services
    from gobetween.cli.services.talks import TalksPlace, TalksServices
    from gobetween.disclosure.views import View
    from gobetween.protocols.acts import Act
    from gobetween.talks.standings import Deed, Standing


@frozen
class Desk:
    """An actor's place in talks: acts go through `perform`, looks through `view`."""

    services: TalksServices
    screens: Services
    place: TalksPlace
    actor: str

    def perform(self, use: Callable[[Standing], tuple[Deed, ...]]) -> tuple[Deed, ...]:
        """Does what the use case says, and prints what was recorded and who gets it."""
        deeds = self.services.act(self.place, self.actor, use)
        say(_said(deeds))
        return deeds

    def look(self, use: Callable[[Standing], Any]) -> Any:
        """What the use case finds, from the actor's own view, without recording anything."""
        return self.services.look(self.place, self.actor, use)

    def view(self, **wanted: Any) -> View:
        """What the actor sees."""
        return self.services.view(self.place, self.actor, **wanted)


def _said(deeds: tuple[Deed, ...]) -> Iterator[str]:
    """One line a deed of the actor's own; what the custodian did besides is nobody's to be told of here."""
    for deed in deeds:
        if deed.author != "custodian":
            others = sorted(each for each in deed.audience if each != "custodian")
            yield f"recorded: {words_of(deed.act)} (goes to: {', '.join(others)})"


def words_of(act: Act) -> str:
    """What kind of act it is, and the name of what it is about."""
    kind = act.KIND.partition(".")[0].replace("-", " ")
    entered = getattr(act, "entry", None)
    about = entered["id"] if isinstance(entered, dict) else getattr(act, fields(type(act))[0].name)
    return f"{kind}: {about}" if isinstance(about, str) else kind
