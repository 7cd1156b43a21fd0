"""What the commands of live talks ask of the rest of Gobetween; the bootstrap fills it in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from attrs import field, frozen

from gobetween.briefs.blocks import Brief
from gobetween.disclosure.views import View
from gobetween.model.preferences import Preferences
from gobetween.protocols.acts import Act
from gobetween.record.entries import Line
from gobetween.talks.standings import Deed, Standing


@frozen
class TalksPlace:
    """Which talks, in which store: a file, or a `postgresql://` address; without one, the default. `keys` is the folder of its keys.

    `key_files` are keys of sealed books, taken in hand for this command; a wrapped one asks for its passphrase by `passphrase`.
    `operator` is the address with which whoever runs a PostgreSQL store does what is for them alone.
    """

    talks: str
    store: str | None = None
    keys: Path | None = field(default=None, kw_only=True)
    key_files: tuple[Path, ...] = field(default=(), kw_only=True)
    passphrase: Callable[[Path], str] | None = field(default=None, kw_only=True)
    operator: str | None = field(default=None, kw_only=True)


@frozen
class OpeningRequest:
    """From which folder talks are to be opened, and how."""

    folder: Path
    place: TalksPlace
    is_rehearsal: bool = field(default=False, kw_only=True)
    retained_until: dt.date | None = field(default=None, kw_only=True)
    seal_into: Path | None = field(default=None, kw_only=True)  # every book sealed; the keys to be handed out go into this folder
    passphrase: str | None = field(default=None, kw_only=True)  # that wraps them
    options: dict[str, Any] = field(factory=dict, kw_only=True)


class TalksServices(Protocol):
    """The use cases behind the commands of live talks; every method may raise a `GobetweenError`."""

    def open(self, request: OpeningRequest) -> tuple[str, ...]:
        """Opens talks; says, line by line, what was made."""

    def update(self, request: OpeningRequest) -> tuple[str, ...]:
        """Brings talks up to date with the folder; says what was recorded."""

    def export(self, place: TalksPlace, folder: Path, audience: str | None) -> tuple[str, ...]:
        """Writes talks as a case folder: everything, or what one audience has; says what was written."""

    def destroy_key(self, folder: Path, talks: str, audience: str) -> tuple[str, ...]:
        """Destroys the key of a sealed book in that folder, and with it what was sealed for it."""

    def names(self, store: str | None) -> tuple[str, ...]:
        """The names of the talks in a store."""

    def act(self, place: TalksPlace, actor: str, use: Callable[[Standing], tuple[Deed, ...]]) -> tuple[Deed, ...]:
        """Does what the use case says in the actor's place."""

    def look(self, place: TalksPlace, actor: str, use: Callable[[Standing], Any]) -> Any:
        """What the use case finds in the actor's place."""

    def view(self, place: TalksPlace, actor: str, *, as_of: dt.date | None = None, assumption: str | None = None) -> View:
        """What the actor sees."""

    def numbers_in(self, place: TalksPlace, actor: str, file: Path) -> Preferences:
        """What packages are worth to the actor, as a file says it in the words of a party's file."""

    def history(self, place: TalksPlace, actor: str) -> tuple[tuple[Line, Act], ...]:
        """The lines of the actor's book, with the acts that they record."""

    def live_brief(self, place: TalksPlace, actor: str, sections: tuple[str, ...], *, as_of: dt.date | None = None) -> Brief:
        """The sections about the live talks, as the actor sees them."""

    def whole_brief(self, place: TalksPlace, actor: str, *, as_of: dt.date | None = None, assumption: str | None = None) -> Brief:
        """The whole brief as the actor sees the talks."""

    def checkpoint(self, place: TalksPlace, audience: str) -> str:
        """A signed checkpoint of the audience's book, as JSON text."""

    def verify(
        self, place: TalksPlace, audience: str | None, checkpoint: Path | None, *, signed_by: str | None = None
    ) -> tuple[str, ...]:
        """Verifies one book, or all; says what was found.

        Raises:
            RecordDamaged: something is not what was recorded.
        """

    def verify_export(self, record: Path, checkpoint: Path | None, *, signed_by: str | None = None) -> tuple[str, ...]:
        """The same, of an exported record, without the store."""

    def backup(self, store: str | None, file: Path, *, operator: str | None = None) -> tuple[str, ...]:
        """Writes the whole store to a file."""

    def restore(self, file: Path, store: str | None, *, operator: str | None = None) -> tuple[str, ...]:
        """Makes a store from a backup."""
