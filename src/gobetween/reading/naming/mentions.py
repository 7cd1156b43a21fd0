"""One naming of someone in a text."""

from __future__ import annotations

from attrs import frozen


@frozen
class Mention:
    """Tokens `[start, end)` that name someone: the full name, whom they belong to, and whether as a word of description ("Israeli")."""

    start: int
    end: int
    name: str
    actor: str | None
    kind: str  # state, group, organisation, body, person
    is_adjective: bool = False

    @property
    def is_person(self) -> bool:
        """Whether a person is named."""
        return self.kind == "person"
