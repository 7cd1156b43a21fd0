"""What the commands for whoever runs a store ask of the rest of Gobetween; the bootstrap fills it in."""

from __future__ import annotations

from typing import Protocol


class StoreServices(Protocol):
    """The use cases behind `gobetween store`; each says, line by line, what was done or found, and may raise a `GobetweenError`."""

    def prepare(self, address: str) -> tuple[str, ...]:
        """Makes what a store in PostgreSQL needs, as far as it is missing."""

    def status(self, store: str | None, operator: str | None) -> tuple[str, ...]:
        """In what condition a store is."""

    def admit(self, talks: str, actor: str, login: str, *, store: str | None, operator: str | None) -> tuple[str, ...]:
        """Lets a login of the server act as that actor in these talks, and as nobody else."""

    def dismiss(self, talks: str, actor: str, login: str, *, store: str | None, operator: str | None) -> tuple[str, ...]:
        """Takes an admission back."""
