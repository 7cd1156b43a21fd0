"""Names of files within files, as they can be shown."""

from __future__ import annotations

_LONGEST = 200
_END = 57  # characters kept of the end of a name that is too long: its ending says what it is


def shown_name(path: str) -> str:
    """The path as a name that can be printed and is not endless; an absolute path loses its root."""
    plain = "/".join(part for part in path.replace("\\", "/").split("/") if part not in {"", "."})
    visible = "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in plain) or "unnamed"
    return visible if len(visible) <= _LONGEST else f"{visible[: _LONGEST - _END - 3]}...{visible[-_END:]}"
